/** A comment of a thread as the blog's database holds it. */
export interface ThreadComment {
  readonly author: string;
  readonly email: string;
  readonly site: string;
  readonly ip: string;
  readonly agent: string;
  /** The blog's time, `YYYY-MM-DD HH:MM:SS`. */
  readonly date: string;
  readonly text: string;
  readonly status: 'approved' | 'hold';
  readonly type: 'comment' | 'pingback';
  /** Place in the list (from 1) of the comment this one answers; 0 for none. */
  readonly answers: number;
  /** Written by the blog's author, logged in. */
  readonly byBlogAuthor: boolean;
}

const agents = {
  firefox: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:138.0) Gecko/20100101 Firefox/138.0',
  android:
    'Mozilla/5.0 (Linux; Android 14; SM-A546B) AppleWebKit/537.36 Chrome/135.0.0.0 Mobile Safari/537.36',
  iphone: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1',
  old: 'Opera/9.80 (X11; Linux i686; U; bg) Presto/2.10.289 Version/12.02',
};

const plain = { site: '', status: 'approved', type: 'comment', answers: 0, byBlogAuthor: false } as const;

const georgi = {
  author: 'Георги Илиев',
  email: 'georgi@example.test',
  ip: '192.0.2.17',
  agent: agents.firefox,
};
const nadezhda = {
  author: 'Надежда',
  email: 'nadya@example.test',
  ip: '198.51.100.23',
  agent: agents.android,
};
const pesho = { author: 'бай Пешо', email: 'pesho@example.test', ip: '203.0.113.5', agent: agents.old };
const iva = {
  author: 'Ива К.',
  email: 'iva@example.test',
  site: 'https://iva.example.test/',
  ip: '2001:db8:85a3::8a2e:370:7334',
  agent: agents.iphone,
};
const maria = {
  author: 'Мария Петрова',
  email: 'admin@example.test',
  ip: '192.0.2.200',
  agent: agents.firefox,
  byBlogAuthor: true,
};

/** The post under which the thread stands. */
export const threadPost = {
  title: 'С теснолинейката до Аврамово',
  slug: 's-tesnolineykata-do-avramovo',
  date: '2026-05-09 18:40:00',
  content: `<!-- wp:paragraph -->
<p>Влакът тръгна от Септември в девет и двайсет, с две вагончета и един кондуктор, който познаваше всички по име. До Аврамово са пет часа — ако никой не спре да бере гъби.</p>
<!-- /wp:paragraph -->

<!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>Септември — <em>кафе на перона</em></li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>Велинград — слизат курортистите</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>Аврамово — най-високата гара на Балканите, 1267 м</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->

<!-- wp:paragraph -->
<p>Вземете си топла дреха, вода и търпение. Останалото го има в прозореца.</p>
<!-- /wp:paragraph -->`,
};

/** Fourteen of them: eleven approved, two waiting for approval, one pingback. */
export const threadComments: readonly ThreadComment[] = [
  {
    ...plain,
    ...georgi,
    date: '2026-05-09 19:12:41',
    text: 'Прекрасен разказ! Все едно пак съм на осем и дядо ми държи прозореца отворен :)',
  },
  {
    ...plain,
    ...nadezhda,
    date: '2026-05-09 20:03:10',
    text: 'Мария, искаме да идем с децата. Три въпроса:\n\n- има ли къде да се яде в Аврамово?\n- пускат ли велосипеди?\n- кога е последният влак обратно?',
  },
  {
    ...plain,
    ...maria,
    date: '2026-05-09 21:30:02',
    answers: 2,
    text: '@Надежда, по ред:\n<ol>\n<li>Има лавка, но носете си сандвичи.</li>\n<li>Да, в багажния вагон, по два на влак.</li>\n<li>В 16:05; <a href="https://vlakove.example.test/razpisanie?gara=avramovo&amp;den=sabota">разписанието е тук</a>.</li>\n</ol>\nПриятен път!',
  },
  {
    ...plain,
    ...pesho,
    date: '2026-05-10 08:15:55',
    answers: 1,
    text: '@Георги Илиев, какъв прозорец, бе? По наше време возехме се на стъпалото. И не са пет часа, а четири и половина, ако машинистът е Стоян.',
  },
  {
    ...plain,
    ...georgi,
    date: '2026-05-10 09:47:20',
    answers: 4,
    text: '@бай Пешо, Стоян е в пенсия от 2019-а. Пет часа са си, засякох ги.',
  },
  {
    ...plain,
    author: 'Планински дневник » Пет линии, които още живеят',
    email: '',
    site: 'https://dnevnik.example.test/pet-linii/',
    ip: '203.0.113.80',
    agent: 'The Incutio XML-RPC PHP Library -- WordPress/6.4.3',
    date: '2026-05-10 11:00:00',
    type: 'pingback',
    text: '[&#8230;] за линията до Аврамово най-добре разказва Мария [&#8230;]',
  },
  {
    ...plain,
    ...iva,
    date: '2026-05-10 13:21:09',
    text: 'Снимах същия влак през зимата, малко кадри тук: https://iva.example.test/tesnolineyka-zima\n\nThe conductor is <strong>the best</strong> — my grandmother says so, too.',
  },
  {
    ...plain,
    author: 'Димитър от Пловдив',
    email: 'mitko@example.test',
    ip: '198.51.100.140',
    agent: agents.android,
    date: '2026-05-11 07:02:33',
    status: 'hold',
    text: 'За пръв път пиша тук. Къде се купуват билети — на гарата или във влака?',
  },
  {
    ...plain,
    ...nadezhda,
    date: '2026-05-11 22:18:47',
    answers: 3,
    text: 'Бяхме! Децата заспаха чак на връщане.\n\nP.S. Лавката беше затворена, добре че Ви послушах за сандвичите.',
  },
  {
    ...plain,
    ...maria,
    date: '2026-05-12 08:05:12',
    answers: 9,
    text: '@Надежда, радвам се! Следващия път — до Добринище и на баня ;)',
  },
  {
    ...plain,
    ...pesho,
    date: '2026-05-12 10:44:00',
    answers: 5,
    text: '@Георги Илиев, „засякъл ги“ — с какво, с телефон ли? Аз съм карал тая линия 31 години:\n\n1. Септември–Велинград 1 ч. 40 мин.\n2. Велинград–Аврамово 2 ч. 50 мин.\n\nСмятай сам.',
  },
  {
    ...plain,
    ...georgi,
    date: '2026-05-12 12:01:36',
    answers: 11,
    text: '@бай Пешо, дава 4:30 &amp; престой 25 минути във Велинград &lt; 5 часа, признавам. Бира от мен на гарата.',
  },
  {
    ...plain,
    author: 'Eli Whitmore',
    email: 'eli@example.test',
    site: 'https://narrowgauge.example.test/',
    ip: '203.0.113.199',
    agent: agents.iphone,
    date: '2026-05-13 16:30:25',
    status: 'hold',
    text: 'Greetings from Wales! We run a line of the same gauge (760 mm is close to ours). May I translate your post? <a href="https://narrowgauge.example.test/about">Who we are</a>.',
  },
  {
    ...plain,
    ...iva,
    date: '2026-05-14 19:55:58',
    answers: 12,
    text: '@Георги Илиев @бай Пешо, на тази бира идвам и аз :D',
  },
];
