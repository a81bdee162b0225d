/**
 * Where a client stands on a stream: `<seq>-<epoch>`, such as `124-k3f9`.
 */

/** The number in a position; NaN when it is none. */
export function seqOf(position) {
  return Number.parseInt(position, 10);
}

function epochOf(position) {
  const dash = position.indexOf('-');
  return dash < 0 ? '' : position.slice(dash + 1);
}

/** Whether what has that position was seen already by somebody who stands there. */
export function isSeen(position, standing) {
  return (
    Boolean(position) &&
    Boolean(standing) &&
    epochOf(position) === epochOf(standing) &&
    seqOf(position) <= seqOf(standing)
  );
}
