import { Archive, Check, FolderOpen, History, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { ColumnHead } from '../../components/ColumnHead.tsx';
import { OwnTime } from '../../components/OwnTime.tsx';
import { useDesk } from '../../frame/desk.ts';
import { usePlace } from '../../frame/place.tsx';
import { currentLanguage } from '../../i18n/setup.ts';
import { useLostPosts } from '../revisions/use-lost-posts.ts';
import { damageOutlook, damageSentence, isPullAsked, lossWords } from './damage-words.ts';
import { isAnythingLeft, LeftVersions } from './LeftVersions.tsx';
import { useDamageActions } from './use-damage-actions.ts';
import { type Damage, useHealth } from './use-health.ts';

/** In the settings: what was damaged, until the person has acknowledged it. */
export function LibraryDamage({ onDone }: { onDone: () => void }) {
  const { damage } = useHealth();
  return damage && <Found damage={damage} onDone={onDone} />;
}

/** They are further down on the same page. */
function goToBackups(): void {
  const first = document.querySelector<HTMLElement>('.settings .backups button:enabled');
  first?.focus({ preventScroll: true });
  first?.closest('.backups')?.scrollIntoView({ block: 'start' });
}

function Found({ damage, onDone }: { damage: Damage; onDone: () => void }) {
  const { t } = useTranslation('library');
  const { open } = useDesk();
  const { pull, show, acknowledge } = useDamageActions();
  const { total } = useLostPosts();
  return (
    <section className="library-damage">
      <ColumnHead title={t('damage.title')}>
        {t('damage.found')} <OwnTime at={damage.foundAt} zones={[]} />
      </ColumnHead>
      <p className="setting">{damageSentence(t, damage, currentLanguage())}</p>
      <Losses damage={damage} />
      {damageOutlook(t, damage, total > 0).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {isAnythingLeft(damage, total) && (
        <p>
          <LeftVersions damage={damage} />
        </p>
      )}
      <p className="row">
        {total > 0 && (
          <Button icon={History} onClick={() => open({ kind: 'lostPosts' })}>
            {t('left.action')}
          </Button>
        )}
        {isPullAsked(damage) && (
          <Button icon={RefreshCw} onClick={pull}>
            {t('damage.sync')}
          </Button>
        )}
        {(damage.hasFiles || damage.texts > 0) && (
          <Button icon={FolderOpen} onClick={() => void show()}>
            {t('damage.show')}
          </Button>
        )}
        {damage.losses.length > 0 && (
          <Button icon={Archive} onClick={goToBackups}>
            {t('damage.backups')}
          </Button>
        )}
        <Button icon={Check} onClick={() => void acknowledge(onDone)}>
          {t('damage.done')}
        </Button>
      </p>
    </section>
  );
}

/** Each kind with what was saved of it, and the posts whose texts are concerned, to be looked at. */
function Losses({ damage: { losses, posts } }: { damage: Damage }) {
  const { t } = useTranslation('library');
  return (
    <ul>
      {losses.map((loss) => (
        <li key={loss.what}>
          {lossWords(t, loss, losses.length === 1)}
          {loss.kept > 0 && <span className="quiet">; {t('saved', { count: loss.kept })}</span>}
          {loss.what === 'texts' && posts.length > 0 && <Titles posts={posts} />}
        </li>
      ))}
    </ul>
  );
}

function Titles({ posts }: Pick<Damage, 'posts'>) {
  const { t } = useTranslation('writing');
  const { go } = usePlace();
  const open = (postId: string) => go({ view: 'posts', filter: 'all', postId });
  return posts.map(({ id, title, language }, index) => (
    <span key={id}>
      {index === 0 ? ': ' : ', '}
      <Button variant="link" onClick={() => open(id)}>
        {title.trim() === '' ? t('list.noTitle') : <bdi lang={language}>{title}</bdi>}
      </Button>
    </span>
  ));
}
