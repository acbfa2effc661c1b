import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../main/domain/app-error.ts';
import { Button } from '../../components/Button.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useDesk } from '../../frame/desk.ts';
import { usePlace } from '../../frame/place.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { useLostPosts } from '../revisions/use-lost-posts.ts';
import { damageOutlook, damageSentence, isPullAsked } from './damage-words.ts';
import { isAnythingLeft, LeftVersions } from './LeftVersions.tsx';
import { useDamageActions } from './use-damage-actions.ts';
import { type Damage, useHealth } from './use-health.ts';
import './library.css';

/** What the person has to know about the library before anything else: above every view, and in nobody's way. */
export function LibraryNotice() {
  const { damage: found, saving, hasSaved } = useHealth();
  const { place } = usePlace();
  const isReadOnly = saving !== null && !hasSaved;
  // The settings tell more of it.
  const damage = place.view === 'settings' ? null : found;
  if (damage === null && !isReadOnly) return null;
  return (
    <Strip>
      {isReadOnly && <ReadOnly error={saving} />}
      {damage !== null && <Damaged damage={damage} />}
    </Strip>
  );
}

function Strip({ children }: { children: ReactNode }) {
  const { t } = useTranslation('settings');
  return (
    <aside className="library-note" aria-label={t('library.title')}>
      {children}
    </aside>
  );
}

function ReadOnly({ error }: { error: AppError }) {
  const { t } = useTranslation('library');
  const { what, todo } = useErrorText()(error);
  return <ProblemNotice what={t('readOnly.what')} kept={`${what} ${t('readOnly.safe')}`} next={todo} />;
}

/** The first thing behind the notice takes the focus, unless something else has it. */
function focusBehind(): void {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('main :is(button:enabled, a[href], input, [tabindex])')?.focus();
}

/** Sends the focus there once the notice is gone: only then has what was told in it its place behind it. */
function useFocusBehind(): () => void {
  const isAsked = useRef(false);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      if (isAsked.current) focusBehind();
    };
  }, []);
  return () => {
    isAsked.current = true;
    if (isGone.current) focusBehind();
  };
}

function Damaged({ damage }: { damage: Damage }) {
  const { t } = useTranslation('library');
  const { place, go } = usePlace();
  const { open } = useDesk();
  const { pull, show, acknowledge } = useDamageActions();
  const { total } = useLostPosts();
  const onDone = useFocusBehind();
  // The first screen has no way back from the settings.
  const canLook = place.view !== 'welcome';
  return (
    <ProblemNotice
      what={damageSentence(t, damage, currentLanguage())}
      kept={damageOutlook(t, damage, total > 0).join(' ')}
      next={isAnythingLeft(damage, total) ? <LeftVersions damage={damage} /> : undefined}
      actions={
        <>
          {total > 0 && <Button onClick={() => open({ kind: 'lostPosts' })}>{t('left.action')}</Button>}
          {isPullAsked(damage) && <Button onClick={pull}>{t('damage.sync')}</Button>}
          {damage.texts > 0 && <Button onClick={() => void show()}>{t('damage.show')}</Button>}
          {canLook && <Button onClick={() => go({ view: 'settings' })}>{t('damage.details')}</Button>}
          <Button onClick={() => void acknowledge(onDone)}>{t('damage.done')}</Button>
        </>
      }
    />
  );
}
