export function archiveProblems(asarFile: string): Promise<string[]>;
export function fuseProblems(folder: string): Promise<string[]>;
export function downloadProblems(output: string): string[];
