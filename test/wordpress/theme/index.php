<!DOCTYPE html>
<html <?php language_attributes(); ?>>
<head>
<meta charset="<?php bloginfo('charset'); ?>">
<link rel="stylesheet" href="<?php echo esc_url(get_stylesheet_uri()); ?>">
<?php wp_head(); ?>
</head>
<body <?php body_class(); ?>>
<?php wp_body_open(); ?>
<header><a href="<?php echo esc_url(home_url('/')); ?>"><?php bloginfo('name'); ?></a></header>
<main>
<?php if (is_404()) { ?>
<h1><?php esc_html_e('Page not found'); ?></h1>
<?php } ?>
<?php while (have_posts()) { ?>
<?php the_post(); ?>
<article id="post-<?php the_ID(); ?>">
<h1 class="entry-title"><a href="<?php the_permalink(); ?>"><?php the_title(); ?></a></h1>
<p class="entry-meta"><time datetime="<?php echo esc_attr(get_the_date('c')); ?>"><?php echo esc_html(get_the_date('j F Y')); ?></time>,
<?php the_author(); ?></p>
<div class="entry-content"><?php the_content(); ?></div>
</article>
<?php
    if (is_singular()) {
        comments_template();
    }
?>
<?php } ?>
</main>
<?php wp_footer(); ?>
</body>
</html>
