<?php
if (post_password_required()) {
    return;
}
$number = 0;
$show = static function (WP_Comment $comment, array $options, int $depth) use (&$number): void {
    $number++;
    ?>
<li <?php comment_class('', $comment); ?> id="comment-<?php comment_ID(); ?>">
<p class="comment-meta"><span class="comment-number"><?php echo $number; ?></span>
<cite class="comment-author"><?php comment_author_link($comment); ?></cite>
<time datetime="<?php echo esc_attr(get_comment_date('c', $comment)); ?>"><?php echo esc_html(get_comment_date('j F Y, H:i', $comment)); ?></time></p>
<div class="comment-content"><?php comment_text($comment); ?></div>
<?php // wp_list_comments closes the li itself
};
?>
<section id="comments">
<h2>Коментари</h2>
<ol class="comment-list">
<?php wp_list_comments(['type' => 'comment', 'callback' => $show]); ?>
</ol>
<ul class="pings">
<?php wp_list_comments(['type' => 'pings', 'short_ping' => true]); ?>
</ul>
<?php comment_form(); ?>
</section>
