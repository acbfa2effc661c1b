// npm run package: builds the packages for Linux into release/ and checks them; with --check they are made aside and
// thrown away. Where Electron's binary cannot be had, they are made around a stub: that shows everything but Electron.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { missingChromium } from './lib/launch.mjs';

const root = path.resolve(import.meta.dirname, '..');
const onlyCheck = process.argv.includes('--check');
const output = path.join(root, onlyCheck ? '.cache/package-check' : 'release');
let passed = 0;
let failed = 0;

/** One line per check; what it found wrong goes under it. */
async function check(name, problems) {
  const found = await Promise.resolve(problems()).catch((error) => [String(error?.message ?? error)]);
  if (found.length === 0) passed += 1;
  else failed += 1;
  console.log(`${found.length === 0 ? '✓' : '✗'} ${name}`);
  for (const problem of found) console.log(`    ${problem}`);
  return found.length === 0;
}

ensureDependencies();
ensureBuilt();
const { bundledPackages, licenseProblems, notices } = await import('./lib/licenses.mjs');
const { buildPackages, packaged } = await import('./lib/package-build.mjs');
const { archiveProblems, downloadProblems, fuseProblems } = await import('./lib/package-checks.mjs');
const { bootProblems } = await import('./lib/package-boot.mjs');

await check('the packages in the app may be bundled, and their notices go with it', async () => {
  const packages = await bundledPackages();
  writeFileSync(path.join(root, 'out/third-party-licenses.txt'), notices(packages));
  return packages.length === 0 ? ['no package was found'] : licenseProblems(packages);
});
rmSync(output, { recursive: true, force: true });
let isStub = false;
const isPackaged = await check('electron-builder makes the packages', () => {
  const { ok, stub, said } = buildPackages(output);
  isStub = stub;
  return ok ? downloadProblems(output) : [said.trim()];
});
if (isPackaged) {
  const { asar, folder } = packaged(output);
  await check('the archive holds the built app and nothing else', () => archiveProblems(asar));
  await check('the fuses of the program are as they must be', () => fuseProblems(folder));
  await check('the packaged app opens its window', () => {
    const missing = missingChromium();
    return missing ? [missing] : bootProblems(asar);
  });
}
if (onlyCheck) rmSync(output, { recursive: true, force: true });
else if (isStub) {
  console.log(`Made in ${path.relative(root, output)}/ without Electron's binary: it cannot be started.`);
}
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
