import { describe, expect, it } from 'vitest';
import { isPracticeOwner, PRACTICE_USER } from '../../../../main/practice-blog/address.ts';
import { readParams, restPath } from '../../../../main/practice-blog/rest/call.ts';

const at = (path: string) => new URL(`https://practice.copydesk.invalid${path}`);

async function paramsOf(path: string, body?: { type: string; text: string }) {
  const init = body && { method: 'POST', body: body.text, headers: { 'content-type': body.type } };
  const params = await readParams(new Request(at(path), init), at(path));
  return params instanceof Map ? Object.fromEntries(params) : params;
}

describe('restPath', () => {
  it.each([
    ['/wp-json', ''],
    ['/wp-json/', ''],
    ['/wp-json/wp/v2/posts/', '/wp/v2/posts'],
    ['/?rest_route=/wp/v2/posts', '/wp/v2/posts'],
    ['/index.php?rest_route=/', ''],
    ['/', null],
    ['/wp-jsonish/', null],
    ['/lyutenitsa/?rest_route=/', null],
  ])('reads %s', (path, rest) => {
    expect(restPath(at(path))).toBe(rest);
  });
});

describe('readParams', () => {
  it('collects lists in every spelling', async () => {
    expect(await paramsOf('/?a=1&b[]=2&b[]=3&c[0]=4')).toEqual({ a: '1', b: ['2', '3'], c: ['4'] });
  });

  it('lets the body win over the address, as JSON and as a form', async () => {
    expect(await paramsOf('/?a=1&b=2', { type: 'application/json', text: '{"a":5}' })).toEqual({
      a: 5,
      b: '2',
    });
    const form = { type: 'application/x-www-form-urlencoded', text: 'a=x+y' };
    expect(await paramsOf('/?a=1', form)).toEqual({ a: 'x y' });
  });

  it.each(['{bad', '{"a":"\\ud800"}', '{"a":"\\udc00\\ud83d"}', '"'])('refuses %j as JSON', async (text) => {
    expect(await paramsOf('/', { type: 'application/json', text })).toMatchObject({ status: 400 });
  });

  it('takes escaped pairs and escaped backslashes for what they are', async () => {
    const text = '{"a":"\\ud83d\\ude00","b":"\\\\ud800"}';
    expect(await paramsOf('/', { type: 'application/json', text })).toEqual({ a: '😀', b: '\\ud800' });
  });
});

describe('isPracticeOwner', () => {
  const basic = (text: string) => `Basic ${btoa(text)}`;
  it('knows the owner, with spaces in the password and without', () => {
    const { login, password } = PRACTICE_USER;
    expect(isPracticeOwner(basic(`${login}:${password}`))).toBe(true);
    expect(isPracticeOwner(basic(`${login}:${password.replace(/.{4}/g, '$& ')}`))).toBe(true);
  });

  it.each([
    null,
    '',
    'Basic',
    'Basic !!!',
    basic('mila'),
    basic('mila:'),
    basic('mila:x'),
    'Bearer bWlsYQ==',
  ])('takes %j for a stranger', (header) => {
    expect(isPracticeOwner(header)).toBe(false);
  });
});
