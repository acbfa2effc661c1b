import type { TFunction } from 'i18next';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useNow } from '../../components/use-now.ts';
import type { CallOutput } from '../../data/request.ts';
import { formatDate } from '../../i18n/dates.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { BackupProgress } from './BackupProgress.tsx';

type Offer = NonNullable<CallOutput<'backups', 'open'>['offer']>;

interface RestoreQuestionProps {
  offer: Offer | null;
  running: CallOutput<'backups', 'overview'>['running'];
  /** It was answered: the present library is being kept, then the app starts anew. */
  isEnding: boolean;
  onKeep: () => void;
  onReplace: () => void;
}

/** What would be replaced by what. The focus is on the answer that changes nothing. */
export function RestoreQuestion({ offer, running, isEnding, onKeep, onReplace }: RestoreQuestionProps) {
  const { t } = useTranslation('backups');
  const now = useNow(false);
  const keep = useRef<HTMLButtonElement>(null);
  const language = currentLanguage();
  const date =
    offer === null ? '' : formatDate(offer.createdAt, { language, now }, { weekday: true, time: true });
  return (
    <Dialog
      open={offer !== null}
      onClose={isEnding ? () => {} : onKeep}
      initialFocus={keep}
      title={t('question.title', { date })}
      lead={offer === null ? '' : leadOf(t, offer)}
      footer={
        <>
          <span className="grow" />
          <Button ref={keep} keys={['Esc']} disabled={isEnding} onClick={onKeep}>
            {t('question.keep')}
          </Button>
          <Button className="danger" disabled={isEnding} onClick={onReplace}>
            {t('question.replace')}
          </Button>
        </>
      }
    >
      {offer !== null && <Comparison offer={offer} />}
      {offer !== null && <SiteChanges offer={offer} />}
      {offer !== null && offer.counts.waiting > 0 && <p className="second">{t('question.check')}</p>}
      {running !== null && <BackupProgress running={running} />}
      {isEnding && running === null && <p role="status">{t('restarting')}</p>}
    </Dialog>
  );
}

/** What the backup is worth, and what becomes of what is here. */
export function leadOf(
  t: TFunction<'backups'>,
  { damagedTexts, isKept }: Pick<Offer, 'damagedTexts' | 'isKept'>,
): string {
  return [
    damagedTexts > 0 ? t('question.leadDamaged', { count: damagedTexts }) : t('question.lead'),
    t('question.replaces'),
    ...(isKept ? [t('question.isKept')] : []),
    t('question.starts'),
  ].join(' ');
}

/** Sites that only one of the two has; nothing where they are the same. */
function SiteChanges({ offer: { sitesGone, sitesBack } }: { offer: Offer }) {
  const { t } = useTranslation('backups');
  const list = (titles: readonly string[]) => new Intl.ListFormat(currentLanguage()).format(titles);
  return (
    <>
      {sitesGone.length > 0 && (
        <p className="second">{t('question.sitesGone', { sites: list(sitesGone) })}</p>
      )}
      {sitesBack.length > 0 && (
        <p className="second">{t('question.sitesBack', { sites: list(sitesBack) })}</p>
      )}
    </>
  );
}

const ROWS = ['posts', 'drafts', 'comments', 'waiting'] as const;

function Comparison({ offer: { counts, present } }: { offer: Offer }) {
  const { t } = useTranslation('backups');
  const number = (value: number) => formatNumber(value, currentLanguage());
  return (
    <table className="backup-compare">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('question.now')}</th>
          <th scope="col">{t('question.backup')}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`question.${row}`)}</th>
            <td>{number(present[row])}</td>
            <td>{number(counts[row])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
