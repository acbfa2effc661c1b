import type { Locator, Page } from '@playwright/test';
import { holding } from './names.ts';
import type { Texts } from './texts.ts';

/** Posts that damage took: the line above the list of posts, and the dialog that brings them back. */
export class LostPosts {
  readonly line: Locator;
  /** On the first screen: opens the dialog. */
  readonly welcome: Locator;
  readonly dialog: Locator;
  readonly rows: Locator;
  /** Brings the only one back, or all. */
  readonly only: Locator;
  readonly all: Locator;
  /** What was done last. */
  readonly said: Locator;
  readonly undo: Locator;
  readonly close: Locator;
  readonly #t: Texts;

  constructor(page: Page, t: Texts) {
    this.#t = t;
    this.line = page
      .getByRole('region', { name: t('writing:list.label'), exact: true })
      .locator('.lost-line button');
    this.welcome = page
      .getByRole('main')
      .getByRole('button', { name: t('library:left.action'), exact: true });
    this.dialog = page.getByRole('dialog', { name: t('revisions:lost.title'), exact: true });
    this.rows = this.dialog.getByRole('listitem');
    this.only = this.dialog.getByRole('button', { name: t('revisions:lost.bringBack'), exact: true });
    this.all = this.dialog.getByRole('button', { name: t('revisions:lost.bringAll'), exact: true });
    this.said = this.dialog.getByRole('status');
    this.undo = this.said.getByRole('button', { name: t('common:action.undo'), exact: true });
    this.close = this.dialog.getByRole('button', { name: holding(t('common:action.close')) });
  }

  /** The button of one post, among several. */
  button(action: 'bringBack' | 'discard', title: string): Locator {
    const name = this.#t('revisions:lost.of', { action: this.#t(`revisions:lost.${action}`), title });
    return this.dialog.getByRole('button', { name, exact: true });
  }

  /** The words of the line for so many posts. */
  count(count: number): string {
    return this.#t('revisions:lost.count', { count });
  }
}
