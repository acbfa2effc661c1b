import type { ElectronApplication } from '@playwright/test';

/** Notes what main asks the person, and answers with the first button; gives back how often it has asked. */
export async function answerDialogs(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(({ dialog }) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = async (...args: unknown[]) => {
      asked.push(args.at(-1));
      return { response: 0, checkboxChecked: false };
    };
  });
  return () => app.evaluate(() => Reflect.get(globalThis, 'asked').length as number);
}
