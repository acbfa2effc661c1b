import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { useNotes } from '../../frame/notes.tsx';
import { ConnectFields } from './ConnectFields.tsx';
import { typedHost } from './site-address.ts';
import { useConnectForm } from './use-connect-form.ts';

/** The form on the first screen, with its button below. */
export function ConnectForm({ addressRef }: { addressRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation('sites');
  const { expectSite } = useNotes();
  const form = useConnectForm((site) => expectSite(site.id, true));
  const { busy, typed } = form;
  return (
    <ConnectFields form={form} addressRef={addressRef}>
      <Button type="submit" variant="primary" big keys={busy ? undefined : ['Enter']} aria-disabled={busy}>
        {busy ? t('connect.looking', { host: typedHost(typed.address) }) : t('connect.action')}
      </Button>
    </ConnectFields>
  );
}
