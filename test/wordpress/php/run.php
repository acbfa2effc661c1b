<?php
// Runs PHP with WordPress loaded. Standard input: {"code": string, "input": any}; the code finds the latter in $input.
// It runs as the administrator, so that WordPress does not clean its HTML.
$_SERVER['HTTP_HOST'] = parse_url(getenv('COPYDESK_WP_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('COPYDESK_WP_URL'), PHP_URL_PORT);
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REMOTE_ADDR'] = '127.0.0.1';
require getenv('COPYDESK_WP_CORE') . '/wp-load.php';
wp_set_current_user(1);

$run = static function (array $job): void {
    $input = $job['input'] ?? null;
    eval($job['code']);
};
try {
    $run(json_decode(stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR));
} catch (Throwable $failure) {
    fwrite(STDERR, (string) $failure);
    exit(1);
}
