import { Monitor, Server } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostFields } from '../../../main/domain/post.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Time } from '../../components/Time.tsx';
import type { PostDetail } from './sessions.ts';

interface ConflictDialogProps {
  open: boolean;
  post: PostDetail;
  conflict: NonNullable<PostDetail['conflict']>;
  onClose: () => void;
  onResolve: (keep: 'mine' | 'theirs') => void;
}

/** Both versions of a post beside each other. Whichever is chosen, the other one stays as a draft of its own. */
export function ConflictDialog({ open, post, conflict, onClose, onResolve }: ConflictDialogProps) {
  const { t } = useTranslation('writing');
  const later = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      width="widest"
      title={t('conflict.title', { title: post.title || post.excerpt || t('list.noTitle') })}
      lead={t('conflict.lead')}
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
          </b>{' '}
          <span className="quiet">{t('conflict.hereNote')}</span>
          <p className="quiet">{t('conflict.keepHereNote')}</p>
        </div>
        <div>
          <b>
            <Icon of={Server} /> {t('conflict.there')}
          </b>{' '}
          <span className="quiet">
            {t('conflict.thereNote')} <Time at={conflict.noticedAt} as="full" />
          </span>
          <p className="quiet">{t('conflict.keepThereNote')}</p>
        </div>
      </div>
      <Compared
        name={t('conflict.fieldTitle')}
        of="title"
        mine={post.fields}
        theirs={conflict.theirs}
        lang={post.language}
      />
      <Compared
        name={t('conflict.fieldBody')}
        of="body"
        mine={post.fields}
        theirs={conflict.theirs}
        lang={post.language}
      />
    </Dialog>
  );
}

interface ComparedProps {
  name: string;
  of: 'title' | 'body';
  mine: PostFields;
  theirs: PostFields;
  lang: string;
}

function Compared({ name, of, mine, theirs, lang }: ComparedProps) {
  const { t } = useTranslation('writing');
  if (mine[of] === theirs[of]) {
    return (
      <p className="same">
        {name}: {t('conflict.same')}
      </p>
    );
  }
  return (
    <div className="versus two block">
      {[mine[of], theirs[of]].map((text, side) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two fixed sides.
        <div key={side}>
          <h3>{name}</h3>
          <div className={of === 'title' ? 'words title' : 'words source-text'} lang={lang}>
            {text}
          </div>
        </div>
      ))}
    </div>
  );
}
