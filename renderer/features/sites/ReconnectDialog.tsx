import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useAnnounce } from '../../components/LiveRegion.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import type { CallInput, CallOutput } from '../../data/request.ts';
import { useCall } from '../../data/use-call.ts';
import { useCommand } from '../../data/use-command.ts';
import { useDesk } from '../../frame/desk.ts';
import { useErrorText } from '../../i18n/error-text.ts';
import { KeepChoice } from './KeepChoice.tsx';
import { PasswordHelp } from './PasswordHelp.tsx';
import { keepByDefault } from './use-connect-form.ts';

type Site = CallOutput<'sites', 'list'>[number];

/** A new application password for a site that refused the old one. */
export function ReconnectDialog() {
  const { t } = useTranslation('sites');
  const { opened, close } = useDesk();
  const { data: sites } = useCall('sites', 'list', {});
  const site = sites?.find((one) => opened.kind === 'reconnect' && one.id === opened.siteId);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={site !== undefined}
      onClose={close}
      title={t('reconnect.title')}
      lead={t(site?.needsPassword === false ? 'reconnect.leadWorking' : 'reconnect.lead', {
        title: site?.title ?? '',
        user: site?.userName ?? '',
      })}
      initialFocus={input}
    >
      {site !== undefined && <PasswordForm key={site.id} site={site} inputRef={input} onDone={close} />}
    </Dialog>
  );
}

interface PasswordFormProps {
  site: Site;
  inputRef: React.RefObject<HTMLInputElement | null>;
  onDone: () => void;
}

function PasswordForm({ site, inputRef, onDone }: PasswordFormProps) {
  const { t } = useTranslation('sites');
  const { t: common } = useTranslation();
  const announce = useAnnounce();
  const textOf = useErrorText();
  const { data: state } = useCall('app', 'state', {});
  const keychain = state?.keychain ?? 'none';
  const [password, setPassword] = useState('');
  const [chosen, setKeep] = useState<CallInput<'sites', 'reconnect'>['keep'] | null>(null);
  const { run, busy, error } = useCommand('sites', 'reconnect');
  const keep = chosen ?? keepByDefault(keychain);
  const text = error === null ? null : textOf(error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || password.trim() === '') return inputRef.current?.focus();
    const answer = await run({ siteId: site.id, password, keep });
    if (!answer.ok) return inputRef.current?.focus();
    announce(t('connect.connected', { title: site.title }));
    onDone();
  };
  return (
    <form className="connect-form" onSubmit={(event) => void submit(event)} noValidate aria-busy={busy}>
      <PasswordField
        ref={inputRef}
        label={t('connect.password')}
        hint={<PasswordHelp address={site.url} />}
        value={password}
        readOnly={busy}
        onChange={setPassword}
        problem={text === null ? undefined : `${text.what} ${text.todo}`}
      />
      <KeepChoice keychain={keychain} keep={keep} onKeep={setKeep} />
      <div className="row">
        <span className="grow" />
        <Button keys={['Esc']} onClick={onDone}>
          {common('action.cancel')}
        </Button>
        <Button type="submit" variant="primary" aria-disabled={busy}>
          {busy ? t('connect.checking') : t('reconnect.action')}
        </Button>
      </div>
    </form>
  );
}
