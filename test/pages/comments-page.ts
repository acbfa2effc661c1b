import type { Locator, Page } from '@playwright/test';
import { holding } from './names.ts';
import type { Texts } from './texts.ts';

type Filter = 'pending' | 'approved' | 'spam' | 'trash';
type Action = 'approve' | 'hold' | 'spam' | 'trash' | 'restore' | 'reply';

/** The moderation desk: a list, the comment under the cursor in its thread, its author, the reply. */
export class CommentsPage {
  /** The comment and its thread. */
  readonly pane: Locator;
  readonly actions: Locator;
  readonly thread: Locator;
  /** The comment that keys act on, in its thread. */
  readonly current: Locator;
  readonly person: Locator;
  readonly reply: ReplyBox;
  readonly #page: Page;
  readonly #t: Texts;

  constructor(page: Page, t: Texts) {
    this.#page = page;
    this.#t = t;
    this.pane = page.getByRole('region', { name: t('comments:view.one'), exact: true });
    this.actions = this.pane.getByRole('group', { name: t('comments:action.label') });
    this.thread = this.pane.getByRole('region', { name: t('comments:thread.label'), exact: true });
    this.current = this.thread.getByRole('article').and(page.locator('[aria-current="true"]'));
    this.person = page.getByRole('complementary', { name: t('comments:person.title') });
    this.reply = new ReplyBox(this.pane, t);
  }

  list(filter: Filter): Locator {
    return this.#page.getByRole('listbox', { name: this.#t(`comments:view.${filter}`), exact: true });
  }

  /** Rows that are on screen; a row's name holds author, post and words. */
  rows(filter: Filter): Locator {
    return this.list(filter).getByRole('option');
  }

  /** The row of a comment by some of its words. */
  row(filter: Filter, words: string): Locator {
    return this.list(filter).getByRole('option', { name: holding(words) });
  }

  /** The row under the cursor. */
  cursorRow(filter: Filter): Locator {
    return this.list(filter).getByRole('option', { selected: true });
  }

  /** How many comments the list holds, on screen or not; 0 where the list is empty. */
  async total(filter: Filter): Promise<number> {
    const row = this.rows(filter).first();
    return (await row.count()) === 0 ? 0 : Number(await row.getAttribute('aria-setsize'));
  }

  button(action: Action): Locator {
    return this.actions.getByRole('button', { name: this.#t(`comments:action.${action}`), exact: true });
  }

  /** What is said after a decision or a reply, on screen and to screen readers. */
  said(text: string): Locator {
    return this.#page.getByRole('status').getByText(text);
  }

  /** Takes back what was just said to be done. */
  get undo(): Locator {
    const toast = this.#page.getByRole('status');
    return toast.getByRole('button', { name: this.#t('comments:action.undo'), exact: true });
  }

  /** The words of a list in which nothing is. */
  empty(filter: Filter): Locator {
    return this.#page.getByRole('heading', { name: this.#t(`comments:empty.${filter}.title`), exact: true });
  }

  /** A comment of the thread by its name there: "#3 Мария" or the author's name alone. */
  article(number: number | null, name: string): Locator {
    const label = number === null ? name : this.#t('comments:thread.numbered', { number, name });
    return this.thread.getByRole('article', { name: label, exact: true });
  }

  /** What stands for a run of comments that are folded away. */
  fold(side: 'earlier' | 'between' | 'later', hidden: number): Locator {
    const name = this.#t(`comments:thread.${side}`, { count: hidden });
    return this.thread.getByRole('button', { name, exact: true });
  }

  /** How many comments of the thread can be counted: those on screen, and what the folds say. */
  async countable(): Promise<number> {
    const folds = await this.thread.getByRole('button', { expanded: false }).allInnerTexts();
    const hidden = folds.map((words) => Number(/\d+/.exec(words)?.[0]));
    return hidden.reduce((sum, count) => sum + count, await this.thread.getByRole('article').count());
  }

  /** What the head of the thread says of it. */
  headCount(count: number): Locator {
    return this.thread.getByText(this.#t('comments:thread.count', { count }), { exact: true });
  }

  /** Opens the fold over the rest of the thread, if there is one. */
  async openThread(): Promise<void> {
    await this.thread.getByRole('button', { expanded: false }).first().click();
  }
}

/** A reply being written under the comment it answers. */
class ReplyBox {
  readonly form: Locator;
  readonly text: Locator;
  readonly send: Locator;
  readonly approveAndSend: Locator;
  /** Shown while exactly the words on screen are on disk. */
  readonly saved: Locator;

  constructor(pane: Locator, t: Texts) {
    this.form = pane.getByRole('form');
    this.text = this.form.getByRole('textbox', { name: t('comments:reply.text'), exact: true });
    this.send = this.form.getByRole('button', { name: t('comments:action.reply'), exact: true });
    this.approveAndSend = this.form.getByRole('button', {
      name: t('comments:action.approveAndReply'),
      exact: true,
    });
    this.saved = this.form.getByText(t('comments:reply.saved'), { exact: true });
  }
}
