import type { common as source } from '../en/common.ts';
import type { Translated } from '../translated.ts';

export const common: Translated<typeof source> = {
  appName: 'Copydesk',
  action: {
    cancel: 'Откажи',
    close: 'Затвори',
    undo: 'Върни',
  },
  bar: {
    newPost: 'Нова публикация',
  },
  nav: {
    label: 'Изгледи',
    comments: 'Коментари',
    pending: 'Чакащи',
    approved: 'Одобрени',
    spam: 'Спам',
    trash: 'Кошче',
    posts: 'Публикации',
    allPosts: 'Всички',
    drafts: 'Чернови',
    scheduled: 'Насрочени',
    published: 'Публикувани',
    sites: 'Сайтове',
    site: 'Сайт',
    outbox: 'Изходящи',
    settings: 'Настройки',
  },
  field: {
    optional: 'по желание',
    showPassword: 'Покажи паролата',
    hidePassword: 'Скрий паролата',
  },
  hint: {
    move: 'движение',
    reply: 'отговор',
    allKeys: 'клавиши',
  },
  list: {
    loadingRow: 'Ред {{position, number}} се зарежда',
    position: '{{position, number}} от {{total, number}}',
    allSites: 'Всички сайтове',
    oldestFirst: 'Първо най-старите',
    newestFirst: 'Първо най-новите',
  },
  theme: {
    label: 'Тема',
    system: 'Като на системата',
    light: 'Светла',
    dark: 'Тъмна',
  },
  language: {
    label: 'Език',
    system: 'Като на системата',
  },
};
