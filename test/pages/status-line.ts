import type { Locator, Page } from '@playwright/test';
import { startingWith } from './names.ts';
import type { Texts } from './texts.ts';

/** The line at the foot of the window: whether words are saved, what waits, how the sites stand. */
export class StatusLine {
  readonly root: Locator;
  /** Shown only while the newest words of every open post are on disk. */
  readonly saved: Locator;
  /** Says that words could not be saved. */
  readonly alert: Locator;
  readonly allSent: Locator;
  readonly #t: Texts;

  constructor(page: Page, t: Texts) {
    this.#t = t;
    this.root = page.getByRole('contentinfo');
    this.saved = this.root.getByText(t('status:line.saved'), { exact: true });
    this.alert = this.root.getByRole('alert');
    this.allSent = this.root.getByText(t('status:line.allSent'), { exact: true });
  }

  /** "3 waiting to be sent", which leads to the outbox. */
  waiting(count: number): Locator {
    return this.root.getByRole('button', { name: this.#t('status:line.waiting', { count }), exact: true });
  }

  needYou(count: number): Locator {
    return this.root.getByRole('button', { name: this.#t('status:line.needYou', { count }), exact: true });
  }

  /** "Slow trains needs a password", which asks for it; also where something tells it from its namesakes. */
  needsPassword(title: string): Locator {
    const words = this.#t('status:line.needsPassword', { title: '' }).trim();
    return this.root.getByRole('button', { name: startingWith(title) }).and(this.root.getByText(words));
  }

  /** "3 sites need a password", which lists them. */
  needPasswords(count: number): Locator {
    return this.root.getByRole('button', { name: this.#t('status:line.needPasswords', { count }) });
  }

  /** "2 of 3 sites: offline since 07:41", which lists them. */
  manyOffline(count: number, total: number): Locator {
    return this.root.getByRole('button', { name: this.#t('status:line.sitesSilent', { count, total }) });
  }

  /** The sites listed by one of those. */
  get sites(): Locator {
    return this.root.page().getByRole('menuitem');
  }

  /** "blog.example: offline since 07:41". */
  offline(title: string): Locator {
    return this.root.getByText(`${title}: ${this.#t('status:line.offlineSince')}`);
  }

  /** "synced 2 min ago". */
  get synced(): Locator {
    return this.root.getByText(this.#t('status:line.synced'));
  }
}
