import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../../test/host/chromium-path.mjs';
import { ensureDebianPackages } from './debian.mjs';
import { node24 } from './node24.mjs';

/** @typedef {import('./launch.d.mts').Runner} Runner */

const root = path.resolve(import.meta.dirname, '../..');
const electron = path.join(root, 'node_modules/electron');
const host = path.join(root, 'test/host');

/** A bare system has no letters for emoji and for most of the world's scripts; strangers' names need them. */
export const FONTS = ['fonts-noto-core', 'fonts-noto-color-emoji'];

/** How long Electron's binary may take to arrive, in milliseconds. */
const PATIENCE = 60_000;

/**
 * What the app is started with: Electron where its binary is or can be fetched, else the stand-in in the installed
 * Chromium. Without a display it is the stand-in as well, whose windows need none.
 *
 * @param {{ fetch?: boolean }} [options] fetch: try to download Electron's binary if it is missing
 * @returns {Runner}
 */
export function chooseRunner({ fetch = false } = {}) {
  if (process.env.COPYDESK_STAND_IN === '1' || missingDisplay()) return standIn();
  if (!electronBinary() && fetch) fetchElectron();
  const binary = electronBinary();
  if (binary === undefined) return standIn();
  // Electron, like Chromium, refuses to run as root with its sandbox.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { kind: 'electron', command: binary, args, env: {} };
}

function standIn() {
  const env = { ELECTRON_OVERRIDE_DIST_PATH: host };
  return { kind: 'stand-in', command: path.join(host, 'electron'), args: [], env };
}

/** Path of Electron's binary if it is installed. */
function electronBinary() {
  const pathFile = path.join(electron, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = path.join(electron, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}

/** Lets Electron's own installer try, once per version: a network that refuses today will refuse tomorrow. */
function fetchElectron() {
  const { version } = JSON.parse(readFileSync(path.join(electron, 'package.json'), 'utf8'));
  const failed = path.join(root, '.cache', `electron-${version}-not-available`);
  if (existsSync(failed)) return;
  console.log(`Fetching Electron ${version} …`);
  const run = spawnSync(node24(), [path.join(electron, 'install.js')], {
    encoding: 'utf8',
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
  });
  if (run.status === 0 && electronBinary()) return;
  mkdirSync(path.dirname(failed), { recursive: true });
  writeFileSync(failed, `${run.stderr ?? ''}\nDelete this file to try again.\n`);
}

/**
 * Makes sure that the stand-in has a Chromium: as root on Debian it is installed.
 *
 * @returns {string | undefined} what is missing, a sentence for people; undefined when all is there
 */
export function missingChromium() {
  // Without the fonts it still runs, so their absence is no reason to stop.
  if (process.platform === 'linux') ensureDebianPackages(FONTS);
  if (findChromium()) return undefined;
  const { ok, how } = ensureDebianPackages(['chromium']);
  if (ok && findChromium()) return undefined;
  return `Electron's binary is not available here, and neither is a Chromium to run the app in. ${how}`.trim();
}

/**
 * Whether windows can be shown.
 *
 * @returns {string | undefined} why not and what to do, for people
 */
export function missingDisplay(env = process.env, platform = process.platform) {
  if (platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY) return undefined;
  return [
    'There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).',
    'With a virtual one (Debian: apt-get install xvfb xauth): xvfb-run -s "-screen 0 1440x900x24" npm start',
    'Without any: npm run tour plays the main job by itself and saves pictures of it.',
  ].join('\n');
}
