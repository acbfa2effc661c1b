import type { FormEvent, ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/Field.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { KeepChoice } from './KeepChoice.tsx';
import { PasswordHelp } from './PasswordHelp.tsx';
import type { ConnectFormState } from './use-connect-form.ts';
import './sites.css';

interface ConnectFieldsProps {
  form: ConnectFormState;
  /** For a submit button that stands outside the form. */
  id?: string;
  /** Receives the address field, for keys and dialogs that send the focus there. */
  addressRef?: RefObject<HTMLInputElement | null>;
  /** Below the fields. */
  children?: ReactNode;
}

/** Address, user name and application password of a WordPress site. Each problem stands at the field it is about. */
export function ConnectFields({ form, id, addressRef, children }: ConnectFieldsProps) {
  const { t } = useTranslation('sites');
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
    <form id={id} className="connect-form" onSubmit={submit} noValidate aria-busy={busy}>
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
      {children}
    </form>
  );
}
