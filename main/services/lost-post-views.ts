import type { z } from 'zod';
import type { lostPostSchema } from '../../preload/contract/revisions.ts';
import { guessLanguage } from '../domain/language.ts';
import { type LostPost, placeOf, siteHas } from '../domain/lost-post.ts';
import { plainText } from '../domain/plain-text.ts';
import { NO_SITE_LANGUAGE } from '../domain/post.ts';
import type { Reader } from '../library/transaction.ts';
import { surroundingsIn } from '../revisions/lost-posts.ts';

/** Lost posts as people choose among them. */
export function lostRows(library: Reader, lost: readonly LostPost[]): z.infer<typeof lostPostSchema>[] {
  if (lost.length === 0) return [];
  const around = surroundingsIn(library);
  return lost.map((post) => {
    const { postId, newest, versions } = post;
    const { title, body } = newest.fields;
    const there = siteHas(post, around(postId));
    const { siteId } = there ?? placeOf(post, around(postId));
    const site = siteId === null ? undefined : library.get('sites', siteId);
    // A body is a file: it is read only where nothing else says which post it was.
    const excerpt = title.trim() === '' ? plainText(body.slice(0, 2000), 80).text : '';
    return {
      ...{ postId, title, excerpt, siteId, at: newest.at, words: newest.words, versions: versions.length },
      language: guessLanguage(`${title} ${excerpt}`, site?.language ?? NO_SITE_LANGUAGE),
      joins: there !== undefined,
    };
  });
}
