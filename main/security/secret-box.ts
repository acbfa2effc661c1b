import type { SafeStorage } from 'electron';
import type { SecretBox } from './credentials.ts';

type Safe = Pick<
  SafeStorage,
  | 'isEncryptionAvailable'
  | 'getSelectedStorageBackend'
  | 'setUsePlainTextEncryption'
  | 'encryptString'
  | 'decryptString'
>;

/**
 * Electron's safeStorage as the credentials take it. On a Linux without a keyring it refuses to work until the app
 * accepts `basic_text`, a key that is the same on every computer. It is accepted at the moment something has to be
 * kept or read back, and nothing is kept there unless the person has chosen that knowingly.
 */
export function secretBox(safe: Safe, platform: NodeJS.Platform): SecretBox {
  const isWeak = () => platform === 'linux' && safe.getSelectedStorageBackend() === 'basic_text';
  const accept = () => {
    if (isWeak()) safe.setUsePlainTextEncryption(true);
  };
  return {
    isEncryptionAvailable: () => isWeak() || safe.isEncryptionAvailable(),
    backend: () => (platform === 'linux' ? safe.getSelectedStorageBackend() : null),
    encryptString(text) {
      accept();
      return safe.encryptString(text);
    },
    decryptString(encrypted) {
      accept();
      return safe.decryptString(encrypted);
    },
  };
}
