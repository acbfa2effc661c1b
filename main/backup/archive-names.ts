/** The ending of a backup in one file. */
export const ARCHIVE_ENDING = '.copydesk-backup';

/** Names inside the archive; the manifest is its first file. */
export const ARCHIVE_MANIFEST = 'backup.json';
export const ARCHIVE_FOLDER = 'library/';

const two = (number: number): string => String(number).padStart(2, '0');

/** How a file of this day is called; the day is that of this computer's calendar. */
export const archiveName = (now: Date): string =>
  `Copydesk ${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}${ARCHIVE_ENDING}`;
