import type { Locator, Page } from '@playwright/test';
import type { Texts } from './texts.ts';

/** Appearance, sites, where the library lies. */
export class SettingsPage {
  readonly root: Locator;
  readonly showKeys: Locator;
  readonly openPractice: Locator;
  readonly copyPath: Locator;
  readonly openFolder: Locator;
  readonly #t: Texts;

  constructor(page: Page, t: Texts) {
    this.#t = t;
    this.root = page.getByRole('region', { name: t('settings:title'), exact: true });
    this.openPractice = this.root.getByRole('button', {
      name: t('settings:sites.openPractice'),
      exact: true,
    });
    this.copyPath = this.root.getByRole('button', { name: t('settings:library.copy'), exact: true });
    this.openFolder = this.root.getByRole('button', { name: t('settings:library.show'), exact: true });
    this.showKeys = this.root.getByRole('checkbox', { name: t('settings:appearance.showKeys') });
  }

  /** The choice of the language, by the language's own name. */
  language(name: string): Locator {
    return this.#choice(this.#t('settings:appearance.language'), name);
  }

  theme(theme: 'system' | 'light' | 'dark'): Locator {
    return this.#choice(this.#t('settings:appearance.theme'), this.#t(`common:theme.${theme}`));
  }

  /** A connected site, by its title. */
  site(title: string): Locator {
    return this.root.getByRole('listitem').filter({ hasText: title });
  }

  #choice(label: string, name: string): Locator {
    return this.root.getByRole('radiogroup', { name: label }).getByRole('radio', { name, exact: true });
  }
}
