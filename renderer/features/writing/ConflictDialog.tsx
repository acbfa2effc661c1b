import { Monitor, Server } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Time } from '../../components/Time.tsx';
import { isDate, zoneName } from '../../i18n/dates.ts';
import type { Site } from '../sites/use-sites.ts';
import { ConflictFields } from './ConflictFields.tsx';
import type { PostDetail } from './sessions.ts';

interface ConflictDialogProps {
  open: boolean;
  post: PostDetail;
  conflict: NonNullable<PostDetail['conflict']>;
  site: Site | undefined;
  onClose: () => void;
  onResolve: (keep: 'mine' | 'theirs') => void;
}

/** Both versions of a post beside each other. Whichever is chosen, the other one stays as a draft of its own. */
export function ConflictDialog({ open, post, conflict, site, onClose, onResolve }: ConflictDialogProps) {
  const { t } = useTranslation('writing');
  const later = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      width="widest"
      above={<StateBadge of="post" state="conflict" boxed />}
      title={t('conflict.title', { title: post.title || post.excerpt || t('list.noTitle') })}
      lead={`${t('conflict.lead')} ${t('conflict.clock', { zone: zoneName(site?.timeZone) })}`}
      initialFocus={later}
      footer={
        <>
          <Button onClick={() => onResolve('mine')}>{t('conflict.keepHere')}</Button>
          <Button onClick={() => onResolve('theirs')}>{t('conflict.keepThere')}</Button>
          <span className="grow" />
          <Button ref={later} keys={['Esc']} onClick={onClose}>
            {t('conflict.later')}
          </Button>
        </>
      }
    >
      <div className="versus two heads">
        <div>
          <b>
            <Icon of={Monitor} /> {t('conflict.here')}
          </b>
          <p>
            {t('conflict.edited')} <Time at={post.editedAt} as="weekday" timeZone={site?.timeZone} />
          </p>
          <p className="quiet">{t('conflict.keepHereNote')}</p>
        </div>
        <div>
          <b>
            <Icon of={Server} /> {t('conflict.there')}
          </b>
          <ChangedThere conflict={conflict} timeZone={site?.timeZone} />
          <p className="quiet">{t('conflict.keepThereNote')}</p>
        </div>
      </div>
      <ConflictFields post={post} conflict={conflict} />
    </Dialog>
  );
}

interface ChangedThereProps {
  conflict: NonNullable<PostDetail['conflict']>;
  timeZone: string | undefined;
}

/** When the site says it was changed there; where it does not say, when that was noticed here. By the site's clock. */
function ChangedThere({ conflict: { changedAt, noticedAt }, timeZone }: ChangedThereProps) {
  const { t } = useTranslation('writing');
  return isDate(changedAt) ? (
    <p>
      {t('conflict.changed')} <Time at={changedAt} as="weekday" timeZone={timeZone} />
    </p>
  ) : (
    <p>
      {t('conflict.noticed')} <Time at={noticedAt} as="weekday" timeZone={timeZone} />
    </p>
  );
}
