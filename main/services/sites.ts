import type { z } from 'zod';
import type { Handlers, Input } from '../../preload/contract/define.ts';
import type { siteCalls, siteSummarySchema } from '../../preload/contract/sites.ts';
import type { Clock } from '../clock.ts';
import type { AppError } from '../domain/app-error.ts';
import { commentId } from '../domain/comment.ts';
import { hostOf } from '../domain/host.ts';
import { newPost } from '../domain/new-post.ts';
import type { Post } from '../domain/post.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Site } from '../domain/site.ts';
import type { Library } from '../library/library.ts';
import type { Transaction } from '../library/transaction.ts';
import type { CredentialStore, Credentials, Keep } from '../security/credentials.ts';
import type { SiteIdentity } from '../sites/site-client.ts';
import type { SyncEngine } from '../sync/engine.ts';

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
    const kept = await this.#deps.credentials.put(siteId, credentials, keep);
    if (!kept.ok) return kept;
    const stored = await this.#deps.library.transact((tx) => {
      tx.put('sites', { ...(tx.get('sites', siteId) ?? site), needsPassword: false });
      tx.remove('contacts', siteId);
      return ok(null);
    });
    if (!stored.ok) return stored;
    this.#deps.engine.pull(siteId);
    return this.#find(siteId);
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
        clear(tx, site.id);
        tx.put('sites', { ...site, pulledAt: null });
        return ok(null);
      });
    });
    if (!cleared.ok) return cleared;
    this.#deps.engine.pull(site.id);
    return ok(await this.#summary({ ...site, pulledAt: null }));
  }

  async disconnect({ siteId }: In<'disconnect'>) {
    if (!this.#deps.library.get('sites', siteId)) return missing(siteId);
    const removed = await this.#deps.engine.forget(siteId, () =>
      this.#deps.library.transact((tx) => {
        const draftsKept = releaseDrafts(tx, siteId, this.#deps.clock);
        clear(tx, siteId);
        tx.remove('sites', siteId);
        return ok({ draftsKept });
      }),
    );
    if (!removed.ok) return removed;
    const forgotten = await this.#deps.credentials.remove(siteId);
    return forgotten.ok ? removed : forgotten;
  }

  async setAside({ siteId }: In<'setAside'>) {
    const records = this.#deps.library.all('setAside').filter((record) => record.siteId === siteId);
    return ok(records.map(({ what, remoteId, problem, source }) => ({ what, remoteId, problem, source })));
  }

  async #add(identity: SiteIdentity, platform: Site['platform'], credentials: Credentials, keep: Keep) {
    const { library, clock, credentials: store } = this.#deps;
    const id = clock.createId();
    const kept = await store.put(id, credentials, keep);
    if (!kept.ok) return kept;
    const connectedAt = clock.now().toISOString();
    // Looked for in the same transaction: a button pressed twice asks the site twice at once.
    const stored = await library.transact((tx) => {
      const twin = tx
        .all('sites')
        .find(({ url, user }) => url === identity.url && user.id === identity.user.id);
      if (twin) return err(alreadyConnected(twin));
      tx.put('sites', { id, platform, ...identity, connectedAt, pulledAt: null, needsPassword: false });
      return ok(null);
    });
    if (!stored.ok) {
      // Nobody would ever ask for it again. Should that fail too, only ciphertext without an owner is left.
      await store.remove(id);
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

/** Words that exist only here outlive their site: such posts become drafts for no site. Answers how many. */
function releaseDrafts(tx: Transaction, siteId: string, clock: Clock): number {
  const drafts = tx.all('posts').filter((post) => post.siteId === siteId && hasOwnWords(post));
  for (const post of drafts) {
    const fields = {
      ...post.fields,
      slug: '',
      status: isRemoved(post) ? ('trash' as const) : ('draft' as const),
    };
    const nowhere = { siteId: null, remoteId: null, base: null, conflict: null, remote: null };
    tx.put('posts', { ...post, fields, ...nowhere });
  }
  return drafts.filter((post) => !isRemoved(post)).length + releaseReplies(tx, siteId, clock);
}

/** Replies that have not arrived, and those still being written, become drafts named after whom they answer. */
function releaseReplies(tx: Transaction, siteId: string, clock: Clock): number {
  const answered = (id: string) => tx.get('comments', id)?.author.name ?? '';
  const unsent = tx.all('operations').flatMap(({ siteId: of, task, ...operation }) => {
    const waits = of === siteId && task.kind === 'create-reply' && operation.state !== 'done';
    if (!waits || operation.state === 'cancelled') return [];
    return [{ name: answered(commentId(siteId, task.parentRemoteId)), body: task.content }];
  });
  const written = tx
    .all('replyDrafts')
    .filter(({ id }) => id.startsWith(`${siteId}/`))
    .map(({ id, content }) => ({ name: answered(id), body: content }));
  for (const { name, body } of [...unsent, ...written]) {
    tx.put('posts', newPost(clock.createId(), null, { title: `@${name}`, body }, clock.now().toISOString()));
  }
  return unsent.length + written.length;
}

/** A draft that someone removed stays removed: it can be restored until its thirty days are over. */
const isRemoved = ({ base, fields }: Post): boolean => base === null && fields.status === 'trash';

const hasOwnWords = ({ base, fields }: { base: { fields: Words } | null; fields: Words }): boolean =>
  base === null || base.fields.title !== fields.title || base.fields.body !== fields.body;

interface Words {
  title: string;
  body: string;
}

function clear(tx: Transaction, siteId: string): void {
  for (const collection of ['posts', 'comments', 'operations', 'decisions', 'setAside'] as const) {
    for (const record of tx.all(collection)) if (record.siteId === siteId) tx.remove(collection, record.id);
  }
  for (const { id } of tx.all('replyDrafts')) if (id.startsWith(`${siteId}/`)) tx.remove('replyDrafts', id);
  tx.remove('contacts', siteId);
}
