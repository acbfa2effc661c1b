import type { menu as source } from '../en/menu.ts';
import type { Translated } from '../translated.ts';

/** Native menus. The main process reads this file too: nothing here may import from the page. */
export const menu: Translated<typeof source> = {
  app: {
    about: 'За Copydesk',
    settings: 'Настройки…',
    services: 'Услуги',
    hide: 'Скрий Copydesk',
    hideOthers: 'Скрий другите',
    showAll: 'Покажи всички',
    quit: 'Изход от Copydesk',
  },
  file: {
    label: 'Файл',
    newPost: 'Нова публикация',
    save: 'Запиши сега',
    syncNow: 'Синхронизирай сега',
    sendNow: 'Изпрати сега',
    showLibrary: 'Покажи папката на библиотеката',
    closeWindow: 'Затвори прозореца',
    exit: 'Изход',
  },
  edit: {
    label: 'Редактиране',
    undo: 'Отмени',
    redo: 'Повтори',
    cut: 'Изрежи',
    copy: 'Копирай',
    paste: 'Постави',
    pastePlain: 'Постави без оформление',
    selectAll: 'Избери всичко',
  },
  view: {
    label: 'Изглед',
    pending: 'Чакащи коментари',
    posts: 'Всички публикации',
    outbox: 'Изходящи',
    zoomIn: 'Увеличи',
    zoomOut: 'Намали',
    zoomReset: 'Действителен размер',
    fullScreen: 'Цял екран',
    developerTools: 'Инструменти за разработчици',
  },
  window: {
    label: 'Прозорец',
    minimize: 'Смали',
    front: 'Всички отпред',
  },
  help: {
    label: 'Помощ',
    keys: 'Всички клавиши',
    showLogs: 'Покажи дневниците',
  },
};
