/** What the browser knows of the network, and of whether anybody looks. Elsewhere nothing is known. */

/** Waits until there is a network, or the signal is aborted. */
export async function beOnline(signal) {
  if (!isOffline()) {
    return;
  }
  await new Promise((resolve) => {
    globalThis.addEventListener('online', resolve, { once: true });
    signal.addEventListener('abort', resolve, { once: true });
  });
}

export function isOffline() {
  return globalThis.navigator?.onLine === false;
}

/** Waits; less long when the network comes back, or somebody looks at the page again. */
export async function rest(millis, signal) {
  const awake = new AbortController();
  await new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    const wake = () => {
      clearTimeout(timer);
      resolve();
    };
    globalThis.addEventListener?.('online', wake, { signal: awake.signal });
    onLook(wake, awake.signal);
    signal.addEventListener('abort', wake, { signal: awake.signal });
  });
  awake.abort();
}

/** Calls when the network goes. */
export function onOffline(listener, signal) {
  globalThis.addEventListener?.('offline', listener, { signal });
}

/** Calls when somebody looks at the page again: it may have slept. */
export function onLook(listener, signal) {
  globalThis.document?.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && listener(),
    { signal },
  );
}
