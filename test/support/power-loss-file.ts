import type { Seeded } from './seeded.ts';

type Change = { at: number; data: Buffer } | { length: number };

function changed(content: Buffer, change: Change): Buffer {
  const size = 'length' in change ? change.length : Math.max(content.length, change.at + change.data.length);
  const next = Buffer.alloc(size); // what nobody wrote is NULs
  content.copy(next, 0, 0, Math.min(size, content.length));
  if ('data' in change) change.data.copy(next, change.at);
  return next;
}

/** A file in memory that knows what of it would survive a power loss. */
export class PowerLossFile {
  #synced = Buffer.alloc(0) as Buffer;
  #changes: Change[] = [];
  content = Buffer.alloc(0) as Buffer;

  /** A file that has been on the disk for long. */
  static durable(content: Buffer): PowerLossFile {
    const file = new PowerLossFile();
    file.#synced = content;
    file.content = content;
    return file;
  }

  write(at: number, data: Buffer): void {
    this.#change({ at, data: Buffer.from(data) });
  }

  truncate(length: number): void {
    this.#change({ length });
  }

  #change(change: Change): void {
    this.#changes.push(change);
    this.content = changed(this.content, change);
  }

  /** Begins a sync; what it answers is to be called when the sync ends. Only what was written before is in it. */
  beginSync(): () => void {
    const { content } = this;
    const changes = [...this.#changes];
    return () => {
      this.#synced = content;
      this.#changes = this.#changes.filter((change) => !changes.includes(change));
    };
  }

  /**
   * What a power loss may leave: what was synced, and of everything since whatever chance leaves: all, nothing, a
   * beginning, blocks that were allotted but never written, a later change without an earlier one.
   */
  afterPowerLoss(random: Seeded): Buffer {
    const mode = random.pick(['nothing', 'all', 'beginning', 'any'] as const);
    if (mode === 'nothing' || this.#changes.length === 0) return this.#synced;
    if (mode === 'all') return this.content;
    const until = random.below(this.#changes.length);
    let content = this.#synced;
    for (const [place, change] of this.#changes.entries()) {
      if (mode === 'beginning' && place > until) break;
      if (mode === 'any' && random.chance(0.4)) continue;
      content = changed(content, place === until && 'data' in change ? torn(change, random) : change);
    }
    return content;
  }
}

function torn({ at, data }: { at: number; data: Buffer }, random: Seeded): Change {
  const kept = data.subarray(0, random.below(data.length + 1));
  if (random.chance(0.5)) return { at, data: kept };
  const zeros = Buffer.alloc(random.below(data.length - kept.length + 1));
  return { at, data: Buffer.concat([kept, zeros]) };
}
