import type { z } from 'zod';
import type { Handlers, Input } from '../../preload/contract/define.ts';
import type { siteCalls, siteSummarySchema } from '../../preload/contract/sites.ts';
import type { Clock } from '../clock.ts';
import type { AppError } from '../domain/app-error.ts';
import { hostOf } from '../domain/host.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Site } from '../domain/site.ts';
import type { Library } from '../library/library.ts';
import { type CredentialStore, type Credentials, credentialKey, type Keep } from '../security/credentials.ts';
import type { SiteClient, SiteIdentity } from '../sites/site-client.ts';
import type { SyncEngine } from '../sync/engine.ts';
import { clearSite, releaseDrafts } from './leave-site.ts';
import { lostSiteId } from './lost-site.ts';

type Calls = typeof siteCalls;
type In<N extends keyof Calls> = Input<Calls[N]>;
type Summary = z.infer<typeof siteSummarySchema>;

export interface SiteDeps {
  library: Library;
  clock: Clock;
  credentials: CredentialStore;
  engine: Pick<SyncEngine, 'pull' | 'wake' | 'state' | 'forget'>;
  /** Finds a WordPress at an address and signs in; nothing is stored. */
  identify(address: string, credentials: Credentials): Promise<Result<SiteIdentity>>;
  /** Speaks with a WordPress that has just let us in and of which nothing is stored yet. */
  clientAt(
    identity: Pick<SiteIdentity, 'apiRoot' | 'url'>,
    credentials: Credentials,
  ): Pick<SiteClient, 'getPost' | 'getComment'>;
  practice: { url: string; credentials: Credentials; reset(): Promise<void> };
}

const missing = (id: string) => err({ kind: 'not-found' as const, what: 'site' as const, id });

/** Blogs that we are connected to: the calls of `sites`. */
export class SiteService implements Handlers<Calls> {
  readonly #deps: SiteDeps;

  constructor(deps: SiteDeps) {
    this.#deps = deps;
  }

  async list() {
    const sites = this.#deps.library.all('sites').sort((a, b) => (a.connectedAt < b.connectedAt ? -1 : 1));
    return ok(await Promise.all(sites.map((site) => this.#summary(site))));
  }

  async connect({ address, login, password, keep }: In<'connect'>) {
    const credentials = { login: login.trim(), password: withoutSpaces(password) };
    const required = !address.trim()
      ? 'address'
      : !credentials.login
        ? 'login'
        : !credentials.password
          ? 'password'
          : null;
    if (required) return err(isRequired(required));
    const found = await this.#deps.identify(address, credentials);
    return found.ok ? this.#add(found.value, 'wordpress', credentials, keep) : found;
  }

  async reconnect({ siteId, password, keep }: In<'reconnect'>) {
    const site = this.#deps.library.get('sites', siteId);
    if (!site) return missing(siteId);
    const credentials = { login: site.user.login, password: withoutSpaces(password) };
    if (!credentials.password) return err(isRequired('password'));
    const found = await this.#deps.identify(site.url, credentials);
    if (!found.ok) return found;
    // Where it has just been accepted, and nowhere else; a record that comes from a backup may name another place.
    const known = { ...site, apiRoot: found.value.apiRoot };
    // Ends what runs with the old password: refused late, it would be taken for the new one's refusal.
    const stored = await this.#deps.engine.forget(siteId, () => this.#takePassword(known, credentials, keep));
    this.#deps.engine.pull(siteId); // whether or not the disk took it: the work that was ended begins again
    return stored.ok ? this.#find(siteId) : stored;
  }

  async openPractice() {
    const practice = () => this.#deps.library.all('sites').find(({ platform }) => platform === 'practice');
    let known = practice();
    if (known) return ok(await this.#summary(known));
    const { url, credentials } = this.#deps.practice;
    const found = await this.#deps.identify(url, credentials);
    if (!found.ok) return found;
    const added = await this.#add(found.value, 'practice', credentials, 'session');
    known = practice();
    return !added.ok && known ? ok(await this.#summary(known)) : added; // opened twice at once: both find the one
  }

  async resetPractice() {
    const site = this.#deps.library.all('sites').find(({ platform }) => platform === 'practice');
    if (!site) return missing('practice');
    const cleared = await this.#deps.engine.forget(site.id, async () => {
      await this.#deps.practice.reset();
      return this.#deps.library.transact((tx) => {
        releaseDrafts(tx, site.id, this.#deps.clock);
        clearSite(tx, site.id);
        tx.put('sites', { ...site, pulledAt: null });
        return ok(null);
      });
    });
    if (!cleared.ok) return cleared;
    this.#deps.engine.pull(site.id);
    return ok(await this.#summary({ ...site, pulledAt: null }));
  }

  async disconnect({ siteId }: In<'disconnect'>) {
    const site = this.#deps.library.get('sites', siteId);
    if (!site) return missing(siteId);
    const removed = await this.#deps.engine.forget(siteId, () =>
      this.#deps.library.transact((tx) => {
        const draftsKept = releaseDrafts(tx, siteId, this.#deps.clock);
        clearSite(tx, siteId);
        tx.remove('sites', siteId);
        return ok({ draftsKept });
      }),
    );
    if (!removed.ok) return removed;
    const forgotten = await this.#deps.credentials.remove(credentialKey(site));
    return forgotten.ok ? removed : forgotten;
  }

  async setAside({ siteId }: In<'setAside'>) {
    const records = this.#deps.library.all('setAside').filter((record) => record.siteId === siteId);
    return ok(records.map(({ what, remoteId, problem, source }) => ({ what, remoteId, problem, source })));
  }

  async #takePassword(site: Site, credentials: Credentials, keep: Keep): Promise<Result<null>> {
    const kept = await this.#deps.credentials.put(credentialKey(site), credentials, keep);
    if (!kept.ok) return kept;
    return this.#deps.library.transact((tx) => {
      tx.put('sites', { ...(tx.get('sites', site.id) ?? site), apiRoot: site.apiRoot, needsPassword: false });
      tx.remove('contacts', site.id);
      return ok(null);
    });
  }

  async #add(identity: SiteIdentity, platform: Site['platform'], credentials: Credentials, keep: Keep) {
    const { library, clock, credentials: store, clientAt } = this.#deps;
    const lost = await lostSiteId(library, identity.url, clientAt(identity, credentials));
    if (!lost.ok) return lost;
    const id = lost.value ?? clock.createId();
    const key = credentialKey({ id, apiRoot: identity.apiRoot });
    const kept = await store.put(key, credentials, keep);
    if (!kept.ok) return kept;
    const connectedAt = clock.now().toISOString();
    // Looked for in the same transaction: a button pressed twice asks the site twice at once.
    const stored = await library.transact((tx) => {
      const twin = tx
        .all('sites')
        .find((site) => site.id === id || (site.url === identity.url && site.user.id === identity.user.id));
      if (twin) return err(alreadyConnected(twin));
      tx.put('sites', { id, platform, ...identity, connectedAt, pulledAt: null, needsPassword: false });
      return ok(null);
    });
    if (!stored.ok) {
      // Nobody would ever ask for it again. Should that fail too, only ciphertext without an owner is left.
      if (!library.get('sites', id)) await store.remove(key);
      return stored;
    }
    this.#deps.engine.pull(id);
    return this.#find(id);
  }

  async #find(siteId: string): Promise<Result<Summary>> {
    const site = this.#deps.library.get('sites', siteId);
    return site ? ok(await this.#summary(site)) : missing(siteId);
  }

  async #summary(site: Site): Promise<Summary> {
    const { library, engine } = this.#deps;
    const { id, platform, title, url, language, timeZone, needsPassword, user } = site;
    await library.ready('setAside');
    const { trash: _, ...posts } = await library.counts('posts', id);
    const { approved = 0, pending = 0 } = await library.counts('comments', id);
    return {
      ...{ id, platform, title, url, language, timeZone, needsPassword },
      userName: user.name,
      role: user.role,
      capabilities: user.capabilities,
      counts: {
        posts: Object.values(posts).reduce((sum, count) => sum + count, 0),
        comments: approved + pending,
        pending,
      },
      setAside: library.all('setAside').filter(({ siteId }) => siteId === id).length,
      sync: engine.state(id),
    };
  }
}

const isRequired = (field: 'address' | 'login' | 'password'): AppError => ({
  kind: 'validation',
  field,
  reason: 'required',
  detail: '',
});

const alreadyConnected = ({ url }: Site): AppError => ({
  kind: 'validation',
  field: 'address',
  reason: 'already-connected',
  detail: hostOf(url),
});

/** WordPress shows application passwords in groups of four and ignores the spaces. */
const withoutSpaces = (password: string): string => password.replace(/\s+/gu, '');
