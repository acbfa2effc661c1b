import { Parser } from 'htmlparser2';
import type { HttpResponse } from '../../net/http-response.ts';

/** What a blog's page says to programs. */
export interface HomePage {
  /** `<html lang>`, or empty. */
  language: string;
  /** The REST root as announced, in the header or the page, or null. */
  apiRoot: URL | null;
}

const API_RELATION = 'https://api.w.org/';

/**
 * Reads a page of a blog. WordPress announces its REST root on every page, see
 * https://developer.wordpress.org/rest-api/using-the-rest-api/discovery/. Only the head counts: further down readers
 * write.
 */
export function readHomePage(response: HttpResponse): HomePage {
  const page = { language: '', link: '' };
  let inHead = true;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'html') page.language ||= attributes.lang ?? '';
      if (name === 'body') inHead = false;
      const relations = (attributes.rel ?? '').split(/\s+/);
      if (inHead && name === 'link' && relations.includes(API_RELATION)) page.link ||= attributes.href ?? '';
    },
  });
  parser.write(response.text());
  parser.end();
  const announced = linkHeader(response.headers) || page.link;
  const apiRoot =
    announced !== '' && URL.canParse(announced, response.url) ? new URL(announced, response.url) : null;
  return { language: page.language, apiRoot };
}

/** The target of the `Link` header (RFC 8288) with our relation; several links share one header. */
function linkHeader(headers: Headers): string {
  for (const [, target = '', parameters = ''] of (headers.get('link') ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    const relations =
      parameters
        .match(/;\s*rel\s*=\s*"?([^";]*)"?/i)?.[1]
        ?.trim()
        .split(/\s+/) ?? [];
    if (relations.includes(API_RELATION)) return target;
  }
  return '';
}
