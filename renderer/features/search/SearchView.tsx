import { ArrowDownUp, Bookmark } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Pane } from '../../components/Pane.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { HitList, hitId } from './HitList.tsx';
import { Operators } from './Operators.tsx';
import { SearchField } from './SearchField.tsx';
import { SearchNotes } from './SearchNotes.tsx';
import {
  type Group,
  queryOf,
  type SearchSession,
  searchSession,
  useSearchSession,
} from './search-session.ts';
import './search.css';
import { useHitCursor } from './use-hit-cursor.ts';
import { canBeKept, useSaveSearch } from './use-save-search.ts';
import { type SearchResults, useSearch } from './use-search.ts';

const GROUPS: readonly Group[] = ['all', 'posts', 'comments', 'drafts'];

/** Full-text search over posts and comments, with results while it is typed. */
export function SearchView() {
  const { t } = useTranslation('search');
  const session = useSearchSession();
  const results = useSearch(session);
  const listId = useId();
  const { cursor, open, onKeyDown } = useHitCursor(session, results);
  const { found, hits, building } = results;
  const asks = found !== undefined && !found.asksNothing;
  const totals = found?.totals ?? { posts: 0, comments: 0, drafts: 0 };
  const all = totals.posts + totals.comments;
  return (
    <main className="main">
      <Pane label={t('title')} surface="paper" className="search">
        <h1 className="sr">{t('title')}</h1>
        <div className="searchbar">
          <SearchField
            session={session}
            found={asks ? t('found', { count: all }) : ''}
            listId={listId}
            activeId={cursor < 0 ? undefined : hitId(listId, cursor)}
            onKeyDown={onKeyDown}
          />
          <SaveButton session={session} />
        </div>
        <Announcement results={results} />
        <Tabs
          label={t('groups')}
          value={session.group}
          onChange={searchSession.show}
          tabs={GROUPS.map((group) => ({
            value: group,
            label: <TabLabel group={group} count={asks ? (group === 'all' ? all : totals[group]) : null} />,
          }))}
          after={<OrderButton session={session} />}
        >
          <div className="results">
            <div className="scroll">
              <SearchNotes notes={found?.notes ?? []} building={building} isStuck={found?.isStuck ?? false} />
              <Outcome session={session} results={results} />
              <HitList
                id={listId}
                hits={hits}
                cursor={cursor}
                morePosts={morePosts(session, results)}
                hasMore={results.hasMore}
                onOpen={open}
                onKeyDown={onKeyDown}
              />
            </div>
            <Operators />
          </div>
        </Tabs>
      </Pane>
    </main>
  );
}

function SaveButton({ session }: { session: SearchSession }) {
  const { t } = useTranslation('search');
  const save = useSaveSearch();
  const isUsable = canBeKept(queryOf(session));
  return (
    <Button big icon={Bookmark} keys={['Mod', 'S']} aria-disabled={!isUsable} onClick={save}>
      {t('saved.button')}
    </Button>
  );
}

/** How many posts there are, if among everything not all of them are shown. */
function morePosts({ group }: SearchSession, { found }: SearchResults): number | null {
  if (group !== 'all' || found === undefined || found.totals.posts <= found.posts.length) return null;
  return found.totals.posts;
}

/** `count` is null as long as nothing is asked for. */
function TabLabel({ group, count }: { group: Group; count: number | null }) {
  const { t } = useTranslation('search');
  return (
    <>
      {t(`tab.${group}`)}{' '}
      {count !== null && <span className="num">{formatNumber(count, currentLanguage())}</span>}
    </>
  );
}

function OrderButton({ session: { order } }: { session: SearchSession }) {
  const { t } = useTranslation('search');
  const other = order === 'best' ? 'newest' : 'best';
  return (
    <Button
      variant="plain"
      icon={ArrowDownUp}
      title={t(`sortBy.${other}`)}
      onClick={() => searchSession.sort(other)}
    >
      {t(`order.${order}`)}
    </Button>
  );
}

/** What stands in the place of results: the beginning, a failure, nothing found. */
function Outcome({ session, results }: { session: SearchSession; results: SearchResults }) {
  const { t } = useTranslation('search');
  const errorText = useErrorText();
  const { error, found, hits, building, isCurrent } = results;
  if (error !== null) {
    const { what, safe, todo } = errorText(error);
    return <ProblemNotice what={what} kept={safe} next={todo} />;
  }
  if (found === undefined) return null;
  if (found.asksNothing) return <EmptyState title={t('empty.title')} lead={t('empty.lead')} />;
  if (hits.length > 0 || !isCurrent) return null;
  const lead = building === null ? t('nothing.lead') : t('nothing.building');
  const canWiden = session.operators.length > 0 && canBeKept(session.rest);
  return (
    <EmptyState title={t('nothing.title', { text: queryOf(session) })} lead={lead}>
      {canWiden && <Button onClick={() => searchSession.widen()}>{t('nothing.widen')}</Button>}
    </EmptyState>
  );
}

/** Says aloud what was found, once it is the answer to what stands in the field. */
function Announcement({ results: { found, isCurrent } }: { results: SearchResults }) {
  const { t } = useTranslation('search');
  const says =
    found === undefined || found.asksNothing || !isCurrent
      ? ''
      : [t('posts', { count: found.totals.posts }), t('comments', { count: found.totals.comments })].join(
          ', ',
        );
  return (
    <div className="sr" role="status">
      {says}
    </div>
  );
}
