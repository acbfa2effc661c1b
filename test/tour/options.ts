import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Language } from '../../renderer/i18n/language.ts';
import type { Size } from '../support/launch.ts';

/** How the tour is to be played. */
export interface TourOptions {
  /** The blog to use; null for the practice blog. */
  site: { url: string; login: string; password: string } | null;
  /** Folder of the pictures. */
  out: string;
  language: Language;
  theme: 'light' | 'dark';
  size: Size;
  /** Instead of the tour: one picture of each view in every look, for the documentation. */
  gallery: boolean;
}

const HELP = `npm run tour -- [options]

Plays the main job by itself in a window that nobody needs to see: opens a blog, reads a thread, approves, replies,
writes a draft, publishes, and looks that everything has arrived. Prints each step with what it checked, saves a
picture of each, and ends with an error if one failed.

  --site URL          a WordPress to play it on; without it the practice blog inside the app is used.
                      The tour really approves, replies and publishes there: do not give it a blog that people read.
  --user LOGIN        user name there
  --password SECRET   application password; better in the environment, as COPYDESK_TOUR_PASSWORD
  --out FOLDER        where the pictures go (default: tour-<date>)
  --language en|bg    language of the app (default: en)
  --theme light|dark  (default: light)
  --size 1440x900     size of the window
  --gallery FOLDER    instead of the tour: pictures of every view, light and dark, English and Bulgarian
  --help              this text`;

function parseOptions(args: readonly string[]) {
  const text = { type: 'string' as const };
  const options = {
    ...{ site: text, user: text, password: text, out: text, language: text, theme: text, size: text },
    gallery: text,
    help: { type: 'boolean' as const },
  };
  try {
    return parseArgs({ args: [...args], options });
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n--help tells the options.`;
  }
}

/** Reads the command line; a sentence for people where it is wrong. */
export function readOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  now: Date,
): TourOptions | string {
  const parsed = parseOptions(args);
  if (typeof parsed === 'string') return parsed;
  const { values } = parsed;
  if (values.help) return HELP;
  const { language = 'en', theme = 'light', size = '1440x900' } = values;
  if (language !== 'en' && language !== 'bg') return `--language is en or bg, not ${language}.`;
  if (theme !== 'light' && theme !== 'dark') return `--theme is light or dark, not ${theme}.`;
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/u.exec(size) ?? [];
  if (width === undefined || height === undefined) return `--size is like 1440x900, not ${size}.`;
  const password = values.password ?? env.COPYDESK_TOUR_PASSWORD;
  if (values.site !== undefined && (values.user === undefined || !password)) {
    return '--site needs --user, and the application password in COPYDESK_TOUR_PASSWORD or --password.';
  }
  const site =
    values.site && values.user && password ? { url: values.site, login: values.user, password } : null;
  const day = now.toISOString().slice(0, 16).replaceAll(':', '-');
  const out = path.resolve(values.gallery ?? values.out ?? `tour-${day}`);
  const inWindow = { width: Number(width), height: Number(height) };
  return { site, out, language, theme, size: inWindow, gallery: values.gallery !== undefined };
}
