import type { search as source } from '../en/search.ts';
import type { Translated } from '../translated.ts';

export const search: Translated<typeof source> = {
  title: 'Търсене',
  field: 'Търсете в публикации и коментари',
  results: 'Намерено',
  groups: 'Какво се вижда',
  found_one: '{{count, number}} намерено',
  found_other: '{{count, number}} намерени',
  posts_one: '{{count, number}} публикация',
  posts_other: '{{count, number}} публикации',
  comments_one: '{{count, number}} коментар',
  comments_other: '{{count, number}} коментара',
  tab: {
    all: 'Всички',
    posts: 'Публикации',
    comments: 'Коментари',
    drafts: 'Чернови',
  },
  order: {
    best: 'По съвпадение',
    newest: 'Първо най-новите',
  },
  sortBy: {
    best: 'Първо най-добрите съвпадения',
    newest: 'Първо най-новите',
  },
  kind: {
    post: 'Публикация:',
    comment: 'Коментар от',
  },
  number: '№{{number, number}}',
  numberIfApproved: '(№{{number, number}})',
  untitled: 'Без заглавие',
  allPosts_one: 'Покажи {{count, number}} публикация',
  allPosts_other: 'Покажи всички {{count, number}} публикации',
  more: 'Покажи още',
  removeOperator: 'Махни {{operator}}',
  chips: 'Условия: {{operators}}',
  wholeSelected: 'Избрано е всичко: {{query}}',
  saved: {
    title: 'Запазени търсения',
    kind: 'Запазено търсене',
    button: 'Запази търсенето',
    name: 'Име',
    hint: 'Остава вляво, с броя на намереното.',
    replaces: 'Вече има търсене с това име: новото ще го замени.',
    nameMissing: 'Напишете име.',
    done: 'Търсенето е запазено: {{name}}',
    renamed: 'Търсенето е преименувано: {{name}}',
    forgotten: 'Търсенето е махнато: {{name}}',
    more: 'Преименуване или премахване',
    moreOf: 'Преименуване или премахване на „{{name}}“',
    save: {
      title: 'Запазване на търсенето',
      action: 'Запази',
    },
    rename: {
      title: 'Ново име на търсенето',
      action: 'Преименувай',
    },
    menu: {
      rename: 'Преименуване…',
      forget: 'Премахване…',
    },
    forget: {
      title: 'Да се махне ли търсенето „{{name}}“?',
      lead: 'Публикациите и коментарите, които намира, остават.',
      keep: 'Остави го',
      confirm: 'Махни',
    },
  },
  narrow: 'Стеснете търсенето',
  example: {
    name: 'Мария',
    email: 'име@пример.бг',
    post: 'кафе',
    date: '18.11.2026',
    site: 'моят блог',
  },
  tip: {
    words: 'Думата приема всякакъв край. Кирилицата намира и латиница:',
    signs:
      '„В кавички“ намира точно това. Минус пред дума или условие го изключва. Условията работят и на английски.',
    days: '„след:“ брои и самия ден, „преди:“ не го брои.',
  },
  empty: {
    title: 'Напишете каквото помните',
    lead: 'Дума, половин дума, име. Търси се в публикации и коментари, също в спама и кошчето.',
  },
  nothing: {
    title: 'Няма нищо за „{{text}}“',
    lead: 'По-малко думи намират повече, а и половин дума стига.',
    widen: 'Търси без условията',
    building: 'В индекса още не е всичко: погледнете пак след малко.',
  },
  building:
    'Индексът се прави: {{done, number}} от {{total, number}}. Каквото още не е в него, не се намира.',
  stuck:
    'Дискът не приема промени в индекса: най-новото не се намира. Опитва се отново само; вашите текстове не са засегнати.',
  buildingLabel: 'Индекс за търсене',
  note: {
    'unknown-operator': '„{{text}}“ не е познато тук, затова се търси като думи.',
    'unknown-value': '„{{text}}“ не се разбира, затова се търси като думи.',
    values: 'Може да е: {{values}}.',
    dates: 'Датите се пишат 03.11.2026, 11.2026 или 2026.',
    'unknown-site': 'Няма сайт с име „{{text}}“.',
    shortened: 'Толкова думи са твърде много: търсят се само първите.',
  },
};
