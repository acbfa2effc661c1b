import type { AppError } from '../../domain/app-error.ts';
import { plainText } from '../../domain/plain-text.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Http } from '../../net/http.ts';
import type { SiteIdentity } from '../site-client.ts';
import { type Api, parseAnswer } from './api.ts';
import { timeZoneOf } from './dates.ts';
import { readHomePage } from './home-page.ts';
import { toCapabilities, toLanguageTag } from './mapper.ts';
import { type IndexRecord, indexSchema, type MeRecord, meSchema, settingsSchema } from './schemas.ts';

/**
 * Who we are on the site and what it says about itself.
 *
 * @param known the address under which we know the blog, and the language of its home page if that has just been read
 */
export async function readIdentity(
  http: Http,
  api: Api,
  known: { url: string; language?: string },
): Promise<Result<SiteIdentity, AppError>> {
  const index = await readIndex(api);
  if (!index.ok) return index;
  const me = await readMe(api, index.value);
  if (!me.ok) return me;
  const url = addressOf(index.value, known.url);
  const { id, username, name, roles, capabilities } = me.value;
  return ok({
    url,
    apiRoot: api.apiRoot,
    title: plainText(index.value.name).text,
    language: (await localeSetting(api, capabilities)) ?? (await pageLanguage(http, { ...known, url })),
    timeZone: timeZoneOf(index.value.timezone_string, index.value.gmt_offset),
    user: {
      id,
      login: username,
      name: plainText(name).text,
      role: roles[0] ?? '',
      capabilities: toCapabilities(capabilities),
    },
  });
}

async function readIndex(api: Api): Promise<Result<IndexRecord, AppError>> {
  const answer = await api.call({
    method: 'GET',
    route: '',
    query: { _fields: Object.keys(indexSchema.shape) },
  });
  return answer.ok ? parseAnswer(answer.value, indexSchema) : answer;
}

/**
 * `context=edit` makes WordPress say 401 to a stranger; without it wrong credentials would silently count as none.
 * A wrong password and an `Authorization` header that was lost on the way look the same.
 */
async function readMe(api: Api, index: IndexRecord): Promise<Result<MeRecord, AppError>> {
  const answer = await api.call({
    method: 'GET',
    route: 'wp/v2/users/me',
    query: { context: 'edit', _fields: Object.keys(meSchema.shape) },
  });
  if (answer.ok) return parseAnswer(answer.value, meSchema);
  const { error } = answer;
  const isOff = !('application-passwords' in index.authentication);
  return error.kind === 'auth-expired' && error.reason === 'credentials' && isOff
    ? err({ ...error, reason: 'application-passwords-off' })
    : answer;
}

/** The blog's address for readers: what the blog says if that is on the host that we talk to. */
function addressOf(index: IndexRecord, known: string): string {
  const home = URL.canParse(index.home) ? new URL(index.home) : null;
  const url = home?.origin === new URL(known).origin ? home : new URL(known);
  return `${url.origin}${url.pathname}`.replace(/\/$/, '');
}

/** Only administrators may read the settings; null for everybody else and where it fails. */
async function localeSetting(
  api: Api,
  capabilities: Readonly<Record<string, unknown>>,
): Promise<string | null> {
  if (!capabilities.manage_options) return null;
  const answer = await api.call({
    method: 'GET',
    route: 'wp/v2/settings',
    query: { _fields: Object.keys(settingsSchema.shape) },
  });
  const settings = answer.ok ? parseAnswer(answer.value, settingsSchema) : answer;
  return settings.ok ? toLanguageTag(settings.value.language) : null;
}

/** `<html lang>` of the home page; `en-US`, WordPress's own default, if there is none. */
async function pageLanguage(http: Http, known: { url: string; language?: string }): Promise<string> {
  if (known.language !== undefined) return toLanguageTag(known.language);
  const page = await http.send({ method: 'GET', url: `${known.url}/` });
  return toLanguageTag(page.ok ? readHomePage(page.value).language : '');
}
