import type { AppError } from '../../main/domain/app-error.ts';
import { err, type Result } from '../../main/domain/result.ts';
import type { Call, Input, Output } from '../../preload/contract/define.ts';
import type { Area, Contract } from '../../preload/contract/index.ts';
import { bridge } from '../bridge.ts';

/** Names of the calls of an area. */
export type CallName<A extends Area> = keyof Contract[A] & string;
/** The declaration of one call. */
export type CallOf<A extends Area, N extends CallName<A>> = Extract<Contract[A][N], Call>;
export type CallInput<A extends Area, N extends CallName<A>> = Input<CallOf<A, N>>;
export type CallOutput<A extends Area, N extends CallName<A>> = Output<CallOf<A, N>>;

type Ask<A extends Area, N extends CallName<A>> = (
  input: CallInput<A, N>,
) => Promise<Result<CallOutput<A, N>, AppError>>;

/** What a rejected call becomes: main answers with values, so a rejection is a defect or a main process that is gone. */
export const brokenBridge: AppError = { kind: 'bug', reportId: 'bridge' };

/** Asks main once. Never rejects: whatever goes wrong comes back as an error value. */
export async function request<A extends Area, N extends CallName<A>>(
  area: A,
  name: N,
  input: CallInput<A, N>,
): Promise<Result<CallOutput<A, N>, AppError>> {
  // The compiler cannot follow one call through the generic contract; the signature above keeps the types.
  const calls = bridge[area] as unknown as Record<string, Ask<A, N>>;
  try {
    return (await calls[name]?.(input)) ?? err(brokenBridge);
  } catch (problem) {
    console.error(`${area}.${name}`, problem);
    return err(brokenBridge);
  }
}
