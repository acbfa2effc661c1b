// `safeStorage` without a keyring, as Electron on a Linux without one: the backend is `basic_text`, and nothing can be
// encrypted until the app accepts that. The key below is public: this protects nothing and is only for tests and trials.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { settings } from './control.ts';
import { runtime } from './runtime.ts';
import { strict } from './strict.ts';

const KEY = createHash('sha256').update('The stand-in for Electron keeps no secrets').digest();
/** Written behind Chromium's version tag, so that nobody takes a stored value for a protected one. */
const MARK = 'STAND-IN-NOT-SECRET';
const IV_BYTES = 12;
const TAG_BYTES = 16;

let plainTextAccepted = false;

function version(): string {
  return settings.keyring ? 'v11' : 'v10'; // Chromium: v11 = key from a keyring, v10 = hard-coded key
}

function available(): boolean {
  return runtime.isReady && (settings.keyring !== undefined || plainTextAccepted);
}

function encrypt(text: string): Buffer {
  if (!available()) {
    throw new Error(
      'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
    );
  }
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', KEY, iv);
  const head = Buffer.from(version() + MARK);
  return Buffer.concat([head, iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(encrypted: Buffer): string {
  const headLength = 3 + MARK.length;
  const refuse = (why: string) =>
    new Error(`Error while decrypting the ciphertext provided to safeStorage.decryptString. ${why}`);
  if (!available()) throw refuse('Decryption is not available.');
  const head = encrypted.subarray(0, headLength).toString('latin1');
  if (head.slice(3) !== MARK) throw refuse('Ciphertext does not appear to be encrypted.');
  if (head.slice(0, 3) !== version()) throw refuse('It was encrypted with another backend.');
  const body = encrypted.subarray(headLength);
  const decipher = createDecipheriv('aes-256-gcm', KEY, body.subarray(0, IV_BYTES));
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  const clear = [decipher.update(body.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()];
  return Buffer.concat(clear).toString('utf8');
}

/** The module `safeStorage`. */
export const safeStorage = strict('safeStorage', {
  getSelectedStorageBackend: (): string => (runtime.isReady ? (settings.keyring ?? 'basic_text') : 'unknown'),
  setUsePlainTextEncryption(accepted: boolean): void {
    plainTextAccepted = accepted;
  },
  isEncryptionAvailable: available,
  encryptString: encrypt,
  decryptString: decrypt,
  isAsyncEncryptionAvailable: async (): Promise<boolean> => available(),
  encryptStringAsync: async (text: string): Promise<Buffer> => encrypt(text),
  decryptStringAsync: async (encrypted: Buffer) => ({
    shouldReEncrypt: false,
    result: decrypt(encrypted),
  }),
});
