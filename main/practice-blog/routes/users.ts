import { type Call, OWNER_ID } from '../rest/call.ts';
import { pageOf, pagingRules } from '../rest/paging.ts';
import { ok, type Reply, refuse, refuseStranger } from '../rest/reply.ts';
import { integers, oneOf, or, read } from '../rest/rules.ts';
import type { PracticeUser } from '../state.ts';

const authorCapabilities = [
  'read',
  'upload_files',
  'edit_posts',
  'edit_published_posts',
  'publish_posts',
  'delete_posts',
  'delete_published_posts',
];

const administratorCapabilities = [
  ...authorCapabilities,
  'edit_others_posts',
  'edit_private_posts',
  'read_private_posts',
  'delete_others_posts',
  'delete_private_posts',
  'moderate_comments',
  'manage_categories',
  'manage_options',
  'unfiltered_html',
  'list_users',
  'edit_users',
];

const context = or('view' as const, oneOf(['view', 'embed', 'edit']));

/** `/users/me`: who is signed in; with `context=edit` also what they may do. */
export function showMe(call: Call): Reply {
  if (!call.signedIn) return refuseStranger('rest_not_logged_in', 'Nobody is signed in.');
  return showUser(call, OWNER_ID);
}

/** `/users/<id>`; strangers see only people who have published. */
export function showUser(call: Call, id: number): Reply {
  const asked = read(call.params, { context });
  if ('refused' in asked) return asked.refused;
  const user = call.state.users.find((one) => one.id === id);
  if (user === undefined) return refuse(404, 'rest_user_invalid_id', 'There is no such user.');
  if (!call.signedIn && !hasPublished(call, user))
    return refuseStranger('rest_user_cannot_view', 'Only signed-in users may see this user.');
  if (!call.signedIn && asked.values.context === 'edit')
    return refuseStranger('rest_user_cannot_view', 'Only signed-in users may see this user.');
  return ok(viewUser(call, user, asked.values.context === 'edit'));
}

/** `/users`: for the names of authors. */
export function listUsers(call: Call): Reply {
  const asked = read(call.params, { ...pagingRules, context, include: or(undefined, integers) });
  if ('refused' in asked) return asked.refused;
  const { values } = asked;
  if (values.context === 'edit' && !call.signedIn)
    return refuseStranger('rest_forbidden_context', 'Only administrators may edit users.');
  const all = call.state.users
    .filter((user) => call.signedIn || hasPublished(call, user))
    .filter((user) => values.include === undefined || values.include.includes(user.id))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const { items, headers } = pageOf(all, values);
  return ok(
    items.map((user) => viewUser(call, user, values.context === 'edit')),
    200,
    headers,
  );
}

function hasPublished(call: Call, user: PracticeUser): boolean {
  return call.state.posts.some((post) => post.author === user.id && post.status === 'publish');
}

function viewUser(call: Call, user: PracticeUser, forEditing: boolean): Record<string, unknown> {
  const seen = {
    id: user.id,
    name: user.name,
    url: user.url,
    description: user.description,
    link: `${call.base}/author/${user.login}/`,
    slug: user.login,
    avatar_urls: avatarUrls(call, user.email),
    meta: [],
    _links: {
      self: [{ href: `${call.base}/wp-json/wp/v2/users/${user.id}` }],
      collection: [{ href: `${call.base}/wp-json/wp/v2/users` }],
    },
  };
  if (!forEditing) return seen;
  const may = user.role === 'administrator' ? administratorCapabilities : authorCapabilities;
  return {
    ...seen,
    username: user.login,
    first_name: '',
    last_name: '',
    email: user.email,
    locale: call.state.settings.language,
    nickname: user.name,
    registered_date: `${user.registered_gmt}+00:00`,
    roles: [user.role],
    capabilities: Object.fromEntries([...may, user.role].map((name) => [name, true])),
    extra_capabilities: { [user.role]: true },
  };
}

/** Avatar addresses by size, on the blog's own host: nothing in the practice blog points to a real service. */
export function avatarUrls(call: Call, email: string): Record<string, string> {
  let hash = 2166136261;
  for (const char of email.trim().toLowerCase())
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
  const name = (hash >>> 0).toString(16).padStart(8, '0');
  return Object.fromEntries(
    ['24', '48', '96'].map((size) => [size, `${call.base}/avatar/${name}?s=${size}&d=mm&r=g`]),
  );
}
