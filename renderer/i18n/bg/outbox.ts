import type { outbox as source } from '../en/outbox.ts';
import type { Translated } from '../translated.ts';

export const outbox: Translated<typeof source> = {
  title: 'Изходящи',
  lead: {
    waiting_one: '{{count, number}} чака изпращане.',
    waiting_other: '{{count, number}} чакат изпращане.',
    needYou_one: '{{count, number}} чака вас.',
    needYou_other: '{{count, number}} чакат вас.',
    empty: 'Всичко е изпратено',
  },
  action: {
    sendNow: 'Изпрати сега',
    reconnect: 'Свържи пак',
    retry: 'Опитай пак',
    cancel: 'Откажи',
    checkNow: 'Провери сега',
    openOnSite: 'Отвори в сайта',
    openPost: 'Отвори публикацията',
    openComment: 'Покажи коментара',
  },
  done: {
    retry: 'Опитваме пак',
    checkNow: 'Питаме сайта',
    cancel: 'Отказано. Каквото беше променено тук, е както преди.',
    cancelReply: 'Отказано. Думите ви са отново в полето за отговор.',
    openOnSite: 'Отворено в браузъра',
  },
  section: {
    needsYou: 'Чака вас',
    waiting: 'Чакат, в този ред',
    sentToday: 'Изпратени днес',
    sentNote: 'Всяко е прочетено обратно от сайта и сравнено',
  },
  what: {
    publish: 'Публикуване на „{{title}}“',
    createDraft: 'Изпращане на „{{title}}“ като чернова',
    forReview: 'Изпращане на „{{title}}“ за преглед',
    update: 'Промяна на „{{title}}“',
    approve: 'Одобряване на коментара от {{name}}',
    hold: 'Връщане в чакащи на коментара от {{name}}',
    spam: 'Коментарът от {{name}} в спам',
    trash: 'Коментарът от {{name}} в кошчето',
    reply: 'Отговор до {{name}}',
  },
  noTitle: 'Без заглавие',
  noName: 'Без име',
  why: {
    silent: 'Сайтът не отговаря',
    hostSilent: '{{host}} не отговаря.',
    asking: 'Проверяваме дали е стигнал, преди нов опит',
    after: 'След номер {{number, number}}',
    sending: 'Изпраща се сега',
    tried_one: '{{count, number}} опит',
    tried_other: '{{count, number}} опита',
    nextTry: 'Нов опит {{when}}',
  },
  empty: {
    title: 'Нищо не чака',
    lead: 'Каквото решите и напишете без мрежа, чака тук, докато стигне до своя сайт.',
  },
};
