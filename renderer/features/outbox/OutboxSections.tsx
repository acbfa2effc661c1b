import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnHead } from '../../components/ColumnHead.tsx';
import { useHotkeys } from '../../components/use-hotkeys.ts';
import { useNow } from '../../components/use-now.ts';
import { useSiteNames } from '../sites/use-sites.ts';
import { OutboxRow } from './OutboxRow.tsx';
import {
  actionsFor,
  mainAction,
  type OperationRow,
  type OutboxAction,
  type OutboxList,
  primaryRow,
} from './outbox-words.ts';
import { SilentNote } from './SilentNote.tsx';
import { bySendingDay } from './sent-days.ts';
import { useOutboxActions } from './use-outbox.ts';
import { useOutboxCursor } from './use-outbox-cursor.ts';

/** The parts of the outbox, with one cursor through all their rows. */
export function OutboxSections({ list }: { list: OutboxList }) {
  const { t } = useTranslation('outbox');
  const { needsYou, waiting, sent } = list;
  const { today, yesterday } = bySendingDay(sent, useNow(true));
  const { cursorId, setCursorId } = useOutboxCursor(list);
  const act = useOutboxActions();
  const nameOf = useSiteNames();
  useRowKeys(
    [...needsYou, ...waiting, ...sent].find(({ id }) => id === cursorId),
    act,
  );
  const primary = primaryRow(list);
  const numbers = new Map(waiting.map(({ id }, index) => [id, index + 1]));
  const section = (name: SectionName, rows: readonly OperationRow[], note?: ReactNode) =>
    rows.length > 0 && (
      <Section title={t(`section.${name}`)} count={rows.length} note={note}>
        {rows.map((row) => (
          <OutboxRow
            key={row.id}
            row={row}
            siteName={nameOf(row.siteId)?.line ?? row.siteTitle}
            number={numbers.get(row.id) ?? null}
            after={numbers.get(row.after ?? '') ?? null}
            isCursor={row.id === cursorId}
            isPrimary={row.id === primary?.id}
            onAct={act}
            onFocus={setCursorId}
          />
        ))}
      </Section>
    );
  return (
    <>
      {section('needsYou', needsYou)}
      {section('waiting', waiting, <SilentNote waiting={waiting} />)}
      {section('sentToday', today, t('section.sentNote'))}
      {section('sentYesterday', yesterday, today.length === 0 ? t('section.sentNote') : undefined)}
    </>
  );
}

type SectionName = 'needsYou' | 'waiting' | 'sentToday' | 'sentYesterday';

interface SectionProps {
  title: string;
  count: number;
  note?: ReactNode;
  children: ReactNode;
}

function Section({ title, count, note, children }: SectionProps) {
  return (
    <section className="outbox-section" aria-label={title}>
      <ColumnHead title={title} count={count}>
        {note}
      </ColumnHead>
      <ul className="queue">{children}</ul>
    </section>
  );
}

/** Enter does the main thing with the row under the cursor, Delete withdraws it. */
function useRowKeys(row: OperationRow | undefined, act: (action: OutboxAction, row: OperationRow) => void) {
  const doMain = () => {
    const main = row === undefined ? null : mainAction(row);
    if (row !== undefined && main !== null) act(main, row);
  };
  const withdraw = () => {
    if (row !== undefined && actionsFor(row).includes('cancel')) act('cancel', row);
  };
  useHotkeys({ Enter: doMain, Delete: withdraw });
}
