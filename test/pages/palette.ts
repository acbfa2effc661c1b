import type { Locator, Page } from '@playwright/test';
import { holding } from './names.ts';
import type { Texts } from './texts.ts';

/** Finds posts and commands: Ctrl+K. */
export class Palette {
  readonly dialog: Locator;
  readonly input: Locator;
  readonly #page: Page;

  constructor(page: Page, t: Texts) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: t('frame:palette.label') });
    this.input = this.dialog.getByRole('combobox', { name: t('frame:palette.label') });
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+k');
    await this.input.waitFor();
  }

  result(name: string): Locator {
    return this.dialog.getByRole('option', { name: holding(name) });
  }

  /** Carries out a command, or goes to a view or post, by its name. */
  async run(name: string): Promise<void> {
    await this.open();
    await this.input.fill(name);
    await this.result(name).first().click();
  }
}
