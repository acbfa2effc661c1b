<?php
// One core serves every test site: what differs between them comes from the environment, which PHP's workers inherit.
$site = getenv('COPYDESK_WP_SITE');
$address = getenv('COPYDESK_WP_URL');

define('WP_HOME', $address);
define('WP_SITEURL', $address);
define('WP_CONTENT_DIR', $site . '/wp-content');
define('WP_CONTENT_URL', $address . '/wp-content');
define('WPMU_PLUGIN_DIR', dirname(__DIR__) . '/mu-plugins');
define('WP_LANG_DIR', ABSPATH . 'wp-content/languages');
define('WP_DEFAULT_THEME', 'numbered-thread');

define('DB_NAME', 'wp');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('COPYDESK_WP_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';

// Fixed keys keep the application passwords of the installed dump valid.
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    define($name . '_KEY', "test key $name");
    define($name . '_SALT', "test salt $name");
}

define('WP_ENVIRONMENT_TYPE', 'local'); // without it application passwords need https
define('WP_HTTP_BLOCK_EXTERNAL', true); // calls to the outside would hang for seconds
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
// A script of the tests tells its errors on standard error; the pages' ones go to a file.
define('WP_DEBUG_LOG', PHP_SAPI === 'cli' ? false : $site . '/debug.log');
define('WP_DISABLE_FATAL_ERROR_HANDLER', PHP_SAPI === 'cli');

require_once ABSPATH . 'wp-settings.php';
