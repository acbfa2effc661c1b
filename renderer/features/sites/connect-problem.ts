import type { AppError } from '../../../main/domain/app-error.ts';

/** The fields of the form, and `form` for what belongs to none of them. */
export type ConnectField = 'address' | 'login' | 'password' | 'form';

/** The field that a failed connection is about: the message stands there and the focus goes there. */
export function fieldOf(error: AppError): ConnectField {
  switch (error.kind) {
    case 'offline':
    case 'server':
    case 'rate-limited':
      return 'address';
    case 'auth-expired':
      // A prompt in front of the server is met at its address; the rest is about the password.
      return error.reason === 'password-prompt' ? 'address' : 'password';
    case 'forbidden':
      return 'login';
    case 'validation':
      return error.field === 'login' || error.field === 'password' ? error.field : 'address';
    case 'not-found':
      return error.what === 'page' ? 'address' : 'form';
    case 'conflict':
    case 'stale-write':
    case 'storage':
    case 'search':
    case 'backup':
    case 'after-restore':
    case 'bug':
      return 'form';
  }
}
