/** What the app is started with. */
export interface Runner {
  kind: 'electron' | 'stand-in';
  /** Path of the program. */
  command: string;
  /** Switches to put before the app's folder. */
  args: string[];
  /** Environment that makes Playwright's `_electron.launch` choose the same program. */
  env: Record<string, string>;
}

/** Debian packages with the letters of the world's scripts and emoji. */
export const FONTS: string[];
export function chooseRunner(options?: { fetch?: boolean }): Runner;
export function missingChromium(): string | undefined;
export function missingDisplay(
  env?: Record<string, string | undefined>,
  platform?: NodeJS.Platform,
): string | undefined;
