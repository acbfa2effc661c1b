import type { Locator } from '@playwright/test';
import type { Texts } from './texts.ts';

/** What a person types to connect a site. */
export interface ConnectWords {
  address: string;
  login: string;
  password: string;
}

/** Address, user name and application password of a site: on the first screen and in a dialog. */
export class ConnectForm {
  readonly address: Locator;
  readonly login: Locator;
  readonly password: Locator;
  readonly submit: Locator;
  readonly #within: Locator;
  readonly #t: Texts;

  constructor(within: Locator, t: Texts) {
    this.#within = within;
    this.#t = t;
    this.address = within.getByRole('textbox', { name: t('sites:connect.address'), exact: true });
    this.login = within.getByRole('textbox', { name: t('sites:connect.user'), exact: true });
    // A field for passwords has no role; its label is all there is.
    this.password = within.getByLabel(t('sites:connect.password'), { exact: true });
    this.submit = within.getByRole('button', { name: t('sites:connect.action'), exact: true });
  }

  /** Where the password is kept, where the system has no keychain that protects it. */
  keep(where: 'session' | 'device'): Locator {
    return this.#within.getByRole('radio', { name: this.#t(`sites:keep.${where}`), exact: true });
  }

  /** Types everything anew. */
  async type({ address, login, password }: ConnectWords): Promise<void> {
    await this.address.fill(address);
    await this.login.fill(login);
    await this.password.fill(password);
  }

  /** Types everything and sends it with Enter, as a person does. */
  async send(words: ConnectWords): Promise<void> {
    await this.type(words);
    await this.password.press('Enter');
  }
}
