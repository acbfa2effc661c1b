/** Not for a time but until the test says so, which no slow machine can miss. `settled` and `reset` wait for it. */
interface Held {
  readonly until: Promise<unknown>;
}

/** One way in which a network or a server goes wrong. */
export type Fault =
  /** The connection breaks before the site has seen the request. */
  | { readonly kind: 'drop-before' }
  /** The site does it all and answers; the answer is lost. */
  | { readonly kind: 'drop-after' }
  /** Half of the answer arrives, then the connection breaks. */
  | { readonly kind: 'drop-during' }
  /** The connection breaks now; the site does the work later. */
  | ({ readonly kind: 'commit-late' } & ({ readonly afterMs: number } | Held))
  /** An answer that does not come from WordPress: 429 with Retry-After, 500, 502 with HTML. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** A web page with status 200 in place of JSON, as from a hotel's network. */
  | { readonly kind: 'html-200'; readonly body?: string }
  /** The site's answer, cut off after `keepBytes` (half of it by default), complete as far as HTTP can tell. */
  | { readonly kind: 'truncate'; readonly keepBytes?: number }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: 301 | 302 | 307 | 308 }
  /** The site gets the request later. */
  | ({ readonly kind: 'delay' } & ({ readonly ms: number } | Held))
  /** A proxy in front of PHP that does not pass the Authorization header on. */
  | { readonly kind: 'strip-authorization' }
  /** A password prompt of the web server in front of the whole site. */
  | { readonly kind: 'basic-auth-prompt' };

export type FaultKind = Fault['kind'];

/** Which requests a fault is meant for; everything that is left out matches. */
export interface Match {
  readonly method?: string;
  /** Tried on the decoded path with its query, e.g. `/wp-json/wp/v2/posts?slug=бележки`. */
  readonly path?: RegExp;
}

/** What came in; the log of the fault proxy. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** As sent, without Authorization. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly authorization: 'present' | 'absent';
  readonly bodySize: number;
  /** ISO date of arrival. */
  readonly at: string;
  /** The fault this request met. */
  readonly fault: FaultKind | null;
  /** The status the caller got; null while there is none, and for ever when the connection was broken. */
  status: number | null;
}

/** What tests script and read: the faults to come, how often each kind was hit, and the requests seen. */
export class FaultScript {
  readonly requests: LoggedRequest[] = [];
  readonly hits: Partial<Record<FaultKind, number>> = {};
  readonly #planned: Array<{ match: Match; fault: Fault; once: boolean }> = [];
  readonly #running = new Set<Promise<unknown>>();

  /** The next request that matches meets the fault; those after it do not. */
  next(match: Match, fault: Fault): void {
    this.#planned.push({ match, fault, once: true });
  }

  /** Every request that matches meets the fault, until `clear`. */
  always(match: Match, fault: Fault): void {
    this.#planned.push({ match, fault, once: false });
  }

  /** Faults scripted with `next` that no request has met yet. */
  get waiting(): number {
    return this.#planned.filter(({ once }) => once).length;
  }

  /** Resolves when the site has answered everything that was sent to it, late commits included. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  /** Forgets faults, counters and requests. */
  clear(): void {
    this.#planned.length = 0;
    this.requests.length = 0;
    for (const kind of Object.keys(this.hits)) Reflect.deleteProperty(this.hits, kind);
  }

  /** For the proxy: the fault this request meets; counts it. */
  take(method: string, address: string): Fault | null {
    const index = this.#planned.findIndex(({ match }) => matches(match, method, address));
    const planned = this.#planned[index];
    if (planned === undefined) return null;
    if (planned.once) this.#planned.splice(index, 1);
    this.hits[planned.fault.kind] = (this.hits[planned.fault.kind] ?? 0) + 1;
    return planned.fault;
  }

  /** For the proxy: work at the site that `settled` waits for. */
  track<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    const done = () => this.#running.delete(work);
    work.then(done, done);
    return work;
  }
}

function matches(match: Match, method: string, address: string): boolean {
  if (match.method !== undefined && match.method !== method) return false;
  return match.path === undefined || decoded(address).search(match.path) >= 0;
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
