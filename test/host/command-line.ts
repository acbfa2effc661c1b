// Electron's command line: `electron [-r file] [--switch[=value]]… <folder or file> [arguments of the app]`.

/** A parsed command line. */
export interface CommandLine {
  /** Files given with `-r`, loaded before the app. */
  preloads: string[];
  /** Switches before the app, and `--user-data-dir` and `--lang` wherever they stand: as Electron reads them. */
  switches: Map<string, string>;
  /** The app's folder or main file as given. */
  entry: string | undefined;
  /** Open Node's inspector: only when asked. */
  inspect: boolean;
}

/** Splits the arguments after the binary's name. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const line: CommandLine = { preloads: [], switches: new Map(), entry: undefined, inspect: false };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (line.entry === undefined && (arg === '-r' || arg === '--require')) {
      line.preloads.push(args[++i] ?? '');
    } else if (arg.startsWith('-')) {
      readSwitch(line, arg);
    } else {
      line.entry ??= arg;
    }
  }
  return line;
}

/** Switches behind the app's folder that Chromium nevertheless reads in Electron. */
const EVERYWHERE = new Set(['user-data-dir', 'lang']);

function readSwitch(line: CommandLine, arg: string): void {
  const [, name = '', value = ''] = /^--?([^=]+)=?(.*)$/s.exec(arg) ?? [];
  if (name === 'inspect') line.inspect ||= line.entry === undefined;
  else if (line.entry === undefined || EVERYWHERE.has(name)) line.switches.set(name, value);
}
