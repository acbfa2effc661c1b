import { describe, expect, test } from 'vitest';
import { channelNames } from '../../../preload/contract/index.ts';
import { ANSWER, anEvent, openBridge } from './open-bridge.ts';
import { INPUT_BY_CHANNEL } from './valid-inputs.ts';

const FORBIDDEN = { ok: false, error: { kind: 'forbidden', code: 'foreign_sender', host: '' } };
const DEV = 'http://127.0.0.1:5173/';

/** Whoever is not the main frame of our window showing our page. */
const STRANGERS: Record<string, Parameters<typeof anEvent>> = {
  'a frame that is gone': [null],
  'a frame inside our page': [{ parent: { url: 'app://ui/index.html' } }],
  'a frame whose parent is not known': [{ parent: undefined }],
  'other web contents with our page': [{}, { id: 2 }],
  'a web page': [{ url: 'https://evil.example/' }],
  'a web page that names us': [{ url: 'https://evil.example/app://ui/index.html' }],
  'another host of our scheme': [{ url: 'app://evil/index.html' }],
  'our host with a port': [{ url: 'app://ui:80/index.html' }],
  'our host as a user name': [{ url: 'app://ui@evil/index.html' }],
  'our host as a subdomain': [{ url: 'app://ui.evil/index.html' }],
  'another scheme with our host': [{ url: 'https://ui/index.html' }],
  'a file': [{ url: 'file:///ui/index.html' }],
  'an empty page': [{ url: 'about:blank' }],
  'no address': [{ url: '' }],
  'a data page': [{ url: 'data:text/html,<script>copydesk</script>' }],
  'a blob of ours': [{ url: 'blob:app://ui/6f1d' }],
  'the development server, which a packaged app has none of': [{ url: DEV }],
};

describe.each(channelNames)('%s', (channel) => {
  const input = INPUT_BY_CHANNEL.get(channel);

  test('answers our page', async () => {
    const { invoke, handler } = openBridge();
    expect(await invoke(channel, input)).toEqual(ANSWER);
    expect(handler).toHaveBeenCalledExactlyOnceWith(input);
  });

  test.each(Object.entries(STRANGERS))('refuses %s', async (_name, [frame, sender]) => {
    const { invoke, handler, reportBug } = openBridge();
    expect(await invoke(channel, input, anEvent(frame, sender))).toEqual(FORBIDDEN);
    expect(handler).not.toHaveBeenCalled();
    expect(reportBug).not.toHaveBeenCalled();
  });
});

test.each<[string, boolean]>([
  [DEV, true],
  ['http://127.0.0.1:5173/index.html?x#y', true],
  ['http://127.0.0.1:5174/', false],
  ['https://127.0.0.1:5173/', false],
  ['http://127.0.0.1:5173.evil.example/', false],
  ['http://127.0.0.1:5173@evil.example/', false],
  ['blob:http://127.0.0.1:5173/6f1d', false],
  ['view-source:http://127.0.0.1:5173/', false],
  ['app://ui/index.html', true],
])('in development %s is ours: %s', async (url, ours) => {
  const { invoke } = openBridge({ devUrl: DEV });
  expect(await invoke('app.state', {}, anEvent({ url }))).toEqual(ours ? ANSWER : FORBIDDEN);
});
