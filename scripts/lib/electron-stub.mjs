import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Electron's mark in front of its fuses, their format's version, and how many follow. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;
/** Every fuse the wrong way round for us ('1' on, '0' off), so that a fuse nobody flips is noticed. */
const FUSES = '10110011' + '1';

/**
 * Makes a folder that electron-builder takes for Electron's own, where that cannot be downloaded: enough to package
 * the app and to see its fuses flip. What is packaged from it cannot be started.
 */
export function makeElectronStub(folder, version) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'));
  const program = '#!/bin/sh\necho "This package was made without the binary of Electron." >&2\nexit 1\n';
  const wire = Buffer.concat([
    Buffer.from(`\n${SENTINEL}`),
    Buffer.from([WIRE_VERSION, FUSES.length]),
    Buffer.from(`${FUSES}\n`),
  ]);
  const binary = path.join(folder, 'electron');
  writeFileSync(binary, Buffer.concat([Buffer.from(program), wire]));
  chmodSync(binary, 0o755);
  writeFileSync(path.join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(path.join(folder, name), '');
  for (const language of ['en-US', 'bg']) writeFileSync(path.join(folder, 'locales', `${language}.pak`), '');
}
