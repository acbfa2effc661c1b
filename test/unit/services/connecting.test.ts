import { expect, test } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import { err, ok } from '../../../main/domain/result.ts';
import { aComment, aPost, aSite, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { anIdentity } from '../../support/scripted-client.ts';
import { connectedSites, FORM, keyOf, PRACTICE } from './connected-sites.ts';

const refused: AppError = { kind: 'auth-expired', reason: 'credentials', host: 'bavnivlakove.example' };

test('a blog that knows us is added, its password kept, and the first pull begins', async () => {
  const { service, library, engine, identify, keptCredentials } = await connectedSites();
  const site = must(await service.connect({ ...FORM, login: '  mila ', password: ' abcd EFGH\u00a0ijkl ' }));
  expect(identify.mock.calls).toEqual([[FORM.address, { login: 'mila', password: 'abcdEFGHijkl' }]]);
  expect(site).toMatchObject({
    ...{ platform: 'wordpress', title: 'Бавни влакове', userName: 'Мила', role: 'administrator' },
    ...{ needsPassword: false, counts: { posts: 0, comments: 0, pending: 0 }, setAside: 0 },
  });
  expect(library.get('sites', site.id)).toEqual({
    ...{ id: site.id, platform: 'wordpress', ...anIdentity() },
    ...{ connectedAt: '2026-11-10T10:00:00.000Z', pulledAt: null, needsPassword: false },
  });
  expect(engine.pull.mock.calls).toEqual([[site.id]]);
  expect((await keptCredentials()).get(keyOf(site.id))).toEqual({ login: 'mila', password: 'abcdEFGHijkl' });
});

test.each<[string, Partial<typeof FORM> | { address: string } | { login: string }]>([
  ['address', { address: '  ' }],
  ['login', { login: '\t' }],
  ['password', { password: ' \n ' as typeof FORM.password }],
])('without %s nobody is asked', async (field, over) => {
  const { service, identify, library } = await connectedSites();
  expect(await service.connect({ ...FORM, ...over })).toEqual({
    ok: false,
    error: { kind: 'validation', field, reason: 'required', detail: '' },
  });
  expect(identify).not.toHaveBeenCalled();
  expect(library.all('sites')).toEqual([]);
});

test('what the site answered is handed on, and nothing is kept', async () => {
  const { service, library, identify, engine, keptCredentials } = await connectedSites();
  identify.mockResolvedValue(err(refused));
  expect(await service.connect(FORM)).toEqual(err(refused));
  expect(library.all('sites')).toEqual([]);
  expect(engine.pull).not.toHaveBeenCalled();
  expect((await keptCredentials()).get(keyOf('id-1'))).toBeNull();
});

test('the same person on the same blog is connected once; another person may be too', async () => {
  const { service, identify, library } = await connectedSites([aSite()]);
  expect(await service.connect(FORM)).toEqual({
    ok: false,
    error: {
      ...{ kind: 'validation', field: 'address' },
      ...{ reason: 'already-connected', detail: 'bavnivlakove.example' },
    },
  });
  identify.mockResolvedValue(ok(anIdentity({ user: { ...anIdentity().user, id: 2, login: 'asen' } })));
  must(await service.connect({ ...FORM, login: 'asen' }));
  expect(library.all('sites')).toHaveLength(2);
});

test('a password for this session only is on no disk', async () => {
  const { service, credentials, keptCredentials } = await connectedSites();
  const { id } = must(await service.connect({ ...FORM, keep: 'session' }));
  expect(credentials.get(keyOf(id))).toEqual({ login: 'mila', password: 'abcdefgh' });
  expect((await keptCredentials()).get(keyOf(id))).toBeNull();
});

test('a library that cannot be written gets no site and leaves no password behind', async () => {
  const { service, library, disk, credentials, keptCredentials } = await connectedSites();
  disk.fail();
  expect(await service.connect(FORM)).toMatchObject({ ok: false, error: { kind: 'storage' } });
  expect(library.all('sites')).toEqual([]);
  expect(credentials.get(keyOf('id-1'))).toBeNull();
  expect((await keptCredentials()).get(keyOf('id-1'))).toBeNull();
});

test('no answer and no library holds the password', async () => {
  const { service, library } = await connectedSites();
  const answers = [await service.connect(FORM), await service.list()];
  answers.push(await service.reconnect({ siteId: 'id-1', password: 'abcdefgh', keep: 'device' }));
  expect(JSON.stringify([answers, library.all('sites')])).not.toMatch(/abcd ?efgh/);
});

test('a new password for a site that refused the old one', async () => {
  const { service, library, identify, engine, keptCredentials } = await connectedSites([
    aSite({ needsPassword: true }),
  ]);
  await library.transact((tx) =>
    ok(tx.put('contacts', { id: 'site-1', error: refused, offlineSince: null })),
  );
  const again = { siteId: 'site-1', password: 'wxyz WXYZ', keep: 'device' } as const;
  identify.mockResolvedValueOnce(err(refused));
  expect(await service.reconnect(again)).toEqual(err(refused));
  expect(library.get('sites', 'site-1')?.needsPassword).toBe(true);
  expect(must(await service.reconnect(again)).needsPassword).toBe(false);
  expect(identify.mock.calls[1]).toEqual([aSite().url, { login: 'mila', password: 'wxyzWXYZ' }]);
  expect(library.all('contacts')).toEqual([]);
  expect(engine.forget).toHaveBeenCalledTimes(1);
  expect(engine.pull.mock.calls).toEqual([['site-1']]);
  expect((await keptCredentials()).get(keyOf('site-1'))?.password).toBe('wxyzWXYZ');
});

test('work that was ended for a new password begins again though the disk refuses', async () => {
  const { service, engine, disk } = await connectedSites([aSite()]);
  disk.fail();
  expect(await service.reconnect({ siteId: 'site-1', password: 'x', keep: 'session' })).toMatchObject({
    ok: false,
    error: { kind: 'storage' },
  });
  expect(engine.pull.mock.calls).toEqual([['site-1']]);
});

test('reconnecting needs a site and a password', async () => {
  const { service, identify } = await connectedSites([aSite()]);
  expect(await service.reconnect({ siteId: 'unknown', password: 'x', keep: 'device' })).toMatchObject({
    ok: false,
    error: { kind: 'not-found', what: 'site', id: 'unknown' },
  });
  expect(await service.reconnect({ siteId: 'site-1', password: ' ', keep: 'device' })).toMatchObject({
    ok: false,
    error: { kind: 'validation', field: 'password', reason: 'required' },
  });
  expect(identify).not.toHaveBeenCalled();
});

test('the practice blog is added once, without a password on the disk', async () => {
  const { service, library, identify, keptCredentials } = await connectedSites();
  identify.mockResolvedValue(ok(anIdentity({ url: PRACTICE.url })));
  const [one, two] = await Promise.all([service.openPractice(), service.openPractice()]);
  const three = await service.openPractice();
  expect(must(one).platform).toBe('practice');
  expect([must(two).id, must(three).id]).toEqual([must(one).id, must(one).id]);
  expect(library.all('sites')).toHaveLength(1);
  expect(identify.mock.calls[0]).toEqual([PRACTICE.url, PRACTICE.credentials]);
  expect((await keptCredentials()).get(keyOf(must(one).id))).toBeNull();
});

test('a list of sites in the order they were connected, with what waits in each', async () => {
  const { service, library } = await connectedSites([
    aSite({ id: 'younger', connectedAt: '2026-11-02T08:00:00.000Z' }),
    aSite({ id: 'older', connectedAt: '2026-11-01T08:00:00.000Z' }),
  ]);
  await library.transact((tx) => {
    tx.put('posts', aPost({ id: 'a', siteId: 'older' }));
    tx.put('posts', aPost({ id: 'b', siteId: 'older', fields: someFields({ status: 'trash' }) }));
    tx.put('comments', aComment({ id: 'older/1', siteId: 'older' }));
    tx.put('comments', aComment({ id: 'older/2', siteId: 'older', status: 'spam' }));
    const aside = { siteId: 'older', what: 'post', remoteId: '9', problem: 'title', source: '{}' } as const;
    tx.put('setAside', { id: 'older/0', ...aside });
    return ok(null);
  });
  const sites = must(await service.list());
  expect(sites.map(({ id, counts, setAside }) => [id, counts.posts, counts.pending, setAside])).toEqual([
    ['older', 1, 1, 1],
    ['younger', 0, 0, 0],
  ]);
  expect(must(await service.setAside({ siteId: 'older' }))).toEqual([
    { what: 'post', remoteId: '9', problem: 'title', source: '{}' },
  ]);
  expect(must(await service.setAside({ siteId: 'younger' }))).toEqual([]);
});

test('a new password is kept for the place that took it, whatever the record of the site says', async () => {
  const elsewhere = aSite({ apiRoot: 'https://elsewhere.example/wp-json/', needsPassword: true });
  const { service, library, credentials } = await connectedSites([elsewhere]);
  must(await service.reconnect({ siteId: 'site-1', password: 'wxyz WXYZ', keep: 'session' }));
  expect(library.get('sites', 'site-1')?.apiRoot).toBe(aSite().apiRoot);
  expect(credentials.get(keyOf('site-1'))?.password).toBe('wxyzWXYZ');
});
