import { Bookmark, Ellipsis, PencilLine, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guessLanguage } from '../../../main/domain/language.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { initialsAmong } from '../../components/initials.ts';
import { Keycaps } from '../../components/Keycaps.tsx';
import { Menu, MenuItem } from '../../components/Menu.tsx';
import { NavGroup, NavItem } from '../../components/NavItem.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { useBridgeEvent } from '../../data/use-bridge-event.ts';
import { useCall } from '../../data/use-call.ts';
import { useCommand } from '../../data/use-command.ts';
import { useCommands } from '../../frame/commands.ts';
import { useDesk } from '../../frame/desk.ts';
import { useNotes } from '../../frame/notes.tsx';
import { usePlace } from '../../frame/place.tsx';
import { currentLanguage } from '../../i18n/setup.ts';
import { NamingDialog } from './NamingDialog.tsx';
import { namingDialog } from './naming.ts';
import { inForm, type KeptSearch, useKeptSearches } from './saved-searches.ts';
import { queryOf, useSearchSession } from './search-session.ts';
import { useOpenSearch } from './use-open-search.ts';
import './saved-searches.css';

/** The kept searches in the navigation and in the palette, with how many each finds now. Nothing where there is none. */
export function SavedSearches() {
  const { t } = useTranslation('search');
  const kept = useKeptSearches();
  const open = useOpenSearch();
  const session = useSearchSession();
  const { place } = usePlace();
  const [leaving, setLeaving] = useState<KeptSearch | null>(null);
  useCountsAfterBuilding();
  useCommands(
    kept.map((search) => ({
      ...{ id: `saved ${search.id}`, label: search.name, detail: t('saved.kind'), icon: Bookmark },
      ...{ group: 'goTo' as const, lang: languageOf(search), also: [search.query] },
      count: search.count ?? undefined,
      run: () => open(search.query),
    })),
    0,
  );
  const names = kept.map(({ name }) => name);
  const shown = place.view === 'search' ? inForm(queryOf(session)) : null;
  return (
    <>
      {kept.length > 0 && (
        <NavGroup label={t('saved.title')}>
          {kept.map((search, at) => (
            <Row
              key={search.id}
              search={search}
              short={initialsAmong(names, at)}
              isCurrent={inForm(search.query) === shown}
              onOpen={() => open(search.query)}
              onForget={() => setLeaving(search)}
            />
          ))}
        </NavGroup>
      )}
      <NamingDialog />
      <ForgetDialog search={leaving} onClose={() => setLeaving(null)} />
    </>
  );
}

const languageOf = ({ name }: KeptSearch): string => guessLanguage(name, currentLanguage());

/** While the index is being made the counts are those of what it holds: they are asked for again once it is whole. */
function useCountsAfterBuilding(): void {
  const { refetch } = useCall('savedSearches', 'counts', {}, { enabled: false });
  useBridgeEvent('searchBuilding', ({ building }) => {
    if (building === null) void refetch();
  });
}

interface RowProps {
  search: KeptSearch;
  /** In the narrow rail, where one bookmark is like the other. */
  short: string;
  isCurrent: boolean;
  onOpen: () => void;
  onForget: () => void;
}

/** A line with its menu, which also opens with the right button and with the menu key. */
function Row({ search, short, isCurrent, onOpen, onForget }: RowProps) {
  const { t } = useTranslation('search');
  const row = useRef<HTMLDivElement>(null);
  const rename = () => namingDialog.open(search);
  const openMenu = () => row.current?.querySelector<HTMLElement>('.row-menu')?.click();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isLine = event.target instanceof Element && event.target.matches('.nav-item');
    const action = { F2: rename, Delete: onForget }[event.key];
    if (!isLine || action === undefined) return;
    event.preventDefault();
    action();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the line inside is the control; its keys and menu are beside it.
    <div
      className="saved-row"
      ref={row}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        event.preventDefault();
        openMenu();
      }}
    >
      <NavItem
        icon={Bookmark}
        label={search.name}
        short={short}
        lang={languageOf(search)}
        count={search.count ?? undefined}
        current={isCurrent}
        onClick={onOpen}
      />
      <Menu
        buttonClass="row-menu"
        title={t('saved.more')}
        button={
          <>
            <Icon of={Ellipsis} small />
            <VisuallyHidden>{t('saved.moreOf', { name: search.name })}</VisuallyHidden>
          </>
        }
      >
        <MenuItem onClick={rename}>
          <Icon of={PencilLine} />
          <span className="grow">{t('saved.menu.rename')}</span>
          <Keycaps keys={['F2']} always />
        </MenuItem>
        <MenuItem onClick={onForget}>
          <Icon of={Trash2} />
          <span className="grow">{t('saved.menu.forget')}</span>
          <Keycaps keys={['Delete']} always />
        </MenuItem>
      </Menu>
    </div>
  );
}

function ForgetDialog({ search, onClose }: { search: KeptSearch | null; onClose: () => void }) {
  const { t } = useTranslation('search');
  const { run } = useCommand('savedSearches', 'forget');
  const { fail } = useDesk();
  const { say } = useNotes();
  // The name stays while the dialog closes.
  const [shown, setShown] = useState(search);
  if (search !== null && search !== shown) setShown(search);
  const forget = async ({ id, name }: KeptSearch) => {
    onClose();
    const answer = await run({ id });
    if (!answer.ok) return fail(answer.error);
    say({ kind: 'said', icon: Trash2, text: t('saved.forgotten', { name }) });
  };
  if (shown === null) return null;
  return (
    <ConfirmDialog
      open={search !== null}
      title={t('saved.forget.title', { name: shown.name })}
      lead={t('saved.forget.lead')}
      safeLabel={t('saved.forget.keep')}
      onSafe={onClose}
      confirmLabel={t('saved.forget.confirm')}
      confirmIcon={Trash2}
      onConfirm={() => void forget(shown)}
    />
  );
}
