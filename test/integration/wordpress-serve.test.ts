import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { waitUntil } from '../wordpress/wait-until.ts';

test('the blog to try things on tells how to connect, goes offline and online by a key, and ends', async () => {
  const child = spawn(process.execPath, ['test/wordpress/serve.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill());
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    said += chunk;
  });
  const printed = (label: string) => new RegExp(`${label} +(.+)`).exec(said)?.[1] ?? '';
  await waitUntil(
    () => said.includes('Ctrl+C ends it.'),
    () => said,
  );
  const me = `${printed('Address')}/wp-json/wp/v2/users/me`;
  const authorization = `Basic ${btoa(`${printed('User name')}:${printed('Application password')}`)}`;
  const ask = () => fetch(me, { headers: { authorization } }).then(({ status }) => status);
  expect(await ask()).toBe(200);

  child.stdin.write('o');
  await eventually(() => expect(said).toContain('Offline'));
  await expect(ask()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  child.stdin.write('o');
  await eventually(() => expect(said).toContain('Online'));
  expect(await ask()).toBe(200);

  const ended = once(child, 'exit');
  child.stdin.write('\u0003');
  expect(await ended).toEqual([0, null]);
  await eventually(() => expect(ask()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } }));
});
