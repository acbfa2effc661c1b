import { expect, test } from 'vitest';
import { safeLink } from '../../../main/security/links.ts';
import { fc, forAll } from '../../support/property.ts';

test.each<[string, string]>([
  ['https://bavnivlakove.example', 'https://bavnivlakove.example/'],
  ['HTTP://Bavnivlakove.Example/A?b=c#d', 'http://bavnivlakove.example/A?b=c#d'],
  ['  https://bavnivlakove.example/ \n', 'https://bavnivlakove.example/'],
  ['https://bavnivlakove.example:443/', 'https://bavnivlakove.example/'],
  ['https://bavnivlakove.example:8443/', 'https://bavnivlakove.example:8443/'],
  ['https:evil.example', 'https://evil.example/'],
  ['https:/evil.example', 'https://evil.example/'],
  ['https:////evil.example', 'https://evil.example/'],
  ['https:\\\\evil.example\\a', 'https://evil.example/a'],
  ['https://good.example\\@evil.example/', 'https://good.example/@evil.example/'],
  ['ht\ntps://ev\til.example/\ra', 'https://evil.example/a'],
  ['https://влакове.бг/гара', 'https://xn--80adbmxex.xn--90ae/%D0%B3%D0%B0%D1%80%D0%B0'],
  ['https://xn--80ak6aa92e.com/', 'https://xn--80ak6aa92e.com/'],
  ['https://аррӏе.com/', 'https://xn--80ak6aa92e.com/'],
  ['https://evil。example．net｡/', 'https://evil.example.net./'],
  ['https://ｅｖｉｌ.example/', 'https://evil.example/'],
  ['https://2130706433/', 'https://127.0.0.1/'],
  ['https://0x7f.1/', 'https://127.0.0.1/'],
  ['http://[::1]:80/', 'http://[::1]/'],
  ['https://a.example/%0d%0aSet-Cookie:x', 'https://a.example/%0d%0aSet-Cookie:x'],
  ['https://a.example/"><script>', 'https://a.example/%22%3E%3Cscript%3E'],
  ['https://a.example/?q="><x>', 'https://a.example/?q=%22%3E%3Cx%3E'],
  ['https://a.example/$(reboot)`id`|&;', 'https://a.example/$(reboot)%60id%60|&;'],
  ['https://a.example/../../etc/passwd', 'https://a.example/etc/passwd'],
  ['https://a.example/javascript:alert(1)', 'https://a.example/javascript:alert(1)'],
  ['mailto:mila@poshta.example', 'mailto:mila@poshta.example'],
  ['MAILTO:mila@poshta.example?subject=Кафе', 'mailto:mila@poshta.example?subject=%D0%9A%D0%B0%D1%84%D0%B5'],
  ['mailto:?to=a@b.example&cc=c@d.example&body=x%0Ay', 'mailto:?to=a@b.example&cc=c@d.example&body=x%0Ay'],
  ['mailto:a" /attach c:\\x <b@c.example>', 'mailto:a%22%20/attach%20c:%5Cx%20%3Cb@c.example%3E'],
])('opens %j as %s', (address, opened) => {
  expect(safeLink(address)).toBe(opened);
});

test.each<string>([
  '',
  ' ',
  '#',
  '/relative',
  '//evil.example/',
  'evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  ' \u0001javascript:alert(1)',
  'javascript://https://good.example/%0aalert(1)',
  'javascript&colon;alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'blob:https://good.example/6f1d',
  'filesystem:https://good.example/temporary/x',
  'file:///etc/passwd',
  'file://host/share',
  '\\\\host\\share',
  'C:\\Windows\\System32\\calc.exe',
  'about:blank',
  'app://ui/index.html',
  'chrome://settings',
  'view-source:https://good.example/',
  'ftp://good.example/',
  'ws://good.example/',
  'ssh://good.example/',
  'tel:+359888123456',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x&crumb=location:\\\\evil.example',
  'smb://evil.example/share',
  'intent://evil.example#Intent;scheme=https;end',
  'https://user:password@good.example/',
  'https://good.example@evil.example/',
  'https://@@evil.example/',
  'https://:password@evil.example/',
  'https://',
  'https://exa mple/',
  'https://a.example:99999/',
  'https://a%00b.example/',
  'https://[::1/',
  'https://1.2.3.256/',
  'h\u0442tps://evil.example/',
  'https\uff1a//evil.example/',
  'mailto://javascript:@javascript:',
  'mailto://user:password@evil.example',
  'mailto://evil.example/mila@poshta.example',
  'mailto:mila@poshta.example?attach=/etc/passwd',
  'mailto:mila@poshta.example?subject=x&Attachment=C:%5Csecret.txt',
  'mailto:mila@poshta.example?%61ttach=/etc/passwd',
  'mailto:mila@poshta.example?insert=~/.ssh/id_rsa',
  'mailto:mila@poshta.example?x-mailer=y',
])('refuses %j', (address) => {
  expect(safeLink(address)).toBeNull();
});

test('whatever is opened has a harmless scheme, shows no password and stays as it was checked', async () => {
  const part = fc.constantFrom(
    'javascript:',
    'https:',
    'mailto:',
    '//',
    '\\',
    '\t',
    '@',
    ':',
    'evil.example',
    '%0a',
    '"',
    ' ',
    '<',
  );
  const address = fc.oneof(
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.webUrl(),
    fc.string({ unit: 'binary' }),
  );
  await forAll(
    address,
    (text) => {
      const opened = safeLink(text);
      if (opened === null) return;
      const url = new URL(opened);
      expect(['http:', 'https:', 'mailto:']).toContain(url.protocol);
      expect(url.username + url.password).toBe('');
      expect(opened).not.toMatch(/[\s<>"]/u);
      expect(safeLink(opened)).toBe(opened);
    },
    600,
  );
});
