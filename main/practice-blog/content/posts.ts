import { erkeri } from './post-erkeri.ts';
import { kafe } from './post-kafe.ts';
import { karta } from './post-karta.ts';
import { lyutenitsa } from './post-lyutenitsa.ts';
import { mostat } from './post-mostat.ts';
import { promise } from './post-promise.ts';
import { tesnolineyka } from './post-tesnolineyka.ts';
import { cat, stove, winterTimetable } from './posts-english.ts';
import { chubritsa, dyuli } from './posts-kitchen.ts';
import { biblioteka, iskar } from './posts-roads.ts';
import { gradina, klyuchove, tetradka, vidin } from './posts-unpublished.ts';
import type { SeedPost } from './shape.ts';
import { spamUnder } from './spam.ts';

const written: SeedPost[] = [
  gradina,
  vidin,
  tesnolineyka,
  karta,
  erkeri,
  chubritsa,
  mostat,
  lyutenitsa,
  kafe,
  tetradka,
  promise,
  klyuchove,
  winterTimetable,
  iskar,
  stove,
  biblioteka,
  dyuli,
  cat,
];

/** Everything on the practice blog at first, newest first, spam included. */
export const posts: SeedPost[] = written.map((post) => ({
  ...post,
  comments: [...(post.comments ?? []), ...spamUnder(post.slug)],
}));
