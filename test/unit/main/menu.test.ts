import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { menuTemplate } from '../../../main/menu.ts';
import { nativeTexts } from '../../../main/native-texts.ts';
import { events } from '../../../preload/contract/events.ts';

const PLATFORMS = ['linux', 'win32', 'darwin'] as const;
const LANGUAGES = ['en', 'bg'] as const;
const CASES = PLATFORMS.flatMap((platform) => LANGUAGES.map((language) => [platform, language] as const));

function menu(platform: NodeJS.Platform, language: 'en' | 'bg') {
  const actions = { command: vi.fn(), showLibrary: vi.fn(), showLogs: vi.fn() };
  const template = menuTemplate(nativeTexts(language).menu, platform, actions);
  const items = (list: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    list.flatMap((item) => [item, ...items((item.submenu ?? []) as MenuItemConstructorOptions[])]);
  return { actions, template, items: items(template) };
}

const press = (item: MenuItemConstructorOptions) =>
  item.click?.(...([] as unknown as Parameters<NonNullable<MenuItemConstructorOptions['click']>>));

describe.each(CASES)('on %s in %s', (platform, language) => {
  const { actions, template, items } = menu(platform, language);

  test('every command is there once and carries itself out', () => {
    const ids = items.flatMap(({ id }) => id ?? []);
    expect(ids.sort()).toEqual([...events.menu.shape.command.options].sort());
    for (const item of items) if (item.id) press(item);
    expect(actions.command.mock.calls.flat().sort()).toEqual(ids);
  });

  test('accelerators are all different, and none is a key that people type', () => {
    const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(5);
    for (const key of keys) expect(key).toMatch(/^((CmdOrCtrl|Alt|Shift)\+)*(F\d+|CmdOrCtrl\+(Shift\+)?.)$/);
  });

  test('every item has a text or a rule', () => {
    for (const item of items) {
      if (item.type === 'separator') continue;
      expect(item.label?.trim(), JSON.stringify(item)).toBeTruthy();
      const does = item.submenu ?? item.role ?? item.click;
      expect(does, item.label).toBeTruthy();
    }
    for (const { submenu } of template) expect(submenu).not.toHaveLength(0);
  });

  test('the folders are shown', () => {
    const texts = nativeTexts(language).menu;
    for (const label of [texts.file.showLibrary, texts.help.showLogs]) {
      const item = items.find((each) => each.label === label);
      expect(item, label).toBeDefined();
      if (item) press(item);
    }
    expect(actions.showLibrary).toHaveBeenCalledTimes(1);
    expect(actions.showLogs).toHaveBeenCalledTimes(1);
  });

  test('the roles that people expect of the platform are there once', () => {
    const roles = items.flatMap(({ role }) => role ?? []);
    expect(new Set(roles).size).toBe(roles.length);
    expect(roles).toEqual(
      expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'quit']),
    );
    const mac = ['about', 'hide', 'hideOthers', 'unhide', 'services', 'front', 'close'];
    const found = mac.filter((role) => roles.includes(role as (typeof roles)[number]));
    expect(found).toEqual(platform === 'darwin' ? mac : []);
  });

  test('nothing opens what a page could misuse', () => {
    const roles = items.flatMap(({ role }) => role ?? []);
    expect(roles).not.toContain('forceReload');
    expect(roles).not.toContain('reload');
  });
});

test('Bulgarian is Bulgarian', () => {
  const labels = (language: 'en' | 'bg') =>
    menu('darwin', language).items.flatMap(({ label }) => label ?? []);
  const english = labels('en');
  const bulgarian = labels('bg');
  expect(bulgarian).toHaveLength(english.length);
  const same = bulgarian.filter((label, index) => label === english[index]);
  expect(same).toEqual(['Copydesk']);
});
