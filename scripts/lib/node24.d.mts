/** See node24.mjs: path of a Node 24; throws with a sentence for people when there is none. */
export function node24(): string;
