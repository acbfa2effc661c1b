import path from 'node:path';
import { type BodyRef, lazyRefs } from './bodies.ts';
import { BodyStore } from './body-store.ts';
import type { CollectionName } from './collections.ts';
import type { Contents } from './contents.ts';
import type { FileLayer } from './durable-file.ts';
import { INDEX_FILE, MANIFEST_FILE } from './layout.ts';
import { restoredIn, type ShardDamage, shardFile } from './load.ts';
import { V1_BACKUP, type V1Records } from './migrate-v1.ts';
import type { Quarantine } from './quarantine.ts';
import type { Registry } from './registry.ts';
import type { Repair } from './repairs.ts';
import type { Replay } from './replay.ts';
import type { Tables } from './table.ts';

interface DamageDeps {
  folder: string;
  files: FileLayer;
  quarantine: Quarantine;
  registry: Registry;
  tables: Tables;
  onRepair(repair: Repair): void;
}

/** Says what of each kind of damage was kept and what was lost, and has the damaged file set aside. */
export class DamageLog {
  readonly repairs: Repair[] = [];
  readonly #deps: DamageDeps;
  #owners: ReadonlyMap<string, ReadonlySet<string>> = new Map();

  constructor(deps: DamageDeps) {
    this.#deps = deps;
  }

  /** Damage to what was read at opening. */
  folder({ manifest, indexIsDamaged, journalDamage, hasRemains, hasTraces }: Contents): void {
    const { quarantine } = this.#deps;
    if (manifest.kind === 'damaged') this.#note('manifest', MANIFEST_FILE, quarantine.note(MANIFEST_FILE));
    if (manifest.kind === 'missing' && hasTraces) {
      // Without any records beside it nobody can say how many there were.
      this.#note('manifest', MANIFEST_FILE, null, hasRemains ? 0 : null);
    }
    if (indexIsDamaged) this.#note('index', INDEX_FILE, quarantine.note(INDEX_FILE));
    for (const { file, isMissing, kept, lost } of journalDamage) {
      const quarantined = isMissing ? null : quarantine.note(file);
      this.#report({ what: 'journal', collection: null, file, quarantined, kept, lost });
    }
  }

  /** The index knows which shards there were; one that is gone without a trace is a loss like any other. */
  missingShards(
    collection: CollectionName,
    { index, shards }: Pick<Contents, 'index' | 'shards'>,
    replay: Replay,
  ): void {
    const there = shards.get(collection) ?? [];
    for (const [name, { records }] of Object.entries(index?.collections[collection]?.shards ?? {})) {
      const shard = Number(name);
      if (there.includes(shard)) continue;
      const place = { collection, shard };
      const { kept, removed } = restoredIn(place, replay, new Set(), index?.sequence ?? 0);
      const lost = Math.max(0, records - kept - removed);
      if (lost > 0) this.shard({ ...place, kept, lost, missing: true });
    }
  }

  shard({ collection, shard, kept, lost, missing }: ShardDamage): void {
    const file = shardFile({ collection, shard });
    const quarantined = missing ? null : this.#deps.quarantine.note(file);
    this.#report({ what: 'shard', collection, file, quarantined, kept, lost });
  }

  /**
   * The shards of lost records may have referred to long texts that nobody refers to any more. As these would soon be
   * removed they are set aside, too. To be called when everything is loaded.
   */
  async textsOfLost(
    contents: Pick<Contents, 'leftovers' | 'hasRemains' | 'index' | 'journals'>,
    bodies: BodyStore,
  ): Promise<void> {
    const { leftovers, hasRemains, index, journals } = contents;
    const { quarantine, registry } = this.#deps;
    const isLost = this.repairs.some(({ what, lost }) => what === 'shard' && lost !== 0);
    // The first journal goes only once an index was written: it is missing, and nobody can say which shards are, too.
    const isIndexGone = hasRemains && index === null && !journals.includes(1);
    if (!isLost && !isIndexGone && leftovers.length === 0) return;
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

function ownersOfTexts({ posts }: Tables): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const post of posts.all()) {
    for (const { sha256 } of lazyRefs('posts', post)) {
      owners.set(sha256, (owners.get(sha256) ?? new Set()).add(post.id));
    }
  }
  return owners;
}
