/** See build.mjs: builds the app when a source is newer than `out/`. */
export function ensureBuilt(): void;
export function isBuilt(folder?: string): boolean;
