import path from 'node:path';
import { lostPosts } from '../domain/lost-post.ts';
import { type BodyRef, lazyRefs } from './bodies.ts';
import { BodyStore } from './body-store.ts';
import type { CollectionName } from './collections.ts';
import type { Contents } from './contents.ts';
import type { Displaced } from './displaced.ts';
import type { FileLayer } from './durable-file.ts';
import { INDEX_FILE, journalName, MANIFEST_FILE, SHARD_LIST_FILE } from './layout.ts';
import { type ShardDamage, shardFile } from './load.ts';
import { V1_BACKUP, type V1Records } from './migrate-v1.ts';
import { type Orphan, takeIn, takeInDoubtful } from './orphans.ts';
import type { Quarantine } from './quarantine.ts';
import type { Registry } from './registry.ts';
import type { Repair } from './repairs.ts';
import type { Tables } from './table.ts';
import type { Tally } from './tally.ts';

interface DamageDeps {
  folder: string;
  files: FileLayer;
  quarantine: Quarantine;
  registry: Registry;
  tables: Tables;
  tally: Tally;
  displaced: Displaced;
  now: Date;
  onRepair(repair: Repair): void;
}

/** Says what of each kind of damage was kept and what was lost, and has the damaged file set aside. */
export class DamageLog {
  readonly repairs: Repair[] = [];
  #orphans: Orphan[] = [];
  /** What was found in the folder and is dealt with once everything is loaded. */
  #found: Pick<Contents, 'leftovers' | 'journals' | 'doubtful'> = {
    leftovers: [],
    journals: [],
    doubtful: [],
  };
  readonly #deps: DamageDeps;
  #owners: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  constructor(deps: DamageDeps) {
    this.#deps = deps;
  }

  /** Damage to what was read at opening. */
  folder(contents: Contents): void {
    const { manifest, journalDamage, leftovers, journals, doubtful, hasRemains, hasTraces } = contents;
    const { quarantine } = this.#deps;
    this.#found = { leftovers, journals, doubtful };
    if (manifest.kind === 'damaged') this.#note('manifest', MANIFEST_FILE, quarantine.note(MANIFEST_FILE));
    if (manifest.kind === 'missing' && hasTraces) {
      // Without any records beside it nobody can say how many there were.
      this.#note('manifest', MANIFEST_FILE, null, hasRemains ? 0 : null);
    }
    this.#index(contents);
    for (const { file, isMissing, kept, lost } of journalDamage) {
      const quarantined = isMissing ? null : quarantine.note(file);
      const isFirst = lost === null && lacksBeginning(contents);
      const more = isFirst ? { fromBeginning: true } : {};
      this.#report({ what: 'journal', collection: null, file, quarantined, kept, lost, ...more });
    }
  }

  #index({ indexState, known, shardListIsDamaged, lines }: Contents): void {
    const { quarantine } = this.#deps;
    // It alone says that shards are gone with it, unless the journals still hold everything.
    const lost = known !== null || lines[0]?.t === 1 ? 0 : null;
    if (indexState === 'damaged') this.#note('index', INDEX_FILE, quarantine.note(INDEX_FILE), lost);
    if (indexState === 'missing') this.#note('index', INDEX_FILE, null, lost);
    if (shardListIsDamaged) this.#note('index', SHARD_LIST_FILE, quarantine.note(SHARD_LIST_FILE));
  }

  shard({ collection, shard, kept, lost, missing, doubtful: ids }: ShardDamage): void {
    const file = shardFile({ collection, shard });
    const quarantined = missing ? null : this.#deps.quarantine.note(file);
    const doubtful = ids.length > 0 ? { doubtful: ids } : {};
    this.#report({ what: 'shard', collection, file, quarantined, kept, lost, ...doubtful });
  }

  /** A change of a record that is nowhere. */
  orphan(orphan: Orphan): void {
    this.#orphans.push(orphan);
  }

  /** What can be told once everything is loaded. Rejects with the disk's error. */
  async whole(bodies: BodyStore): Promise<void> {
    const { leftovers, journals, doubtful } = this.#found;
    // Where nothing is damaged, the shards are newer than the journals and know that the record was removed.
    if (this.repairs.length > 0 && !takeIn(this.#orphans, this.#deps)) {
      for (const generation of journals) this.#deps.quarantine.note(journalName(generation));
    }
    this.#orphans = [];
    this.#found = { ...this.#found, doubtful: [] };
    this.#doubt(takeInDoubtful(doubtful, this.#deps));
    if (this.repairs.some(({ what, lost }) => what === 'index' && lost === null)) this.#named();
    const isLost = this.repairs.some(({ collection, lost }) => collection === 'posts' && lost !== 0);
    if (isLost) await this.#deps.quarantine.noteLost(lostIn(this.#deps.tables));
    await this.#textsOfLost(leftovers, bodies);
  }

  /**
   * Which words of journals have become versions only shows once all versions are loaded. The report is the same
   * object, and it is not written before.
   */
  #doubt(taken: ReadonlyMap<string, ReadonlySet<string>>): void {
    for (const repair of this.repairs) {
      const ids = repair.what === 'journal' ? taken.get(repair.file) : undefined;
      if (ids) repair.doubtful = [...ids];
    }
  }

  /**
   * Where nothing says which shards there must be, what is named and is not here tells that some are gone. Gaps between
   * their numbers do not: all of a site's go when it is disconnected.
   */
  #named(): void {
    const { posts, sites } = missingIn(this.#deps.tables);
    for (const [collection, isMissing] of [['posts', posts] as const, ['sites', sites] as const]) {
      if (!isMissing || this.repairs.some((repair) => repair.collection === collection)) continue;
      const what = { what: 'shard', collection, file: collection } as const;
      this.#report({ ...what, quarantined: null, kept: 0, lost: null });
    }
  }

  /**
   * The shards of lost records may have referred to long texts that nobody refers to any more. As these would soon be
   * removed they are set aside, too.
   */
  async #textsOfLost(leftovers: readonly string[], bodies: BodyStore): Promise<void> {
    const { quarantine, registry } = this.#deps;
    const isLost = this.repairs.some(
      ({ what, lost }) => (what === 'shard' || what === 'index') && lost !== 0,
    );
    if (!isLost && leftovers.length === 0) return;
    const referred = registry.references();
    for (const sha256 of await bodies.list()) {
      if (!referred.has(sha256)) quarantine.keepText(BodyStore.fileOf(sha256));
    }
  }

  /** Records of a version 1 library that could not be taken over; its file is kept as it was. */
  v1(collection: CollectionName, { records, lost }: V1Records): void {
    const kept = records.length;
    this.#report({ what: 'shard', collection, file: MANIFEST_FILE, quarantined: V1_BACKUP, kept, lost });
  }

  /** A long text that is missing or not what its name says: the shards that refer to it have to be written anew. */
  body({ sha256 }: BodyRef, isLost: boolean): void {
    const { files, folder, quarantine, registry } = this.#deps;
    const file = BodyStore.fileOf(sha256);
    const quarantined = files.sizeSync(path.join(folder, file)) === null ? null : quarantine.note(file);
    const [collection = null] = registry.markReferring(sha256);
    const ids = this.#ownersOf(sha256);
    const lost = isLost ? 1 : 0;
    this.#report({ what: 'body', collection, file, quarantined, kept: 1 - lost, lost, ids });
  }

  /** The posts whose text this is; nobody is told which earlier version of a post it was. */
  #ownersOf(sha256: string): string[] {
    // Made once for all that is found together: thousands may be missing at once. Later it may be out of date.
    if (!this.#owners.has(sha256)) this.#owners = ownersOfTexts(this.#deps.tables);
    return [...(this.#owners.get(sha256) ?? [])];
  }

  #note(what: Repair['what'], file: string, quarantined: string | null, lost: number | null = 0): void {
    this.#report({ what, collection: null, file, quarantined, kept: 0, lost });
  }

  #report(repair: Repair): void {
    this.repairs.push(repair);
    this.#deps.quarantine.tell(repair);
    this.#deps.onRepair(repair);
  }
}

/** Whether what was written first is not here: nothing was ever moved to shards, and the first journal is not whole. */
function lacksBeginning({ hasShards, lines }: Contents): boolean {
  return !hasShards && lines[0]?.t !== 1;
}

const lostIn = ({ posts, revisions }: Tables): string[] =>
  lostPosts([...revisions.newestFirst()], (id) => posts.get(id) !== undefined).map(({ postId }) => postId);

/** Of which kinds something is named by other records and is not here. */
function missingIn(tables: Tables) {
  const { posts, sites, comments, operations } = tables;
  const isGone = (siteId: string | null) => siteId !== null && !sites.get(siteId);
  const isSent = operations.all().some(({ task }) => 'postId' in task && !posts.get(task.postId));
  return {
    posts: isSent || lostIn(tables).length > 0,
    sites: [...posts.all(), ...comments.all()].some(({ siteId }) => isGone(siteId)),
  };
}

function ownersOfTexts({ posts }: Tables): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const post of posts.all()) {
    for (const { sha256 } of lazyRefs('posts', post)) {
      owners.set(sha256, (owners.get(sha256) ?? new Set()).add(post.id));
    }
  }
  return owners;
}
