import type { AppError } from '../../domain/app-error.ts';
import { plainText } from '../../domain/plain-text.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Http } from '../../net/http.ts';
import type { SiteIdentity } from '../site-client.ts';
import { type Api, parseAnswer } from './api.ts';
import { timeZoneOf } from './dates.ts';
import { errorOf } from './errors.ts';
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
  const language = await readLanguage(http, api, { ...known, url }, capabilities);
  if (!language.ok) return language;
  return ok({
    url,
    apiRoot: api.apiRoot,
    title: plainText(index.value.name).text,
    language: language.value,
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

/**
 * The blog's language: its setting, which only administrators may read, else `<html lang>` of the home page, else
 * `en-US`, WordPress's own default. A page that fails is an error: a guess would change the language of a known blog.
 */
async function readLanguage(
  http: Http,
  api: Api,
  known: { url: string; language?: string },
  capabilities: Readonly<Record<string, unknown>>,
): Promise<Result<string, AppError>> {
  const locale = capabilities.manage_options ? await localeSetting(api) : null;
  if (locale !== null) return ok(locale);
  if (known.language !== undefined) return ok(toLanguageTag(known.language));
  const page = await http.send({ method: 'GET', url: `${known.url}/` });
  if (!page.ok) return page;
  return page.value.status < 400
    ? ok(toLanguageTag(readHomePage(page.value).language))
    : err(errorOf(page.value));
}

async function localeSetting(api: Api): Promise<string | null> {
  const answer = await api.call({
    method: 'GET',
    route: 'wp/v2/settings',
    query: { _fields: Object.keys(settingsSchema.shape) },
  });
  const settings = answer.ok ? parseAnswer(answer.value, settingsSchema) : answer;
  return settings.ok ? toLanguageTag(settings.value.language) : null;
}
