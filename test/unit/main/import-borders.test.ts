import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { tempFolder } from '../../support/temp-folder.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const BORDERS = /^::error title=(lint\/style\/noRestricted\w+|lint\/style\/noExcessiveLinesPerFile|plugin),/;

/** Lints these files under the project's own rules; answers with `file:line` of everything a border refused. */
async function refusedLines(files: Record<string, string>): Promise<string[]> {
  const folder = await tempFolder();
  for (const file of ['biome.json', '.gitignore', 'scripts/lint']) {
    await cp(path.join(root, file), path.join(folder, file), { recursive: true });
  }
  for (const [file, source] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), source);
  }
  const biome = path.join(root, 'node_modules/.bin/biome');
  const output = await promisify(execFile)(biome, ['lint', '--reporter=github', '--max-diagnostics=none'], {
    cwd: folder,
  }).catch((error: { stdout: string; stderr: string }) => error);
  return (output.stdout + output.stderr)
    .split('\n')
    .filter((line) => BORDERS.test(line))
    .map((line) => /file=(.+?),line=(\d+)/.exec(line) ?? [])
    .map(([, file = '', line]) => `${path.relative(folder, path.resolve(folder, file))}:${line}`);
}

type Line = [allowed: boolean, source: string];
const yes = (source: string): Line => [true, source];
const no = (source: string): Line => [false, source];

const insideMain = [
  no("import { app } from 'electron';"),
  no("import electron from 'electron';"),
  no("export { app } from 'electron';"),
  no("void import('electron');"),
];
const base = "import { Menu } from '@base-ui/react/menu';";
const noWindows = [
  ...insideMain,
  no("import type { Net } from 'electron';"),
  no("import { createWindow } from '../window.ts';"),
  no("import { postRow } from '../services/post-views.ts';"),
  no("import { menu } from '../../renderer/i18n/en/menu.ts';"),
  no("import { aSite } from '../../test/support/builders.ts';"),
  yes("import { ok } from '../domain/result.ts';"),
];

/** One statement a line, as it would stand in that file. */
const FILES: Record<string, Line[]> = {
  'renderer/features/x.ts': [
    yes("import type { AppError } from '../../main/domain/app-error.ts';"),
    yes("import { contract } from '../../preload/contract/index.ts';"),
    yes("import { main } from '../main.tsx';"),
    no("import { openLibrary } from '../../main/library/library.ts';"),
    no("import type { Library } from '../../main/library/library.ts';"),
    no("import { openLibrary as other } from '../../main/domain/../library/library.ts';"),
    no("export * from '../../main/compose.ts';"),
    no("import '../../preload/index.ts';"),
    no("import { ipcRenderer } from 'electron';"),
    no("import type { IpcRenderer } from 'electron';"),
    no("import path from 'node:path';"),
    no("void import('../../main/index.ts');"),
    no("import { aSite } from '../../test/support/builders.ts';"),
    no('void copydesk.app.state({});'),
    no('void window.copydesk.app.state({});'),
    no('void globalThis.copydesk.app.state({});'),
    no("void globalThis['copydesk'].app.state({});"),
    yes('void bridge.app.state({});'),
    yes("import { Menu } from '../components/Menu.tsx';"),
    no(base),
  ],
  'renderer/frame/x.tsx': [no(base), no("void import('@base-ui/react/dialog');")],
  'renderer/app.tsx': [no(base), no("import { ok } from '../main/compose.ts';")],
  'renderer/components/x.tsx': [yes(base), no("import { ok } from '../../main/compose.ts';")],
  'renderer/bridge.ts': [
    yes('export const bridge = globalThis.copydesk;'),
    no("import { ok } from '../main/compose.ts';"),
  ],
  'main/domain/x.ts': [
    yes("import { z } from 'zod';"),
    yes("import slugify from 'slugify';"),
    yes("import { Parser } from 'htmlparser2';"),
    yes("import { ok } from './result.ts';"),
    no("import { Low } from 'lowdb';"),
    no("import { JSONFile } from 'lowdb/node';"),
    no("import { readFile } from 'node:fs/promises';"),
    no("import { systemClock } from '../clock.ts';"),
    no("import { systemClock } from './../clock.ts';"),
    no("import { contract } from '../../preload/contract/index.ts';"),
    no("import type { Net } from 'electron';"),
  ],
  'preload/contract/x.ts': [
    yes("import { z } from 'zod';"),
    yes("import { call } from './define.ts';"),
    yes("import { postSchema } from '../../main/domain/post.ts';"),
    no("import type { Library } from '../../main/library/library.ts';"),
    no("import type { IpcRendererEvent } from 'electron';"),
    no("import { bridge } from '../../renderer/bridge.ts';"),
  ],
  'preload/index.ts': [
    yes("import { contextBridge } from 'electron';"),
    no("import { z } from 'zod';"),
    no("import { channelNames } from './contract/index.ts';"),
  ],
  'main/sites/x.ts': noWindows,
  'main/sync/x.ts': noWindows,
  'main/library/x.ts': noWindows,
  'main/search/x.ts': noWindows,
  'main/backup/x.ts': noWindows,
  'main/revisions/x.ts': noWindows,
  'main/services/x.ts': [...noWindows, yes("import type { call } from '../../preload/contract/index.ts';")],
  'main/net/x.ts': [...insideMain, yes("import type { Net, Session } from 'electron';")],
  'main/security/x.ts': [...insideMain, yes("import type { WebContents } from 'electron';")],
  'main/menu.ts': [
    ...insideMain,
    yes("import type { MenuItemConstructorOptions } from 'electron';"),
    yes("import type { menu } from '../renderer/i18n/en/menu.ts';"),
    no("import { errors } from '../renderer/i18n/en/errors.ts';"),
  ],
  'main/native-texts.ts': [
    yes("import { menu } from '../renderer/i18n/bg/menu.ts';"),
    no("import { language } from '../renderer/i18n/language.ts';"),
  ],
  'main/index.ts': [
    yes("import { app } from 'electron';"),
    no("import { menu } from '../renderer/i18n/en/menu.ts';"),
  ],
  'main/window.ts': [yes("import { BrowserWindow } from 'electron';")],
  'main/file-questions.ts': [yes("import { dialog } from 'electron';")],
  'test/unit/x.ts': [
    ...insideMain,
    yes("import type { BrowserWindow } from 'electron';"),
    yes("import { compose } from '../../main/compose.ts';"),
    no("import fc from 'fast-check';"),
  ],
  'test/support/property.ts': [yes("import fc from 'fast-check';")],
  'scripts/x.mjs': [no("import { app } from 'electron';")],
  'vite.config.ts': [no("import { app } from 'electron';")],
};

test('the linter keeps every border', async () => {
  const files = Object.fromEntries(
    Object.entries(FILES).map(([file, lines]) => [file, lines.map(([, source]) => source).join('\n')]),
  );
  const expected = Object.entries(FILES).flatMap(([file, lines]) =>
    lines.flatMap(([allowed], index) => (allowed ? [] : [`${file}:${index + 1}`])),
  );
  const refused = new Set(await refusedLines(files));
  expect([...refused].sort()).toEqual(expected.sort());
});

test('files above 400 lines are refused, except what is content', async () => {
  const lines = (count: number) => Array.from({ length: count }, (_, n) => `export const n${n} = ${n};`);
  const refused = await refusedLines({
    'main/longest.ts': lines(400).join('\n'),
    'main/too-long.ts': lines(401).join('\n'),
    'renderer/TooLong.tsx': lines(401).join('\n'),
    'main/practice-blog/content/posts.ts': lines(401).join('\n'),
  });
  expect(refused.map((line) => line.split(':')[0]).sort()).toEqual([
    'main/too-long.ts',
    'renderer/TooLong.tsx',
  ]);
});
