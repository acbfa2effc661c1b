// The processes of a started app (Linux: /proc).
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that can still do something; a zombie waits only for its parent. */
function isAlive(pid: number): boolean {
  return stateOf(pid) !== undefined && stateOf(pid)?.state !== 'Z';
}

function stateOf(pid: number): { parent: number; state: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may contain anything.
    const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(parent), state };
  } catch {
    return undefined;
  }
}

/** A process and everything it has started, directly or not. */
export function withDescendants(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const found = /^\d+$/.test(name) ? stateOf(Number(name)) : undefined;
    if (found) parents.set(Number(name), found.parent);
  }
  const family = [root];
  for (const parent of family) {
    for (const [pid, of] of parents) if (of === parent) family.push(pid);
  }
  return family;
}

/** Kills one process and waits until it and all its descendants are gone, which must happen by itself. */
export async function endWithDescendants(pid: number, patience = 60_000): Promise<void> {
  const family = withDescendants(pid);
  process.kill(pid, 'SIGKILL');
  const until = Date.now() + patience;
  for (let left = family.filter(isAlive); left.length > 0; left = left.filter(isAlive)) {
    if (Date.now() > until) throw new Error(`Still running after the app was killed: ${left.join(', ')}`);
    await sleep(20);
  }
}
