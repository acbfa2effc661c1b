import { type RefObject, useEffect, useRef, useState } from 'react';
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

/** Where a password would be kept without asking: in the system's keychain if there is one, else nowhere. */
export const keepByDefault = (keychain: Keychain): Keep => (keychain === 'strong' ? 'device' : 'session');

/** What was typed to connect a site, what is wrong with it, and the way to try. What was typed is always kept. */
export function useConnectForm(onConnected: (site: Site) => void) {
  const { data: state } = useCall('app', 'state', {});
  const { run, busy } = useCommand('sites', 'connect');
  const [typed, setTyped] = useState({ address: '', login: '', password: '' });
  const [chosen, setKeep] = useState<Keep | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const keychain = state?.keychain ?? 'none';
  const keep = chosen ?? keepByDefault(keychain);
  const problemField = error === null ? null : fieldOf(error);
  const inputs = useFocusedProblem(error, problemField);

  const connect = async () => {
    if (busy) return;
    const empty = (['address', 'login', 'password'] as const).find((field) => typed[field].trim() === '');
    if (empty !== undefined) return setError(required(empty));
    setError(null);
    const answer = await run({ ...typed, keep });
    if (answer.ok) onConnected(answer.value);
    else setError(answer.error);
  };
  const type = (field: keyof typeof typed) => (value: string) => {
    setTyped((before) => ({ ...before, [field]: value }));
    if (problemField === field) setError(null);
  };
  return { typed, type, keep, setKeep, keychain, connect, busy, error, problemField, inputs };
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new problem moves the focus.
  useEffect(() => {
    if (field !== null && field !== 'form') inputs[field].current?.focus();
  }, [error]);
  return inputs;
}
