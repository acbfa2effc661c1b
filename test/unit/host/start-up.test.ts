import { describe, expect, it } from 'vitest';
import { chromiumFlags } from '../../host/chromium.ts';
import { parseCommandLine } from '../../host/command-line.ts';
import { chromiumLocale, wantedLanguages } from '../../host/locale.ts';

describe('the command line', () => {
  it('is read as Playwright writes it', () => {
    const args = ['-r', '/loader.js', '--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '.'];
    const line = parseCommandLine([...args, '--user-data-dir=/tmp/x', '--own=1', 'file.md']);
    expect(line.preloads).toEqual(['/loader.js']);
    expect(line.entry).toBe('.');
    expect(line.inspect).toBe(true);
    expect([...line.switches]).toEqual([
      ['no-sandbox', ''],
      ['remote-debugging-port', '0'],
      ['user-data-dir', '/tmp/x'],
    ]);
  });

  it('opens no inspector unless asked before the app', () => {
    expect(parseCommandLine(['.', '--inspect=0']).inspect).toBe(false);
    expect(parseCommandLine([]).entry).toBeUndefined();
  });
});

describe("Chromium's flags", () => {
  const options = {
    profile: '/p',
    port: 4711,
    languages: ['bg-BG', 'en-US'],
    switches: new Map([
      ['user-data-dir', '/elsewhere'],
      ['host-resolver-rules', 'MAP * 127.0.0.1'],
    ]),
    headed: false,
    root: false,
  };

  it('open no debugging port, keep the sandbox and let no name be resolved', () => {
    const flags = chromiumFlags(options);
    expect(flags.filter((flag) => /debugging/.test(flag))).toEqual(['--remote-debugging-pipe']);
    expect(flags).not.toContain('--no-sandbox');
    expect(flags).toContain('--user-data-dir=/p');
    expect(flags).toContain('--headless=new');
    expect(flags).toContain(
      '--host-resolver-rules=MAP *.localhost 127.0.0.1:4711, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    );
    expect(flags).toContain('--disable-background-networking');
  });

  it('follow the command line where it asks for a port', () => {
    const switches = new Map([['remote-debugging-port', '0']]);
    expect(chromiumFlags({ ...options, switches })).toContain('--remote-debugging-port=0');
  });

  it('differ for root and for a desktop', () => {
    expect(chromiumFlags({ ...options, root: true })).toContain('--no-sandbox');
    expect(chromiumFlags({ ...options, headed: true })).not.toContain('--headless=new');
  });
});

describe('languages', () => {
  it('put --lang before the system', () => {
    expect(wantedLanguages('bg')).toEqual(['bg', 'en-US']);
    expect(wantedLanguages('')).toEqual(['en-US']);
  });

  it.each([
    ['bg-BG', 'bg'],
    ['bg', 'bg'],
    ['en', 'en-US'],
    ['en-GB', 'en-GB'],
    ['en-AU', 'en-US'],
    ['pt', 'pt-BR'],
  ])('%s is shown as %s', (tag, locale) => {
    expect(chromiumLocale(tag)).toBe(locale);
  });
});
