import { Split } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { OwnTime } from '../../components/OwnTime.tsx';
import { Time } from '../../components/Time.tsx';
import { usePlace } from '../../frame/place.tsx';
import type { PostDetail } from './sessions.ts';

interface SetAsideMarkProps {
  from: NonNullable<PostDetail['setAsideFrom']>;
  /** The site's zone. */
  timeZone: string | undefined;
}

/**
 * Tells the version that was not chosen from the post of the same title: "Your version of 07:41", by the clock here, or
 * the site's version, by the clock there.
 */
export function SetAsideMark({ from: { side, at }, timeZone }: SetAsideMarkProps) {
  const { t } = useTranslation('writing');
  return (
    <span className="state plain-state">
      <Icon of={Split} />
      <span>
        {t(`aside.${side}`)}{' '}
        {side === 'mine' ? (
          <OwnTime at={at} zones={timeZone === undefined ? [] : [timeZone]} />
        ) : (
          <Time at={at} timeZone={timeZone} />
        )}
      </span>
    </span>
  );
}

/** The way to the post that a version was set aside from; nothing for other posts, or when that one is gone. */
export function SetAsideFrom({ post: { setAsideFrom, setAsideTitle } }: { post: PostDetail }) {
  const { t } = useTranslation('writing');
  const { go } = usePlace();
  if (setAsideFrom === null || setAsideTitle === null) return null;
  const { postId } = setAsideFrom;
  return (
    <Button variant="link" onClick={() => go({ view: 'posts', filter: 'all', postId })}>
      {t('aside.from', { title: setAsideTitle || t('list.noTitle') })}
    </Button>
  );
}
