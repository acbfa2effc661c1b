import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '../../main/clock.ts';
import { replaceFile } from '../../main/library/durable-file.ts';
import { openLibrary } from '../../main/library/library.ts';
import { CommentService } from '../../main/services/comments.ts';
import { PostService } from '../../main/services/posts.ts';
import { must } from '../support/must.ts';
import { bigLibrary } from './big-library.ts';
import { type Measure, ratio } from './measure.ts';

/** Saving, opening and listing, each against the least that the same result could cost. */
export async function libraryMeasures(folder: string): Promise<Record<string, Measure>> {
  const small = await bigLibrary(path.join(folder, '1k'), 1_000);
  const large = await bigLibrary(path.join(folder, '10k'), 10_000);
  const file = path.join(folder, '1k', 'library.json');
  const text = await readFile(file, 'utf8');
  const posts = new PostService(small, systemClock);
  const draft = must(await posts.create({ siteId: null }));
  let revision = draft.revision;
  const page = (library: typeof small) => () =>
    new CommentService(library, systemClock).list({
      ...{ siteId: null, filter: 'all', order: 'newest' },
      ...{ offset: 0, limit: 100 },
    });
  return {
    'save a draft / replace a file of the same size durably': await ratio({
      subject: async () => {
        const words = { title: 'Проба', body: `<p>${revision}</p>` };
        revision = must(
          await posts.save({ postId: draft.id, expectedRevision: revision, ...words }),
        ).revision;
      },
      baseline: () => replaceFile(path.join(folder, 'raw.json'), text),
      rounds: 30,
      atMost: 2.5,
      names: ['save', 'raw'],
    }),
    'open 1,000 comments / read and parse the file': await ratio({
      subject: () => openLibrary(path.join(folder, '1k')),
      baseline: async () => JSON.parse(await readFile(file, 'utf8')),
      rounds: 30,
      atMost: 2,
      names: ['open', 'parse'],
    }),
    'first page of 10,000 comments / of 1,000': await ratio({
      subject: page(large),
      baseline: page(small),
      rounds: 30,
      atMost: 5,
      names: ['10,000', '1,000'],
    }),
  };
}
