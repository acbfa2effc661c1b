// `app.getPath`: Electron's names of folders, for Linux and macOS.
import os from 'node:os';
import path from 'node:path';

/** The folders for an app of this name; `userData` may have been set by a switch or by the app. */
export function standardPaths(appName: string, userData: string | undefined): Record<string, string> {
  const home = os.homedir();
  const appData =
    process.platform === 'darwin'
      ? path.join(home, 'Library/Application Support')
      : (process.env.XDG_CONFIG_HOME ?? path.join(home, '.config'));
  const data = userData ?? path.join(appData, appName);
  return {
    home,
    appData,
    userData: data,
    sessionData: data,
    logs: path.join(data, 'logs'),
    crashDumps: path.join(data, 'Crashpad'),
    temp: os.tmpdir(),
    desktop: path.join(home, 'Desktop'),
    documents: path.join(home, 'Documents'),
    downloads: path.join(home, 'Downloads'),
    pictures: path.join(home, 'Pictures'),
    exe: process.execPath,
    module: process.execPath,
  };
}
