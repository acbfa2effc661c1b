import { z } from 'zod';
import type { AppError } from '../../main/domain/app-error.ts';
import type { Result } from '../../main/domain/result.ts';

/** One call over the bridge: what goes in and what comes back, as schemas that main enforces. */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  input: I;
  output: O;
}

/** Declares a call. */
export const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> => ({
  input,
  output,
});

/** Input or output of a call that takes or gives nothing. */
export const nothing = z.strictObject({});

/** A window of a longer list: lists cross the bridge by page, never whole. */
export const pageRequest = { offset: z.int().min(0), limit: z.int().min(1).max(200) };

/** A page of `row`, with the length of the whole list. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ total: z.int().min(0), offset: z.int().min(0), rows: z.array(row) });

/** An id made here or by a site; bounded so that garbage is refused early. */
export const id = z.string().min(1).max(200);

export type Calls = Record<string, Call>;
export type Input<C extends Call> = z.input<C['input']>;
export type Output<C extends Call> = z.output<C['output']>;

/** What the page holds: one async function for each call of an area. */
export type Client<C extends Calls> = {
  [K in keyof C]: (input: Input<C[K]>) => Promise<Result<Output<C[K]>, AppError>>;
};

/** What main provides: one handler for each call of an area, given input that has been parsed. */
export type Handlers<C extends Calls> = {
  [K in keyof C]: (input: z.output<C[K]['input']>) => Promise<Result<z.input<C[K]['output']>, AppError>>;
};
