<?php
add_action('after_setup_theme', static function (): void {
    add_theme_support('title-tag');
    add_theme_support('html5', ['comment-list', 'comment-form']);
});
// Emoji would be pictures from the outside; smileys stay characters.
remove_action('wp_head', 'print_emoji_detection_script', 7);
remove_action('wp_print_styles', 'print_emoji_styles');
