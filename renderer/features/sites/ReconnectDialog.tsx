import { Check } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import type { CallInput } from '../../data/request.ts';
import { useCall } from '../../data/use-call.ts';
import { useCommand } from '../../data/use-command.ts';
import { useDesk } from '../../frame/desk.ts';
import { useNotes } from '../../frame/notes.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { FormFooter } from './FormFooter.tsx';
import { KeepChoice } from './KeepChoice.tsx';
import { PasswordHelp } from './PasswordHelp.tsx';
import { keepByDefault } from './use-connect-form.ts';
import { type Site, useSiteNames, useSites } from './use-sites.ts';

/** A new application password: for a site that refused the old one, or another one for a site that works. */
export function ReconnectDialog() {
  const { opened } = useDesk();
  const sites = useSites();
  const wanted = sites.find((one) => opened.kind === 'reconnect' && one.id === opened.siteId);
  // As it was when the dialog opened: the answer makes a refused site a working one while the dialog still closes.
  const [shown, setShown] = useState<{ site: Site; turn: number } | null>(null);
  const [isOpen, setOpen] = useState(false);
  if (isOpen !== (wanted !== undefined)) {
    setOpen(wanted !== undefined);
    if (wanted !== undefined) setShown({ site: wanted, turn: (shown?.turn ?? 0) + 1 });
  }
  return shown === null ? null : <PasswordDialog key={shown.turn} site={shown.site} isOpen={isOpen} />;
}

function PasswordDialog({ site, isOpen }: { site: Site; isOpen: boolean }) {
  const { t } = useTranslation('sites');
  const { close } = useDesk();
  const { say } = useNotes();
  const title = useSiteNames()(site.id)?.line ?? site.title;
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const form = usePasswordForm(site, input);
  const which = passwordState(site);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await form.send())) return;
    close();
    say({ kind: 'said', icon: Check, text: t(`reconnect.${which}.done`, { title }) });
  };
  return (
    <Dialog
      open={isOpen}
      onClose={close}
      title={t(`reconnect.${which}.title`, { title })}
      lead={t(`reconnect.${which}.lead`, { title, user: site.userName })}
      initialFocus={input}
      footer={
        <FormFooter
          form={id}
          busy={form.busy ? t('connect.checking') : null}
          action={t(`reconnect.${which}.action`)}
          onCancel={close}
        />
      }
    >
      <form
        id={id}
        className="connect-form password-only"
        onSubmit={(event) => void submit(event)}
        noValidate
        aria-busy={form.busy}
      >
        <PasswordField
          ref={input}
          label={t('connect.password')}
          hint={<PasswordHelp address={site.url} />}
          value={form.password}
          readOnly={form.busy}
          onChange={form.setPassword}
          problem={form.problem}
        />
        <KeepChoice keychain={form.keychain} keep={form.keep} onKeep={form.setKeep} />
      </form>
    </Dialog>
  );
}

/** Whether the site refused the password, there is none here (as after a start without a kept one), or it works. */
function passwordState({ needsPassword, sync: { error } }: Site): 'refused' | 'notKept' | 'working' {
  if (!needsPassword) return 'working';
  return error?.kind === 'auth-expired' && error.reason === 'no-password-here' ? 'notKept' : 'refused';
}

/** The password as typed and where it is to be kept; `send` answers whether the site took it. */
function usePasswordForm(site: Site, input: React.RefObject<HTMLInputElement | null>) {
  const textOf = useErrorText();
  const { data: state } = useCall('app', 'state', {});
  const keychain = state?.keychain ?? 'none';
  const [password, setPassword] = useState('');
  const [chosen, setKeep] = useState<CallInput<'sites', 'reconnect'>['keep'] | null>(null);
  const { run, busy, error } = useCommand('sites', 'reconnect');
  const keep = chosen ?? keepByDefault(keychain);
  const text = error === null ? null : textOf(error);
  const send = async () => {
    const ready = !busy && password.trim() !== '';
    const taken = ready && (await run({ siteId: site.id, password, keep })).ok;
    if (!taken) input.current?.focus();
    return taken;
  };
  const problem = text === null ? undefined : `${text.what} ${text.todo}`;
  return { password, setPassword, keychain, keep, setKeep, busy, problem, send };
}
