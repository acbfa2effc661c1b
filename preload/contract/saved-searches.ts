import { z } from 'zod';
import { savedSearchSchema } from '../../main/domain/saved-search.ts';
import { isSeen, LONGEST_NAME, LONGEST_QUERY } from '../../main/domain/saved-search-rules.ts';
import { call, id, nothing } from './define.ts';

const naming = {
  name: z.string().trim().max(LONGEST_NAME).refine(isSeen),
  query: z.string().max(LONGEST_QUERY),
  siteId: id.nullable(),
};

export const savedSearchCalls = {
  /** The searches that somebody keeps, in the order in which they were saved. */
  list: call(nothing, z.array(savedSearchSchema.omit({ createdAt: true }))),
  /**
   * How many posts and comments each finds now; null where that cannot be told. Counted at most once in a second: who asks
   * sooner waits for the next time, so the answer holds everything that was saved before the question.
   */
  counts: call(nothing, z.array(z.object({ id: z.string(), count: z.int().nullable() }))),
  /** Keeps a search under a name, in place of the one with this id or, where it is null, with this name. */
  save: call(z.strictObject({ id: id.nullable(), ...naming }), z.object({ id: z.string() })),
  /** Forgets one. What it finds stays. Nothing if it is gone already. */
  forget: call(z.strictObject({ id }), nothing),
};
