/** The address of a service, as one that others can be relative to; in a page it may itself be relative. */
export function directory(url) {
  const { href } = new URL(url, globalThis.location?.href);
  return href.endsWith('/') ? href : `${href}/`;
}
