import type { FormEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import type { CallOutput } from '../../data/request.ts';
import { useErrorText } from '../../i18n/error-text.ts';
import { KeepChoice } from './KeepChoice.tsx';
import { PasswordHelp } from './PasswordHelp.tsx';
import { typedHost } from './site-address.ts';
import { useConnectForm } from './use-connect-form.ts';
import './sites.css';

interface ConnectFormProps {
  onConnected: (site: CallOutput<'sites', 'connect'>) => void;
  /** Receives the address field, for keys and dialogs that send the focus there. */
  addressRef?: RefObject<HTMLInputElement | null>;
}

/** Address, user name and application password of a WordPress site. Each problem stands at the field it is about. */
export function ConnectForm({ onConnected, addressRef }: ConnectFormProps) {
  const { t } = useTranslation('sites');
  const form = useConnectForm(onConnected);
  const textOf = useErrorText();
  const { typed, type, busy, error, problemField, inputs } = form;
  const text = error === null ? null : textOf(error);
  const problemAt = (field: string) =>
    text !== null && problemField === field ? `${text.what} ${text.todo}` : undefined;
  const setAddress = (element: HTMLInputElement | null) => {
    inputs.address.current = element;
    if (addressRef !== undefined) addressRef.current = element;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void form.connect();
  };
  const words = { readOnly: busy, spellCheck: false, autoCapitalize: 'none', autoComplete: 'off' } as const;
  return (
    <form className="connect-form" onSubmit={submit} noValidate aria-busy={busy}>
      <Field
        {...words}
        ref={setAddress}
        label={t('connect.address')}
        placeholder="https://"
        inputMode="url"
        value={typed.address}
        onChange={type('address')}
        problem={problemAt('address')}
      />
      <Field
        {...words}
        ref={inputs.login}
        label={t('connect.user')}
        value={typed.login}
        onChange={type('login')}
        problem={problemAt('login')}
      />
      <PasswordField
        {...words}
        ref={inputs.password}
        label={t('connect.password')}
        hint={<PasswordHelp address={typed.address} />}
        value={typed.password}
        onChange={type('password')}
        problem={problemAt('password')}
      />
      <KeepChoice keychain={form.keychain} keep={form.keep} onKeep={form.setKeep} />
      {text !== null && problemField === 'form' && (
        <ProblemNotice what={text.what} kept={text.safe} next={text.todo} />
      )}
      <Button type="submit" variant="primary" big keys={busy ? undefined : ['Enter']} aria-disabled={busy}>
        {busy ? t('connect.looking', { host: typedHost(typed.address) }) : t('connect.action')}
      </Button>
    </form>
  );
}
