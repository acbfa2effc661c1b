import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface CommandOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end and gives what it printed; throws with its error output when it failed. */
export async function runCommand(
  program: string,
  args: readonly string[],
  { input = '', env = {} }: CommandOptions = {},
): Promise<string> {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = once(child, 'close');
  // A program that fails at once closes its input first (EPIPE); its exit status tells the reason.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [[status], printed, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${errors.trim() || printed.trim()}`);
  return printed;
}
