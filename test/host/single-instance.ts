// `app.requestSingleInstanceLock`: one link in userData names the process that holds it; a second instance leaves
// its arguments as a file beside it, which the first one watches.
import {
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** What a second instance tells the first. */
export interface SecondInstance {
  argv: string[];
  workingDirectory: string;
  additionalData: unknown;
}

/** The lock of one userData folder. */
export class InstanceLock {
  readonly #link: string;
  readonly #inbox: string;
  readonly #onSecond: (second: SecondInstance) => void;
  #watcher: FSWatcher | undefined;

  constructor(userData: string, onSecond: (second: SecondInstance) => void) {
    this.#link = path.join(userData, 'host-instance.lock');
    this.#inbox = path.join(userData, 'host-instance');
    this.#onSecond = onSecond;
    mkdirSync(userData, { recursive: true });
  }

  get held(): boolean {
    return this.#watcher !== undefined;
  }

  /** Takes the lock, or tells its holder about this instance and returns false. */
  request(additionalData: unknown): boolean {
    if (this.held) return true;
    for (;;) {
      try {
        symlinkSync(String(process.pid), this.#link);
        break;
      } catch {
        if (this.#holderIsAlive()) return this.#tell(additionalData);
        rmSync(this.#link, { force: true });
      }
    }
    rmSync(this.#inbox, { recursive: true, force: true });
    mkdirSync(this.#inbox, { recursive: true });
    this.#watcher = watch(this.#inbox, () => this.#read());
    this.#watcher.unref();
    return true;
  }

  release(): void {
    if (!this.held) return;
    this.#watcher?.close();
    this.#watcher = undefined;
    rmSync(this.#link, { force: true });
  }

  #holderIsAlive(): boolean {
    try {
      const holder = Number(readlinkSync(this.#link));
      process.kill(holder, 0);
      return readFileSync(`/proc/${holder}/cmdline`, 'utf8').includes('host/run.ts');
    } catch {
      return false;
    }
  }

  #tell(additionalData: unknown): false {
    const message: SecondInstance = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    const file = path.join(this.#inbox, `${process.pid}`);
    mkdirSync(this.#inbox, { recursive: true });
    writeFileSync(`${file}.part`, JSON.stringify(message));
    renameSync(`${file}.part`, `${file}.json`);
    return false;
  }

  #read(): void {
    for (const name of readdirSync(this.#inbox).filter((file) => file.endsWith('.json'))) {
      const file = path.join(this.#inbox, name);
      const message = JSON.parse(readFileSync(file, 'utf8')) as SecondInstance;
      rmSync(file);
      this.#onSecond(message);
    }
  }
}
