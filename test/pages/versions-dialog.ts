import type { Locator, Page } from '@playwright/test';
import { holding } from './names.ts';
import type { Texts } from './texts.ts';

/** The earlier versions of the open post. */
export class VersionsDialog {
  /** In the head of the editor: how many versions there are. */
  readonly button: Locator;
  readonly dialog: Locator;
  readonly list: Locator;
  readonly rows: Locator;
  readonly chosen: Locator;
  /** What lies between the chosen version and the present one. */
  readonly comparison: Locator;
  /** Why the chosen one cannot be shown or restored. */
  readonly problem: Locator;
  readonly added: Locator;
  readonly deleted: Locator;
  readonly restore: Locator;
  /** What was done, with a button that takes it back. */
  readonly undo: Locator;
  readonly #t: Texts;

  constructor(page: Page, t: Texts) {
    this.#t = t;
    this.button = page.getByRole('button', { name: holding(t('revisions:button', { versions: '' }).trim()) });
    this.dialog = page.getByRole('dialog');
    this.list = this.dialog.getByRole('listbox', { name: t('revisions:list'), exact: true });
    this.rows = this.list.getByRole('option');
    this.chosen = this.list.getByRole('option', { selected: true });
    this.comparison = this.dialog.getByRole('region', { name: t('revisions:comparison'), exact: true });
    this.problem = this.comparison.getByRole('alert');
    this.added = this.comparison.getByRole('insertion');
    this.deleted = this.comparison.getByRole('deletion');
    this.restore = this.dialog.getByRole('button', { name: t('revisions:restore') });
    this.undo = page.getByRole('status').getByRole('button', { name: t('common:action.undo'), exact: true });
  }

  /** The button's words for so many versions. */
  count(count: number): string {
    return this.#t('revisions:count', { count });
  }

  /** The name of a kind of version. */
  kind(kind: 'edited' | 'restored' | 'published' | 'conflict'): string {
    return this.#t(`revisions:kind.${kind}`);
  }
}
