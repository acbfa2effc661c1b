import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import asar from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeElectronStub } from '../../../scripts/lib/electron-stub.mjs';
import { isAllowed, licenseProblems, notices, packageFolder } from '../../../scripts/lib/licenses.mjs';
import { archiveProblems, downloadProblems, fuseProblems } from '../../../scripts/lib/package-checks.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'package-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text = ''): void {
  const file = path.join(folder, 'app', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

describe('the archive', () => {
  const pack = async () => {
    const file = path.join(folder, 'app.asar');
    await asar.createPackage(path.join(folder, 'app'), file);
    return file;
  };
  beforeEach(() => {
    put('package.json', JSON.stringify({ main: 'out/main/index.js' }));
    for (const name of [
      'main/index.js',
      'worker/search.cjs',
      'preload/index.cjs',
      'renderer/index.html',
      'third-party-licenses.txt',
    ]) {
      put(`out/${name}`);
    }
  });

  it('may hold the built app', async () => {
    expect(await archiveProblems(await pack())).toEqual([]);
  });

  it('must hold nothing else, and all that is needed', async () => {
    put('node_modules/left/index.js');
    put('out/main/index.js.map');
    put('.env');
    rmSync(path.join(folder, 'app/out/preload'), { recursive: true });
    put('package.json', JSON.stringify({ main: 'main.js', dependencies: {} }));
    expect(await archiveProblems(await pack())).toEqual([
      'must not be there: /.env',
      'must not be there: /node_modules',
      'must not be there: /node_modules/left',
      'must not be there: /node_modules/left/index.js',
      'must not be there: /out/main/index.js.map',
      'missing: /out/preload/index.cjs',
      'starts with main.js',
      'its manifest lists dependencies',
    ]);
  });
});

describe('the fuses', () => {
  it('of a binary nobody has treated are all wrong, and right once they are flipped', async () => {
    makeElectronStub(folder, '1.2.3');
    const binary = path.join(folder, 'copydesk');
    renameSync(path.join(folder, 'electron'), binary);
    expect(await fuseProblems(folder)).toHaveLength(8);
    await flipFuses(binary, {
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
    expect(await fuseProblems(folder)).toEqual(['GrantFileProtocolExtraPrivileges is not off']);
  });

  it('need a program to be read from', async () => {
    expect(await fuseProblems(folder)).toEqual([`no program in ${folder}`]);
  });
});

it('an archive for download is asked for', () => {
  expect(downloadProblems(folder)).toEqual(['no .tar.gz was made']);
  writeFileSync(path.join(folder, 'copydesk-1.0.0.tar.gz'), '');
  expect(downloadProblems(folder)).toEqual([]);
});

describe('licences', () => {
  it.each([
    ['MIT', true],
    ['(MPL-2.0 OR Apache-2.0)', true],
    ['MIT AND OFL-1.1', true],
    ['GPL-2.0-or-later', false],
    ['MIT AND GPL-3.0', false],
    ['LGPL-3.0', false],
    ['UNLICENSED', false],
    ['none given', false],
  ])('%s: %s', (expression, allowed) => {
    expect(isAllowed(expression)).toBe(allowed);
  });

  it('are judged by their text too', () => {
    const made = { name: 'x', version: '1.0.0', license: 'MIT', text: 'MIT License' };
    const gpl = '          GNU GENERAL PUBLIC LICENSE\n   Version 2, June 1991';
    const mpl = 'means either the GNU General Public License, Version 2.0, or';
    expect(licenseProblems([made, { ...made, text: mpl }])).toEqual([]);
    expect(licenseProblems([{ ...made, text: gpl }])).toEqual([
      'x@1.0.0 says MIT, but carries the text of the GPL',
    ]);
    expect(licenseProblems([{ ...made, license: 'GPL-2.0' }])).toEqual([
      'x@1.0.0 is under "GPL-2.0", which must not be bundled',
    ]);
    expect(notices([made])).toContain('x 1.0.0 (MIT)\n=============\n\nMIT License');
  });

  it('belong to the innermost package of a module', () => {
    expect(packageFolder('/a/node_modules/@b/c/dist/d.js?v=1')).toBe('/a/node_modules/@b/c');
    expect(packageFolder('/a/node_modules/b/node_modules/c/d.css')).toBe('/a/node_modules/b/node_modules/c');
    expect(packageFolder('/a/renderer/main.tsx')).toBeUndefined();
  });
});
