/** See debian.mjs: silent when all is installed, installs as root on Debian, otherwise says how to. */
export function ensureDebianPackages(
  names: readonly string[],
  options?: { mayInstall?: boolean; pause?: number },
): {
  ok: boolean;
  missing: string[];
  how: string;
};
