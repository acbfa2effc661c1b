import { PRACTICE_USER } from '../address.ts';
import type { SeedTerm } from './shape.ts';

export const settings = {
  title: 'Бавни влакове',
  description: 'За влакове, които не бързат, малки гари, буркани и стари къщи',
  email: 'mila@bavnivlakove.example',
  timezone: 'Europe/Sofia',
  date_format: 'j.m.Y',
  time_format: 'H:i',
  language: 'bg_BG',
};

export const owner = {
  login: PRACTICE_USER.login,
  name: 'Мила',
  email: 'mila@bavnivlakove.example',
  url: 'https://bavnivlakove.example',
  description: 'Пише оттук, когато влакът спре.',
};

/** Where the owner's own comments come from. */
export const ownersDesk = {
  ip: '2001:db8:b5::7',
  agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
};

export const guestAuthor = {
  login: 'tom',
  name: 'Tom Hadley',
  email: 'tom@branchlines.example',
  url: 'https://branchlines.example',
  description: 'Branch lines, mostly closed ones.',
};

/** The category at the top is the default one; children come after their parents. */
export const terms: { category: SeedTerm[]; post_tag: SeedTerm[] } = {
  category: [
    { slug: 'razni', name: 'Разни' },
    { slug: 'patuvane', name: 'Пътуване' },
    { slug: 's-vlak', name: 'С влак', under: 'patuvane' },
    { slug: 'tesnolineyka', name: 'Теснолинейка', under: 's-vlak' },
    { slug: 'pesha', name: 'Пеша', under: 'patuvane' },
    { slug: 'gari', name: 'Гари', under: 'patuvane' },
    { slug: 'kuhnya', name: 'Кухня' },
    { slug: 'burkani', name: 'Буркани', under: 'kuhnya' },
    { slug: 'kashti', name: 'Къщи' },
    { slug: 'in-english', name: 'In English' },
  ],
  post_tag: [
    { slug: 'rodopi', name: 'Родопи' },
    { slug: 'esen', name: 'есен' },
    { slug: 'zima', name: 'зима' },
    { slug: 'razpisanie', name: 'разписание' },
    { slug: 'retsepti', name: 'рецепти' },
    { slug: 'koprivshtitsa', name: 'Копривщица' },
    { slug: 'iskar', name: 'Искър' },
    { slug: 'karti', name: 'карти' },
    { slug: 'knigi', name: 'книги' },
    { slug: 'slow-travel', name: 'slow travel' },
    { slug: 'stations', name: 'stations' },
    { slug: 'balkani', name: 'балкон' },
  ],
};
