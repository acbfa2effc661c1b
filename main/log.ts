import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** Where defects are written. Never words of people, never secrets: only where it happened and the stack. */
export interface Log {
  /** Logs a defect once; answers with the id that a person can quote. */
  bug(error: unknown, where: string): string;
  /** Logs what is no defect but may explain one later. */
  note(line: string, where: string): void;
}

/** A log file in `folder`, echoed to the console. Logging itself never fails the caller. */
export function openLog(folder: string, createId: () => string, now: () => Date): Log {
  const file = path.join(folder, 'copydesk.log');
  const write = (words: string) => {
    const line = `${now().toISOString()} ${words}\n`;
    // A disk that cannot take a log line has already been reported by the save that failed.
    quietly(() => {
      mkdirSync(folder, { recursive: true });
      appendFileSync(file, line, { mode: 0o600 });
    });
    quietly(() => console.error(line));
  };
  return {
    bug(error, where) {
      const id = createId().slice(0, 8);
      write(`bug ${id} in ${where}: ${textOf(error)}`);
      return id;
    },
    note: (line, where) => write(`${where}: ${line}`),
  };
}

function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // Nobody is left to tell.
  }
}

/** What was thrown can be anything, even something that throws when it is looked at. */
function textOf(error: unknown): string {
  try {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } catch {
    return 'something that cannot be shown';
  }
}
