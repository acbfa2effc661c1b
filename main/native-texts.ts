import { menu as bulgarianMenu } from '../renderer/i18n/bg/menu.ts';
import { menu as englishMenu } from '../renderer/i18n/en/menu.ts';
import type { BlockedSwap } from './backup/swap.ts';
import type { AppError } from './domain/app-error.ts';
import type { MenuTexts } from './menu.ts';

type StorageReason = Extract<AppError, { kind: 'storage' }>['reason'];

/** What the app says outside its page: menus, and dialogs for when there is no page yet or it does not answer. */
export interface NativeTexts {
  menu: MenuTexts;
  unsaved: { message: string; detail: string; keepOpen: string; close: string };
  cannotOpen: {
    title: string;
    reasons: Record<StorageReason, (file: string) => string>;
    again: string;
    /** Offers the newest good backup, of this date. */
    backup: (date: string) => string;
    restore: string;
    showFolder: string;
    quit: string;
  };
  /** The system's own windows for files. */
  backupFile: { save: string; open: string; filter: string };
  /** A restore was planned, and the library cannot be moved away for it. */
  blockedRestore: {
    title: string;
    reasons: Record<BlockedSwap['reason'], (folder: string) => string>;
    /** That nothing is lost, and what else can be done. */
    asBefore: string;
    again: string;
    asItIs: string;
    quit: string;
  };
  /** A backup that was chosen could not be restored. */
  notRestored: { title: string; detail: string };
}

const english: NativeTexts = {
  menu: englishMenu,
  unsaved: {
    message: 'What you typed last is not saved yet',
    detail: 'Copydesk is still trying to save it. If you close now, it is lost.',
    keepOpen: 'Keep open',
    close: 'Close and lose it',
  },
  backupFile: {
    save: 'Back up library to a file',
    open: 'Restore library from a file',
    filter: 'Copydesk backup',
  },
  blockedRestore: {
    title: 'The backup is not restored yet',
    reasons: {
      held: (folder) =>
        `The folder ${folder} is in use. If another program works with it, close that program. If a disk of its own is connected there, connect it elsewhere: what is on it stays, and the backup takes its place here. Then try again.`,
      denied: (folder) =>
        `The system does not let this account move the folder ${folder}. Give yourself the right to write in the folder around it, then try again. On Windows, a program that has one of its files open can be the reason, too.`,
      full: (folder) =>
        `The disk that holds ${folder} is full: not even a new name fits. Free some space, then try again.`,
      io: (folder) =>
        `The disk did not move the folder ${folder}. See that it is connected and well, then try again.`,
    },
    asBefore:
      'Nothing was changed. You can also open the library as it is; the backup can be restored later.',
    again: 'Try again',
    asItIs: 'Open as it is',
    quit: 'Quit',
  },
  notRestored: {
    title: 'The backup could not be restored',
    detail: 'Nothing was changed. The disk may be full, or the backup damaged meanwhile.',
  },
  cannotOpen: {
    title: 'The library cannot be opened',
    again: 'Try again',
    backup: (date) =>
      `There is a backup of ${date}, and it is whole. If you restore it, the damaged library stays beside it in a folder of its own.`,
    restore: 'Restore the backup',
    showFolder: 'Show folder',
    quit: 'Quit',
    reasons: {
      damaged: (file) =>
        `The file ${file} is damaged. Nothing is opened in its place: everything was left exactly as it is. Put back a copy of it from a backup of this computer, then try again. To start with an empty library instead, move the folder away first.`,
      newer: (file) =>
        `The file ${file} was written by a newer Copydesk. Everything was left exactly as it is. Install the newer version to open it.`,
      denied: (file) =>
        `This account may not read ${file}. Nothing was changed. Give yourself the right to read and write it and its folder, then try again.`,
      io: (file) =>
        `The disk did not give back ${file}. Nothing was changed. See that the disk is connected and well, then try again.`,
      full: (file) =>
        `The disk that holds ${file} is full. Nothing was changed. Free some space, then try again.`,
      'in-use': (file) =>
        `Another Copydesk is working with this library. Nothing was opened or changed here. Use the other one, or close it and try again. Its process is named in ${file}.`,
    },
  },
};

const bulgarian: NativeTexts = {
  menu: bulgarianMenu,
  unsaved: {
    message: 'Последно написаното още не е записано',
    detail: 'Copydesk още опитва да го запише. Ако затворите сега, то ще се загуби.',
    keepOpen: 'Остави отворен',
    close: 'Затвори и загуби текста',
  },
  backupFile: {
    save: 'Резервно копие във файл',
    open: 'Възстановяване от копие във файл',
    filter: 'Резервно копие на Copydesk',
  },
  blockedRestore: {
    title: 'Копието още не е възстановено',
    reasons: {
      held: (folder) =>
        `Папката ${folder} е заета. Ако с нея работи друга програма, затворете програмата. Ако там е свързан отделен диск, свържете го другаде: библиотеката на него остава, а копието заема мястото ѝ тук. После опитайте пак.`,
      denied: (folder) =>
        `Системата не позволява на този потребител да премести папката ${folder}. Дайте си право за запис в папката около нея и опитайте пак. Под Windows причината може да е и програма, която държи отворен някой от файловете ѝ.`,
      full: (folder) =>
        `Дискът, на който е ${folder}, е пълен: не се побира дори ново име. Освободете място и опитайте пак.`,
      io: (folder) =>
        `Дискът не премести папката ${folder}. Проверете дали е свързан и изправен и опитайте пак.`,
    },
    asBefore:
      'Нищо не е променено. Може и да отворите библиотеката, както си е; копието може да се възстанови по-късно.',
    again: 'Опитай пак',
    asItIs: 'Отвори, както си е',
    quit: 'Затвори Copydesk',
  },
  notRestored: {
    title: 'Копието не може да се възстанови',
    detail: 'Нищо не е променено. Може би дискът е пълен или копието междувременно се е повредило.',
  },
  cannotOpen: {
    title: 'Библиотеката не може да се отвори',
    again: 'Опитай пак',
    backup: (date) =>
      `Има резервно копие от ${date} и то е изправно. Ако го възстановите, повредената библиотека остава до него в отделна папка.`,
    restore: 'Възстанови копието',
    showFolder: 'Покажи папката',
    quit: 'Затвори Copydesk',
    reasons: {
      damaged: (file) =>
        `Файлът ${file} е повреден. Нищо не е отворено вместо него: всичко е оставено точно както е. Върнете негово копие от резервните копия на този компютър и опитайте пак. За да започнете с празна библиотека, първо преместете папката.`,
      newer: (file) =>
        `Файлът ${file} е записан от по-нов Copydesk. Всичко е оставено точно както е. Инсталирайте по-новата версия, за да го отворите.`,
      denied: (file) =>
        `Този потребител няма право да чете ${file}. Нищо не е променено. Дайте си право за четене и запис на него и на папката му и опитайте пак.`,
      io: (file) =>
        `Дискът не върна ${file}. Нищо не е променено. Проверете дали дискът е свързан и изправен и опитайте пак.`,
      full: (file) =>
        `Дискът, на който е ${file}, е пълен. Нищо не е променено. Освободете място и опитайте пак.`,
      'in-use': (file) =>
        `Друг Copydesk работи с тази библиотека. Тук нищо не е отворено или променено. Работете в другия или го затворете и опитайте пак. Процесът му е посочен в ${file}.`,
    },
  },
};

/** The texts in a language that we speak. */
export const nativeTexts = (language: 'en' | 'bg'): NativeTexts => (language === 'bg' ? bulgarian : english);
