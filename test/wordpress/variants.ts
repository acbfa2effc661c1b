import type { WordPress } from './server.ts';

/** Switches application passwords off or on again, as security plugins and hosts do. `reset` switches them on. */
export async function setApplicationPasswords(wp: WordPress, state: 'on' | 'off'): Promise<void> {
  await wp.seed(`update_option('copydesk_application_passwords', $input);`, state);
}

/**
 * The form of the blog's addresses. With `plain` ones the REST API answers at `/?rest_route=/` only, and
 * `/wp-json/` gives the front page with status 200, as on a server that sends all paths to index.php.
 */
export async function setPermalinks(wp: WordPress, form: 'pretty' | 'plain'): Promise<void> {
  await wp.seed(
    `$GLOBALS['wp_rewrite']->set_permalink_structure($input);
     flush_rewrite_rules(false);`,
    form === 'pretty' ? '/%postname%/' : '',
  );
}
