import { expect, test } from 'vitest';
import { secretBox } from '../../../main/security/secret-box.ts';

/** safeStorage as Electron documents it: `basic_text` works only once it was accepted. */
function safeStorage(backend: 'basic_text' | 'gnome_libsecret' | 'unknown') {
  let accepted = false;
  const available = () => backend === 'gnome_libsecret' || (backend === 'basic_text' && accepted);
  const check = () => {
    if (!available()) throw new Error('Encryption is not available.');
  };
  return {
    wasAccepted: () => accepted,
    isEncryptionAvailable: available,
    getSelectedStorageBackend: () => backend,
    setUsePlainTextEncryption: (value: boolean) => {
      accepted = value;
    },
    encryptString: (text: string) => {
      check();
      return Buffer.from([...text].reverse().join(''));
    },
    decryptString: (encrypted: Buffer) => {
      check();
      return [...encrypted.toString()].reverse().join('');
    },
  };
}

test('the hard-coded key is accepted only when something has to be kept', () => {
  const safe = safeStorage('basic_text');
  const box = secretBox(safe, 'linux');
  expect(box.isEncryptionAvailable()).toBe(true);
  expect(box.backend()).toBe('basic_text');
  expect(safe.wasAccepted()).toBe(false);
  expect(box.decryptString(box.encryptString('abc'))).toBe('abc');
  expect(safe.wasAccepted()).toBe(true);
});

test('a real keyring never needs it', () => {
  const safe = safeStorage('gnome_libsecret');
  const box = secretBox(safe, 'linux');
  expect(box.decryptString(box.encryptString('abc'))).toBe('abc');
  expect(safe.wasAccepted()).toBe(false);
});

test('other systems have no backend to ask for', () => {
  const box = secretBox(safeStorage('unknown'), 'darwin');
  expect(box.backend()).toBeNull();
  expect(box.isEncryptionAvailable()).toBe(false);
});
