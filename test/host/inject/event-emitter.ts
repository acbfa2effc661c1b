// Runs as source text in the preload's own world: what `require('events')` gives a sandboxed preload.

type Listener = (...args: unknown[]) => void;

/** Node's, as far as a preload needs it. */
export class EventEmitter {
  readonly #listeners = new Map<string, { f: Listener; once: boolean }[]>();

  #add(name: string, f: Listener, once: boolean): this {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), { f, once }]);
    return this;
  }
  on(name: string, f: Listener): this {
    return this.#add(name, f, false);
  }
  addListener(name: string, f: Listener): this {
    return this.#add(name, f, false);
  }
  once(name: string, f: Listener): this {
    return this.#add(name, f, true);
  }
  off(name: string, f: Listener): this {
    const list = this.#listeners.get(name) ?? [];
    const at = list.findLastIndex((entry) => entry.f === f);
    if (at >= 0) this.#listeners.set(name, list.toSpliced(at, 1));
    return this;
  }
  removeListener(name: string, f: Listener): this {
    return this.off(name, f);
  }
  removeAllListeners(name?: string): this {
    if (name === undefined) this.#listeners.clear();
    else this.#listeners.delete(name);
    return this;
  }
  listenerCount(name: string): number {
    return this.#listeners.get(name)?.length ?? 0;
  }
  emit(name: string, ...args: unknown[]): boolean {
    const list = this.#listeners.get(name) ?? [];
    for (const { f, once } of list) {
      if (once) this.off(name, f);
      f.apply(this, args);
    }
    return list.length > 0;
  }
}
