<?php
// Inserts the post and the comments of $input exactly as given: WordPress's own functions would filter the texts.
global $wpdb;
$post = $input['post'];
$post_id = wp_insert_post(wp_slash([
    'post_title' => $post['title'],
    'post_name' => $post['slug'],
    'post_content' => $post['content'],
    'post_date' => $post['date'],
    'post_status' => 'publish',
    'post_author' => 1,
]), true);
if (is_wp_error($post_id)) {
    throw new RuntimeException($post_id->get_error_message());
}

$ids = [];
foreach ($input['comments'] as $comment) {
    $wpdb->insert($wpdb->comments, [
        'comment_post_ID' => $post_id,
        'comment_author' => $comment['author'],
        'comment_author_email' => $comment['email'],
        'comment_author_url' => $comment['site'],
        'comment_author_IP' => $comment['ip'],
        'comment_agent' => $comment['agent'],
        'comment_date' => $comment['date'],
        'comment_date_gmt' => get_gmt_from_date($comment['date']),
        'comment_content' => $comment['text'],
        'comment_approved' => $comment['status'] === 'approved' ? '1' : '0',
        'comment_type' => $comment['type'],
        'comment_parent' => $comment['answers'] === 0 ? 0 : $ids[$comment['answers'] - 1],
        'user_id' => $comment['byBlogAuthor'] ? 1 : 0,
    ]);
    $ids[] = $wpdb->insert_id;
}
wp_update_comment_count_now($post_id);
echo json_encode(['postId' => $post_id, 'url' => get_permalink($post_id), 'commentIds' => $ids]);
