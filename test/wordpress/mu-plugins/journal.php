<?php
// Writes down what happens to posts and comments, one JSON object a line, so that a test can say "exactly once".
// A file and not a table: a query in these hooks would change $wpdb->insert_id under WordPress's feet.
(static function (): void {
    $log = static function (string $event, string $object, $id, $from, $to): void {
        $via = defined('REST_REQUEST') && REST_REQUEST ? 'rest' : (PHP_SAPI === 'cli' ? 'cli' : 'web');
        $at = gmdate('Y-m-d\TH:i:s') . sprintf('.%03dZ', (int) (fmod(microtime(true), 1) * 1000));
        $line = compact('event', 'object', 'from', 'to', 'via', 'at') + ['id' => (int) $id];
        file_put_contents(getenv('COPYDESK_WP_SITE') . '/journal.jsonl', json_encode($line) . "\n", FILE_APPEND | LOCK_EX);
    };
    if (getenv('COPYDESK_WP_JOURNAL') === 'off' || wp_installing()) {
        return;
    }
    // The kind tells revisions and autosaves from posts and pages.
    $kind = static function (WP_Post $post): string {
        return $post->post_type === 'revision' && wp_is_post_autosave($post) ? 'autosave' : $post->post_type;
    };

    add_action('wp_insert_post', static function ($id, $post, $update) use ($log, $kind): void {
        if (!$update) {
            $log('wp_insert_post', $kind($post), $id, null, $post->post_status);
        }
    }, 10, 3);
    add_action('transition_post_status', static function ($new, $old, $post) use ($log, $kind): void {
        if ($new !== $old) {
            $log('transition_post_status', $kind($post), $post->ID, $old, $new);
        }
    }, 10, 3);
    // Not the hook edit_post: WordPress fires that one also when a post's number of comments changes.
    add_action('post_updated', static function ($id, $after, $before) use ($log, $kind): void {
        $log('post_updated', $kind($after), $id, $before->post_status, $after->post_status);
    }, 10, 3);
    add_action('deleted_post', static function ($id, $post) use ($log, $kind): void {
        $log('deleted_post', $kind($post), $id, $post->post_status, null);
    }, 10, 2);

    add_action('wp_insert_comment', static function ($id, $comment) use ($log): void {
        $log('wp_insert_comment', $comment->comment_type ?: 'comment', $id, null, wp_get_comment_status($comment));
    }, 10, 2);
    add_action('transition_comment_status', static function ($new, $old, $comment) use ($log): void {
        $log('transition_comment_status', $comment->comment_type ?: 'comment', $comment->comment_ID, $old, $new);
    }, 10, 3);
    add_action('wp_set_comment_status', static function ($id, $status) use ($log): void {
        $log('wp_set_comment_status', get_comment($id)->comment_type ?: 'comment', $id, null, $status);
    }, 10, 2);
    add_action('edit_comment', static function ($id) use ($log): void {
        $log('edit_comment', get_comment($id)->comment_type ?: 'comment', $id, null, null);
    });
    add_action('deleted_comment', static function ($id, $comment) use ($log): void {
        $log('deleted_comment', $comment->comment_type ?: 'comment', $id, null, null);
    }, 10, 2);
})();
