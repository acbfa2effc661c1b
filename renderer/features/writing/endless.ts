/** A run of letters longer than any word, which a stranger's blog may have for a title. */
const ENDLESS = /\S{300}/;

/** The class of a title with such a run: it is broken wherever a line ends. */
export const endlessClass = (title: string): string | false => ENDLESS.test(title) && 'endless';
