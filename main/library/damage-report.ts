import path from 'node:path';
import { z } from 'zod';
import { COLLECTIONS } from './collections.ts';
import { type FileLayer, readTextFile, replaceFile } from './durable-file.ts';
import { QUARANTINE_FOLDER, REPORT_FILE } from './layout.ts';

const repairSchema = z.object({
  what: z.enum(['manifest', 'index', 'journal', 'shard', 'body']),
  collection: z.enum(COLLECTIONS).nullable(),
  file: z.string(),
  quarantined: z.string().nullable(),
  kept: z.int(),
  lost: z.int().nullable(),
  fromBeginning: z.boolean().optional(),
  ids: z.array(z.string()).optional(),
  doubtful: z.array(z.string()).optional(),
});

const reportSchema = z.object({
  /** When the library was opened that was found damaged (ISO). */
  foundAt: z.string(),
  repairs: z.array(repairSchema),
  /** How many of the repairs, from the first, a person has been told of and has acknowledged. */
  acknowledged: z.int(),
  /** Long texts that nothing refers to any more, kept beside the damaged files: what was lost may have had them. */
  texts: z.int().optional(),
  /** The lost posts of which versions were left then, unless an earlier report names them. */
  lostPosts: z.array(z.string()).optional(),
});

/** What one run found damaged, kept beside the damaged files until somebody removes them. */
export interface DamageReport extends z.infer<typeof reportSchema> {
  /** Folder of the report and the damaged files, relative to the library's. */
  place: string;
}

const fileOf = (folder: string, place: string): string => path.join(folder, place, REPORT_FILE);

/** Makes a report durable. Rejects with the disk's error. */
export async function writeReport(
  folder: string,
  { place, ...report }: DamageReport,
  files: FileLayer,
): Promise<void> {
  const text = `${JSON.stringify(report, null, 2)}\n`;
  await replaceFile(fileOf(folder, place), text, files);
}

/** The reports of all runs that have any, oldest first. One that cannot be read says nothing; its files are kept. */
export async function readReports(folder: string, files: FileLayer): Promise<DamageReport[]> {
  const names = await files.readdir(path.join(folder, QUARANTINE_FOLDER)).catch(() => []);
  const found = await Promise.all(
    names.sort().map(async (name): Promise<DamageReport[]> => {
      const place = path.join(QUARANTINE_FOLDER, name);
      try {
        const text = await readTextFile(fileOf(folder, place), files);
        return text === null ? [] : [{ ...reportSchema.parse(JSON.parse(text)), place }];
      } catch {
        return [];
      }
    }),
  );
  return found.flat();
}

/** Whether it tells of anything that nobody has acknowledged. */
export const isOpenReport = ({ repairs, acknowledged }: DamageReport): boolean =>
  repairs.length > acknowledged;
