import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { takeGallery } from './gallery.ts';
import { readOptions, type TourOptions } from './options.ts';
import { mainJob } from './steps.ts';
import { openWindow, withDataFolder } from './window.ts';

const options = readOptions(process.argv.slice(2), process.env, new Date());
if (typeof options === 'string') {
  console.log(options);
  process.exitCode = options.startsWith('npm run tour') ? 0 : 2;
} else {
  await mkdir(options.out, { recursive: true });
  process.exitCode = options.gallery ? await gallery(options.out) : await tour(options);
}

async function gallery(folder: string): Promise<number> {
  try {
    const taken = await takeGallery(folder);
    console.log(`${taken} pictures in ${folder}`);
    return 0;
  } catch (error) {
    console.error(`✗ ${inWords(error)}`);
    return 1;
  }
}

/** Why a step failed; Playwright adds colours and the way it went, which help nobody here. */
function inWords(error: unknown): string {
  const text = stripVTControlCharacters(error instanceof Error ? error.message : String(error));
  return (
    text
      .split('\nCall log:')[0]
      ?.replace(/\s*\n\s*/gu, '; ')
      .trim() ?? text
  );
}

/** Plays every step until one fails; answers the exit code. */
function tour(wanted: TourOptions): Promise<number> {
  return withDataFolder(async (data) => {
    const window = await openWindow(data, wanted);
    try {
      const steps = mainJob(wanted);
      for (const [index, { name, picture, play }] of steps.entries()) {
        const number = index + 1;
        const file = path.join(wanted.out, `${String(number).padStart(2, '0')}-${picture}.png`);
        try {
          const checked = await play(window.desk);
          if (window.complaints.length > 0)
            throw new Error(`the page complained: ${window.complaints.join('; ')}`);
          console.log(`✓ ${number}. ${name}: ${checked}`);
        } catch (error) {
          console.error(`✗ ${number}. ${name}: ${inWords(error)}`);
          return 1;
        } finally {
          await window.page.screenshot({ path: file });
        }
      }
      console.log(`Pictures of ${steps.length} steps in ${wanted.out}`);
      return 0;
    } finally {
      await window.close();
    }
  });
}
