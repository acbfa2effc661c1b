<?php
// Blogs that differ from a fresh one in a way Copydesk has to explain to people; see variants.ts.
add_filter('wp_is_application_passwords_available', static function ($available) {
    return get_option('copydesk_application_passwords') === 'off' ? false : $available;
});
