import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useCommand } from '../../data/use-command.ts';
import { useDesk } from '../../frame/desk.ts';
import { useNotes } from '../../frame/notes.tsx';
import { usePlace } from '../../frame/place.tsx';
import { type Site, useSiteNames } from '../sites/use-sites.ts';

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
      lead={t('disconnect.lead')}
      safeLabel={t('disconnect.keep')}
      onSafe={onDone}
      confirmLabel={t('disconnect.confirm')}
      onConfirm={() => void disconnect()}
    />
  );
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
      onConfirm={() => void reset()}
    />
  );
}
