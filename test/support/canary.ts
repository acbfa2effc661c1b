import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

interface Secret {
  login: string;
  password: string;
}

/** What of a text's base64 is the same wherever in a longer text it stands. */
function base64Parts(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.from(`${'-'.repeat(before)}${text}---`).toString('base64');
    return encoded.slice(before === 0 ? 0 : 4, Math.floor((4 * (before + Buffer.byteLength(text))) / 3) - 1);
  });
}

/** The forms in which a password could have got into a file, by their names. */
export function formsOf({ login, password }: Secret): Map<string, Buffer> {
  const forms = new Map<string, Buffer>();
  for (const [name, text] of [
    ['in groups', password],
    ['without spaces', password.replaceAll(' ', '')],
  ] as const) {
    forms.set(`plain, ${name}`, Buffer.from(text));
    forms.set(`as UTF-16, ${name}`, Buffer.from(text, 'utf16le'));
    forms.set(`in an address, ${name}`, Buffer.from(encodeURIComponent(text)));
    forms.set(`in a form, ${name}`, Buffer.from(new URLSearchParams([['', text]]).toString().slice(1)));
    forms.set(`as a header, ${name}`, Buffer.from(Buffer.from(`${login}:${text}`).toString('base64')));
    forms.set(`as hex, ${name}`, Buffer.from(Buffer.from(text).toString('hex')));
    for (const [turn, part] of base64Parts(text).entries()) {
      forms.set(`as base64 ${turn}, ${name}`, Buffer.from(part));
    }
  }
  return forms;
}

/** The contents of a file: its own, and if it is a zip those of its entries. */
async function contentsOf(file: string): Promise<[name: string, bytes: Buffer][]> {
  const bytes = await readFile(file);
  if (bytes.toString('latin1', 0, 4) !== 'PK\u0003\u0004') return [[file, bytes]];
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const contents: [string, Buffer][] = [[file, bytes]];
  for await (const entry of zip.eachEntry()) {
    contents.push([`${file}!${entry.fileName}`, await buffer(await zip.openReadStreamPromise(entry))]);
  }
  return contents;
}

/** Searches every byte under a folder, names included. `searched`: how many files and entries of archives there were. */
export async function findSecret(
  folder: string,
  secret: Secret,
): Promise<{ found: string[]; searched: string[] }> {
  const forms = formsOf(secret);
  const found: string[] = [];
  const searched: string[] = [];
  for (const each of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!each.isFile()) continue;
    for (const [name, bytes] of await contentsOf(path.join(each.parentPath, each.name))) {
      const inside = path.relative(folder, name);
      searched.push(inside);
      const all = Buffer.concat([Buffer.from(`${inside}\n`), bytes]);
      for (const [form, needle] of forms) if (all.includes(needle)) found.push(`${inside}: ${form}`);
    }
  }
  return { found, searched };
}
