import type { Locator, Page } from '@playwright/test';
import { ConnectForm } from './connect-form.ts';
import type { Texts } from './texts.ts';

/** The first screen: connect a blog, try the practice blog, or just write. */
export class WelcomePage {
  readonly heading: Locator;
  readonly connect: ConnectForm;
  readonly openPractice: Locator;
  readonly startPost: Locator;
  readonly #page: Page;
  readonly #t: Texts;

  constructor(page: Page, t: Texts) {
    this.#page = page;
    this.#t = t;
    this.heading = page.getByRole('heading', { level: 1, name: t('common:appName') });
    this.connect = new ConnectForm(page.getByRole('main'), t);
    this.openPractice = page.getByRole('button', { name: t('welcome:practice.action'), exact: true });
    this.startPost = page.getByRole('button', { name: t('welcome:write.action'), exact: true });
  }

  /** The choice of the language, by the language's own name. */
  language(name: string): Locator {
    const choice = this.#page.getByRole('radiogroup', { name: this.#t('common:language.label') });
    return choice.getByRole('radio', { name, exact: true });
  }

  /** The choice of light or dark. */
  theme(theme: 'system' | 'light' | 'dark'): Locator {
    const choice = this.#page.getByRole('radiogroup', { name: this.#t('common:theme.label') });
    return choice.getByRole('radio', { name: this.#t(`common:theme.${theme}`), exact: true });
  }
}
