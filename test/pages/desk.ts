import type { Locator, Page } from '@playwright/test';
import type { Language } from '../../renderer/i18n/language.ts';
import { BackupsPage } from './backups-page.ts';
import { CommentsPage } from './comments-page.ts';
import { ConnectForm } from './connect-form.ts';
import { LibraryNotice } from './library-notice.ts';
import { LostPosts } from './lost-posts.ts';
import { Navigation } from './navigation.ts';
import { OutboxPage } from './outbox-page.ts';
import { Palette } from './palette.ts';
import { SearchPage } from './search-page.ts';
import { SettingsPage } from './settings-page.ts';
import { StatusLine } from './status-line.ts';
import { type Texts, textsIn } from './texts.ts';
import { WelcomePage } from './welcome-page.ts';
import { WritingPage } from './writing-page.ts';

/**
 * The window as a person meets it, in one language: everything is found by its role and its name, so that what works
 * here works for a screen reader, too.
 */
export class Desk {
  readonly page: Page;
  readonly language: Language;
  readonly t: Texts;
  readonly welcome: WelcomePage;
  readonly navigation: Navigation;
  readonly comments: CommentsPage;
  readonly writing: WritingPage;
  readonly outbox: OutboxPage;
  readonly search: SearchPage;
  readonly settings: SettingsPage;
  readonly backups: BackupsPage;
  readonly status: StatusLine;
  readonly libraryNotice: LibraryNotice;
  readonly lostPosts: LostPosts;
  readonly palette: Palette;
  /** The dialog that connects one more site. */
  readonly connectDialog: ConnectForm;
  /** The dialog that asks for the password of a site anew. */
  readonly reconnectDialog: ConnectForm;
  /** The dialog that takes another password for a site that works. */
  readonly newPasswordDialog: ConnectForm;
  readonly keys: Locator;

  constructor(page: Page, language: Language = 'en') {
    const t = textsIn(language);
    this.page = page;
    this.language = language;
    this.t = t;
    this.welcome = new WelcomePage(page, t);
    this.navigation = new Navigation(page, t);
    this.comments = new CommentsPage(page, t);
    this.writing = new WritingPage(page, t);
    this.outbox = new OutboxPage(page, t);
    this.search = new SearchPage(page, t);
    this.settings = new SettingsPage(page, t);
    this.backups = new BackupsPage(page, t);
    this.status = new StatusLine(page, t);
    this.libraryNotice = new LibraryNotice(page, t);
    this.lostPosts = new LostPosts(page, t);
    this.palette = new Palette(page, t);
    this.connectDialog = new ConnectForm(page.getByRole('dialog', { name: t('sites:connect.title') }), t);
    this.reconnectDialog = new ConnectForm(
      page
        .getByRole('dialog', { name: t('sites:reconnect.refused.title') })
        .or(page.getByRole('dialog', { name: t('sites:reconnect.notKept.title', { title: '' }).trim() })),
      t,
    );
    this.newPasswordDialog = new ConnectForm(
      page.getByRole('dialog', { name: t('sites:reconnect.working.title') }),
      t,
    );
    this.keys = page.getByRole('dialog', { name: t('frame:keys.title') });
  }

  /** What has the focus; the shadow tree of the editor included. */
  get focused(): Locator {
    return this.page.locator(':focus');
  }
}
