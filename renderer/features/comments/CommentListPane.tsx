import { ArrowDownUp } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Hint } from '../../components/Hint.tsx';
import { Pane, PaneHead } from '../../components/Pane.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Toast, type ToastContent } from '../../components/Toast.tsx';
import { VirtualList, type VirtualListHandle } from '../../components/VirtualList.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { SiteScope } from '../sites/SiteScope.tsx';
import { type Site, useSiteNames } from '../sites/use-sites.ts';
import { DeskRow, deskRowHeight } from './DeskRow.tsx';
import type { CommentFilter, CommentOrder } from './desk-words.ts';
import { NothingHere } from './NothingHere.tsx';
import type { CommentList } from './use-comment-list.ts';

export interface CommentListPaneProps {
  filter: CommentFilter;
  order: CommentOrder;
  onOrder: (order: CommentOrder) => void;
  sites: readonly Site[];
  siteId: string | null;
  list: CommentList;
  /** Index of the cursor row, -1 while a comment outside this list is looked at. */
  cursor: number;
  onCursor: (index: number) => void;
  /** Enter: to the comment itself. */
  onOpen: () => void;
  onKeys: () => void;
  /** Whether the comment under the cursor takes a reply. */
  canReply: boolean;
  toast: ToastContent | null;
  listRef: Ref<VirtualListHandle>;
}

/** The list at the left: most comments are decided from here. */
export function CommentListPane(props: CommentListPaneProps) {
  const { filter, order, onOrder, sites, list, toast } = props;
  const { t } = useTranslation(['comments', 'common']);
  const title = t(`view.${filter}`);
  const next = order === 'oldest' ? 'newest' : 'oldest';
  const orderName = t(order === 'oldest' ? 'common:list.oldestFirst' : 'common:list.newestFirst');
  const orderButton = (
    <Button
      variant="plain"
      className="order"
      icon={ArrowDownUp}
      aria-label={orderName}
      title={orderName}
      onClick={() => onOrder(next)}
    >
      <span className="words">{orderName}</span>
    </Button>
  );
  const several = sites.length > 1;
  return (
    <Pane label={title} surface="tray" className="comment-list">
      <PaneHead
        title={title}
        count={list.loading ? undefined : formatNumber(list.rows.total, currentLanguage())}
      >
        {!several && orderButton}
      </PaneHead>
      <SiteScope>{orderButton}</SiteScope>
      <ListBody {...props} label={title} />
      <FootLine onKeys={props.onKeys} canReply={props.canReply} />
      <Toast toast={toast} inList />
    </Pane>
  );
}

/** Rows, or what is true where there are none. It takes the focus when the last row goes, so that it is not lost. */
function ListBody(props: CommentListPaneProps & { label: string }) {
  const { list, cursor, filter, sites, siteId } = props;
  const errorText = useErrorText();
  const nameOf = useSiteNames();
  const box = useRef<HTMLDivElement>(null);
  const severalSites = siteId === null && sites.length > 1;
  const empty = !list.loading && list.rows.total === 0;
  useEffect(() => {
    const { activeElement } = document;
    if (empty && activeElement === document.body) box.current?.focus();
    // Rows have come (back): their keys belong to the list itself.
    if (!empty && activeElement === box.current)
      box.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  }, [empty]);
  const within = (content: ReactNode) => (
    <div className="list-body" ref={box} tabIndex={-1} aria-busy={list.loading}>
      {content}
    </div>
  );
  if (list.error !== null) {
    const { what, safe, todo } = errorText(list.error);
    return within(<ProblemNotice what={what} kept={safe} next={todo} />);
  }
  // A page further down may still be read: then the rows that are known stay, and with them the focus.
  if (list.loading && empty) return within(null);
  if (empty) return within(<NothingHere filter={filter} sites={sites} siteId={siteId} />);
  return within(
    <VirtualList
      ref={props.listRef}
      label={props.label}
      total={list.rows.total}
      rowHeight={deskRowHeight}
      getRow={list.rows.row}
      keyOf={(row) => row.id}
      renderRow={(row) => (
        <DeskRow row={row} filter={filter} site={severalSites ? nameOf(row.siteId) : undefined} />
      )}
      cursor={cursor}
      onCursor={props.onCursor}
      onOpen={props.onOpen}
      onRange={list.show}
    />,
  );
}

function FootLine({ onKeys, canReply }: Pick<CommentListPaneProps, 'onKeys' | 'canReply'>) {
  const { t } = useTranslation();
  return (
    <div className="foot-line">
      <Hint keys={['J', 'K']}>{t('hint.move')}</Hint>
      {canReply && <Hint keys={['R']}>{t('hint.reply')}</Hint>}
      <span className="grow" />
      <Button variant="plain" className="foot-button" keys={['?']} onClick={onKeys}>
        {t('hint.allKeys')}
      </Button>
    </div>
  );
}
