import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from './place-memory.ts';

const LISTS = {
  pending: 'view.pending',
  approved: 'view.approved',
  spam: 'view.spam',
  trash: 'view.trash',
  drafts: 'view.drafts',
  scheduled: 'view.scheduled',
  published: 'view.published',
} as const;

const nameOf = (filter: string) =>
  Object.hasOwn(LISTS, filter) ? LISTS[filter as keyof typeof LISTS] : null;

/** Names the window after what it shows, for the task switcher and screen readers. */
export function useWindowTitle({ view, filter }: Place): void {
  const { t } = useTranslation('frame');
  const list = nameOf(filter) ?? (view === 'comments' ? 'view.pending' : 'view.allPosts');
  const name =
    view === 'outbox'
      ? t('view.outbox')
      : view === 'settings'
        ? t('view.settings')
        : view === 'welcome'
          ? ''
          : t(list);
  useEffect(() => {
    document.title = name === '' ? 'Copydesk' : `${name} – Copydesk`;
  }, [name]);
}
