import { ExternalLink, Split, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Select } from '../../components/Select.tsx';
import { request } from '../../data/request.ts';
import { useCommands } from '../../frame/commands.ts';
import { useDesk } from '../../frame/desk.ts';
import { usePlace } from '../../frame/place.tsx';
import { useOtherWords } from '../../frame/use-other-words.ts';
import { type Site, useSiteNames, useSites } from '../sites/use-sites.ts';
import { bodyOf } from './editor-state.ts';
import { PostBadges } from './PostBadges.tsx';
import { ReadOnlyNote } from './ReadOnlyNote.tsx';
import { hasFilteredHtml } from './readable-post.ts';
import { SetAsideFrom } from './SetAside.tsx';
import type { PostDetail, Session } from './sessions.ts';
import { shownAddress } from './shown-address.ts';
import type { usePublishing } from './use-publishing.ts';

interface PostFactsProps {
  post: PostDetail;
  site: Site | undefined;
  session: Session;
  publishing: ReturnType<typeof usePublishing>;
  onRead: () => void;
}

/** Sections of the panel: status, site, address, author, and deleting a draft that exists only here. */
export function PostFacts({ post, site, session, publishing, onRead }: PostFactsProps) {
  const { t } = useTranslation('writing');
  const isFiltered =
    site !== undefined && !site.capabilities.unfilteredHtml && hasFilteredHtml(bodyOf(session.editor));
  return (
    <>
      <Status post={post} timeZone={site?.timeZone} />
      {!post.editable && (
        <section>
          <ReadOnlyNote post={post} site={site} />
        </section>
      )}
      <SiteSection post={post} site={site} onChoose={publishing.assignSite} />
      {site !== undefined && <Address post={post} isReal={site.platform !== 'practice'} />}
      {post.remoteId !== null && post.authorName !== '' && (
        <section>
          <h2>{t('publish.author')}</h2>
          <p>{post.authorName}</p>
        </section>
      )}
      {isFiltered && (
        <section>
          <p className="pending">{t('publish.filtered')}</p>
        </section>
      )}
      {post.remoteId !== null && post.comments > 0 && (
        <section>
          <h2>{t('editor.comments', { count: post.comments })}</h2>
          <Button variant="link" onClick={onRead}>
            {t('publish.read')}
          </Button>
        </section>
      )}
      {post.sync === 'local' && <DeleteDraft title={session.title} onDelete={publishing.remove} />}
    </>
  );
}

/** A draft that exists only here can go, by its button or from the palette. */
function DeleteDraft({ title, onDelete }: { title: string; onDelete: () => void }) {
  const { t } = useTranslation('writing');
  const otherWords = useOtherWords('writing');
  const label = t('publish.deleteDraft');
  useCommands(
    [
      {
        id: 'delete-draft',
        label: t('publish.this', { action: label, title: title || t('list.noTitle') }),
        also: otherWords((other) => other('publish.deleteDraft')),
        icon: Trash2,
        group: 'do',
        run: onDelete,
      },
    ],
    1,
  );
  return (
    <section>
      <Button variant="plain" icon={Trash2} onClick={onDelete}>
        {label}
      </Button>
    </section>
  );
}

const SAID = {
  local: 'publish.localOnly',
  same: 'publish.same',
  changed: 'publish.unsent',
  waiting: 'publish.waiting',
  unconfirmed: 'publish.unconfirmed',
  failed: 'publish.failed',
  conflict: 'publish.bothKept',
} as const;

/** What the outbox says of the upload, in the words of one post. */
function saidOf({ sync, operation }: PostDetail) {
  if (sync !== 'waiting') return SAID[sync];
  if (operation?.waitingFor === 'password') return 'publish.waitingPassword';
  return operation?.waitingFor === 'pause' ? 'publish.waitingPause' : SAID.waiting;
}

function Status({ post, timeZone }: { post: PostDetail; timeZone: string | undefined }) {
  const { t } = useTranslation('writing');
  const { go } = usePlace();
  const isOlder = post.operation !== null && !post.operation.carriesAll && post.sync !== 'failed';
  return (
    <section>
      <h2>{t('publish.status')}</h2>
      <PostBadges post={post} timeZone={timeZone} boxed />
      <p className="quiet">
        {t(saidOf(post))} {isOlder && post.sync !== 'conflict' && t('publish.newerHere')}
      </p>
      <SetAsideFrom post={post} />
      {post.operation !== null && (
        <Button variant="link" onClick={() => go({ view: 'outbox' })}>
          {t('publish.showInOutbox')}
        </Button>
      )}
    </section>
  );
}

interface SiteSectionProps {
  post: PostDetail;
  site: Site | undefined;
  onChoose: (siteId: string) => void;
}

function SiteSection({ post, site, onChoose }: SiteSectionProps) {
  const { t } = useTranslation('writing');
  const nameOf = useSiteNames();
  const { open } = useDesk();
  const sites = useSites();
  if (site !== undefined) {
    return (
      <section>
        <h2>{t('publish.site')}</h2>
        <p lang={site.language}>{nameOf(site.id)?.line ?? site.title}</p>
      </section>
    );
  }
  const writable = sites.filter((one) => one.capabilities.writePosts);
  return (
    <section>
      <h2>{t('publish.site')}</h2>
      {writable.length > 0 ? (
        <>
          <Select
            label={t('publish.site')}
            labelHidden
            value={post.siteId}
            placeholder={t('publish.chooseSite')}
            onChange={onChoose}
            options={writable.map(({ id, title, language }) => ({
              value: id,
              label: nameOf(id)?.line ?? title,
              lang: language,
            }))}
          />
          <p className="quiet gap">{t('publish.chooseSiteLead')}</p>
        </>
      ) : (
        <>
          <p className="quiet">
            {t('publish.noSites')} {t('publish.chooseSiteLead')}
          </p>
          <Button variant="link" onClick={() => open({ kind: 'connect' })}>
            {t('publish.connect')}
          </Button>
        </>
      )}
    </section>
  );
}

/** The address readers use. The practice blog's leads nowhere: there is nothing to open. */
function Address({ post, isReal }: { post: PostDetail; isReal: boolean }) {
  const { t } = useTranslation('writing');
  return (
    <section>
      <h2>{t('publish.address')}</h2>
      {post.link === '' ? (
        <p className="quiet">{t('publish.addressAuto')}</p>
      ) : (
        <>
          <p className="slug">{shownAddress(post.link)}</p>
          {isReal && (
            <Button variant="link" onClick={() => void request('app', 'openLink', { url: post.link })}>
              {t('publish.openOnSite')} <Icon of={ExternalLink} small />
            </Button>
          )}
        </>
      )}
    </section>
  );
}

/** Stands first where both sides changed. */
export function ConflictNotice({ onCompare }: { onCompare: () => void }) {
  const { t } = useTranslation('writing');
  return (
    <section className="conflict-notice" role="alert">
      <p>
        <span className="conflict">
          <Icon of={Split} />
        </span>{' '}
        {t('conflict.notice')}
      </p>
      <Button variant="primary" onClick={onCompare}>
        {t('conflict.compare')}
      </Button>
    </section>
  );
}
