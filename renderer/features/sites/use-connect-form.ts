import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { AppError } from '../../../main/domain/app-error.ts';
import type { CallInput, CallOutput } from '../../data/request.ts';
import { useCall } from '../../data/use-call.ts';
import { useCommand } from '../../data/use-command.ts';
import { type ConnectField, fieldOf } from './connect-problem.ts';

type Keep = CallInput<'sites', 'connect'>['keep'];
type Site = CallOutput<'sites', 'connect'>;
type Keychain = CallOutput<'app', 'state'>['keychain'];

const required = (field: ConnectField): AppError => ({
  kind: 'validation',
  field,
  reason: 'required',
  detail: '',
});

const nothing = { address: '', login: '', password: '' };

/** Where a password would be kept without asking: in the system's keychain if there is one, else nowhere. */
export const keepByDefault = (keychain: Keychain): Keep => (keychain === 'strong' ? 'device' : 'session');

export type ConnectFormState = ReturnType<typeof useConnectForm>;

/**
 * What was typed to connect a site, what is wrong with it, and the way to try. What was typed is kept until `reset`.
 *
 * @param onConnected `waited` is false if the form was reset before the site answered: the person is elsewhere
 */
export function useConnectForm(onConnected: (site: Site, waited: boolean) => void) {
  const { data: state } = useCall('app', 'state', {});
  const { run } = useCommand('sites', 'connect');
  const [typed, setTyped] = useState(nothing);
  const [chosen, setKeep] = useState<Keep | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);
  const keychain = state?.keychain ?? 'none';
  const keep = chosen ?? keepByDefault(keychain);
  const problemField = error === null ? null : fieldOf(error);
  const inputs = useFocusedProblem(error, problemField);

  const connect = async () => {
    if (busy) return;
    const empty = (['address', 'login', 'password'] as const).find((field) => typed[field].trim() === '');
    if (empty !== undefined) return setError(required(empty));
    setError(null);
    setBusy(true);
    const mine = turn.current;
    const answer = await run({ ...typed, keep });
    const waited = mine === turn.current;
    if (waited) setBusy(false);
    if (answer.ok) onConnected(answer.value, waited);
    else if (waited) setError(answer.error);
  };
  const reset = () => {
    turn.current += 1;
    setBusy(false);
    setTyped(nothing);
    setKeep(null);
    setError(null);
  };
  const type = (field: keyof typeof typed) => (value: string) => {
    setTyped((before) => ({ ...before, [field]: value }));
    if (problemField === field) setError(null);
  };
  return {
    ...{ typed, type, keep, setKeep, keychain, connect, reset },
    ...{ busy, error, problemField, inputs },
  };
}

/** Moves the focus to the field that a new problem belongs to. */
function useFocusedProblem(error: AppError | null, field: ConnectField | null) {
  const address = useRef<HTMLInputElement>(null);
  const login = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const inputs: Record<'address' | 'login' | 'password', RefObject<HTMLInputElement | null>> = {
    address,
    login,
    password,
  };
  const focusField = useEffectEvent(() => {
    if (field === null || field === 'form') return;
    inputs[field].current?.focus();
    // In a low window the problem below the field could stay out of sight.
    inputs[field].current?.closest('.form-field')?.scrollIntoView({ block: 'nearest' });
  });
  useEffect(() => {
    if (error !== null) focusField();
  }, [error]);
  return inputs;
}
