import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog.tsx';
import { useDesk } from '../../frame/desk.ts';
import { useNotes } from '../../frame/notes.tsx';
import { ConnectFields } from './ConnectFields.tsx';
import { FormFooter } from './FormFooter.tsx';
import { typedHost } from './site-address.ts';
import { useConnectForm } from './use-connect-form.ts';

/** Connects one more site. Closing it forgets what was typed, the password first of all. */
export function ConnectDialog() {
  const { t } = useTranslation('sites');
  const { opened, close } = useDesk();
  const { expectSite } = useNotes();
  const address = useRef<HTMLInputElement>(null);
  const id = useId();
  const form = useConnectForm((site, waited) => {
    if (waited) leave();
    expectSite(site.id, waited);
  });
  const leave = () => {
    form.reset();
    close();
  };
  return (
    <Dialog
      open={opened.kind === 'connect'}
      onClose={leave}
      title={t('connect.title')}
      lead={t('connect.lead')}
      initialFocus={address}
      footer={
        <FormFooter
          form={id}
          busy={form.busy ? t('connect.looking', { host: typedHost(form.typed.address) }) : null}
          action={t('connect.action')}
          onCancel={leave}
        />
      }
    >
      <ConnectFields form={form} id={id} addressRef={address} />
    </Dialog>
  );
}
