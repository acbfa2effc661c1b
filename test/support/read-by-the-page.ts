// Reads a library as another program would: by docs/library-format.md alone, without a line of ours.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

type Json = Record<string, unknown>;
/** Records by collection and number. */
type Tables = Map<string, Map<number, Json>>;

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Not as the page says: ${what}`);
}

const sumOf = (bytes: Buffer): string => crc32(bytes).toString(16).padStart(8, '0');
const linesOf = (bytes: Buffer): string[] => bytes.toString().split('\n').slice(0, -1);

const LONG_TEXTS: Record<string, string[][]> = {
  posts: [
    ...[
      ['fields', 'body'],
      ['base', 'fields', 'body'],
      ['conflict', 'fields', 'body'],
    ],
    ['remote', 'rendered'],
  ],
  revisions: [['fields', 'body']],
};

function textOf(folder: string, { sha256, bytes }: { sha256: string; bytes: number }): string {
  const content = readFileSync(path.join(folder, 'bodies', sha256.slice(0, 2), `${sha256}.txt`));
  must(content.length === bytes, `the size of ${sha256}`);
  must(createHash('sha256').update(content).digest('hex') === sha256, `the name of ${sha256}`);
  return content.toString();
}

/** Puts a long text where its reference stands. */
function fill(folder: string, record: Json, [key = '', ...rest]: string[]): void {
  const value = record[key];
  if (typeof value !== 'object' || value === null) return;
  if (rest.length > 0) fill(folder, value as Json, rest);
  else record[key] = textOf(folder, value as { sha256: string; bytes: number });
}

function readShard(folder: string, collection: string, name: string, tables: Tables): void {
  const bytes = readFileSync(path.join(folder, collection, name));
  const end = bytes.indexOf('\n');
  const header = JSON.parse(bytes.toString('utf8', 0, end));
  const body = bytes.subarray(end + 1);
  const lines = linesOf(body);
  must(header.schema <= 2 && header.collection === collection, `the header of ${name}`);
  must(header.crc === sumOf(body) && header.records === lines.length, `the sums of ${name}`);
  const table = tables.get(collection) ?? new Map<number, Json>();
  tables.set(collection, table);
  for (const line of lines) {
    const { n, r } = JSON.parse(line);
    must(Math.floor(n / 500) === Number(name.slice(0, 6)), `the place of ${n}`);
    for (const where of LONG_TEXTS[collection] ?? []) fill(folder, r, where);
    table.set(n, r);
  }
}

function readJournal(bytes: Buffer, newest: number, tables: Tables): number {
  let last = newest;
  for (const line of linesOf(bytes)) {
    const json = line.slice(9);
    must(line.slice(0, 9) === `${sumOf(Buffer.from(json))} `, 'the sum of a transaction');
    const { t, ops } = JSON.parse(json);
    must(t === last + 1, `transaction ${t} after ${last}`);
    last = t;
    for (const { c, n, put, set, unset = [], del } of ops) {
      const table = tables.get(c) ?? new Map<number, Json>();
      tables.set(c, table);
      const before = table.get(n);
      if (put) table.set(n, put);
      else if (del) table.delete(n);
      else if (before) {
        const kept = Object.entries({ ...before, ...set }).filter(([key]) => !unset.includes(key));
        table.set(n, Object.fromEntries(kept));
      }
    }
  }
  return last;
}

/** Every record of a library that was closed well, by collection and id. */
export function readByThePage(folder: string): Record<string, Record<string, Json>> {
  const { format, version } = JSON.parse(readFileSync(path.join(folder, 'library.json'), 'utf8'));
  must(format === 'copydesk-library' && version <= 2, 'the manifest');
  const tables: Tables = new Map();
  const names = readdirSync(folder, { withFileTypes: true });
  const others = ['bodies', 'quarantine'];
  for (const { name } of names.filter((each) => each.isDirectory() && !others.includes(each.name))) {
    const shards = readdirSync(path.join(folder, name)).filter((each) => /^\d{6,}\.ndjson$/.test(each));
    for (const shard of shards) readShard(folder, name, shard, tables);
  }
  const known = ['index.json', 'shards.json'].find((name) => existsSync(path.join(folder, name)));
  const text = known ? readFileSync(path.join(folder, known), 'utf8') : '';
  const { crc, index } = known ? JSON.parse(text) : { crc: '', index: { journal: 0, sequence: 0 } };
  must(!known || crc === sumOf(Buffer.from(JSON.stringify(index))), 'the sum of the index');
  let newest: number = index.sequence;
  for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const number = /^journal-(\d{6,})\.ndjson$/.exec(name)?.[1];
    if (number === undefined || Number(number) < index.journal) continue;
    newest = readJournal(readFileSync(path.join(folder, name)), newest, tables);
  }
  return Object.fromEntries(
    [...tables].map(([name, table]) => [
      name,
      Object.fromEntries([...table.values()].map((record) => [String(record.id), record])),
    ]),
  );
}
