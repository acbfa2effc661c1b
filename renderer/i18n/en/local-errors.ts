/** What is said when something fails on this computer: the disk, the search index, a backup. A part of `errors`. */
export const localErrors = {
  storage: {
    full: {
      what: 'The disk is full.',
      safe: 'What was saved before is safe on the disk; newer text is kept in memory.',
      todo: 'Free some space. Copydesk tries again every two seconds; keep it open until then.',
    },
    denied: {
      what: 'The system does not let Copydesk write to {{file}}.',
      safe: 'What was saved before is safe on the disk; newer text is kept in memory.',
      todo: 'Allow writing to that file and its folder. Copydesk tries again by itself; keep it open until then.',
    },
    io: {
      what: 'The disk reported an error with {{file}}.',
      safe: 'What was saved before is kept; newer text is in memory.',
      todo: 'Check the disk. Copydesk tries again by itself; keep it open until then.',
    },
    damaged: {
      what: 'The file {{file}} is damaged.',
      safe: 'It was put aside, not overwritten, and everything readable is kept.',
      todo: 'Sync to bring back what the site has. The damaged file lies beside the library.',
    },
    newer: {
      what: '{{file}} was written by a newer Copydesk.',
      safe: 'It was left exactly as it is.',
      todo: 'Install the newer version.',
    },
    'in-use': {
      what: 'Another Copydesk is working with this library.',
      safe: 'Nothing was opened or changed here; the other one goes on undisturbed.',
      todo: 'Use the other one, or close it and start again.',
    },
  },
  search: {
    unsupported: {
      what: 'The program that runs Copydesk here comes without full-text search.',
      safe: 'Posts and comments are all in their places; only this view cannot find them.',
      todo: 'Find posts by their title in the box at the top, or install Copydesk from its own package.',
    },
    failed: {
      what: 'The search index did not answer.',
      safe: 'The index is made from the library, which is untouched: nothing is lost with it.',
      todo: 'It starts again by itself. Try again in a moment.',
    },
    disk: {
      what: 'The search index cannot be written: the disk is full, or it does not let Copydesk write.',
      safe: 'Posts, comments and drafts are kept apart from it.',
      todo: 'Free some space, or allow writing to the folder “search” beside the library. Copydesk tries again by itself.',
    },
    superseded: {
      what: 'A newer search took the place of this one.',
      safe: 'Nothing was changed.',
      todo: 'Look at the newer one.',
    },
  },
  backup: {
    foreign: {
      what: '{{file}} is not a backup of Copydesk.',
      safe: 'Nothing was changed.',
      todo: 'Choose a file whose name ends in .copydesk-backup.',
    },
    damaged: {
      what: '{{file}} is damaged: something is missing, or is not as it was written.',
      safe: 'It was left as it is, and nothing was changed.',
      todo: 'Copy the file once more from where it came, or choose another backup.',
    },
    'kept-damaged': {
      what: 'The backup of {{date}} is damaged: something is missing, or is not as it was written.',
      safe: 'It was left as it is, and nothing was changed.',
      todo: 'Choose another backup of the list, or restore one from a file.',
    },
    unsafe: {
      what: '{{file}} holds something that no backup of Copydesk holds.',
      safe: 'It was refused as a whole, and nothing was changed.',
      todo: 'Use only a backup that you made yourself.',
    },
    newer: {
      what: '{{file}} was made by a newer Copydesk.',
      safe: 'It was left as it is, and nothing was changed.',
      todo: 'Install the newer version to restore it.',
    },
    gone: {
      what: 'This backup is no longer here.',
      safe: 'Nothing was changed.',
      todo: 'Choose another one.',
    },
    full: {
      what: 'There is not enough room on the disk for {{file}}.',
      safe: 'Nothing was changed; earlier backups are as they were.',
      todo: 'Free some space, or choose another disk.',
    },
    denied: {
      what: 'The system does not let Copydesk use {{file}}.',
      safe: 'Nothing was changed; earlier backups are as they were.',
      todo: 'Choose another place, or allow reading and writing there.',
    },
    io: {
      what: '{{file}} could not be read or written: the disk reported an error.',
      safe: 'Nothing was changed; earlier backups are as they were.',
      todo: 'Check the disk, or choose another one.',
    },
    busy: {
      what: 'Another backup is under way.',
      safe: 'Nothing was changed.',
      todo: 'Wait until it is done.',
    },
    cancelled: {
      what: 'This was cancelled.',
      safe: 'Nothing was changed.',
      todo: 'Start again whenever you like.',
    },
    unsaved: {
      what: 'What you typed last could not be saved, and a restore would lose it.',
      safe: 'Nothing was replaced. Your words are kept in memory.',
      todo: 'Save them first, then restore.',
    },
    'not-kept': {
      what: 'The library that is here could not be kept before the restore: {{file}} takes nothing.',
      safe: 'So nothing was replaced; earlier backups are as they were.',
      todo: 'Free some space there, or allow writing, then restore again.',
    },
    inside: {
      what: '{{file}} would be in the folder of the library.',
      safe: 'Nothing was written. A restore would remove it with the library.',
      todo: 'Choose another folder, best on another disk.',
    },
    'library-unread': {
      what: '{{file}} of the library could not be read or written.',
      safe: 'Nothing was changed; earlier backups are as they were.',
      todo: 'See that the system lets Copydesk use it and that its disk is well, then try again.',
    },
    'library-damaged': {
      what: '{{file}} of the library is missing or damaged on the disk.',
      safe: 'Nothing was changed; earlier backups are as they were.',
      todo: 'Close Copydesk and open it again: it mends the library. Then back up or restore.',
    },
  },
} as const;
