import type { Person } from './shape.ts';

// Data: the readers who come back. Domains end in .example, IPs are from RFC 5737 and RFC 3849.

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36';
const phone =
  'Mozilla/5.0 (Linux; Android 14; SM-A546B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Mobile Safari/537.36';
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1';
const mac =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15';
const oldOpera = 'Opera/9.80 (Windows NT 6.1; U; bg) Presto/2.10.229 Version/11.62';
const linux = 'Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0';

/** The agents strangers come with, for comments that are written once. */
export const agents = { firefox, chrome, phone, iphone, mac, oldOpera, linux };

function person(name: string, mail: string, ip: string, agent: string, url?: string): Person {
  return { name, email: mail, ip, agent, ...(url === undefined ? {} : { url }) };
}

export const yordan = person('Йордан Вълчев', 'valchev@poshta.example', '198.51.100.24', firefox);
export const kalin = person('Калин Дойчев', 'kalin.d@poshta.example', '198.51.100.77', phone);
export const veselina = person('Веселина Тодорова', 'v.todorova@pismo.example', '203.0.113.41', iphone);
export const asen = person('Асен Монев', 'asen@monev.example', '192.0.2.118', linux, 'https://monev.example');
export const gergana = person('Гергана Илиева', 'gergana@pismo.example', '203.0.113.9', chrome);
export const snezhana = person('Снежана К.', 'snezhi.k@pismo.example', '203.0.113.160', phone);
export const petko = person('Петко от Копривщица', 'petko@eho.example', '192.0.2.33', oldOpera);
export const irina = person('Ирина', 'irina@erkeri.example', '198.51.100.140', mac, 'https://erkeri.example');
export const dimitrov = person('Р. Димитров', 'r.dimitrov@poshta.example', '203.0.113.77', firefox);
export const radka = person('Радка Георгиева', 'radka.g@pismo.example', '2001:db8:1f::23', phone);
export const zhelyo = person('Жельо', 'zhelyo@selo.example', '192.0.2.201', oldOpera);
export const vatmana = person('Иван Ватмана', 'vatmana@eho.example', '198.51.100.3', firefox);
export const penka = person('леля Пенка', 'penka.m@pismo.example', '203.0.113.52', phone);
export const maria = person('Мария Стоева', 'm.stoeva@pismo.example', '2001:db8:9::4e', mac);
export const stoyan = person('Стоян, кантонер', 'stoyan@relsi.example', '192.0.2.90', chrome);
export const dido = person('dido_82', 'dido82@poshta.example', '198.51.100.210', chrome);
export const tsveta = person(
  'Цвета',
  'tsveta@dvorat.example',
  '203.0.113.118',
  iphone,
  'https://dvorat.example',
);
export const kiril = person('Кирил Панов', 'panov@eho.example', '192.0.2.14', linux);
export const nevena = person('Невена', 'nevena.h@pismo.example', '2001:db8:44::102', phone);
export const hristo = person('Христо Бенев', 'h.benev@relsi.example', '198.51.100.66', firefox);
export const boyan = person('Боян', 'boyan@tepe.example', '203.0.113.201', linux);
export const elena = person('Елена от Видин', 'elena.vd@poshta.example', '192.0.2.157', chrome);

export const margaret = person('Margaret Ellis', 'margaret@hedgerow.example', '203.0.113.24', mac);
export const jonas = person(
  'Jonas Lindqvist',
  'jonas@smalspar.example',
  '198.51.100.91',
  linux,
  'https://smalspar.example',
);
export const priya = person('Priya N.', 'priya@notebooks.example', '2001:db8:77::8', iphone);
export const ruth = person('Ruth Okafor', 'ruth.okafor@mail.example', '192.0.2.71', chrome);
export const wim = person('Wim de Groot', 'wim@stoomtram.example', '198.51.100.180', firefox);
export const ciaran = person('Ciarán', 'ciaran@halts.example', '203.0.113.88', phone);
export const hal = person('Hal', 'hal@mail.example', '192.0.2.222', oldOpera);
export const tom = person(
  'Tom Hadley',
  'tom@branchlines.example',
  '2001:db8:c0::5',
  mac,
  'https://branchlines.example',
);
