import type { menu as source } from '../en/menu.ts';
import type { Translated } from '../translated.ts';

/** Native menus. The main process reads this file too: nothing here may import from the page. */
export const menu: Translated<typeof source> = {
  app: {
    about: 'За Copydesk',
    settings: 'Настройки…',
    services: 'Услуги',
    hide: 'Скриване на Copydesk',
    hideOthers: 'Скриване на другите',
    showAll: 'Показване на всички',
    quit: 'Изход от Copydesk',
  },
  file: {
    label: 'Файл',
    newPost: 'Нова публикация',
    save: 'Записване сега',
    syncNow: 'Синхронизиране сега',
    sendNow: 'Изпращане сега',
    backUp: 'Резервно копие във файл…',
    restore: 'Възстановяване от копие във файл…',
    showLibrary: 'Папката на библиотеката',
    closeWindow: 'Затваряне на прозореца',
    exit: 'Изход',
  },
  edit: {
    label: 'Редактиране',
    undo: 'Отмяна',
    redo: 'Повторение',
    cut: 'Изрязване',
    copy: 'Копиране',
    paste: 'Поставяне',
    pastePlain: 'Поставяне без оформление',
    selectAll: 'Избиране на всичко',
  },
  view: {
    label: 'Изглед',
    pending: 'Чакащи коментари',
    posts: 'Всички публикации',
    outbox: 'Изходящи',
    zoomIn: 'Увеличаване',
    zoomOut: 'Намаляване',
    zoomReset: 'Действителен размер',
    fullScreen: 'Цял екран',
    developerTools: 'Инструменти за разработчици',
  },
  window: {
    label: 'Прозорец',
    minimize: 'Смаляване',
    front: 'Всички отпред',
  },
  help: {
    label: 'Помощ',
    keys: 'Всички клавиши',
    showLogs: 'Папката на дневниците',
  },
};
