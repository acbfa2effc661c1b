import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { withLibrary } from './backups.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Memory that is set aside for files from now on. */
function watchedMemory(): WeakRef<Buffer>[] {
  const { allocUnsafeSlow } = Buffer;
  onTestFinished(() => {
    Buffer.allocUnsafeSlow = allocUnsafeSlow;
  });
  const given: WeakRef<Buffer>[] = [];
  Buffer.allocUnsafeSlow = (size) => {
    const memory = allocUnsafeSlow(size);
    given.push(new WeakRef(memory));
    return memory;
  };
  return given;
}

test('what files were read into is given back once a backup is made', async () => {
  const { take, store } = await withLibrary();
  const given = watchedMemory();
  await take();
  expect(given.length).toBeGreaterThan(1);
  await new Promise(setImmediate);
  collectGarbage();
  expect(given.filter((memory) => memory.deref())).toEqual([]);
  // It lives as long as the app.
  expect(await store.list()).toHaveLength(1);
});
