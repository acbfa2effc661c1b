import type { IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import type { Call, Handlers } from '../../preload/contract/define.ts';
import { type Area, type Contract, contract } from '../../preload/contract/index.ts';
import type { AppError } from '../domain/app-error.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { StorageFailure } from '../library/storage-error.ts';

/** The handlers of every area. */
export type AllHandlers = { [A in Area]: Handlers<Contract[A]> };

export interface RegisterOptions {
  /** `ipcMain.handle`. */
  handle(channel: string, listener: (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>): void;
  /** Whether the message comes from the main frame of one of our windows, showing our page. */
  isOurs(event: IpcMainInvokeEvent): boolean;
  handlers: AllHandlers;
  /** Resolves once this call can be answered; with an error if it never can. */
  ready(channel: string): Promise<Result<null>>;
  /** Our page has asked for something. */
  onAsked(): void;
  /** Logs a defect once and answers with the report's id. */
  reportBug(error: unknown, where: string): string;
  /** Parse what handlers answer, too: on in development and tests, where drift must show. */
  checkOutputs: boolean;
}

type AnyHandler = (input: unknown) => Promise<Result<unknown>>;

/**
 * Registers every call of the contract behind the one wrapper: who is asking, then the schema, then the handler. There
 * is no other `ipcMain.handle` in the app.
 */
export function registerBridge(options: RegisterOptions): void {
  for (const [area, calls] of Object.entries(contract)) {
    const handlers = options.handlers[area as Area] as unknown as Record<string, AnyHandler>;
    for (const [name, call] of Object.entries(calls)) {
      const channel = `${area}.${name}`;
      const handler: AnyHandler = (input) => (handlers[name] as AnyHandler).call(handlers, input);
      options.handle(channel, (event, input) => answer(channel, call, handler, event, input, options));
    }
  }
}

async function answer(
  channel: string,
  call: Call,
  handler: AnyHandler,
  event: IpcMainInvokeEvent,
  input: unknown,
  { isOurs, onAsked, ready, reportBug, checkOutputs }: RegisterOptions,
): Promise<Result<unknown>> {
  try {
    if (!isOurs(event)) return err({ kind: 'forbidden', code: 'foreign_sender', host: '' });
    onAsked();
    const parsed = call.input.safeParse(input);
    if (!parsed.success) return err(malformed(parsed.error));
    const possible = await ready(channel);
    if (!possible.ok) return possible;
    const result = await handler(parsed.data);
    if (!result.ok || !checkOutputs) return result;
    return ok(call.output.parse(result.value));
  } catch (error) {
    // Long texts are read where they are touched: a disk that does not give them is no defect.
    if (error instanceof StorageFailure) return err(error.error);
    return err({ kind: 'bug', reportId: reportBug(error, channel) });
  }
}

/** Names the field, never the value: input can hold a password. */
function malformed(error: z.ZodError): AppError {
  const issue = error.issues[0];
  return {
    kind: 'validation',
    field: issue?.path.join('.') ?? '',
    reason: 'malformed',
    detail: issue?.code ?? '',
  };
}
