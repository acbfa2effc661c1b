// Data: what the blog's rules have already put into spam, among it a wave of one text from many addresses: long
// because spam is, and of one kind.
import { agents } from './people.ts';
import { type SeedComment, type SeedTime, say } from './shape.ts';

function spam(
  name: string,
  site: string,
  ip: string,
  at: SeedTime,
  text: string,
  agent = agents.chrome,
): SeedComment {
  const who = { name, email: `info@${site}`, url: `https://${site}`, ip, agent };
  return say(who, at, text, { status: 'spam' });
}

/** The wave: the same offer within a few minutes, each time with a letter or a name changed. */
const wave: [post: string, comment: SeedComment][] = [
  [
    'lyutenitsa-bez-barzane',
    spam(
      'BonusBG777',
      'bonus777.example',
      '203.0.113.210',
      'ago 17:34',
      'Най-добрите бонуси без депозит!!! Регистрирай се днес и вземи 500 безплатни завъртания тук https://bonus777.example/reg',
    ),
  ],
  [
    'lyutenitsa-bez-barzane',
    spam(
      'Bonus_Maniac',
      'bonusmaniac.example',
      '203.0.113.211',
      'ago 17:33',
      'Най-добрите бонуси без депозит! Регистрирай се днес и вземи 500 безплатни завъртания ТУК https://bonusmaniac.example/reg',
    ),
  ],
  [
    'kashti-s-erkeri',
    spam(
      'Играч №1',
      'igrach1.example',
      '203.0.113.214',
      'ago 17:33',
      'Най-добрите бонуси без депозит!!! Регистрирайте се днес и вземете 500 безплатни завъртания тук https://igrach1.example',
    ),
  ],
  [
    'kashti-s-erkeri',
    spam(
      'SpinBG',
      'spin-bg.example',
      '203.0.113.215',
      'ago 17:32',
      'Най добрите бонуси без депозит!!! Регистрирай се и вземи 500 завъртания тук https://spin-bg.example/500',
    ),
  ],
  [
    'kafe-na-gara-septemvri',
    spam(
      'TopBonusBG',
      'bonusi-top.example',
      '203.0.113.212',
      'ago 17:31',
      'Най-добрите бонуси без депозит!!! Регистрирай се днес и вземи 500 безплатни завъртания тук https://bonusi-top.example/reg',
    ),
  ],
  [
    'karta-na-starite-spirki',
    spam(
      'vip_bonus',
      'bonusi-vip.example',
      '203.0.113.231',
      'ago 17:29',
      'Най добрите бонуси без депозит, регистрирай се и вземи 500 завъртания безплатно тук! https://bonusi-vip.example/500',
    ),
  ],
  [
    'karta-na-starite-spirki',
    spam(
      'Късметлията',
      'kasmet500.example',
      '198.51.100.230',
      'ago 17:29',
      'Haй-дoбpитe бoнycи бeз дeпoзит!!! Peгиcтpиpaй ce днec и взeми 500 бeзплaтни зaвъpтaния https://kasmet500.example',
    ),
  ],
  [
    'mostat-pri-kunino',
    spam(
      'bonus.expert',
      'bonus-expert.example',
      '198.51.100.231',
      'ago 17:28',
      'Най-добрите бонуси без депозит... Регистрирай се днес, вземи 500 безплатни завъртания: https://bonus-expert.example/bg',
    ),
  ],
  [
    'mostat-pri-kunino',
    spam(
      'FreeSpinsBG',
      'freespins-bg.example',
      '198.51.100.232',
      'ago 17:28',
      'НАЙ-ДОБРИТЕ БОНУСИ БЕЗ ДЕПОЗИТ! РЕГИСТРИРАЙ СЕ ДНЕС И ВЗЕМИ 500 БЕЗПЛАТНИ ЗАВЪРТАНИЯ! https://freespins-bg.example',
    ),
  ],
  [
    'kak-se-sushi-chubritsa',
    spam(
      'Bonus Balkan',
      'bonusbalkan.example',
      '2001:db8:dead::1',
      'ago 17:27',
      'Най-добрите бонуси без депозит!!! Регистрирай се днес и вземи 500 безплатни завъртания тук https://bonusbalkan.example/a',
    ),
  ],
  [
    'kak-se-sushi-chubritsa',
    spam(
      'Bonus Balkan 2',
      'bonusbalkan.example',
      '2001:db8:dead::2',
      'ago 17:27',
      'Най-добрите бонуси без депозит!!! Регистрирай се днес и вземи 500 безплатни завъртания тук https://bonusbalkan.example/b',
    ),
  ],
  [
    'a-slow-train-is-a-promise',
    spam(
      'BonusEU',
      'bonus-eu.example',
      '192.0.2.240',
      'ago 17:25',
      'Best no deposit bonus!!! Register today and take 500 free spins here https://bonus-eu.example/reg',
    ),
  ],
  [
    'iskarskoto-defile',
    spam(
      '500 завъртания',
      'zavartaniya.example',
      '192.0.2.241',
      'ago 17:24',
      'Най-добрите бонуси без депозит! Регистрирай се още днес и вземи своите 500 безплатни завъртания тук: https://zavartaniya.example',
    ),
  ],
  [
    's-tesnolineykata-do-dobrinishte',
    spam(
      'БонусМайстор',
      'bonusmaystor.example',
      '203.0.113.232',
      'ago 17:23',
      'Най-добрите бонуси без депозит!!! Регистрирай се днес и вземи 500 безплатни завъртания тук https://bonusmaystor.example/reg',
    ),
  ],
];

/** The daily drizzle: no two alike. */
const drizzle: [post: string, comment: SeedComment][] = [
  [
    's-tesnolineykata-do-dobrinishte',
    spam(
      'vip_bonus',
      'bonusi-vip.example',
      '203.0.113.231',
      '+5 03:12',
      'Страхотна статия за влакове !!! Виж и моя сайт за бонуси https://bonusi-vip.example',
    ),
  ],
  [
    'a-slow-train-is-a-promise',
    spam(
      'Brandon',
      'seo-rocket.example',
      '192.0.2.137',
      '+6 04:44',
      'Wonderful post! I have been browsing for hours and never found such an informative article. Does your site have a contact page? I can bring it to page one in 14 days: https://seo-rocket.example',
      agents.linux,
    ),
  ],
  [
    'a-slow-train-is-a-promise',
    spam(
      'essay helper',
      'essays-4u.example',
      '192.0.2.138',
      '+18 04:51',
      'Students! <a href="https://essays-4u.example">cheap essays</a> <a href="https://essays-4u.example/fast">fast essays</a> <a href="https://essays-4u.example/best">best essays</a>',
      agents.linux,
    ),
  ],
  [
    'what-to-say-to-a-stove',
    spam(
      'Heat Pump Deals',
      'pumpdeals.example',
      '198.51.100.14',
      '+77 11:09',
      'Still talking to your stove? Replace it TODAY. Zero down, zero noise: https://pumpdeals.example/grant',
    ),
  ],
  [
    'what-to-say-to-a-stove',
    spam(
      'Dr. Klaus',
      'vitamin-haus.example',
      '198.51.100.15',
      '+240 02:20',
      'I was always cold and tired. Then my doctor showed me these drops: https://vitamin-haus.example',
    ),
  ],
  [
    'notes-for-a-winter-timetable',
    spam(
      'CryptoWinter',
      'coin-winter.example',
      '2001:db8:bad::77',
      '+31 05:05',
      'Turn 250 into 9,000 in one WEEK. My uncle was a train driver, now he has a boat. https://coin-winter.example/uncle',
    ),
  ],
  [
    'the-station-cat-of-avramovo',
    spam(
      'petfood',
      'megacat.example',
      '203.0.113.5',
      '+402 13:31',
      'Buy cat food cat food online cheap cat food delivery https://megacat.example',
    ),
  ],
  [
    'kashti-s-erkeri',
    spam(
      'Кредити до 10 минути',
      'krediti10.example',
      '198.51.100.88',
      '+9 02:02',
      'Нуждаете се от средства за ремонт? Одобрение без доказване на доход, без лихва първия месец: https://krediti10.example',
    ),
  ],
  [
    'kashti-s-erkeri',
    spam(
      'ДограмаПрофи',
      'dograma-profi.example',
      '198.51.100.89',
      '+13 08:00',
      'Подменете старите прозорци с PVC още днес! Отстъпка за къщи в стил Възраждане. Обади се сега https://dograma-profi.example',
    ),
  ],
  [
    'lyutenitsa-bez-barzane',
    spam(
      'Ольга',
      'znakomstva-online.example',
      '192.0.2.99',
      '+22 01:15',
      'Привет! Скучаю одна, мои фото здесь https://znakomstva-online.example/olga',
    ),
  ],
  [
    'lyutenitsa-bez-barzane',
    spam(
      'отслабни лесно',
      'slim-chay.example',
      '203.0.113.17',
      '+27 06:06',
      'С този чай свалих 14 кг за месец и ям лютеница когато си искам. Лекарите го крият https://slim-chay.example',
    ),
  ],
  [
    'dyuli-orehi-parva-slana',
    spam(
      'Replica',
      'replica-chasovnik.example',
      '192.0.2.50',
      '+700 03:33',
      'rolex часовници евтино реплика 1:1 https://replica-chasovnik.example',
      agents.oldOpera,
    ),
  ],
];

/** The spam that sits under one post. */
export function spamUnder(slug: string): SeedComment[] {
  return [...wave, ...drizzle].filter(([post]) => post === slug).map(([, comment]) => comment);
}
