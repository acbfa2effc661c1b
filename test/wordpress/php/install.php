<?php
// Installs a blog: users with application passwords, Bulgarian, pretty addresses. Prints the users as JSON.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('COPYDESK_WP_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('COPYDESK_WP_URL'), PHP_URL_PORT);
require getenv('COPYDESK_WP_CORE') . '/wp-load.php';
function wp_new_blog_notification(): void
{
    // in place of upgrade.php's own, which sends a mail
}
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

$people = [
    'admin' => ['administrator', 'Мария Петрова'],
    'editor' => ['editor', 'Иван Стоянов'],
    'author' => ['author', 'Елена Димитрова'],
    'contributor' => ['contributor', 'Petar Kolev'],
    'subscriber' => ['subscriber', 'Ана Василева'],
];
wp_install('Записки край пътя', 'admin', 'admin@example.test', true, '', 'admin-login');

update_option('permalink_structure', '/%postname%/');
update_option('timezone_string', 'Europe/Sofia');
update_option('date_format', 'd.m.Y');
update_option('time_format', 'H:i');
update_option('WPLANG', 'bg_BG');
update_option('thread_comments', ''); // one numbered list, as blogs of this kind have it
update_option('show_avatars', '');    // an avatar would be a picture from the outside
$GLOBALS['wp_rewrite']->init();
flush_rewrite_rules(false);

$users = [];
foreach ($people as $login => [$role, $name]) {
    $id = $login === 'admin'
        ? get_user_by('login', 'admin')->ID
        : wp_insert_user(['user_login' => $login, 'user_pass' => "$login-login", 'user_email' => "$login@example.test", 'role' => $role]);
    wp_update_user(['ID' => $id, 'display_name' => $name, 'nickname' => $name]);
    [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Copydesk']);
    $users[$login] = [
        'id' => $id,
        'login' => $login,
        'password' => WP_Application_Passwords::chunk_password($password),
        'loginPassword' => "$login-login",
    ];
}
echo "\n@@", json_encode($users);
