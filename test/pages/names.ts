/** A name that begins so: for controls whose name ends with a count, such as "Pending 20". */
export const startingWith = (text: string): RegExp => new RegExp(`^${escaped(text)}(\\s|\\d|$)`, 'u');

/** A name that holds these words. */
export const holding = (text: string): RegExp => new RegExp(escaped(text), 'u');

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
