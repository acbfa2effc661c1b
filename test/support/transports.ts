import { electronTransport } from '../../main/net/electron-transport.ts';
import { type Transport, TransportError } from '../../main/net/transport.ts';
import { hostNetwork } from './host-network.ts';

/** The product's own transport, over the stand-in for Electron's network stack. */
export function hostTransport(): Transport {
  const { net, writes } = hostNetwork();
  return electronTransport(net, writes);
}

/** What one scripted answer may be: a response, a net error's code, or whatever a function makes of the request. */
export type Scripted = Response | string | ((request: Request) => Promise<Response> | Response);

/** A transport that answers from a list and notes what it was asked. It fails when asked more often than scripted. */
export function scriptedTransport(...answers: Scripted[]): { transport: Transport; requests: Request[] } {
  const requests: Request[] = [];
  const transport: Transport = async (request) => {
    requests.push(request);
    const answer = answers[requests.length - 1];
    if (answer === undefined) throw new Error(`Unexpected request ${request.method} ${request.url}`);
    if (typeof answer === 'string') throw new TransportError(answer);
    return answer instanceof Response ? answer : answer(request);
  };
  return { transport, requests };
}

/** Answers by address: each path with its query once or as often as asked; anything else is 404 with a page. */
export function addressedTransport(
  answers: Readonly<Record<string, (request: Request) => Response | string>>,
): {
  transport: Transport;
  requests: Request[];
} {
  const requests: Request[] = [];
  const transport: Transport = async (request) => {
    requests.push(request);
    const answer = answers[decodeURIComponent(request.url)]?.(request);
    if (typeof answer === 'string') throw new TransportError(answer);
    return answer ?? page('<title>Not found</title>', { status: 404 });
  };
  return { transport, requests };
}

/** JSON as WordPress sends it. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), {
    ...init,
    headers: { 'Content-Type': 'application/json; charset=UTF-8', ...init.headers },
  });
}

/** A web page. */
export function page(html: string, init: ResponseInit = {}): Response {
  return new Response(html, {
    ...init,
    headers: { 'Content-Type': 'text/html; charset=UTF-8', ...init.headers },
  });
}

/** A refusal in WordPress's shape. */
export function refusal(status: number, code: string, data: object = {}): Response {
  return json({ code, message: `Refused: ${code}`, data: { status, ...data } }, { status });
}
