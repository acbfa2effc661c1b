/** The longest name that fits where it is shown. */
export const LONGEST_NAME = 80;
/** Longer queries are none that somebody keeps; the field takes as much. */
export const LONGEST_QUERY = 2_000;

const folded = (name: string): string => name.trim().normalize('NFC').toLowerCase();

/** Whether two names are one to people: a search that is saved under it takes the place of the other. */
export const isSameName = (a: string, b: string): boolean => folded(a) === folded(b);

/** Whether there is something of a name to see: blanks, and marks that only steer what follows, would be an empty row. */
export const isSeen = (name: string): boolean => /[^\p{C}\p{Z}]/u.test(name);
