import { Ended, Refused } from '../refused.js';

const COME_BACK_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);

/** The body of a good answer; of a bad one, why it is none. */
export async function jsonOf(response) {
  if (response.ok) {
    return response.status === 204 ? undefined : response.json();
  }
  const problem = await problemOf(response);
  if (response.status === 401) {
    throw new Ended('the token is no good', { unauthenticated: true });
  }
  if (COME_BACK_STATUS.has(response.status)) {
    throw new Ended(problem.detail ?? `status ${response.status}`, {
      afterMillis: 1000 * (problem.retryAfterSeconds ?? Number(response.headers.get('Retry-After') ?? 0)),
    });
  }
  throw new Refused(problem);
}

/** Whether an error tells that asking again is of use: the network, or a server that is busy. */
export function mayBeAskedAgain(error) {
  return !(error instanceof Refused) && !error.final;
}

async function problemOf(response) {
  const isProblem = response.headers.get('Content-Type')?.includes('json');
  try {
    return isProblem ? await response.json() : { code: 'unknown', detail: `status ${response.status}` };
  } catch {
    return { code: 'unknown', detail: `status ${response.status}` };
  }
}
