import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useAnnounce } from '../../components/LiveRegion.tsx';
import { useDesk } from '../../frame/desk.ts';
import { usePlace } from '../../frame/place.tsx';
import { ConnectForm } from './ConnectForm.tsx';

/** Connects one more site. */
export function ConnectDialog() {
  const { t } = useTranslation('sites');
  const { t: common } = useTranslation();
  const { opened, close } = useDesk();
  const { go, chooseSite } = usePlace();
  const announce = useAnnounce();
  const address = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={opened.kind === 'connect'}
      onClose={close}
      title={t('connect.title')}
      lead={t('connect.lead')}
      initialFocus={address}
      footer={
        <>
          <span className="grow" />
          <Button keys={['Esc']} onClick={close}>
            {common('action.cancel')}
          </Button>
        </>
      }
    >
      <ConnectForm
        addressRef={address}
        onConnected={(site) => {
          close();
          announce(t('connect.connected', { title: site.title }));
          chooseSite(site.id);
          go({ view: 'posts', filter: 'all' });
        }}
      />
    </Dialog>
  );
}
