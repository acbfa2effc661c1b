/** A package that ends in the app. */
export interface BundledPackage {
  name: string;
  version: string;
  license: string;
  /** Its licence files, one after the other. */
  text: string;
}

export function bundledPackages(): Promise<BundledPackage[]>;
export function packageFolder(id: string): string | undefined;
export function isAllowed(expression: string): boolean;
export function licenseProblems(packages: readonly BundledPackage[]): string[];
export function notices(packages: readonly BundledPackage[]): string;
