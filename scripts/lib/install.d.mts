/** See install.mjs: installs the packages when they are missing or older than the lockfile. */
export function ensureDependencies(): void;
export function isInstalled(folder?: string): boolean;
