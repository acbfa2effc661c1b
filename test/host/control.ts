// What the outside may tell the stand-in (environment variables), and what it remembers for tests: every call that
// would have left the app (dialogs, links, notifications, badge) is recorded in `electronHost.calls`.

const { env } = process;

/** Settings read once at start. All names begin with COPYDESK_HOST_. */
export const settings = {
  /** Path of the Chromium to use instead of the installed one. */
  chromium: env.COPYDESK_HOST_CHROMIUM,
  /** Show real windows on DISPLAY; otherwise Chromium runs headless. */
  headed: env.COPYDESK_HOST_HEADED === '1',
  /** What the system is said to prefer while `nativeTheme.themeSource` is `system`. */
  dark: env.COPYDESK_HOST_DARK === '1',
  /** The system's languages, most wanted first: `bg-BG,en-US`. `--lang` on the command line comes before them. */
  languages: (env.COPYDESK_HOST_LOCALE ?? 'en-US').split(',').map((tag) => tag.trim()),
  /** Pretends that this keyring protects safeStorage (only for tests). */
  keyring: env.COPYDESK_HOST_KEYRING,
  /** Starts without a network: `net.request` fails with ERR_INTERNET_DISCONNECTED. */
  offline: env.COPYDESK_HOST_OFFLINE === '1',
  /** What `app.isPackaged` says, to boot an unpacked asar as if it were installed. */
  packaged: env.COPYDESK_HOST_PACKAGED === '1',
  /** Prints Chromium's own log. */
  debug: env.COPYDESK_HOST_DEBUG === '1',
};

/** One call that would have left the app. */
export interface RecordedCall {
  api: string;
  args: unknown[];
}

/** Calls in order; `app.evaluate(() => electronHost.calls)` reads them from a spec. */
export const calls: RecordedCall[] = [];

/** Remembers a call that would have left the app. */
export function record(api: string, ...args: unknown[]): void {
  calls.push({ api, args });
}

/** Says on stderr what a person would otherwise have seen on the desktop. */
export function say(text: string): void {
  process.stderr.write(`[host] ${text}\n`);
}

declare global {
  var electronHost: { calls: RecordedCall[] } | undefined;
}
globalThis.electronHost = { calls };
