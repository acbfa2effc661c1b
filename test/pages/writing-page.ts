import type { Locator, Page } from '@playwright/test';
import { holding } from './names.ts';
import type { Texts } from './texts.ts';
import { VersionsDialog } from './versions-dialog.ts';

type Filter = 'all' | 'drafts' | 'scheduled' | 'published';

/** Posts: the list, the words of one of them, and publishing. */
export class WritingPage {
  readonly editor: Locator;
  readonly title: Locator;
  /** The source; CodeMirror's content, one line per paragraph of text. */
  readonly body: Locator;
  readonly panel: Locator;
  /** Opens the publishing panel over the sheet, in a narrow window. */
  readonly openPanel: Locator;
  readonly conflict: ConflictDialog;
  readonly versions: VersionsDialog;
  readonly #page: Page;
  readonly #t: Texts;

  constructor(page: Page, t: Texts) {
    this.#page = page;
    this.#t = t;
    this.editor = page.getByRole('region', { name: t('writing:editor.label'), exact: true });
    this.title = this.editor.getByRole('textbox', { name: t('writing:editor.title'), exact: true });
    this.body = this.editor.getByRole('textbox', { name: t('writing:editor.body'), exact: true });
    this.panel = page.getByRole('complementary', { name: t('writing:publish.title'), exact: true });
    this.openPanel = this.editor.getByRole('button', { name: t('writing:editor.publishing'), exact: true });
    this.conflict = new ConflictDialog(page, t);
    this.versions = new VersionsDialog(page, t);
  }

  list(filter: Filter): Locator {
    return this.#page.getByRole('listbox', { name: this.#t(`writing:list.${filter}`), exact: true });
  }

  /** The row of a post by its title. */
  row(filter: Filter, title: string): Locator {
    return this.list(filter).getByRole('option', { name: holding(title) });
  }

  mode(mode: 'write' | 'read'): Locator {
    const choice = this.editor.getByRole('radiogroup', { name: this.#t('writing:editor.mode') });
    return choice.getByRole('radio', { name: this.#t(`writing:editor.${mode}`), exact: true });
  }

  /** A button that sends the post. */
  send(label: 'publish' | 'update' | 'asDraft' | 'updateDraft' | 'forReview'): Locator {
    return this.panel.getByRole('button', { name: this.#t(`writing:publish.${label}`), exact: true });
  }

  /** The state in a row or in the panel, by its words: an icon stands before them. */
  state(within: Locator, words: string): Locator {
    return within.getByText(words, { exact: true });
  }

  /** A sentence of the publishing panel. */
  note(text: string): Locator {
    return this.panel.getByText(text, { exact: true });
  }

  /** The choice of a site for a draft that has none. */
  async chooseSite(title: string): Promise<void> {
    await this.panel.getByRole('combobox').click();
    await this.#page.getByRole('option', { name: title, exact: true }).click();
  }

  /** Types a title, Enter, and a text, all by keyboard into the open post. */
  async type(title: string, body: string): Promise<void> {
    await this.title.focus();
    await this.#page.keyboard.type(title);
    await this.#page.keyboard.press('Enter');
    await this.#page.keyboard.type(body);
  }
}

/** Both versions of a post beside each other. */
class ConflictDialog {
  readonly dialog: Locator;
  readonly compare: Locator;
  readonly keepMine: Locator;
  readonly takeTheirs: Locator;
  readonly later: Locator;
  /** What one of the sides put in, and what it took out; with a word before it for screen readers. */
  readonly added: Locator;
  readonly deleted: Locator;

  constructor(page: Page, t: Texts) {
    this.dialog = page.getByRole('dialog');
    this.added = this.dialog.getByRole('insertion');
    this.deleted = this.dialog.getByRole('deletion');
    this.compare = page.getByRole('button', { name: t('writing:conflict.compare'), exact: true });
    const button = (name: string) => this.dialog.getByRole('button', { name, exact: true });
    this.keepMine = button(t('writing:conflict.keepHere'));
    this.takeTheirs = button(t('writing:conflict.keepThere'));
    this.later = button(t('writing:conflict.later'));
  }
}
