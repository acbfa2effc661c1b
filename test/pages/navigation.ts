import type { Locator, Page } from '@playwright/test';
import { holding, startingWith } from './names.ts';
import type { Texts } from './texts.ts';

export type CommentList = 'pending' | 'approved' | 'spam' | 'trash';
export type PostList = 'allPosts' | 'drafts' | 'scheduled' | 'published';

/** The column that leads to every list, and the bar above it. */
export class Navigation {
  readonly root: Locator;
  readonly newPost: Locator;
  readonly search: Locator;
  readonly connectAnother: Locator;
  /** What the window has to say, in its bar. */
  readonly note: Locator;
  /** Above a list: whose it is. Opens the menu of sites. */
  readonly scope: Locator;
  readonly #page: Page;
  readonly #t: Texts;

  constructor(page: Page, t: Texts) {
    this.#page = page;
    this.#t = t;
    const bar = page.getByRole('banner');
    this.root = page.getByRole('navigation', { name: t('common:nav.label') });
    this.newPost = bar.getByRole('button', { name: t('common:bar.newPost'), exact: true });
    this.note = bar.getByRole('status');
    this.search = bar.getByRole('button', { name: startingWith(t('frame:palette.label')) });
    this.connectAnother = this.root.getByRole('button', { name: t('sites:connect.another'), exact: true });
    this.scope = page
      .getByRole('main')
      .getByRole('button', { name: startingWith(`${t('common:nav.site')}:`) });
  }

  /** The line that leads to a list or view; its name ends with the count. */
  item(name: CommentList | PostList | 'outbox' | 'settings'): Locator {
    return this.root.getByRole('button', { name: startingWith(this.#t(`common:nav.${name}`)) });
  }

  /** The line of a site. */
  site(title: string): Locator {
    return this.root.getByRole('button', { name: startingWith(title) });
  }

  /** A line of the open menu of sites, by the site's title or by what tells it from others. */
  scopeChoice(name: string): Locator {
    return this.#page.getByRole('menuitemradio', { name: holding(name) });
  }

  /** Narrows the lists to a site, from the menu above them; null for all sites. */
  async narrowTo(name: string | null): Promise<void> {
    await this.scope.click();
    await this.scopeChoice(name ?? this.#t('common:list.allSites')).click();
  }

  /** The count that a line shows; 0 where it shows none. */
  async count(name: CommentList | PostList | 'outbox'): Promise<number> {
    const text = (await this.item(name).textContent()) ?? '';
    const digits = text.slice(this.#t(`common:nav.${name}`).length).replace(/\D/gu, '');
    return digits === '' ? 0 : Number(digits);
  }

  /** Goes to a list or view by its line. */
  async to(name: CommentList | PostList | 'outbox' | 'settings'): Promise<void> {
    await this.item(name).click();
  }
}
