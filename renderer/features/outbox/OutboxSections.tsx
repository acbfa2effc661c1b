import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnHead } from '../../components/ColumnHead.tsx';
import { useHotkeys } from '../../components/use-hotkeys.ts';
import { OfflineNote } from './OfflineNote.tsx';
import { OutboxRow } from './OutboxRow.tsx';
import {
  actionsFor,
  mainAction,
  type OperationRow,
  type OutboxAction,
  type OutboxList,
  predecessors,
} from './outbox-words.ts';
import { settleRow, stepRow } from './row-cursor.ts';
import { useOutboxActions } from './use-outbox.ts';

/** The three parts of the outbox, with one cursor through all their rows. */
export function OutboxSections({ list }: { list: OutboxList }) {
  const { t } = useTranslation('outbox');
  const { needsYou, waiting, sent } = list;
  const all = [...needsYou, ...waiting, ...sent];
  const { cursorId, setCursorId, refOf } = useRowCursor(all);
  const act = useOutboxActions();
  useRowKeys(
    all.find(({ id }) => id === cursorId),
    act,
  );
  const before = predecessors(waiting);
  const rows = (section: readonly OperationRow[], numbered = false) => (
    <ul className="queue">
      {section.map((row, index) => (
        <OutboxRow
          key={row.id}
          row={row}
          number={numbered ? index + 1 : null}
          after={numbered ? (before[index] ?? null) : null}
          isCursor={row.id === cursorId}
          isFirst={row.id === needsYou[0]?.id}
          onAct={act}
          onFocus={() => setCursorId(row.id)}
          ref={refOf(row.id)}
        />
      ))}
    </ul>
  );
  return (
    <>
      {needsYou.length > 0 && (
        <Section title={t('section.needsYou')} count={needsYou.length}>
          {rows(needsYou)}
        </Section>
      )}
      {waiting.length > 0 && (
        <Section title={t('section.waiting')} count={waiting.length} note={<OfflineNote waiting={waiting} />}>
          {rows(waiting, true)}
        </Section>
      )}
      {sent.length > 0 && (
        <Section title={t('section.sentToday')} count={sent.length} note={t('section.sentNote')}>
          {rows(sent)}
        </Section>
      )}
    </>
  );
}

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
      {children}
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

/** J and K through the rows. When the row under the cursor goes, the next one takes its place and its focus. */
function useRowCursor(rows: readonly OperationRow[]) {
  const ids = rows.map(({ id }) => id);
  const elements = useRef(new Map<string, HTMLLIElement>());
  const [kept, setKept] = useState<{ id: string | null; index: number }>({ id: null, index: 0 });
  const cursor = settleRow(kept, ids);
  if (cursor !== kept) setKept(cursor);
  const focus = (id: string | null) => (id === null ? undefined : elements.current.get(id)?.focus());
  const step = (by: number) => {
    const next = stepRow(cursor, ids, by);
    setKept(next);
    focus(next.id);
  };
  useHotkeys({ j: { run: () => step(1), repeat: true }, k: { run: () => step(-1), repeat: true } });
  const shown = useRef(ids.length);
  const keepFocus = useEffectEvent(() => {
    const fewer = ids.length < shown.current;
    shown.current = ids.length;
    if (fewer && document.activeElement === document.body) focus(cursor.id);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a row that went took the focus with it.
  useEffect(() => keepFocus(), [ids.join()]);
  return {
    cursorId: cursor.id,
    setCursorId: (id: string) => setKept({ id, index: ids.indexOf(id) }),
    refOf: (id: string) => (element: HTMLLIElement | null) => {
      if (element === null) elements.current.delete(id);
      else elements.current.set(id, element);
    },
  };
}
