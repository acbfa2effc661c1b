import type { IpcMainInvokeEvent } from 'electron';
import { vi } from 'vitest';
import { type AllHandlers, registerBridge } from '../../../main/bridge/register.ts';
import { fromOurPage } from '../../../main/bridge/sender.ts';
import type { AppError } from '../../../main/domain/app-error.ts';
import { err, type Result } from '../../../main/domain/result.ts';
import { PAGE_URL } from '../../../main/security/page-files.ts';
import { contract } from '../../../preload/contract/index.ts';

type Answer = Result<unknown>;

/** What every handler here answers with unless a test says otherwise. */
export const ANSWER = err<AppError>({ kind: 'not-found', what: 'page', id: 'answer of the handler' });

/** The contents of our window, as a mark: the bridge only compares it. */
const ourContents = { id: 1 } as unknown as IpcMainInvokeEvent['sender'];

/** A message as Electron describes it; by default from the main frame of our window, showing our page. */
export function anEvent(frame: object | null = {}, sender: object = ourContents): IpcMainInvokeEvent {
  const senderFrame = frame && { parent: null, url: PAGE_URL, ...frame };
  return { sender, senderFrame } as unknown as IpcMainInvokeEvent;
}

/** Every call of the contract behind the app's own wrapper and sender check, with handlers that only note. */
export function openBridge(
  options: {
    handler?: (input: unknown) => Promise<Answer>;
    ready?: (channel: string) => Promise<Result<null>>;
    checkOutputs?: boolean;
    devUrl?: string | null;
  } = {},
) {
  const handler = vi.fn(options.handler ?? (async () => ANSWER as Answer));
  const reportBug = vi.fn((_error: unknown, _where: string) => 'report-1');
  const listeners = new Map<string, (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>>();
  const handlers = Object.fromEntries(
    Object.entries(contract).map(([area, calls]) => [
      area,
      Object.fromEntries(Object.keys(calls).map((name) => [name, handler])),
    ]),
  ) as unknown as AllHandlers;
  registerBridge({
    handle: (channel, listener) => {
      if (listeners.has(channel)) throw new Error(`${channel} is registered twice`);
      listeners.set(channel, listener);
    },
    isOurs: fromOurPage((contents) => contents === ourContents, options.devUrl ?? null),
    handlers,
    onAsked: () => {},
    ready: options.ready ?? (async () => ({ ok: true, value: null })),
    reportBug,
    checkOutputs: options.checkOutputs ?? false,
  });
  return {
    channels: [...listeners.keys()],
    handler,
    reportBug,
    async invoke(channel: string, input: unknown, event = anEvent()): Promise<unknown> {
      const listener = listeners.get(channel);
      if (!listener) throw new Error(`No such channel ${channel}`);
      return listener(event, input);
    },
  };
}
