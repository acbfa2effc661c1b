import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useCall } from '../../data/use-call.ts';
import { useCommand } from '../../data/use-command.ts';
import { useDesk } from '../../frame/desk.ts';
import { useNotes } from '../../frame/notes.tsx';
import { usePlace } from '../../frame/place.tsx';
import { currentLanguage } from '../../i18n/setup.ts';
import { type Site, useSiteNames } from '../sites/use-sites.ts';
import { unsentOf } from './unsent.ts';

interface QuestionProps {
  open: boolean;
  /** It is answered. */
  onDone: () => void;
}

/** Asks before a site is disconnected; says what was kept. */
export function DisconnectQuestion({ site, open, onDone }: QuestionProps & { site: Site }) {
  const { t } = useTranslation('sites');
  const { fail } = useDesk();
  const { say } = useNotes();
  const { siteId, chooseSite } = usePlace();
  const { run } = useCommand('sites', 'disconnect');
  // As it was called when it was asked about: once it is gone it has no name among the others.
  const names = useSiteNames();
  const [title] = useState(() => names(site.id)?.line ?? site.title);
  const disconnect = async () => {
    onDone();
    const answer = await run({ siteId: site.id });
    if (!answer.ok) return fail(answer.error);
    if (siteId === site.id) chooseSite(null);
    const { draftsKept } = answer.value;
    const kept = draftsKept === 0 ? '' : ` ${t('disconnect.kept', { count: draftsKept })}`;
    say({ kind: 'said', icon: Check, text: `${t('disconnect.done', { title })}${kept}` });
  };
  return (
    <ConfirmDialog
      open={open}
      title={t('disconnect.title', { title })}
      lead={useDisconnectLead(site.id)}
      safeLabel={t('disconnect.keep')}
      onSafe={onDone}
      confirmLabel={t('disconnect.confirm')}
      danger
      onConfirm={() => void disconnect()}
    />
  );
}

/** What goes with the site: what is still waiting is counted, and said what becomes of it. */
function useDisconnectLead(siteId: string): string {
  const { t } = useTranslation('sites');
  const { data } = useCall('outbox', 'list', {});
  if (data === undefined) return t('disconnect.lead');
  const { posts, replies, decisions } = unsentOf(data, siteId);
  const parts = [
    posts > 0 ? t('disconnect.posts', { count: posts }) : '',
    replies > 0 ? t('disconnect.replies', { count: replies }) : '',
    decisions > 0 ? t('disconnect.decisions', { count: decisions }) : '',
  ].filter(Boolean);
  const what = new Intl.ListFormat(currentLanguage()).format(parts);
  return [
    t('disconnect.lead'),
    parts.length > 0 ? t('disconnect.notSent', { what }) : '',
    posts + replies > 0 ? t('disconnect.wordsStay') : '',
    decisions > 0 ? t('disconnect.decisionsGo') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** Asks before the practice blog is put back to its first day. */
export function ResetQuestion({ open, onDone }: QuestionProps) {
  const { t } = useTranslation('settings');
  const { fail } = useDesk();
  const { say } = useNotes();
  const { run } = useCommand('sites', 'resetPractice');
  const reset = async () => {
    onDone();
    const answer = await run({});
    if (!answer.ok) return fail(answer.error);
    say({ kind: 'said', icon: Check, text: t('practice.resetDone') });
  };
  return (
    <ConfirmDialog
      open={open}
      title={t('practice.resetTitle')}
      lead={t('practice.resetLead')}
      safeLabel={t('practice.resetKeep')}
      onSafe={onDone}
      confirmLabel={t('practice.reset')}
      danger
      onConfirm={() => void reset()}
    />
  );
}
