/** The installed Chromium or Chrome that the stand-in shows windows in, or undefined. */
export function findChromium(): string | undefined;
