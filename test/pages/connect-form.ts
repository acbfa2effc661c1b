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
  /** Keeps the password for the next start; asked only where no keychain protects it. */
  readonly keepHere: Locator;
  readonly submit: Locator;
  /** The field that the last try was wrong about. */
  readonly wrong: Locator;

  constructor(within: Locator, t: Texts) {
    this.address = within.getByRole('textbox', { name: t('sites:connect.address'), exact: true });
    this.login = within.getByRole('textbox', { name: t('sites:connect.user'), exact: true });
    // A field for passwords has no role; its label is all there is.
    this.password = within.getByLabel(t('sites:connect.password'), { exact: true });
    this.keepHere = within.getByRole('radio', { name: t('sites:keep.device'), exact: true });
    this.wrong = within.locator('[aria-invalid="true"]');
    this.submit = within.getByRole('button', { name: t('sites:connect.action'), exact: true });
  }

  /** What stands at the field that is wrong: what happened, and what to do. */
  problem(): Promise<string> {
    return this.wrong.evaluate((field) => {
      const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
      return document.getElementById(ids.at(-1) ?? '')?.textContent?.trim() ?? '';
    });
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
