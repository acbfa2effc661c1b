import { History } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { ariaShortcut } from '../../components/keycap-labels.ts';
import type { ToastContent } from '../../components/Toast.tsx';
import { useHotkeys } from '../../components/use-hotkeys.ts';
import { useCall } from '../../data/use-call.ts';
import { useCommands } from '../../frame/commands.ts';
import { useKeywords, useOtherWords } from '../../frame/use-other-words.ts';
import { formatDate } from '../../i18n/dates.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import type { Site } from '../sites/use-sites.ts';
import { bodyOf, type EditorFacts } from '../writing/editor-state.ts';
import type { PostDetail, Session } from '../writing/sessions.ts';
import type { RevisionRow } from './by-day.ts';
import { TICKS, ticksOf } from './ticks.ts';
import { toldApart, withNth } from './told-apart.ts';
import { TEXT, useRestore } from './use-restore.ts';
import type { PresentWords } from './VersionCompare.tsx';
import { VersionsDialog } from './VersionsDialog.tsx';
import './revisions.css';

interface PostVersionsProps {
  post: PostDetail;
  site: Site | undefined;
  session: Session;
  facts: EditorFacts;
  onToast: (toast: ToastContent | null) => void;
}

const KEYS = ['Mod', 'Shift', 'H'];
/** As long as they are not there; always the same list. */
const NONE: RevisionRow[] = [];
const NOTHING: PresentWords = { title: '', body: '', excerpt: '' };

/** How many versions of a post there are, with a timeline of them; opens them. */
export function PostVersions({ post, site, session, facts, onToast }: PostVersionsProps) {
  const { t } = useTranslation(['revisions', 'writing']);
  const { data: rows = NONE } = useCall('revisions', 'list', { postId: post.id }, { keepPrevious: false });
  const apart = useMemo(() => toldApart(rows), [rows]);
  const [isOpen, setOpen] = useState(false);
  // Their texts are read for it: no post waits for that while it is opened.
  const { data: damaged } = useCall(
    'revisions',
    'damaged',
    { postId: post.id },
    { enabled: isOpen, keepPrevious: false },
  );
  const [present, setPresent] = useState(NOTHING);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const { busy, error, restore, reset } = useRestore(session, facts, onToast);
  const isRestored = useRef(false);
  const title = session.title || post.excerpt || t('writing:list.noTitle');
  const open = () => {
    // What is compared with is what is on screen, to the last letter; meanwhile that is saved.
    setPresent({ title: session.title, body: bodyOf(session.editor), excerpt: post.fields.excerpt });
    // What that adds comes above the version that is looked at, and does not take its place.
    setChosenId(rows[0]?.id ?? null);
    void session.autosave.flush();
    reset();
    isRestored.current = false;
    setOpen(true);
  };
  const onChoose = (id: string) => {
    reset();
    setChosenId(id);
  };
  const onRestore = async (row: RevisionRow) => {
    const context = { language: currentLanguage(), now: Date.now() };
    const { seconds = false, nth = null } = apart.get(row.id) ?? {};
    const done = await restore(row.id, withNth(formatDate(row.at, context, { time: true, seconds }), nth));
    if (!done) return;
    isRestored.current = true;
    setOpen(false);
  };
  // The text that had the focus is another one now.
  const textAfterRestore = () => (isRestored.current ? document.querySelector<HTMLElement>(TEXT) : null);
  useVersionsCommand(title, open);
  const count = t('count', { count: rows.length + 1 });
  return (
    <>
      <Button
        variant="plain"
        className="versions-button"
        icon={History}
        aria-label={t('button', { versions: count })}
        aria-keyshortcuts={ariaShortcut(KEYS)}
        title={t('button', { versions: count })}
        onClick={open}
      >
        <span className="num whole">{count}</span>
        <span className="num short" data-count={rows.length + 1} />
        {rows.length > 0 && <Ticks rows={rows} />}
      </Button>
      <VersionsDialog
        open={isOpen}
        onClose={() => setOpen(false)}
        {...{ title, rows, apart, damaged, present, chosenId, busy, error }}
        onChoose={onChoose}
        language={facts.lang}
        siteZone={site?.timeZone}
        mayRestore={post.editable}
        onRestore={(row) => void onRestore(row)}
        finalFocus={textAfterRestore}
      />
    </>
  );
}

function Ticks({ rows }: { rows: readonly RevisionRow[] }) {
  const { width, height } = TICKS;
  return (
    <svg
      className="ticks"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path className="earlier" d={ticksOf(rows)} />
      <path className="present" d="M74 14V2" />
    </svg>
  );
}

/** The versions by key and from the palette. */
function useVersionsCommand(title: string, run: () => void): void {
  const { t } = useTranslation('revisions');
  const otherWords = useOtherWords('revisions');
  const keywords = useKeywords();
  useHotkeys({ 'mod+shift+h': run });
  useCommands(
    [
      {
        id: 'versions',
        label: t('command', { title }),
        also: [...otherWords((other) => other('command', { title })), ...keywords('findBy.versions')],
        icon: History,
        group: 'do',
        keys: KEYS,
        run,
      },
    ],
    1,
  );
}
