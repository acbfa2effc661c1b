import type { Locator, Page } from '@playwright/test';
import { holding } from './names.ts';
import type { Texts } from './texts.ts';

/** What waits to reach the sites, why, and what was sent today. */
export class OutboxPage {
  readonly root: Locator;
  /** "3 waiting to be sent." */
  readonly headline: Locator;
  readonly sendNow: Locator;
  readonly empty: Locator;
  /** The operation under the cursor. */
  readonly current: Locator;
  readonly #t: Texts;

  constructor(page: Page, t: Texts) {
    this.#t = t;
    this.root = page.getByRole('region', { name: t('outbox:title'), exact: true });
    this.headline = this.root.getByRole('heading', { level: 1 });
    this.sendNow = this.root.getByRole('button', { name: t('outbox:action.sendNow'), exact: true });
    this.current = this.root.locator('li[aria-current]');
    this.empty = this.root.getByRole('heading', { name: t('outbox:empty.title'), exact: true });
  }

  section(name: 'needsYou' | 'waiting' | 'sentToday'): Locator {
    return this.root.getByRole('region', { name: this.#t(`outbox:section.${name}`), exact: true });
  }

  /** The operations of a section, in order. */
  rows(section: 'needsYou' | 'waiting' | 'sentToday'): Locator {
    return this.section(section).getByRole('listitem');
  }

  /** An operation by some of its words. */
  row(section: 'needsYou' | 'waiting' | 'sentToday', words: string): Locator {
    return this.rows(section).filter({ hasText: holding(words) });
  }

  /** A button of an operation. */
  button(row: Locator, action: 'reconnect' | 'retry' | 'cancel' | 'checkNow' | 'openPost'): Locator {
    return row.getByRole('button', { name: this.#t(`outbox:action.${action}`), exact: true });
  }
}
