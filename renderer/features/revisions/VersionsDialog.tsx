import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../main/domain/app-error.ts';
import { countWords } from '../../../main/domain/word-count.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ScrollRegion } from '../../components/ScrollRegion.tsx';
import type { RevisionRow } from './by-day.ts';
import { ChosenVersion } from './ChosenVersion.tsx';
import type { ToldApart } from './told-apart.ts';
import type { PresentWords } from './VersionCompare.tsx';
import { VersionList } from './VersionList.tsx';

/** As long as it is not known; always the same list. */
const NONE: readonly string[] = [];

interface VersionsDialogProps {
  open: boolean;
  onClose: () => void;
  /** How the post is called. */
  title: string;
  /** The earlier versions, newest first. */
  rows: readonly RevisionRow[];
  apart: ReadonlyMap<string, ToldApart>;
  /** Ids of those whose texts are damaged; undefined: not known yet. */
  damaged: readonly string[] | undefined;
  present: PresentWords;
  language: string;
  /** The zone of the post's site. */
  siteZone: string | undefined;
  /** False for a post that may only be read: its versions can be looked at. */
  mayRestore: boolean;
  /** Id of the version that is looked at; null: the newest. */
  chosenId: string | null;
  onChoose: (id: string) => void;
  busy: boolean;
  error: AppError | null;
  onRestore: (row: RevisionRow) => void;
  /** What gets the focus on closing; null: what had it before. */
  finalFocus: () => HTMLElement | null;
}

/** The earlier versions of a post: when and why each was kept, and what has changed since. */
export function VersionsDialog(props: VersionsDialogProps) {
  const { open, onClose, title, rows, apart, damaged, siteZone, mayRestore, busy, error, onRestore } = props;
  const { present, language } = props;
  const { t } = useTranslation('revisions');
  const list = useRef<HTMLDivElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const chosen = rows.find(({ id }) => id === props.chosenId) ?? rows[0];
  const isDamaged = chosen !== undefined && damaged?.includes(chosen.id) === true;
  const isOff = busy || !mayRestore || isDamaged;
  const restore = () => {
    if (chosen !== undefined && !isOff) onRestore(chosen);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      width={chosen === undefined ? 'normal' : 'widest'}
      title={t('title', { title })}
      lead={chosen === undefined ? undefined : t(mayRestore ? 'lead' : 'leadReadOnly')}
      initialFocus={chosen === undefined ? close : list}
      finalFocus={props.finalFocus}
      footer={
        <>
          {chosen !== undefined && <span className="quiet hint">{t('hint')}</span>}
          <span className="grow" />
          <Button ref={close} keys={['Esc']} onClick={onClose}>
            {t('close')}
          </Button>
          {chosen !== undefined && (
            <Button variant="primary" keys={['Enter']} disabled={isOff} onClick={restore}>
              {t('restore')}
            </Button>
          )}
        </>
      }
    >
      {chosen === undefined ? (
        <div className="versions">
          <EmptyState title={t('emptyTitle')} lead={t('emptyLead')} />
        </div>
      ) : (
        <div className="versions">
          <div className="timeline">
            <NowLine present={present} language={language} />
            <VersionList
              ref={list}
              {...{ rows, apart, siteZone }}
              damaged={damaged ?? NONE}
              chosen={chosen.id}
              onChoose={props.onChoose}
              onRestore={restore}
            />
          </div>
          <ScrollRegion className="comparison" aria-label={t('comparison')}>
            <ChosenVersion row={chosen} {...{ apart, siteZone, damaged, present, language, error }} />
          </ScrollRegion>
        </div>
      )}
    </Dialog>
  );
}

/** The present version stands first: the others are counted from it. */
function NowLine({ present, language }: { present: PresentWords; language: string }) {
  const { t } = useTranslation('revisions');
  return (
    <p className="now-line">
      <b>{t('now')}</b>
      <span className="quiet num">{t('words', { count: countWords(present.body, language) })}</span>
    </p>
  );
}
