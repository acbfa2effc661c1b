// `Menu` and `MenuItem`: the structure of menus and what their items do when clicked from code. No menu is drawn, and
// accelerators do nothing.
import type { MenuItemConstructorOptions } from 'electron';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { record } from './control.ts';
import { notModelled, StrictEmitter, strictClass } from './strict.ts';

/** Roles that do something of their own; the rest of Electron's roles is only recorded. */
const ROLES: Record<string, (window: BrowserWindow | null) => void> = {
  quit: () => app.quit(),
  close: (window) => window?.close(),
  minimize: (window) => window?.minimize(),
  reload: (window) => window?.webContents.reload(),
  togglefullscreen: (window) => window?.setFullScreen(!window.isFullScreen()),
};
const RECORDED = new Set([
  ...[
    'undo',
    'redo',
    'cut',
    'copy',
    'paste',
    'pasteandmatchstyle',
    'delete',
    'selectall',
    'about',
    'services',
  ],
  ...['hide', 'hideothers', 'unhide', 'front', 'zoom', 'zoomin', 'zoomout', 'resetzoom', 'toggledevtools'],
  ...['forcereload', 'window', 'help', 'appmenu', 'filemenu', 'editmenu', 'viewmenu', 'windowmenu'],
  ...['togglespellchecker', 'startspeaking', 'stopspeaking'],
]);

type Click = NonNullable<MenuItemConstructorOptions['click']>;

/** One entry of a menu. */
export class MenuItem {
  id: string | undefined;
  label: string;
  type: string;
  role: string | undefined;
  accelerator: string | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  submenu: Menu | undefined;
  readonly #click: Click | undefined;

  constructor(options: MenuItemConstructorOptions) {
    const { submenu, role } = options;
    this.id = options.id;
    this.role = role?.toLowerCase();
    if (this.role && !(this.role in ROLES) && !RECORDED.has(this.role)) {
      throw notModelled(`the menu role '${role}'`);
    }
    this.label = options.label ?? role ?? '';
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.accelerator = options.accelerator;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as Menu | undefined);
    this.#click = options.click;
  }

  /** What choosing the item does. */
  click(event: object = {}, window: BrowserWindow | null = BrowserWindow.getFocusedWindow()): void {
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.role === undefined) {
      // The real types are those of Electron; here they are the stand-in's.
      (this.#click as unknown as (...args: unknown[]) => void)?.(this, window, event);
    } else {
      const own = ROLES[this.role];
      if (own) own(window);
      else record(`menu role ${this.role}`);
    }
  }
}
strictClass('MenuItem', MenuItem);

/** A menu. */
export class Menu extends StrictEmitter {
  readonly items: MenuItem[] = [];

  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close']);
  }

  static #application: Menu | null = null;

  static buildFromTemplate(template: (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }
  insert(at: number, item: MenuItem): void {
    this.items.splice(at, 0, item);
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  /** No menu is drawn: a test finds it in the recorded calls and clicks an item. */
  popup(options: object = {}): void {
    record('menu.popup', this, options);
    this.emit('menu-will-show');
  }
  closePopup(): void {
    this.emit('menu-will-close');
  }
}
strictClass('Menu', Menu);
