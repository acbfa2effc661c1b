import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isBuilt } from '../../../scripts/lib/build.mjs';
import { isInstalled } from '../../../scripts/lib/install.mjs';
import { chooseRunner, missingDisplay } from '../../../scripts/lib/launch.mjs';
import { node24 } from '../../../scripts/lib/node24.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file last changed at a given second. */
function put(name: string, second: number): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, second, second);
  for (let up = path.dirname(file); up.startsWith(folder); up = path.dirname(up))
    utimesSync(up, second, second);
}

describe('packages', () => {
  it('are installed when npm has finished after the lockfile changed', () => {
    put('package-lock.json', 100);
    expect(isInstalled(folder)).toBe(false);
    put('node_modules/.package-lock.json', 99);
    expect(isInstalled(folder)).toBe(false);
    put('node_modules/.package-lock.json', 100);
    expect(isInstalled(folder)).toBe(true);
  });
});

describe('the app', () => {
  const build = (second: number) => {
    for (const name of ['main/index.js', 'worker/search.cjs', 'preload/index.cjs', 'renderer/index.html'])
      put(`out/${name}`, second);
  };

  it('is built when no source is newer than any result', () => {
    put('main/deep/a.ts', 100);
    put('preload/index.ts', 100);
    put('vite.config.ts', 100);
    expect(isBuilt(folder)).toBe(false);
    build(200);
    expect(isBuilt(folder)).toBe(true);
    put('main/deep/a.ts', 300);
    expect(isBuilt(folder)).toBe(false);
    build(400);
    expect(isBuilt(folder)).toBe(true);
    rmSync(path.join(folder, 'out/preload/index.cjs'));
    expect(isBuilt(folder)).toBe(false);
  });
});

describe('starting', () => {
  it('needs a display on Linux, and says how to do without', () => {
    expect(missingDisplay({ DISPLAY: ':0' }, 'linux')).toBeUndefined();
    expect(missingDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBeUndefined();
    expect(missingDisplay({}, 'darwin')).toBeUndefined();
    expect(missingDisplay({}, 'linux')).toMatch(/xvfb-run .*npm start[\s\S]*npm run tour/);
  });

  it('uses the stand-in when told to', () => {
    process.env.COPYDESK_STAND_IN = '1';
    const runner = chooseRunner();
    delete process.env.COPYDESK_STAND_IN;
    expect(runner).toMatchObject({ kind: 'stand-in', args: [] });
    expect(runner.command).toBe(path.join(runner.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron'));
  });

  it('finds a Node 24', () => {
    expect(path.basename(node24())).toMatch(/^node/);
  });
});
