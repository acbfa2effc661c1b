import type { Locator, Page } from '@playwright/test';
import type { Texts } from './texts.ts';

/** What is said of the library above every view, and the section of the settings that tells more. */
export class LibraryNotice {
  readonly root: Locator;
  /** Opens the posts that can be brought back. */
  readonly bringBack: Locator;
  readonly details: Locator;
  readonly acknowledge: Locator;
  /** In the settings. */
  readonly section: Locator;
  readonly showDamaged: Locator;
  readonly toBackups: Locator;

  constructor(page: Page, t: Texts) {
    this.root = page.getByRole('complementary', { name: t('settings:library.title'), exact: true });
    this.bringBack = this.root.getByRole('button', { name: t('library:left.action'), exact: true });
    this.details = this.root.getByRole('button', { name: t('library:damage.details'), exact: true });
    this.acknowledge = this.root.getByRole('button', { name: t('library:damage.done'), exact: true });
    this.section = page
      .getByRole('main')
      .locator('section section')
      .filter({ has: page.getByRole('heading', { name: t('library:damage.title'), exact: true }) });
    this.toBackups = this.section.getByRole('button', { name: t('library:damage.backups'), exact: true });
    this.showDamaged = this.section.getByRole('button', { name: t('library:damage.show'), exact: true });
  }
}
