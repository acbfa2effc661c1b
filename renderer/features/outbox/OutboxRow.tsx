import {
  Check,
  CircleDot,
  CornerUpLeft,
  FileText,
  type LucideIcon,
  OctagonX,
  Split,
  Trash2,
  TriangleAlert,
} from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/Icon.tsx';
import { OwnTime } from '../../components/OwnTime.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { OutboxState } from './OutboxState.tsx';
import {
  actionsFor,
  type Deed,
  deedOf,
  isAboutPost,
  type OperationRow,
  type OutboxAction,
} from './outbox-words.ts';
import { SAID, Said } from './Said.tsx';
import { rowElementId } from './use-outbox-cursor.ts';

export interface OutboxRowProps {
  row: OperationRow;
  /** How its site is called. */
  siteName: string;
  /** Place among those that wait, from 1; null for others. */
  number: number | null;
  /** Place of the operation that must go first, if any. */
  after: number | null;
  isCursor: boolean;
  /** The one primary button of the page is here. */
  isPrimary: boolean;
  onAct: (action: OutboxAction, row: OperationRow) => void;
  onFocus: (id: string) => void;
}

const icons: Record<Deed, LucideIcon> = {
  publish: FileText,
  createDraft: FileText,
  forReview: FileText,
  update: FileText,
  approve: Check,
  hold: CircleDot,
  spam: OctagonX,
  trash: Trash2,
  reply: CornerUpLeft,
  choose: Split,
};

/** One operation: what it does, how it stands, what can be done about it. After a day offline there are hundreds. */
export const OutboxRow = memo(function OutboxRow(props: OutboxRowProps) {
  const { row, siteName, number, after, isCursor, isPrimary, onAct, onFocus } = props;
  const { t } = useTranslation('outbox');
  const actions = actionsFor(row);
  const failed = row.state === 'failed';
  return (
    <li
      id={rowElementId(row.id)}
      tabIndex={-1}
      className={classNames('queue-row', failed && 'failed-row', isCursor && 'cursor')}
      aria-current={isCursor || undefined}
      onFocus={() => onFocus(row.id)}
    >
      <div className="no">{number}</div>
      <div>
        <Icon of={failed ? TriangleAlert : icons[deedOf(row)]} tone={failed ? 'failed' : undefined} />
      </div>
      <div>
        <What row={row} />
        <div className="why">{failed ? <Failure row={row} /> : <Where row={row} siteName={siteName} />}</div>
      </div>
      <OutboxState row={row} siteName={siteName} after={after} />
      <div className="do">
        {actions.map((action, index) => (
          <Button
            key={action}
            variant={variantOf(action, isPrimary && index === 0)}
            keys={isCursor && !failed ? keysOf(action, index) : undefined}
            onClick={() => onAct(action, row)}
          >
            {t(`action.${action}`)}
          </Button>
        ))}
      </div>
    </li>
  );
});

function variantOf(action: OutboxAction, isPrimary: boolean) {
  if (isPrimary && action !== 'cancel') return 'primary';
  return action === 'reconnect' || action === 'retry' || action === 'openPost' ? 'default' : 'plain';
}

const keysOf = (action: OutboxAction, index: number): readonly string[] | undefined => {
  if (action === 'cancel') return ['Del'];
  return index === 0 ? ['Enter'] : undefined;
};

/** The deed in words, with the person's own words in their own language. */
function What({ row }: { row: OperationRow }) {
  const { t } = useTranslation('outbox');
  const deed = deedOf(row);
  const nothing = t(isAboutPost(row) ? 'noTitle' : 'noName');
  return (
    <div className="what">
      <Said
        text={t(`what.${deed}`, { title: SAID, name: SAID })}
        words={row.subject.trim() === '' ? nothing : row.subject}
        lang={row.language}
      />{' '}
      {row.excerpt !== '' && <q lang={row.language}>{row.excerpt}</q>}
    </div>
  );
}

/** Which site it belongs to and, while it waits, since when. */
function Where({ row, siteName }: Pick<OutboxRowProps, 'row' | 'siteName'>) {
  const { t } = useTranslation('outbox');
  return (
    <>
      <bdi>{siteName}</bdi>
      {row.state !== 'done' && (
        <>
          {' · '}
          {t('why.since')} <OwnTime at={row.createdAt} zones={[row.timeZone]} />
        </>
      )}
    </>
  );
}

/** What went wrong, what is safe, what to do. */
function Failure({ row: { error } }: { row: OperationRow }) {
  const textOf = useErrorText();
  if (error === null) return null;
  const { what, safe, todo } = textOf(error);
  return `${what} ${safe} ${todo}`;
}
