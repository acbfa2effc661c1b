import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { here } from './paths.ts';
import { runCommand } from './run-command.ts';

/** What one test site is made of; PHP learns it from the environment. */
export interface Site {
  readonly core: string;
  /** The site's own files: uploads, theme, journal, debug log. */
  readonly dir: string;
  readonly url: string;
  readonly socket: string;
}

/** Settings of every PHP that serves or runs a site. */
export const phpSettings = [
  'memory_limit=256M',
  'opcache.enable=1',
  'upload_max_filesize=32M',
  'post_max_size=40M',
  'display_errors=0',
  'log_errors=1',
].flatMap((setting) => ['-d', setting]);

/** The environment php/wp-config.php reads. */
export function siteEnvironment(site: Site): Record<string, string> {
  return {
    COPYDESK_WP_CORE: site.core,
    COPYDESK_WP_SITE: site.dir,
    COPYDESK_WP_URL: site.url,
    COPYDESK_WP_SOCKET: site.socket,
  };
}

/** Lays out (or empties) a site's own folder. */
export function freshSiteFolder(dir: string): void {
  const content = join(dir, 'wp-content');
  // PHP may be writing its log at this moment.
  rmSync(content, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  for (const part of ['plugins', 'uploads', 'themes']) mkdirSync(join(content, part), { recursive: true });
  symlinkSync(here('theme'), join(content, 'themes', 'numbered-thread'));
  writeFileSync(join(dir, 'journal.jsonl'), '');
}

/** Runs one of the scripts in php/ for a site and gives what it printed. */
export function runSiteScript(
  site: Site,
  script: string,
  input = '',
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  return runCommand('php', [...phpSettings, here('php', script)], {
    input,
    env: { ...siteEnvironment(site), ...env },
  });
}
