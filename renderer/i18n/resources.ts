import { backups as bgBackups } from './bg/backups.ts';
import { comments as bgComments } from './bg/comments.ts';
import { common as bgCommon } from './bg/common.ts';
import { errors as bgErrors } from './bg/errors.ts';
import { frame as bgFrame } from './bg/frame.ts';
import { library as bgLibrary } from './bg/library.ts';
import { menu as bgMenu } from './bg/menu.ts';
import { outbox as bgOutbox } from './bg/outbox.ts';
import { revisions as bgRevisions } from './bg/revisions.ts';
import { search as bgSearch } from './bg/search.ts';
import { settings as bgSettings } from './bg/settings.ts';
import { sites as bgSites } from './bg/sites.ts';
import { status as bgStatus } from './bg/status.ts';
import { welcome as bgWelcome } from './bg/welcome.ts';
import { writing as bgWriting } from './bg/writing.ts';
import { backups } from './en/backups.ts';
import { comments } from './en/comments.ts';
import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { frame } from './en/frame.ts';
import { library } from './en/library.ts';
import { menu } from './en/menu.ts';
import { outbox } from './en/outbox.ts';
import { revisions } from './en/revisions.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { sites } from './en/sites.ts';
import { status } from './en/status.ts';
import { welcome } from './en/welcome.ts';
import { writing } from './en/writing.ts';

const en = {
  common,
  welcome,
  sites,
  writing,
  revisions,
  comments,
  search,
  outbox,
  library,
  settings,
  backups,
  errors,
  status,
  frame,
  menu,
};

/** All texts, by language and namespace (one namespace per area). English is the source of the types. */
export const resources = {
  en,
  bg: {
    common: bgCommon,
    welcome: bgWelcome,
    sites: bgSites,
    writing: bgWriting,
    revisions: bgRevisions,
    comments: bgComments,
    search: bgSearch,
    outbox: bgOutbox,
    library: bgLibrary,
    settings: bgSettings,
    backups: bgBackups,
    errors: bgErrors,
    status: bgStatus,
    frame: bgFrame,
    menu: bgMenu,
  },
};

/** The English texts: what `t()` accepts. */
export type SourceTexts = typeof en;
