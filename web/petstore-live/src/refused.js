/** What the server said no to, with its code and what goes with it. */
export class Refused extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.code);
    this.name = 'Refused';
    this.code = problem.code;
    this.problem = problem;
  }
}

/** Why a transport ended, and whether and when to come back. */
export class Ended extends Error {
  /**
   * @param {string} reason for people
   * @param {object} [how]
   * @param {boolean} [how.final] there is no use in coming back
   * @param {boolean} [how.orderly] the server has asked to come back: no failure of the transport
   * @param {boolean} [how.mute] it was open, but nothing came
   * @param {boolean} [how.unauthenticated] with another token
   * @param {boolean} [how.again] at once, without a rest
   * @param {number} [how.afterMillis] not before
   */
  constructor(reason, how = {}) {
    super(reason);
    this.name = 'Ended';
    Object.assign(this, { final: false, orderly: false, mute: false, unauthenticated: false, again: false, afterMillis: 0 }, how);
  }
}
