import type { TFunction } from 'i18next';

/** What a key does, then each combination that does it. */
type KeyRow = readonly [label: string, ...combinations: (readonly string[])[]];

export interface KeyGroup {
  title: string;
  rows: readonly KeyRow[];
}

/** All keys of the app, for the list that `?` opens. */
export function keyGroups(t: TFunction<'frame'>): KeyGroup[] {
  return [
    {
      title: t('keys.everywhere'),
      rows: [
        [t('palette.label'), ['Mod', 'K']],
        [t('view.search'), ['/'], ['Mod', 'Shift', 'F']],
        [t('command.newPost'), ['Mod', 'N']],
        [t('view.pending'), ['Mod', '1']],
        [t('view.allPosts'), ['Mod', '2']],
        [t('view.outbox'), ['Mod', '3']],
        [t('view.settings'), ['Mod', ',']],
        [t('command.syncNow'), ['F5']],
        [t('command.sendNow'), ['Mod', 'Shift', 'S']],
        [t('command.nextPane'), ['F6']],
        [t('command.previousPane'), ['Shift', 'F6']],
        [t('command.keys'), ['?']],
      ],
    },
    {
      title: t('keys.comments'),
      rows: [
        [t('keys.next'), ['J']],
        [t('keys.previous'), ['K']],
        [t('keys.approve'), ['A']],
        [t('keys.hold'), ['U']],
        [t('keys.spam'), ['S']],
        [t('keys.trash'), ['D']],
        [t('keys.reply'), ['R']],
        [t('keys.sendReply'), ['Mod', 'Enter']],
        [t('keys.undo'), ['Z'], ['Mod', 'Z']],
        [t('keys.thread'), ['T']],
      ],
    },
    {
      title: t('keys.writing'),
      rows: [
        [t('keys.bold'), ['Mod', 'B']],
        [t('keys.italic'), ['Mod', 'I']],
        [t('keys.writeOrRead'), ['Mod', 'Shift', 'P']],
        [t('keys.versions'), ['Mod', 'Shift', 'H']],
        [t('keys.send'), ['Mod', 'Shift', 'Enter']],
        [t('keys.save'), ['Mod', 'S']],
      ],
    },
    {
      title: t('keys.lists'),
      rows: [
        [t('keys.move'), ['↑'], ['↓']],
        [t('keys.ends'), ['Home'], ['End']],
        [t('keys.open'), ['Enter']],
      ],
    },
    searchKeys(t),
    {
      title: t('view.outbox'),
      rows: [
        [t('keys.next'), ['J']],
        [t('keys.previous'), ['K']],
        [t('keys.mainAction'), ['Enter']],
        [t('keys.withdraw'), ['Delete']],
      ],
    },
    {
      title: t('keys.firstScreen'),
      rows: [
        [t('command.connectSite'), ['Alt', '1']],
        [t('command.openPractice'), ['Alt', '2']],
        [t('command.newPost'), ['Alt', '3']],
      ],
    },
  ];
}

const searchKeys = (t: TFunction<'frame'>): KeyGroup => ({
  title: t('view.search'),
  rows: [
    [t('keys.next'), ['J']],
    [t('keys.previous'), ['K']],
    [t('keys.saveSearch'), ['Mod', 'S']],
    [t('keys.renameSearch'), ['F2']],
    [t('keys.removeSearch'), ['Delete']],
  ],
});
