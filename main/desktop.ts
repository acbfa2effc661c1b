import {
  app,
  type BrowserWindow,
  dialog,
  Menu,
  type MessageBoxOptions,
  nativeTheme,
  shell,
  type WebContents,
} from 'electron';
import type { EventName, EventPayload, MenuCommand } from '../preload/contract/events.ts';
import type { BlockedSwap } from './backup/swap.ts';
import { askAboutBlockedRestore, askAboutClosedLibrary } from './cannot-open.ts';
import type { Clock } from './clock.ts';
import { closingGuard } from './closing.ts';
import type { AppError } from './domain/app-error.ts';
import { ok } from './domain/result.ts';
import { fileQuestions } from './file-questions.ts';
import type { CollectionName, Preferences } from './library/collections.ts';
import type { Commit, Library } from './library/library.ts';
import { menuTemplate } from './menu.ts';
import { type NativeTexts, nativeTexts } from './native-texts.ts';
import { comeBackAfterCrash } from './page-crash.ts';
import { DEFAULT_PREFERENCES, languageInForce, preferencesOf } from './services/app.ts';
import { boundsOf, createWindow, tell } from './window.ts';

/** The parts of the page's projection that a collection feeds. */
const PARTS: Record<CollectionName, EventPayload<'changed'>['parts'][number]> = {
  sites: 'sites',
  contacts: 'sites',
  setAside: 'sites',
  posts: 'posts',
  comments: 'comments',
  decisions: 'comments',
  operations: 'outbox',
  preferences: 'settings',
  replyDrafts: 'replyDrafts',
  revisions: 'revisions',
  clockReadings: 'revisions',
  savedSearches: 'savedSearches',
};

interface DesktopOptions {
  clock: Clock;
  pageUrl: string;
  dataFolder: string;
  logFolder: string;
  /** Someone chose to keep a window that was about to close. */
  onKeptOpen(): void;
  /** A defect that no caller can be told of. */
  reportBug(error: unknown): void;
}

/** The window, its menu and theme: what the person sees of the main process. */
export interface Desktop {
  /** Opens the window on this library and keeps it told of changes. */
  show(library: Library): Promise<void>;
  tell<N extends EventName>(event: N, payload: EventPayload<N>): void;
  owns(contents: WebContents): boolean;
  /** The page has called over the bridge. */
  heardFromPage(): void;
  readyToClose(): void;
  /**
   * Says why the library stays closed; answers what the person wants to do about it.
   * @param backup when the newest good backup was made (ISO), if there is one
   */
  showCannotOpen(error: AppError, backup?: string): Promise<'restore' | 'again' | 'quit'>;
  showNotRestored(): void;
  /** Says why the library cannot make place for the restored one; answers what the person wants to do about it. */
  showBlockedRestore(reason: BlockedSwap['reason']): Promise<'again' | 'as-it-is' | 'quit'>;
  /** Asks where a backup is to be saved, and which one to restore; null if the person changed their mind. */
  whereToSave(name: string): Promise<string | null>;
  whichToOpen(): Promise<string | null>;
}

export function openDesktop(options: DesktopOptions): Desktop {
  const { clock, pageUrl, onKeptOpen, reportBug } = options;
  let window: BrowserWindow | null = null;
  let library: Library | null = null;
  const preferences = (): Preferences => (library ? preferencesOf(library) : DEFAULT_PREFERENCES);
  const language = () => languageInForce(preferences().language, app.getPreferredSystemLanguages());
  const texts = () => nativeTexts(language());
  const applyLook = appLook(options, (command) => tell(window, 'menu', { command }));
  // A page that has asked for nothing yet shows nothing to write in, and would not hear that it is to save.
  let pageIsUp = false;

  const closing = closingGuard({
    mayHoldWords: () => pageIsUp,
    askPage: () => tell(window, 'closing', {}),
    askPerson: async () => {
      const close = await askAboutUnsaved(window, texts());
      if (!close) onKeptOpen();
      return close;
    },
    after: clock.after,
    beforeGone: (gone) => {
      const bounds = boundsOf(gone);
      void library?.transact((tx) => ok(tx.put('preferences', { ...preferencesOf(tx), window: bounds })));
    },
  });

  const openWindow = async () => {
    const dark = nativeTheme.shouldUseDarkColors;
    window = createWindow({ saved: preferences().window, dark, onClose: closing.onClose });
    window.on('closed', () => {
      window = null;
    });
    pageIsUp = false;
    const load = () => window?.loadURL(pageUrl);
    const report = (crash: unknown) => {
      pageIsUp = false;
      reportBug(crash);
    };
    comeBackAfterCrash(window.webContents, { clock, report, loadAgain: () => void load()?.catch(reportBug) });
    await load();
  };

  return {
    async show(opened) {
      library = opened;
      applyLook(preferences().theme, language());
      opened.onCommit((commit) => {
        tell(window, 'changed', changeOf(commit));
        if (commit.collections.has('preferences')) applyLook(preferences().theme, language());
      });
      app.on('activate', () => {
        if (!window) void openWindow();
      });
      app.on('second-instance', () => {
        bringToFront(window);
      });
      await openWindow();
    },
    tell: (event, payload) => tell(window, event, payload),
    owns: (contents) => contents === window?.webContents,
    heardFromPage() {
      pageIsUp = true;
    },
    readyToClose: closing.ready,
    ...fileQuestions(() => window, texts),
    showNotRestored() {
      const { title, detail } = texts().notRestored;
      dialog.showErrorBox(title, detail);
    },
    showBlockedRestore: (reason) =>
      askAboutBlockedRestore(reason, options.dataFolder, texts().blockedRestore, ask),
    showCannotOpen: (error, backup) => {
      const openFolder = () => shell.openPath(options.dataFolder);
      const date = backup === undefined ? null : new Date(backup).toLocaleString(language());
      return askAboutClosedLibrary(error, texts().cannotOpen, date, ask, openFolder);
    },
  };
}

/** Asks where there may be no window yet. */
const ask = (question: MessageBoxOptions) => dialog.showMessageBox(question);

type NativeLanguage = ReturnType<typeof languageInForce>;

/** The theme and the menu, which are of the whole app: applied again whenever the preferences change. */
function appLook(
  { dataFolder, logFolder }: Pick<DesktopOptions, 'dataFolder' | 'logFolder'>,
  command: (name: MenuCommand) => void,
): (theme: Preferences['theme'], language: NativeLanguage) => void {
  let menuLanguage: NativeLanguage | null = null;
  return (theme, language) => {
    nativeTheme.themeSource = theme;
    // Preferences hold the place too and change all the time; a menu that is replaced closes while someone reads it.
    if (menuLanguage === language) return;
    menuLanguage = language;
    const template = menuTemplate(nativeTexts(language).menu, process.platform, {
      command,
      showLibrary: () => void shell.openPath(dataFolder),
      showLogs: () => void shell.openPath(logFolder),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
}

function bringToFront(window: BrowserWindow | null): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

/** What the page has to ask for again after a commit. */
const changeOf = ({ revision, collections }: Commit): EventPayload<'changed'> => ({
  revision,
  parts: [...new Set([...collections].map((name) => PARTS[name]))],
});

async function askAboutUnsaved(window: BrowserWindow | null, texts: NativeTexts): Promise<boolean> {
  if (!window) return true;
  const { message, detail, keepOpen, close } = texts.unsaved;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    ...{ message, detail, buttons: [keepOpen, close], defaultId: 0, cancelId: 0 },
  });
  return response === 1;
}
