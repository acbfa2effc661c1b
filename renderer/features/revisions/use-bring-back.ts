import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { useDesk } from '../../frame/desk.ts';
import { useNotes } from '../../frame/notes.tsx';
import { usePlace } from '../../frame/place.tsx';
import { backWords, discardedWords } from './lost-words.ts';
import { type LostPost, nameOf, useLostPosts } from './use-lost-posts.ts';

/** What was done last: said in the dialog, which covers everything else. */
export interface Said {
  text: string;
  undo?: () => void;
}

/** Brings lost posts back, or lets them go. The dialog closes with the last that is back, and leads to it. */
export function useBringBack(): {
  busy: boolean;
  said: Said | null;
  bringBack: (post: LostPost) => Promise<void>;
  bringAll: () => Promise<void>;
  discard: (post: LostPost) => Promise<void>;
  close: () => void;
} {
  const { t } = useTranslation('revisions');
  const { t: writing } = useTranslation('writing');
  const { close, fail } = useDesk();
  const { say } = useNotes();
  const { go, chooseSite } = usePlace();
  const { total } = useLostPosts();
  const [said, setSaid] = useState<Said | null>(null);
  const back = useCommand('revisions', 'bringBack');
  const away = useCommand('revisions', 'discardLost');
  const keep = useCommand('revisions', 'keepLost');
  const name = (post: LostPost) => nameOf(post, writing('list.noTitle'));
  const end = () => {
    setSaid(null);
    close();
  };
  const show = (postId: string, text: string) => {
    end();
    chooseSite(null);
    go({ view: 'posts', filter: 'all', postId });
    say({ kind: 'said', icon: Check, text });
  };
  const undo = async (postId: string) => {
    setSaid(null);
    const answer = await keep.run({ postId });
    if (!answer.ok) fail(answer.error);
  };
  return {
    busy: back.busy || away.busy || keep.busy,
    said,
    close: end,
    bringBack: async (post) => {
      setSaid(null);
      const answer = await back.run({ postIds: [post.postId] });
      if (!answer.ok) return fail(answer.error);
      const [first] = answer.value.posts;
      if (!first) return;
      const text = t(first.joined ? 'lost.joined' : 'lost.back', { title: name(post) });
      if (total <= 1) show(first.postId, text);
      else setSaid({ text });
    },
    bringAll: async () => {
      setSaid(null);
      const answer = await back.run({ postIds: null });
      if (!answer.ok) return fail(answer.error);
      const { posts } = answer.value;
      const first = posts.find(({ joined }) => !joined) ?? posts[0];
      if (first) show(first.postId, backWords(t, posts));
    },
    discard: async (post) => {
      setSaid(null);
      const answer = await away.run({ postId: post.postId });
      if (!answer.ok) return fail(answer.error);
      setSaid({ text: discardedWords(t, post, name(post)), undo: () => void undo(post.postId) });
    },
  };
}
