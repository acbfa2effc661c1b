import { Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { OwnTime } from '../../components/OwnTime.tsx';
import { Pane, PaneHead } from '../../components/Pane.tsx';
import { PostRow, postRowHeight } from '../../components/PostRow.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { Time } from '../../components/Time.tsx';
import { Toast, type ToastContent } from '../../components/Toast.tsx';
import { VirtualList, type VirtualListHandle } from '../../components/VirtualList.tsx';
import type { CallInput, CallOutput } from '../../data/request.ts';
import { useCall } from '../../data/use-call.ts';
import { type Pages, usePages } from '../../data/use-pages.ts';
import { useDesk } from '../../frame/desk.ts';
import { useFirstFocus } from '../../frame/first-focus.ts';
import { usePlace } from '../../frame/place.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { LostPostsLine } from '../revisions/LostPostsLine.tsx';
import { SiteScope } from '../sites/SiteScope.tsx';
import { isComing, type Site, useSiteNames, useSites } from '../sites/use-sites.ts';
import { NoRows } from './NoRows.tsx';
import { PostBadges } from './PostBadges.tsx';

type Filter = CallInput<'posts', 'list'>['filter'];
type Row = CallOutput<'posts', 'list'>['rows'][number];

const filters: readonly Filter[] = ['all', 'drafts', 'scheduled', 'published'];

/** The list of posts: a row is open as soon as the cursor is on it. */
export function PostListPane({ toast }: { toast: ToastContent | null }) {
  const { t } = useTranslation('writing');
  const { place } = usePlace();
  const { newPost } = useDesk();
  const filter = filters.find((one) => one === place.filter) ?? 'all';
  const { siteId } = usePlace();
  const { data: counts } = useCall('posts', 'counts', { siteId });
  return (
    <Pane label={t('list.label')} surface="tray">
      <PaneHead
        title={t(`list.${filter}`)}
        count={counts === undefined ? undefined : formatNumber(counts[filter], currentLanguage())}
      >
        <Button label={t('list.newPost')} icon={Plus} onClick={newPost} />
      </PaneHead>
      <SiteScope />
      <LostPostsLine />
      <PostRows filter={filter} />
      <Toast toast={toast} inList />
    </Pane>
  );
}

function PostRows({ filter }: { filter: Filter }) {
  const { t } = useTranslation('writing');
  const textOf = useErrorText();
  const { place, siteId, go } = usePlace();
  const sites = useSites();
  const pages = usePages('posts', { siteId, filter });
  const { total, row, show, loading, error } = pages;
  const { cursor, moveTo } = useOpenRow(pages, place.postId, (postId) => go({ view: 'posts', postId }));
  const list = useRef<VirtualListHandle>(null);
  const nameOf = useSiteNames();
  const several = siteId === null && sites.length > 1;
  useFirstFocus(() => list.current?.focus(), loading ? false : place.postId);
  if (error !== null) {
    const text = textOf(error);
    return <ProblemNotice what={text.what} kept={text.safe} next={text.todo} />;
  }
  const shown = sites.filter((site) => siteId === null || site.id === siteId);
  if (!loading && total === 0) return <NoRows filter={filter} isComing={shown.some(isComing)} />;
  return (
    <VirtualList<Row>
      label={t(`list.${filter}`)}
      total={total}
      rowHeight={postRowHeight}
      getRow={row}
      keyOf={(post) => post.id}
      renderRow={(post) => (
        <Post post={post} sites={sites} site={several ? nameOf(post.siteId) : undefined} />
      )}
      cursor={cursor}
      onCursor={moveTo}
      onOpen={() => document.querySelector<HTMLElement>('.sheet .headline')?.focus()}
      onRange={show}
      ref={list}
    />
  );
}

/** The row of the open post. A row that is still on its way is opened once it has come; the cursor waits there. */
function useOpenRow(
  { row, indexOf }: Pick<Pages<Row>, 'row' | 'indexOf'>,
  postId: string | null,
  open: (postId: string) => void,
): { cursor: number; moveTo: (index: number) => void } {
  const [awaited, setAwaited] = useState<number | null>(null);
  const here = awaited === null ? undefined : row(awaited)?.id;
  const arrive = useEffectEvent((id: string) => {
    setAwaited(null);
    open(id);
  });
  useEffect(() => (here === undefined ? undefined : arrive(here)), [here]);
  return { cursor: awaited ?? indexOf((post) => post.id === postId), moveTo: setAwaited };
}

interface PostProps {
  post: Row;
  sites: readonly Site[];
  /** Whose it is, where the list holds those of several sites. */
  site: ReturnType<ReturnType<typeof useSiteNames>>;
}

function Post({ post, sites, site }: PostProps) {
  const { t } = useTranslation('writing');
  const timeZone = sites.find((site) => site.id === post.siteId)?.timeZone;
  return (
    <PostRow
      title={post.title || post.excerpt || t('list.noTitle')}
      lang={post.title === '' && post.excerpt === '' ? currentLanguage() : post.language}
      badge={<PostBadges post={post} timeZone={timeZone} />}
      site={site}
      time={
        // What a blog has goes by the blog's clock; what was written here and is nowhere else, by the one here.
        post.remoteId === null ? (
          <OwnTime at={post.date} zones={sites.map((site) => site.timeZone)} />
        ) : (
          <Time at={post.date} timeZone={timeZone} />
        )
      }
    />
  );
}
