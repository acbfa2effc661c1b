import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../preload/contract/events.ts';
import type { menu as englishTexts } from '../renderer/i18n/en/menu.ts';

type Widen<T> = { [K in keyof T]: T[K] extends string ? string : Widen<T[K]> };
export type MenuTexts = Widen<typeof englishTexts>;

interface MenuActions {
  /** Lets the page carry a command out. */
  command(command: MenuCommand): void;
  showLibrary(): void;
  showLogs(): void;
}

/**
 * The native menu as a template. Letter keys of the moderation desk are the page's own and not accelerators here: a
 * menu would catch them while someone types.
 */
export function menuTemplate(
  texts: MenuTexts,
  platform: NodeJS.Platform,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const command = (id: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => actions.command(id),
  });
  const settings = command('go-settings', texts.app.settings, 'CmdOrCtrl+,');
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(mac ? [{ label: 'Copydesk', submenu: appMenu(texts, settings) }] : []),
    {
      label: texts.file.label,
      submenu: [
        command('new-post', texts.file.newPost, 'CmdOrCtrl+N'),
        command('save', texts.file.save, 'CmdOrCtrl+S'),
        separator,
        command('pull', texts.file.syncNow, 'F5'),
        command('send-now', texts.file.sendNow, 'CmdOrCtrl+Shift+S'),
        separator,
        command('back-up', texts.file.backUp),
        command('restore', texts.file.restore),
        { label: texts.file.showLibrary, click: actions.showLibrary },
        separator,
        ...(mac ? [] : [settings, separator]),
        mac ? { role: 'close', label: texts.file.closeWindow } : { role: 'quit', label: texts.file.exit },
      ],
    },
    { label: texts.edit.label, submenu: editMenu(texts) },
    { label: texts.view.label, submenu: viewMenu(texts, command) },
    {
      label: texts.window.label,
      submenu: [
        { role: 'minimize', label: texts.window.minimize },
        ...(mac ? [{ role: 'front' as const, label: texts.window.front }] : []),
      ],
    },
    {
      label: texts.help.label,
      submenu: [command('keys', texts.help.keys), { label: texts.help.showLogs, click: actions.showLogs }],
    },
  ];
}

const appMenu = (texts: MenuTexts, settings: MenuItemConstructorOptions): MenuItemConstructorOptions[] => [
  { role: 'about', label: texts.app.about },
  { type: 'separator' },
  settings,
  { type: 'separator' },
  { role: 'services', label: texts.app.services },
  { role: 'hide', label: texts.app.hide },
  { role: 'hideOthers', label: texts.app.hideOthers },
  { role: 'unhide', label: texts.app.showAll },
  { type: 'separator' },
  { role: 'quit', label: texts.app.quit },
];

const editMenu = (texts: MenuTexts): MenuItemConstructorOptions[] => [
  { role: 'undo', label: texts.edit.undo },
  { role: 'redo', label: texts.edit.redo },
  { type: 'separator' },
  { role: 'cut', label: texts.edit.cut },
  { role: 'copy', label: texts.edit.copy },
  { role: 'paste', label: texts.edit.paste },
  { role: 'pasteAndMatchStyle', label: texts.edit.pastePlain },
  { role: 'selectAll', label: texts.edit.selectAll },
];

const viewMenu = (
  texts: MenuTexts,
  command: (id: MenuCommand, label: string, accelerator?: string) => MenuItemConstructorOptions,
): MenuItemConstructorOptions[] => [
  command('go-comments', texts.view.pending, 'CmdOrCtrl+1'),
  command('go-posts', texts.view.posts, 'CmdOrCtrl+2'),
  command('go-outbox', texts.view.outbox, 'CmdOrCtrl+3'),
  { type: 'separator' },
  { role: 'resetZoom', label: texts.view.zoomReset },
  { role: 'zoomIn', label: texts.view.zoomIn },
  { role: 'zoomOut', label: texts.view.zoomOut },
  { role: 'togglefullscreen', label: texts.view.fullScreen },
  { type: 'separator' },
  { role: 'toggleDevTools', label: texts.view.developerTools },
];
