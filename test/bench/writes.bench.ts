import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '../../main/clock.ts';
import { ok } from '../../main/domain/result.ts';
import type { Library } from '../../main/library/library.ts';
import { CommentService } from '../../main/services/comments.ts';
import { PostService } from '../../main/services/posts.ts';
import { aDecision, anOperation } from '../support/builders.ts';
import { must } from '../support/must.ts';
import { type Seeded, seeded } from '../support/seeded.ts';
import type { Libraries } from './libraries.ts';
import { atMost, type Measures, ms, race, ratioAtMost } from './measure.ts';

const ROUNDS = 100;

/** Bytes of journal that a library's folder holds. */
async function journalBytes(folder: string): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('journal-'));
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Appends so many bytes to a file of its own in this folder and makes them durable: the least a save can cost. */
async function appender(folder: string, bytes: number) {
  const handle = await open(path.join(folder, `raw-${bytes}`), 'a');
  const data = Buffer.alloc(bytes, 'x');
  const append = async () => {
    await handle.write(data);
    await handle.datasync();
  };
  return { append, close: () => handle.close() };
}

/** Decides on comments of a library, each time on another one: comment, decision and operation in one transaction. */
export function decider(library: Library, random: Seeded): () => Promise<void> {
  const service = new CommentService(library, systemClock);
  const waiting = library.all('comments').filter(({ status }) => status !== 'trash');
  return async () => {
    // Taken out without moving the others, which would take longer the more there are, and is not what is measured.
    const place = random.below(waiting.length);
    const comment = waiting[place];
    const last = waiting.pop();
    if (last && last !== comment) waiting[place] = last;
    const decided = await service.decide({ commentIds: [comment?.id ?? ''], decision: 'trash' });
    if (must(decided).decided.length !== 1) throw new Error('Nothing was decided');
  };
}

/** A draft of 8 KB, half Cyrillic, that grows by a word with each save. */
export async function writer(library: Library): Promise<() => Promise<void>> {
  const service = new PostService(library, systemClock);
  const draft = must(await service.create({ siteId: null }));
  let body = `<p>${'Влакът спира на всяка гара. The train stops everywhere. '.repeat(105)}</p>`;
  let { revision } = draft;
  return async () => {
    body += ' дума';
    const words = { title: 'Бавни влакове', body };
    revision = must(await service.save({ postId: draft.id, expectedRevision: revision, ...words })).revision;
  };
}

/** Decisions that a moderator has taken in a year, and all their operations. */
const DECISIONS = 100_000;
/** The newest of them have not been sent yet. */
const WAITING = 5_000;

/** Gives a library a past: what was decided in it, sent and not sent. */
async function addHistory(library: Library): Promise<void> {
  for (let at = 0; at < DECISIONS; at += WAITING) {
    const state = at + WAITING < DECISIONS ? 'done' : 'queued';
    must(
      await library.transact((tx) => {
        for (let sequence = at + 1; sequence <= at + WAITING; sequence += 1) {
          const [id, commentId, operationId] = [
            `past-${sequence}`,
            `site-1/past-${sequence}`,
            `sent-${sequence}`,
          ];
          const task = { kind: 'set-comment-status' as const, commentId, status: 'spam' as const };
          tx.put('operations', anOperation({ id: operationId, sequence, state, task }));
          tx.put('decisions', aDecision({ id, sequence, commentId, operationId }));
        }
        return ok(null);
      }),
    );
  }
  await library.compact();
}

/** What one work writes, on average of ten. */
async function bytesOf(folder: string, work: () => Promise<void>): Promise<number> {
  const before = await journalBytes(folder);
  for (let count = 0; count < 10; count += 1) await work();
  return Math.round(((await journalBytes(folder)) - before) / 10);
}

/** What it costs to decide on a comment, and to save a draft, in a small library and in a large one. */
export async function writeMeasures(libraries: Libraries): Promise<Measures> {
  const small = await libraries.open(1_000);
  const large = await libraries.open(100_000);
  const experienced = await libraries.open(1_000);
  await addHistory(experienced.library);
  const decide = {
    small: decider(small.library, seeded(1)),
    large: decider(large.library, seeded(2)),
    experienced: decider(experienced.library, seeded(3)),
  };
  const save = { small: await writer(small.library), large: await writer(large.library) };
  await save.large(); // the first save of a new post puts all of it
  const decisionBytes = await bytesOf(large.folder, decide.large);
  const draftBytes = await bytesOf(large.folder, save.large);
  const rawDecision = await appender(large.folder, decisionBytes);
  const rawDraft = await appender(large.folder, draftBytes);
  const status = await race({ ...decide, raw: rawDecision.append }, ROUNDS);
  const draft = await race({ ...save, raw: rawDraft.append }, ROUNDS);
  await Promise.all(
    [rawDecision, rawDraft, ...[small, large, experienced].map(({ library }) => library)].map((each) =>
      each.close(),
    ),
  );
  const of = (medians: typeof draft, bytes: number) =>
    `100k ${ms(medians.large)}, 1k ${ms(medians.small)}, raw ${ms(medians.raw)} for ${bytes} B`;
  const [decided, saved] = [of(status, decisionBytes), of(draft, draftBytes)];
  return {
    'status change at 100,000 comments / at 1,000': ratioAtMost(1.2, status.large, status.small, decided),
    'status change / raw append + fdatasync': ratioAtMost(1.5, status.large, status.raw, decided),
    'status change after 100,000 decisions / after none, 1,000 comments': ratioAtMost(
      1.2,
      status.experienced,
      status.small,
      `${ms(status.experienced)} and ${ms(status.small)}; 5,000 of the decisions still wait to be sent`,
    ),
    'bytes written per status change': atMost(
      1_024,
      decisionBytes,
      'bytes',
      'comment, decision, operation',
      0,
    ),
    'draft autosave (8 KB) at 100,000 comments / at 1,000': ratioAtMost(1.2, draft.large, draft.small, saved),
    'draft autosave (8 KB) / raw append + fdatasync': ratioAtMost(2, draft.large, draft.raw, saved),
  };
}
