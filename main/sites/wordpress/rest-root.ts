/** Values of a query; lists are joined with commas, which is how WordPress's REST API takes them. */
export type Query = Readonly<Record<string, string | number | readonly (string | number)[] | undefined>>;

/**
 * Puts a REST root into one of the two forms that we keep: with a slash at the end (`https://blog.example/wp-json/`),
 * or, on a blog without pretty links, `https://blog.example/?rest_route=/`.
 */
export function normaliseRoot(address: URL): string {
  const plain = address.searchParams.get('rest_route') !== null;
  const path = plain || address.pathname.endsWith('/') ? address.pathname : `${address.pathname}/`;
  return `${address.origin}${path}${plain ? '?rest_route=/' : ''}`;
}

/** The address of a route under a REST root, such as `wp/v2/posts`; an empty route is the root's own index. */
export function routeUrl(apiRoot: string, route: string, query: Query = {}): string {
  const url = new URL(apiRoot);
  const plain = url.searchParams.get('rest_route') !== null;
  if (plain) url.searchParams.set('rest_route', `/${route}`);
  else url.pathname += route;
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined)
      url.searchParams.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  return url.href;
}
