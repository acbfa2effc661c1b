import type { Locator, Page } from '@playwright/test';
import { holding } from './names.ts';
import type { Texts } from './texts.ts';

/** Backups: those that are kept, in the settings, and the question before one is restored. */
export class BackupsPage {
  readonly section: Locator;
  /** The backups that are kept. */
  readonly rows: Locator;
  readonly now: Locator;
  readonly toFile: Locator;
  /** Where they cannot be read: reads them again, and opens their folder. */
  readonly again: Locator;
  readonly showFolder: Locator;
  /** On the first screen: restores the newest of those that are left. */
  readonly restoreHere: Locator;
  readonly question: Locator;
  readonly keep: Locator;
  readonly replace: Locator;

  constructor(page: Page, t: Texts) {
    this.section = page.getByRole('region', { name: t('backups:title'), exact: true });
    this.rows = this.section.getByRole('listitem');
    this.now = this.section.getByRole('button', { name: t('backups:now'), exact: true });
    this.toFile = this.section.getByRole('button', { name: t('backups:toFile'), exact: true });
    this.again = this.section.getByRole('button', { name: t('backups:again'), exact: true });
    this.showFolder = this.section.getByRole('button', { name: t('settings:library.show'), exact: true });
    const named = holding(t('backups:restoreOf', { date: '' }));
    this.restoreHere = page.getByRole('main').getByRole('button', { name: named });
    this.question = page.getByRole('dialog').filter({ has: page.getByRole('table') });
    this.keep = this.question.getByRole('button', { name: t('backups:question.keep') });
    this.replace = this.question.getByRole('button', { name: t('backups:question.replace') });
  }
}
