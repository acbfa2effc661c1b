import { promise } from './post-promise.ts';
import { tesnolineyka } from './post-tesnolineyka.ts';
import type { SeedPost } from './shape.ts';

/** Everything on the practice blog at first, newest first. */
export const posts: SeedPost[] = [tesnolineyka, promise];
