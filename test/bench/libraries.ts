import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Post } from '../../main/domain/post.ts';
import { ok } from '../../main/domain/result.ts';
import { realFiles } from '../../main/library/durable-file.ts';
import { type Library, openLibrary } from '../../main/library/library.ts';
import { aSite } from '../support/builders.ts';
import { must } from '../support/must.ts';
import { noBugs } from '../support/no-bugs.ts';
import { type Corpus, searchCorpus } from './search-corpus.ts';

const POSTS = 2_000;
const AT_ONCE = 2_000;

/** A post as a pull brings it: the same words here, as agreed, and as the site shows them. */
const asPulled = (post: Post): Post =>
  post.fields.status === 'draft'
    ? { ...post, remoteId: null }
    : {
        ...post,
        base: { fields: post.fields, token: { modifiedGmt: post.editedAt, revisionId: null } },
        remote: {
          ...{ link: `https://bavnivlakove.example/?p=${post.remoteId}`, dateGmt: post.editedAt },
          ...{ authorId: 1, authorName: 'Мила', commentsOpen: true, editable: true },
          rendered: post.fields.body.replaceAll(/<!--.*?-->/g, ''),
        },
      };

/** What a busy blog has after some years, as records. */
export function blog(comments: number): Corpus {
  const corpus = searchCorpus(POSTS, comments);
  return { ...corpus, posts: corpus.posts.map(asPulled) };
}

/** Writes a library of a blog with so many comments, compacted, as it is after a clean end. */
async function writeLibrary(folder: string, { posts, comments }: Corpus): Promise<void> {
  const library = must(await openLibrary(folder, realFiles, noBugs));
  must(await library.transact((tx) => ok(tx.put('sites', aSite()))));
  for (let at = 0; at < posts.length; at += AT_ONCE / 10) {
    const page = posts.slice(at, at + AT_ONCE / 10);
    must(await library.transact((tx) => ok(page.forEach((post) => void tx.put('posts', post)))));
  }
  for (let at = 0; at < comments.length; at += AT_ONCE) {
    const page = comments.slice(at, at + AT_ONCE);
    must(await library.transact((tx) => ok(page.forEach((comment) => void tx.put('comments', comment)))));
  }
  await library.compact();
  await library.close();
}

/** The three sizes of blog that are measured, each written once for all measurements of a run. */
export class Libraries {
  readonly #folder: string;
  readonly #written = new Map<number, Promise<string>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The library's folder, closed; not to be changed. */
  async at(comments: number): Promise<string> {
    const folder = path.join(this.#folder, `${comments}`);
    const written = this.#written.get(comments) ?? writeLibrary(folder, blog(comments)).then(() => folder);
    this.#written.set(comments, written);
    return written;
  }

  /** An open copy that may be changed; it does not compact by itself. */
  async open(comments: number): Promise<{ library: Library; folder: string }> {
    const folder = path.join(this.#folder, `${comments}-${this.#copies++}`);
    await mkdir(folder, { recursive: true });
    await cp(await this.at(comments), folder, { recursive: true });
    const library = must(
      await openLibrary(folder, realFiles, {
        ...noBugs,
        journalLimit: Number.MAX_SAFE_INTEGER,
      }),
    );
    must(await library.loaded);
    return { library, folder };
  }

  #copies = 0;
}
