// The small modules around the desktop: notifications are recorded, the clipboard is a variable, the screen is one
// of 1920×1080, the machine never sleeps (a test may emit the events).
import type { NotificationConstructorOptions } from 'electron';
import { record } from './control.ts';
import { StrictEmitter, strict, strictClass } from './strict.ts';

/** A notification; a test finds it in the recorded calls and emits `click` on it. */
export class Notification extends StrictEmitter {
  title: string;
  subtitle: string;
  body: string;
  silent: boolean;

  constructor(options: NotificationConstructorOptions = {}) {
    super('Notification', ['show', 'close', 'click', 'failed', 'action', 'reply']);
    this.title = options.title ?? '';
    this.subtitle = options.subtitle ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
  }
  static isSupported(): boolean {
    return true;
  }
  show(): void {
    record('notification.show', this);
    this.emit('show');
  }
  close(): void {
    this.emit('close');
  }
}
strictClass('Notification', Notification);

let copied = { text: '', html: '' };

/** The module `clipboard`: not the system's. */
export const clipboard = strict('clipboard', {
  writeText(text: string): void {
    copied = { text, html: '' };
  },
  readText: (): string => copied.text,
  writeHTML(html: string): void {
    copied = { text: '', html };
  },
  readHTML: (): string => copied.html,
  write({ text = '', html = '' }: { text?: string; html?: string }): void {
    copied = { text, html };
  },
  clear(): void {
    copied = { text: '', html: '' };
  },
});

const AREA = { x: 0, y: 0, width: 1920, height: 1080 };
const DISPLAY = {
  id: 1,
  label: 'stand-in',
  scaleFactor: 1,
  rotation: 0,
  bounds: AREA,
  workArea: AREA,
  size: { width: AREA.width, height: AREA.height },
  workAreaSize: { width: AREA.width, height: AREA.height },
};

class Screen extends StrictEmitter {
  constructor() {
    super('screen', ['display-added', 'display-removed', 'display-metrics-changed']);
  }
  getPrimaryDisplay() {
    return DISPLAY;
  }
  getAllDisplays() {
    return [DISPLAY];
  }
  getDisplayMatching() {
    return DISPLAY;
  }
  getDisplayNearestPoint() {
    return DISPLAY;
  }
}
strictClass('screen', Screen);

/** The module `screen`. */
export const screen = new Screen();

class PowerMonitor extends StrictEmitter {
  readonly onBatteryPower = false;
  constructor() {
    super('powerMonitor', [
      ...['suspend', 'resume', 'on-ac', 'on-battery', 'shutdown', 'lock-screen', 'unlock-screen'],
      ...['user-did-become-active', 'user-did-resign-active', 'thermal-state-change', 'speed-limit-change'],
    ]);
  }
  isOnBatteryPower(): boolean {
    return this.onBatteryPower;
  }
  getSystemIdleTime(): number {
    return 0;
  }
  getSystemIdleState(): string {
    return 'active';
  }
}
strictClass('powerMonitor', PowerMonitor);

/** The module `powerMonitor`. */
export const powerMonitor = new PowerMonitor();
