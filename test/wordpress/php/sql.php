<?php
// Runs SQL statements from standard input; prints the rows of the last one as JSON, every value a string or null.
mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
$database = new mysqli('localhost', 'root', '', 'wp', 0, getenv('COPYDESK_WP_SOCKET'));
$database->set_charset('utf8mb4');
$database->multi_query(stream_get_contents(STDIN));
$rows = [];
do {
    $result = $database->store_result();
    $rows = $result ? $result->fetch_all(MYSQLI_ASSOC) : [];
} while ($database->more_results() && $database->next_result());
echo json_encode($rows, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE);
