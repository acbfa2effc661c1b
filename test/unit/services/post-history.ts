import { RevisionService } from '../../../main/services/revisions.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { writing } from './writing.ts';

const MINUTE = 60_000;

/** One post that someone writes in. */
export async function history(post = aPost({ fields: someFields({ title: '', body: '' }) }), may = {}) {
  const desk = await writing([post], may);
  const service = new RevisionService(desk.library, desk.clock);
  const number = () => desk.post()?.revision ?? 0;
  return {
    ...desk,
    service,
    number,
    /** Saves this text after so many minutes. */
    async save(body: string, minutes = 0) {
      desk.clock.advance(minutes * MINUTE);
      const { title = '' } = desk.post()?.fields ?? {};
      must(await desk.posts.save({ postId: 'post-1', expectedRevision: number(), title, body }));
    },
    list: async (postId = 'post-1') => must(await service.list({ postId })),
    kinds: async () => must(await service.list({ postId: 'post-1' })).map(({ kind }) => kind),
    text: async (id = '') => must(await service.get({ revisionId: id })).fields.body,
    restore: (revisionId = '') => service.restore({ revisionId, expectedRevision: number() }),
  };
}
