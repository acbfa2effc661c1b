<?php
// Nothing leaves the test machine.
if (!wp_installing()) {
    add_filter('pre_wp_mail', '__return_true');
}
