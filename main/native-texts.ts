import { menu as bulgarianMenu } from '../renderer/i18n/bg/menu.ts';
import { menu as englishMenu } from '../renderer/i18n/en/menu.ts';
import type { AppError } from './domain/app-error.ts';
import type { MenuTexts } from './menu.ts';

type StorageReason = Extract<AppError, { kind: 'storage' }>['reason'];

/** What the app says outside its page: menus, and dialogs for when there is no page yet or it does not answer. */
export interface NativeTexts {
  menu: MenuTexts;
  unsaved: { message: string; detail: string; keepOpen: string; close: string };
  cannotOpen: { title: string; reasons: Record<StorageReason, (file: string) => string> };
}

const english: NativeTexts = {
  menu: englishMenu,
  unsaved: {
    message: 'What you typed last is not saved yet',
    detail: 'Copydesk is still trying to save it. If you close now, it is lost.',
    keepOpen: 'Keep open',
    close: 'Close and lose it',
  },
  cannotOpen: {
    title: 'The library cannot be opened',
    reasons: {
      damaged: (file) =>
        `The file ${file} is damaged. It was left as it is, and nothing was overwritten. Put a copy of it back, or move it away to start with an empty library.`,
      newer: (file) =>
        `The file ${file} was written by a newer Copydesk. It was left as it is. Install the newer version to open it.`,
      denied: (file) =>
        `This account may not read ${file}. Nothing was changed. Give yourself the right to read and write it.`,
      io: (file) =>
        `The disk did not give back ${file}. Nothing was changed. Check the disk, then start again.`,
      full: (file) =>
        `The disk that holds ${file} is full. Nothing was changed. Free some space, then start again.`,
      'in-use': (file) =>
        `Another Copydesk is working with this library. Nothing was opened or changed here. Use the other one, or close it and start again. Its process is named in ${file}.`,
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
  cannotOpen: {
    title: 'Библиотеката не може да се отвори',
    reasons: {
      damaged: (file) =>
        `Файлът ${file} е повреден. Оставен е, както е, и нищо не е презаписано. Върнете негово копие или го преместете, за да започнете с празна библиотека.`,
      newer: (file) =>
        `Файлът ${file} е записан от по-нов Copydesk. Оставен е, както е. Инсталирайте по-новата версия, за да го отворите.`,
      denied: (file) =>
        `Този потребител няма право да чете ${file}. Нищо не е променено. Дайте си право за четене и запис.`,
      io: (file) => `Дискът не върна ${file}. Нищо не е променено. Проверете диска и стартирайте отново.`,
      full: (file) =>
        `Дискът, на който е ${file}, е пълен. Нищо не е променено. Освободете място и стартирайте отново.`,
      'in-use': (file) =>
        `Друг Copydesk работи с тази библиотека. Тук нищо не е отворено или променено. Работете в другия или го затворете и стартирайте отново. Процесът му е посочен в ${file}.`,
    },
  },
};

/** The texts in a language that we speak. */
export const nativeTexts = (language: 'en' | 'bg'): NativeTexts => (language === 'bg' ? bulgarian : english);
