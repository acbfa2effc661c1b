import type { Locator, Page } from '@playwright/test';
import { holding, startingWith } from './names.ts';
import type { Texts } from './texts.ts';

type Group = 'all' | 'posts' | 'comments' | 'drafts';

/** The search view: `/`. */
export class SearchPage {
  readonly view: Locator;
  readonly field: Locator;
  /** What narrows, in the field. */
  readonly chips: Locator;
  /** Those that are selected together with the text. */
  readonly selectedChips: Locator;
  readonly list: Locator;
  /** What was found, in order. */
  readonly hits: Locator;
  /** The hit under the cursor. */
  readonly current: Locator;
  /** How many were found, beside the field. */
  readonly count: Locator;
  /** What is said aloud. */
  readonly said: Locator;
  readonly notes: Locator;
  readonly marks: Locator;
  readonly narrow: Locator;
  /** Keeps what is looked for under a name. */
  readonly save: Locator;
  /** What asks for that name. */
  readonly naming: Locator;
  readonly #page: Page;
  readonly #t: Texts;

  constructor(page: Page, t: Texts) {
    this.#page = page;
    this.#t = t;
    this.view = page.getByRole('region', { name: t('search:title'), exact: true });
    this.field = this.view.getByRole('combobox', { name: t('search:field') });
    this.chips = this.view.locator('.field .op');
    this.selectedChips = this.view.locator('.field[data-whole] .op');
    this.list = this.view.getByRole('listbox', { name: t('search:results') });
    this.hits = this.list.getByRole('option');
    this.current = this.list.getByRole('option', { selected: true });
    this.count = this.view.locator('.field .count');
    this.said = this.view.getByRole('status');
    this.notes = this.view.locator('.notes');
    this.marks = this.hits.locator('mark');
    this.save = this.view.getByRole('button', { name: t('search:saved.button') });
    this.naming = page.getByRole('dialog').filter({ has: page.getByLabel(t('search:saved.name')) });
    this.narrow = this.view.getByRole('complementary', { name: t('search:narrow') });
  }

  /** Goes there with its key and waits until one can type. */
  async open(): Promise<void> {
    await this.#page.keyboard.press('/');
    await this.field.waitFor();
  }

  /** A post or comment by any of its words. */
  hit(words: string): Locator {
    return this.hits.filter({ hasText: holding(words) });
  }

  tab(group: Group): Locator {
    return this.view.getByRole('tab', { name: startingWith(this.#t(`search:tab.${group}`)) });
  }

  /** A finished operator in the field. */
  operator(name: string): Locator {
    return this.view.getByRole('button', { name: holding(name) });
  }

  /** A kept search in the navigation; its name ends with the count. */
  kept(name: string): Locator {
    const navigation = this.#page.getByRole('navigation', { name: this.#t('common:nav.label') });
    return navigation.locator('.saved-row').getByRole('button', { name: startingWith(name) });
  }

  /** How many a kept search finds. */
  keptCount(name: string): Locator {
    return this.kept(name).locator('.count');
  }

  /** Gives what is looked for a name; without one, that which is offered. */
  async keep(name?: string): Promise<void> {
    const field = this.naming.getByLabel(this.#t('search:saved.name'));
    if (name !== undefined) await field.fill(name);
    else await field.waitFor();
    await this.#page.keyboard.press('Enter');
    await this.naming.waitFor({ state: 'hidden' });
  }

  get nothing(): Locator {
    return this.view.locator('.empty').getByRole('heading');
  }
}
