import type { Call } from '../rest/call.ts';
import { ok, type Reply, refuse, refuseStranger } from '../rest/reply.ts';
import { gmtOffsetHours } from '../site-time.ts';

/** `/wp-json/`: what the blog is and how to sign in. */
export function showIndex(call: Call): Reply {
  const { settings } = call.state;
  return ok({
    name: settings.title,
    description: settings.description,
    url: call.base,
    home: call.base,
    gmt_offset: gmtOffsetHours(call.now),
    timezone_string: settings.timezone,
    show_on_front: 'posts',
    namespaces: ['wp/v2'],
    authentication: {
      'application-passwords': {
        endpoints: { authorization: `${call.base}/wp-admin/authorize-application.php` },
      },
    },
    routes: { '/wp/v2/posts': {}, '/wp/v2/comments': {} },
  });
}

/** `/settings`, for administrators. It tells nothing of nesting, order or paging of comments; neither does WordPress. */
export function showSettings(call: Call): Reply {
  if (!call.signedIn) return refuseStranger('rest_forbidden', 'Only administrators may read the settings.');
  return ok({
    ...call.state.settings,
    url: call.base,
    start_of_week: 1,
    use_smilies: true,
    default_post_format: '0',
    posts_per_page: 10,
    show_on_front: 'posts',
    page_on_front: 0,
    page_for_posts: 0,
    default_ping_status: 'open',
    default_comment_status: 'open',
  });
}

/** `/types`: posts are the only kind here. */
export function listTypes(call: Call): Reply {
  if (call.params.get('context') === 'edit' && !call.signedIn)
    return refuseStranger('rest_cannot_view', 'Only users who write may see the types of posts.');
  return ok({
    post: {
      name: 'Posts',
      slug: 'post',
      description: '',
      hierarchical: false,
      rest_base: 'posts',
      rest_namespace: 'wp/v2',
      taxonomies: ['category', 'post_tag'],
    },
  });
}

/** `/statuses`, by slug. */
export function listStatuses(call: Call): Reply {
  if (call.params.get('context') === 'edit' && !call.signedIn)
    return refuseStranger('rest_cannot_view', 'Only users who write may manage statuses.');
  const names = {
    publish: 'Published',
    future: 'Scheduled',
    draft: 'Draft',
    pending: 'Pending',
    private: 'Private',
    trash: 'Trash',
  };
  const floating = ['draft', 'pending'];
  return ok(
    Object.fromEntries(
      Object.entries(names).map(([slug, name]) => [
        slug,
        {
          name,
          slug,
          public: slug === 'publish',
          queryable: slug === 'publish',
          date_floating: floating.includes(slug),
        },
      ]),
    ),
  );
}

/** Any address the blog does not know. */
export function noRoute(): Reply {
  return refuse(404, 'rest_no_route', 'Nothing answers at this address with this method.');
}
