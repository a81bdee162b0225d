/** A way that is not open by then is not tried on: most of what is blocked is blocked by silence. */
export const OPENS_WITHIN_MILLIS = 3_000;
