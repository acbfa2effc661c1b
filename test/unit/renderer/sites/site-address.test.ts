import { describe, expect, it } from 'vitest';
import { passwordPage, typedHost } from '../../../../renderer/features/sites/site-address.ts';

const page = 'wp-admin/profile.php#application-passwords-section';

describe('where application passwords are made', () => {
  it.each([
    ['blog.example', `https://blog.example/${page}`],
    ['  https://blog.example/ ', `https://blog.example/${page}`],
    ['HTTP://127.0.0.1:8080', `http://127.0.0.1:8080/${page}`],
    ['blog.example/dnevnik/', `https://blog.example/dnevnik/${page}`],
    ['https://blog.example/wp-admin/edit.php?x=1', `https://blog.example/${page}`],
    ['https://blog.example/dnevnik/wp-login.php', `https://blog.example/dnevnik/${page}`],
    ['влакове.example', `https://xn--80adbmxex.example/${page}`],
    ['localhost:8881', `https://localhost:8881/${page}`],
  ])('%s → %s', (typed, expected) => {
    expect(passwordPage(typed)).toBe(expected);
  });

  it.each(['', 'blog', 'blog.', 'https://', 'ftp://blog.example', 'a b.example'])(
    '%j is no address yet',
    (typed) => {
      expect(passwordPage(typed)).toBeNull();
    },
  );

  it('names the host', () => {
    expect(typedHost('https://blog.example/a')).toBe('blog.example');
    expect(typedHost(' blog ')).toBe('blog');
  });
});
