// Everything that can go wrong when a blog is connected: the right words at the right field, in both languages, with
// what was typed kept and the focus where it has to be corrected.
import type { Locator } from '@playwright/test';
import type { Language } from '../../renderer/i18n/language.ts';
import type { ConnectWords } from '../pages/connect-form.ts';
import type { Desk } from '../pages/desk.ts';
import { holding } from '../pages/names.ts';
import { freePort } from '../wordpress/free-port.ts';
import { type OtherServer, startPlainServer, startSelfSignedServer } from '../wordpress/other-servers.ts';
import type { WordPress } from '../wordpress/server.ts';
import { setApplicationPasswords } from '../wordpress/variants.ts';
import { withWordPress } from './blog.ts';
import { connect, expect, test } from './desk.ts';

let wp: WordPress;
let notFound: OtherServer;
let noBlog: OtherServer;
let selfSigned: OtherServer;
let nobodyThere: string;

withWordPress(async (started) => {
  wp = started;
  notFound = await startPlainServer((_, answer) => void answer.writeHead(404).end('<h1>Not found</h1>'));
  noBlog = await startPlainServer((_, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Хлебарница</h1>');
  });
  selfSigned = await startSelfSignedServer((_, answer) => void answer.end());
  nobodyThere = `http://127.0.0.1:${await freePort()}`;
});
test.afterAll(async () => {
  await Promise.all([notFound, noBlog, selfSigned].map((server) => server.stop()));
});

type Field = 'address' | 'login' | 'password';

interface Case {
  name: string;
  words(): ConnectWords;
  /** Makes the blog go wrong. */
  before?(): Promise<void> | void;
  field: Field;
  /** The problem as the app words it: what happened, and what to do. */
  problem(t: Desk['t'], host: string): string[];
}

const right = (): ConnectWords => ({ address: wp.url, ...wp.users.admin });
const at = (address: string) => (): ConnectWords => ({ ...right(), address });
const restRequests = { path: /wp-json/ };
/** What WordPress says when a plugin has broken it. */
const brokenPhp = {
  headers: { 'content-type': 'application/json' },
  body: '{"code":"internal_server_error","message":"There has been a critical error on this website."}',
};

const cases: Case[] = [
  ...(['address', 'login', 'password'] as const).map((field) => ({
    name: `without ${field}`,
    words: () => ({ ...right(), [field]: ' ' }),
    field,
    problem: (t: Desk['t']) => [t('errors:validation.required.what'), t('errors:validation.required.todo')],
  })),
  {
    name: 'an address that is none',
    words: at('това не е адрес'),
    field: 'address',
    problem: (t) => [t('errors:validation.bad-address.what'), t('errors:validation.bad-address.todo')],
  },
  {
    name: 'plain http',
    words: at('http://blog.example'),
    field: 'address',
    problem: (t) => [
      t('errors:validation.insecure-address.what'),
      t('errors:validation.insecure-address.todo'),
    ],
  },
  {
    name: 'a name that nobody has',
    words: at('https://nyama-takava.invalid/blog'),
    field: 'address',
    problem: (t, host) => [t('errors:offline.name.what', { host }), t('errors:offline.name.todo')],
  },
  {
    name: 'nobody at the door',
    words: () => at(nobodyThere)(),
    field: 'address',
    problem: (t, host) => [t('errors:offline.refused.what', { host }), t('errors:offline.refused.todo')],
  },
  {
    name: 'a certificate that nobody signed',
    words: () => at(selfSigned.url)(),
    field: 'address',
    problem: (t, host) => [
      t('errors:offline.certificate.what', { host }),
      t('errors:offline.certificate.todo'),
    ],
  },
  {
    name: 'a site that knows nothing but 404',
    words: () => at(notFound.url)(),
    field: 'address',
    problem: (t) => [t('errors:validation.not-wordpress.what'), t('errors:validation.not-wordpress.todo')],
  },
  {
    name: 'a site that is no WordPress',
    words: () => at(noBlog.url)(),
    field: 'address',
    problem: (t) => [t('errors:validation.not-wordpress.what'), t('errors:validation.not-wordpress.todo')],
  },
  {
    name: 'a web page in place of data',
    words: right,
    before: () => wp.faults.always(restRequests, { kind: 'html-200' }),
    field: 'address',
    problem: (t, host) => [t('errors:server.html.what', { host }), t('errors:server.html.todo')],
  },
  {
    name: 'a server that stops midway',
    words: right,
    before: () => wp.faults.always(restRequests, { kind: 'drop-during' }),
    field: 'address',
    problem: (t, host) => [t('errors:server.truncated.what', { host }), t('errors:server.truncated.todo')],
  },
  {
    name: 'a server in trouble',
    words: right,
    before: () => wp.faults.always(restRequests, { kind: 'status', status: 500, ...brokenPhp }),
    field: 'address',
    problem: (t, host) => [
      t('errors:server.failed.what', { host, answer: '500 internal_server_error' }),
      t('errors:server.failed.todo'),
    ],
  },
  {
    name: 'a password prompt in front',
    words: right,
    before: () => wp.faults.always({}, { kind: 'basic-auth-prompt' }),
    field: 'address',
    problem: (t, host) => [
      t('errors:auth.password-prompt.what', { host }),
      t('errors:auth.password-prompt.todo'),
    ],
  },
  {
    name: 'a wrong password',
    words: () => ({ ...right(), password: 'abcd efgh ijkl mnop qrst uvwx' }),
    field: 'password',
    problem: (t, host) => [t('errors:auth.credentials.what', { host }), t('errors:auth.credentials.todo')],
  },
  {
    name: 'application passwords switched off',
    words: right,
    before: () => setApplicationPasswords(wp, 'off'),
    field: 'password',
    problem: (t, host) => [
      t('errors:auth.application-passwords-off.what', { host }),
      t('errors:auth.application-passwords-off.todo'),
    ],
  },
  {
    name: 'a user without rights',
    words: () => ({ address: wp.url, ...wp.users.subscriber }),
    field: 'login',
    problem: (t, host) => [
      t('errors:forbidden.what', { host, code: 'no-rights' }),
      t('errors:forbidden.todo'),
    ],
  },
];

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`each failure is said at its field, and the right words then connect (${language})`, async ({
    open,
  }) => {
    const { desk } = await open({ language });
    const form = desk.welcome.connect;
    const fields: Record<Field, Locator> = {
      address: form.address,
      login: form.login,
      password: form.password,
    };
    for (const { name, words, before, field, problem } of cases) {
      await test.step(name, async () => {
        await wp.reset();
        await before?.();
        const typed = words();
        await form.send(typed);
        const host = URL.parse(typed.address)?.host ?? '';
        const expected = problem(desk.t, host).join(' ').replace(/\s+/gu, ' ');
        await expect(fields[field]).toHaveAccessibleDescription(holding(expected));
        await expect(fields[field]).toHaveAttribute('aria-invalid', 'true');
        await expect(fields[field]).toBeFocused();
        for (const other of Object.values(fields).filter((one) => one !== fields[field])) {
          await expect(other).not.toHaveAttribute('aria-invalid');
        }
        await expect(form.address).toHaveValue(typed.address);
        await expect(form.login).toHaveValue(typed.login);
        await expect(form.password).toHaveValue(typed.password);
      });
    }
    await wp.reset();
    await connect(desk, wp);
    await expect(desk.navigation.site('Записки край пътя')).toBeVisible();
  });
}
