import { Check, type LucideIcon, RefreshCw, TriangleAlert, X } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { Icon } from '../components/Icon.tsx';
import { request } from '../data/request.ts';
import { type Site, useSiteNames, useSites } from '../features/sites/use-sites.ts';
import { arrivalOf, firstWork } from './arrival.ts';
import { useDesk } from './desk.ts';
import { type Note, useNotes } from './notes.tsx';
import { usePlace } from './place.tsx';
import { useOpenSite } from './use-open-site.ts';
import { useUntouched } from './use-untouched.ts';

/** What the window has to say, in the bar: it covers nothing, takes no focus, and needs no haste. */
export function BarNote() {
  const { note } = useNotes();
  return (
    <div className="bar-note" role="status">
      {note?.kind === 'said' && <Said key={note.text} note={note} />}
      {note?.kind === 'arriving' && <Arriving key={note.siteId} {...note} />}
    </div>
  );
}

/** Stays until the person goes to another list or closes it. */
function Said({ note: { icon, text, detail, action } }: { note: Extract<Note, { kind: 'said' }> }) {
  const { dismiss } = useNotes();
  const { place, siteId } = usePlace();
  const here = [place.view, place.filter, siteId].join(' ');
  const [saidAt] = useState(here);
  useEffect(() => {
    if (here !== saidAt) dismiss();
  }, [here, saidAt, dismiss]);
  const act = () => {
    dismiss();
    action?.run();
  };
  return (
    <Chip icon={icon} text={text}>
      {detail !== undefined && <span className="num">{detail}</span>}
      {action !== undefined && <Button onClick={act}>{action.label}</Button>}
    </Chip>
  );
}

/** How far the posts and comments of a new site have come; in the end what has come, and the way to what waits. */
function Arriving({ siteId, land }: { siteId: string; land: boolean }) {
  const { t } = useTranslation('sites');
  const site = useSites().find(({ id }) => id === siteId);
  const title = useSiteNames()(siteId)?.line ?? '';
  useArrival(site, siteId, land);
  if (site === undefined) return null;
  const { what, done, total } = site.sync;
  return (
    <Chip icon={RefreshCw} text={t('connect.arriving', { title })}>
      {total > 0 && (
        <span className="num" aria-hidden>
          {t(what === 'comments' ? 'pull.comments' : 'pull.posts', { done, total })}
        </span>
      )}
    </Chip>
  );
}

/** Says what has come once the first pull has ended, and goes where work is if the person is still waiting for it. */
function useArrival(site: Site | undefined, siteId: string, land: boolean): void {
  const { t } = useTranslation('sites');
  const title = useSiteNames()(siteId)?.line ?? '';
  const { say, dismiss } = useNotes();
  const { opened } = useDesk();
  const { place, siteId: shown, go } = usePlace();
  const openSite = useOpenSite();
  const untouched = useUntouched();
  const [from] = useState(shown);
  const [hasBegun, setBegun] = useState(false);
  if (!hasBegun && site?.sync.phase === 'pulling') setBegun(true);
  const stage = site === undefined ? 'coming' : arrivalOf(site, hasBegun);
  const finish = useEffectEvent((ended: 'here' | 'halted', arrived: Site) => {
    const waits =
      land && untouched() && opened.kind === 'nothing' && place.view === 'posts' && shown === from;
    const { posts, comments, pending } = arrived.counts;
    if (ended === 'halted')
      return say({ kind: 'said', icon: TriangleAlert, text: t('connect.halted', { title }) });
    if (waits) go(firstWork(arrived));
    const counted = `${t('count.posts', { count: posts })}, ${t('count.comments', { count: comments })}`;
    say({
      kind: 'said',
      icon: Check,
      text: t('connect.arrived', { title }),
      detail: counted,
      ...(waits || pending === 0
        ? {}
        : {
            action: {
              label: t('connect.seePending', { count: pending }),
              run: () => openSite(siteId, firstWork(arrived)),
            },
          }),
    });
  });
  useEffect(() => {
    if (stage === 'coming') return;
    let left = false;
    // Progress runs ahead of the counts: these are asked for once it has ended.
    void request('sites', 'list', {}).then((answer) => {
      const arrived = answer.ok ? answer.value.find(({ id }) => id === siteId) : undefined;
      if (left) return;
      if (arrived === undefined) dismiss();
      else finish(stage, arrived);
    });
    return () => {
      left = true;
    };
  }, [stage, siteId, dismiss]);
}

interface ChipProps {
  icon: LucideIcon;
  text: string;
  children?: ReactNode;
}

function Chip({ icon, text, children }: ChipProps) {
  const { t } = useTranslation();
  const { dismiss } = useNotes();
  return (
    <div className="chip">
      <Icon of={icon} />
      <span className="cut" title={text}>
        {text}
      </span>{' '}
      {children}
      <Button variant="plain" label={t('action.close')} icon={X} onClick={dismiss} />
    </div>
  );
}
