import type { sites as source } from '../en/sites.ts';
import type { Translated } from '../translated.ts';

export const sites: Translated<typeof source> = {
  title: 'Сайтове',
  connect: {
    title: 'Свържете сайт с WordPress',
    lead: 'Нищо на сайта не се променя, докато не го изпратите.',
    first: 'Свържи сайт',
    another: 'Свържи още един сайт',
    address: 'Адрес на сайта',
    user: 'Потребителско име',
    password: 'Парола за приложения',
    passwordHint: 'Не е паролата, с която влизате: прави се в профила ви в WordPress.',
    makePassword: 'Направете я на сайта',
    action: 'Свържи',
    looking: 'Търсим WordPress на {{host}}…',
    checking: 'Проверяваме паролата…',
    connected: 'Има връзка с {{title}}',
  },
  keep: {
    title: 'Пази паролата',
    session: 'Докато Copydesk е отворен',
    sessionHint: 'При следващото пускане я поставяте отново.',
    device: 'И на този компютър',
    deviceHint:
      'Системата няма ключодържател, затова би била разбъркана с ключ, еднакъв на всички компютри: който може да чете файловете ви, може да прочете и нея.',
    none: 'Системата няма къде да пази парола, затова тя се помни, докато Copydesk е отворен.',
  },
  reconnect: {
    title: 'Свържете се пак',
    lead: '{{title}} вече не приема паролата на {{user}}. Нищо не е загубено: чакащото се изпраща, щом се свържете.',
    action: 'Свържи пак',
  },
  pull: {
    starting: 'Питаме сайта…',
    posts: 'Публикации: {{done, number}} от {{total, number}}',
    comments: 'Коментари: {{done, number}} от {{total, number}}',
  },
  setAside: {
    title: 'Записи, които не можаха да се прочетат',
    lead: 'Оставени са настрана, за да дойде останалото. На сайта са, както бяха.',
    post: 'Публикация {{id}}',
    comment: 'Коментар {{id}}',
    source: 'Както го изпрати сайтът',
  },
  role: {
    administrator: 'Администратор',
    editor: 'Редактор',
    author: 'Автор',
    contributor: 'Сътрудник',
    subscriber: 'Абонат',
    other: 'Друга роля',
  },
  disconnect: {
    action: 'Прекъсни връзката',
    title: 'Да се прекъсне ли връзката с {{title}}?',
    lead: 'На сайта нищо не се променя. Публикациите, коментарите и паролата му се махат от този компютър; текстовете, които са само тук, остават като чернови без сайт. Чакащото не се изпраща.',
    confirm: 'Прекъсни',
    keep: 'Остави връзката',
    done: 'Връзката с {{title}} е прекъсната',
    kept_one: '{{count, number}} чернова е запазена',
    kept_other: '{{count, number}} чернови са запазени',
  },
};
