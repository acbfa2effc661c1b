import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../domain/result.ts';
import type { Site } from '../domain/site.ts';
import { replaceFile } from '../library/durable-file.ts';
import { storageError } from '../library/storage-error.ts';

export interface Credentials {
  login: string;
  /** Application password, spaces removed. */
  password: string;
}

/** `session`: until the app closes. `device`: encrypted by the system's keychain. */
export type Keep = 'session' | 'device';

/** How well the system can keep a secret. Linux without a keyring has `basic_text`: one key for all machines. */
export type Keychain = 'strong' | 'weak' | 'none';

/** The part of Electron's safeStorage that we use. */
export interface SecretBox {
  isEncryptionAvailable(): boolean;
  /** Linux only; null elsewhere. */
  backend(): string | null;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

/**
 * What a site's password is kept under: the site and where it may be sent. A record of a restored library that has the
 * same id and another address, whoever wrote that, has no password here.
 */
export const credentialKey = ({ id, apiRoot }: Pick<Site, 'id' | 'apiRoot'>): string =>
  `${id} ${URL.canParse(apiRoot) ? new URL(apiRoot).origin : ''}`;

export interface CredentialStore {
  keychain(): Keychain;
  get(key: string): Credentials | null;
  put(key: string, credentials: Credentials, keep: Keep): Promise<Result<null>>;
  remove(key: string): Promise<Result<null>>;
}

const fileSchema = z.object({ version: z.literal(1), secrets: z.record(z.string(), z.string()) });
const credentialsSchema = z.object({ login: z.string(), password: z.string() });

/**
 * Passwords, in a file of their own that holds nothing but ciphertext by {@link credentialKey}: never in the library, logs, exports
 * or answers over the bridge. An unreadable file costs no words, only a password to type again.
 */
export async function openCredentials(file: string, box: SecretBox): Promise<CredentialStore> {
  const inMemory = new Map<string, Credentials>();
  let secrets = await readSecrets(file);
  let newest: Promise<unknown> = Promise.resolve();

  /** Makes `secret` (null: none) what the file holds for a site. What did not reach the disk is not remembered either. */
  const write = async (key: string, secret: string | null): Promise<Result<null>> => {
    if (secret === null && !secrets.has(key)) return ok(null);
    const next = new Map(secrets);
    if (secret === null) next.delete(key);
    else next.set(key, secret);
    try {
      await replaceFile(file, JSON.stringify({ version: 1, secrets: Object.fromEntries(next) }));
    } catch (error) {
      return err(storageError(error, file));
    }
    secrets = next;
    return ok(null);
  };
  /** One change after another: of two at once, the file of the slower would lack the other's. */
  const inTurn = (key: string, secret: string | null): Promise<Result<null>> => {
    const written = newest.then(() => write(key, secret));
    newest = written;
    return written;
  };
  const keychain = (): Keychain =>
    !box.isEncryptionAvailable() ? 'none' : box.backend() === 'basic_text' ? 'weak' : 'strong';

  return {
    keychain,
    get: (key) => inMemory.get(key) ?? decrypt(box, secrets.get(key)),
    async put(key, credentials, keep) {
      const onDevice = keep === 'device' && keychain() !== 'none';
      const secret = onDevice ? encrypt(box, credentials) : ok(null);
      if (!secret.ok) return err({ kind: 'storage', reason: 'denied', file });
      const written = await inTurn(key, secret.value);
      if (written.ok) inMemory.set(key, credentials);
      return written;
    },
    async remove(key) {
      inMemory.delete(key);
      return inTurn(key, null);
    },
  };
}

/** Base64 of the ciphertext. A keychain can refuse at the last moment, as when a person denies it on macOS. */
function encrypt(box: SecretBox, credentials: Credentials): Result<string, 'refused'> {
  try {
    return ok(box.encryptString(JSON.stringify(credentials)).toString('base64'));
  } catch {
    return err('refused');
  }
}

async function readSecrets(file: string): Promise<Map<string, string>> {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return new Map(parsed.success ? Object.entries(parsed.data.secrets) : []);
  } catch {
    return new Map(); // no file yet, or not ours: passwords are asked for again
  }
}

function decrypt(box: SecretBox, secret: string | undefined): Credentials | null {
  if (secret === undefined || !box.isEncryptionAvailable()) return null;
  try {
    return credentialsSchema.parse(JSON.parse(box.decryptString(Buffer.from(secret, 'base64'))));
  } catch {
    return null; // encrypted by another keychain, as after moving the folder to a new machine
  }
}
