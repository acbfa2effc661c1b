import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What each fuse must be, by the names of @electron/fuses. */
const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};
/** Files without which the app does not start. */
const NEEDED = [
  '/package.json',
  '/out/main/index.js',
  '/out/worker/search.cjs',
  '/out/preload/index.cjs',
  '/out/renderer/index.html',
  '/out/third-party-licenses.txt',
];

/** @returns {Promise<string[]>} what the archive holds but must not, or lacks */
export async function archiveProblems(asarFile) {
  const asar = (await import('@electron/asar')).default;
  const files = asar.listPackage(asarFile, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
  const foreign = files.filter(
    (file) => !/^\/(package\.json|out(\/.*)?)$/.test(file) || file.endsWith('.map'),
  );
  const missing = NEEDED.filter((file) => !files.includes(file));
  const manifest = JSON.parse(asar.extractFile(asarFile, 'package.json').toString('utf8'));
  return [
    ...foreign.map((file) => `must not be there: ${file}`),
    ...missing.map((file) => `missing: ${file}`),
    ...(manifest.main === 'out/main/index.js' ? [] : [`starts with ${manifest.main}`]),
    ...(manifest.dependencies === undefined ? [] : ['its manifest lists dependencies']),
  ];
}

/** @returns {Promise<string[]>} fuses of the packaged binary that are not as they must be */
export async function fuseProblems(folder) {
  const { FuseState, FuseV1Options, getCurrentFuseWire } = await importFuses();
  const binary = readdirSync(folder).find((name) => name.toLowerCase() === 'copydesk');
  if (!binary) return [`no program in ${folder}`];
  const wire = await getCurrentFuseWire(path.join(folder, binary));
  return Object.entries(FUSES).flatMap(([name, on]) => {
    const state = wire[FuseV1Options[name]];
    return state === (on ? FuseState.ENABLE : FuseState.DISABLE)
      ? []
      : [`${name} is not ${on ? 'on' : 'off'}`];
  });
}

async function importFuses() {
  const fuses = await import('@electron/fuses');
  const { FuseState } = await import('@electron/fuses/dist/constants.js');
  return { ...fuses.default, FuseState };
}

/** @returns {string[]} whether the archive for download was made */
export function downloadProblems(output) {
  if (!existsSync(output)) return ['nothing was made'];
  return readdirSync(output).some((name) => name.endsWith('.tar.gz')) ? [] : ['no .tar.gz was made'];
}
