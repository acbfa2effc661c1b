/** The longest name that fits where it is shown. */
export const LONGEST_NAME = 80;
/** Longer queries are none that somebody keeps; the field takes as much. */
export const LONGEST_QUERY = 2_000;
