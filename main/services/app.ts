import type { z } from 'zod';
import type { appCalls } from '../../preload/contract/app.ts';
import type { Handlers, Input } from '../../preload/contract/define.ts';
import { err, ok } from '../domain/result.ts';
import type { Preferences } from '../library/collections.ts';
import type { Library } from '../library/library.ts';
import type { CredentialStore } from '../security/credentials.ts';
import { safeLink } from '../security/links.ts';

type Calls = typeof appCalls;
type In<N extends keyof Calls> = Input<Calls[N]>;
type Language = z.infer<Calls['state']['output']>['language'];

export interface AppDeps {
  library: Library;
  credentials: Pick<CredentialStore, 'keychain'>;
  version: string;
  dataFolder: string;
  platform: NodeJS.Platform;
  practice: { posts: number; comments: number };
  /** The desktop's languages, most wanted first (BCP 47). */
  systemLanguages(): string[];
  openExternal(url: string): Promise<void>;
  /** Resolves to what went wrong, in the system's words; to an empty text if nothing did. */
  openFolder(folder: string): Promise<string>;
  /** The page has saved everything and its window may close. */
  onReadyToClose(): void;
}

export const DEFAULT_PREFERENCES: Preferences = {
  id: 'main',
  language: 'system',
  theme: 'system',
  showKeys: true,
  place: null,
  window: null,
};

export const preferencesOf = (library: Pick<Library, 'get'>): Preferences =>
  library.get('preferences', 'main') ?? DEFAULT_PREFERENCES;

/** What stays over a restore; null in an empty library where nothing was chosen, as on a new computer. */
export function settingsToKeep(library: Pick<Library, 'get'>, isEmpty: boolean): Preferences | null {
  const present = preferencesOf(library);
  const wasChosen = (['language', 'theme', 'showKeys'] as const).some(
    (setting) => present[setting] !== DEFAULT_PREFERENCES[setting],
  );
  return isEmpty && !wasChosen ? null : present;
}

/** The language in force: the chosen one, or the first of the desktop's that we speak, or English. */
export function languageInForce(chosen: Preferences['language'], system: readonly string[]): Language {
  if (chosen !== 'system') return chosen;
  const known = system
    .map((tag) => tag.toLowerCase().split(/[-_.]/u)[0])
    .find((tag) => tag === 'bg' || tag === 'en');
  return known === 'bg' ? 'bg' : 'en';
}

/** The app itself: the calls of `app`. */
export class AppService implements Handlers<Calls> {
  readonly #deps: AppDeps;

  constructor(deps: AppDeps) {
    this.#deps = deps;
  }

  async state() {
    const { library, credentials, version, dataFolder, platform, practice, systemLanguages } = this.#deps;
    const { place, language, theme, showKeys } = preferencesOf(library);
    return ok({
      ...{ version, dataFolder, practice, place },
      settings: { language, theme, showKeys },
      language: languageInForce(language, systemLanguages()),
      keychain: credentials.keychain(),
      platform: platform === 'darwin' || platform === 'win32' ? platform : ('linux' as const),
    });
  }

  changeSettings(changes: In<'changeSettings'>) {
    return this.#deps.library.transact((tx) => {
      const changed = { ...preferencesOf(tx), ...changes };
      tx.put('preferences', changed);
      const { language, theme, showKeys } = changed;
      return ok({ language, theme, showKeys });
    });
  }

  rememberPlace(place: In<'rememberPlace'>) {
    return this.#deps.library.transact((tx) => {
      tx.put('preferences', { ...preferencesOf(tx), place });
      return ok({});
    });
  }

  async openLink({ url }: In<'openLink'>) {
    const safe = safeLink(url);
    if (safe === null) {
      return err({ kind: 'validation' as const, field: 'url', reason: 'bad-address' as const, detail: '' });
    }
    await this.#deps.openExternal(safe);
    return ok({});
  }

  async showLibrary() {
    const { dataFolder, openFolder } = this.#deps;
    return ok({ shown: (await openFolder(dataFolder)) === '' });
  }

  async readyToClose() {
    this.#deps.onReadyToClose();
    return ok({});
  }
}
