import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { OwnTime } from '../../components/OwnTime.tsx';
import { useSiteNames, useSites } from '../sites/use-sites.ts';
import { backAction, discardAction } from './lost-words.ts';
import { type LostPost, nameOf } from './use-lost-posts.ts';

interface LostPostRowProps {
  post: LostPost;
  /** Left out where the button of the dialog does the same. */
  onBringBack?: () => void;
  onDiscard: () => void;
}

/** Which post it was, by the newest version of it, and what can be done. */
export function LostPostRow({ post, onBringBack, onDiscard }: LostPostRowProps) {
  const { t } = useTranslation('revisions');
  const { t: writing } = useTranslation('writing');
  const zones = useSites().map(({ timeZone }) => timeZone);
  const site = useSiteNames()(post.siteId);
  const name = nameOf(post, writing('list.noTitle'));
  const of = (action: string) => t('lost.of', { action, title: name });
  const hasWords = post.title.trim() !== '' || post.excerpt !== '';
  return (
    <li>
      <div>
        <b className="serif" lang={hasWords ? post.language : undefined}>
          {name}
        </b>
        <p className="quiet facts">
          {post.versions > 0 && <span>{t('lost.versions', { count: post.versions })}</span>}
          <span>
            {t('lost.newest')} <OwnTime at={post.at} zones={zones} />
          </span>
          <span>{post.versions > 0 ? t('words', { count: post.words }) : t('damaged')}</span>
          {site !== undefined && <span>{site.line}</span>}
        </p>
        {post.joins && <p className="quiet">{t('lost.joins')}</p>}
      </div>
      <div className="row">
        {onBringBack !== undefined && (
          <Button aria-label={of(backAction(t, post))} onClick={onBringBack}>
            {backAction(t, post)}
          </Button>
        )}
        <Button
          variant="plain"
          icon={Trash2}
          label={of(discardAction(t, post))}
          title={discardAction(t, post)}
          onClick={onDiscard}
        />
      </div>
    </li>
  );
}
