export function makeElectronStub(folder: string, version: string): void;
