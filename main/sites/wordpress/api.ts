import type { z } from 'zod';
import type { AppError } from '../../domain/app-error.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Credentials, Http } from '../../net/http.ts';
import type { HttpResponse } from '../../net/http-response.ts';
import { errorOf } from './errors.ts';
import { type Query, routeUrl } from './rest-root.ts';

/** One call of the REST API. */
export interface ApiCall {
  method: 'GET' | 'HEAD' | 'POST' | 'DELETE';
  /** Such as `wp/v2/posts`; empty for the index. */
  route: string;
  query?: Query;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
  /** Id of the record the call is about, for `not-found`. */
  id?: number;
}

/** A REST root and who we are there. */
export interface Api {
  readonly apiRoot: string;
  /** The answer if it is a success (2xx); everything else as an error. */
  call(call: ApiCall): Promise<Result<HttpResponse, AppError>>;
}

/** An {@link Api} over `http`. Without credentials it asks as a stranger. */
export function createApi(http: Http, apiRoot: string, credentials?: Credentials): Api {
  return {
    apiRoot,
    async call({ method, route, query, body, headers = {}, signal, id }) {
      const json = body === undefined ? undefined : JSON.stringify(wellFormed(body));
      const answer = await http.send({
        method,
        url: routeUrl(apiRoot, route, query),
        headers: {
          Accept: 'application/json',
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(json === undefined ? {} : { body: json }),
        ...(credentials === undefined ? {} : { credentials }),
        ...(signal === undefined ? {} : { signal }),
      });
      if (!answer.ok) return answer;
      const { status } = answer.value;
      return status >= 200 && status < 300 ? answer : err(errorOf(answer.value, String(id ?? '')));
    },
  };
}

/** Reads a whole answer that must have a shape; for records in a list see records.ts. */
export function parseAnswer<T>(response: HttpResponse, schema: z.ZodType<T>): Result<T, AppError> {
  const body = response.json();
  if (!body.ok) return body;
  const parsed = schema.safeParse(body.value);
  return parsed.success ? ok(parsed.data) : err(wrongShape(response, problemOf(parsed.error)));
}

/** The error for a readable answer with something else in it; `code` says what was missing. */
export function wrongShape(response: HttpResponse, code: string): AppError {
  return { kind: 'server', reason: 'shape', status: response.status, code, host: response.url.host };
}

/** Path and reason of the first problem, such as `content.raw: expected string`. */
export function problemOf(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`;
}

/** A lone surrogate would be refused as a whole (400 `rest_invalid_json`); it becomes U+FFFD. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)]));
}
