<?php
// What a web server with WordPress's rewrite rules does, for PHP's built-in one.
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');
$core = $_SERVER['DOCUMENT_ROOT'];

if ($path === '/.copydesk-ready') { // proves that this server, and not another one, has got the port
    echo getenv('COPYDESK_WP_SITE');
    return true;
}

if (str_starts_with($path, '/wp-content/')) { // uploads and the theme belong to the site, not to the core
    $file = realpath(getenv('COPYDESK_WP_SITE') . $path);
    if ($file !== false && is_file($file) && !str_ends_with($file, '.php')) {
        $types = ['css' => 'text/css', 'js' => 'text/javascript', 'svg' => 'image/svg+xml'];
        header('Content-Type: ' . ($types[pathinfo($file, PATHINFO_EXTENSION)] ?? mime_content_type($file)));
        readfile($file);
        return true;
    }
}

$script = is_dir($core . $path) ? rtrim($path, '/') . '/index.php' : $path;
if ($path !== '/' && is_file($core . $script)) {
    if (!str_ends_with($script, '.php')) {
        return false; // a static file of the core: the built-in server sends it
    }
} else {
    $script = '/index.php';
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $script;
chdir(dirname($core . $script));
require $core . $script;
