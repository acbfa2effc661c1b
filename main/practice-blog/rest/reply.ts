/** What a route answers, before `_fields` and HTTP. */
export interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** A successful answer. */
export function ok(body: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  return { status, body, headers };
}

/** An error in WordPress's shape, with HTTP's status repeated inside. */
export function refuse(status: number, code: string, message: string, data: object = {}): Reply {
  return { status, body: { code, message, data: { status, ...data } } };
}

/** "Not allowed", which is 401 for a stranger and 403 for a user; the practice blog's only user may do everything. */
export function refuseStranger(code: string, message: string): Reply {
  return refuse(401, code, message);
}

/** 400 with the parameters that were not understood, each with its own code. */
export function refuseParams(problems: Record<string, { code: string; message: string }>): Reply {
  const names = Object.keys(problems);
  return refuse(400, 'rest_invalid_param', `Invalid parameter(s): ${names.join(', ')}`, {
    params: Object.fromEntries(names.map((name) => [name, problems[name]?.message])),
    details: problems,
  });
}
