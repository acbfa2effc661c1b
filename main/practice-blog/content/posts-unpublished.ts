import type { SeedPost } from './shape.ts';

// Data: what readers do not see yet, or never will.

export const vidin: SeedPost = {
  slug: 'deset-chasa-do-vidin',
  title: 'Десет часа до Видин',
  daysAgo: 6,
  at: '23:40',
  status: 'draft',
  categories: ['s-vlak'],
  tags: ['razpisanie'],
  content: `<!-- wp:paragraph -->
<p>До Видин има и по-бърз път, но той минава през София, през Монтана и през нервите. Ние хванахме онзи, който минава през обяда.</p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p>В Мездра смениха локомотива, в Бойчиновци смениха времето, а в Димово се качи жена с петел в чанта. Петелът пътуваше с намаление.</p>
<!-- /wp:paragraph -->

<!-- wp:heading -->
<h2 class="wp-block-heading">[тук: за чая на Орешец]</h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p>Да питам Елена: гарата на Видин откога е с новия часовник? И да не забравя човека, който каза „Дунав е последната спирка“.</p>
<!-- /wp:paragraph -->`,
};

export const tetradka: SeedPost = {
  slug: 'tetradkata-na-stefana',
  title: 'Тетрадката на баба Стефана',
  daysAgo: 62,
  at: '22:05',
  status: 'draft',
  categories: ['kuhnya'],
  tags: ['retsepti'],
  content: `<!-- wp:paragraph -->
<p>Рецептите вътре са без количества. „Брашно колкото поеме“, „сол на око“, „печи, докато замирише у Гинини“. Опитвам се да разбера на колко метра са Гинини.</p>
<!-- /wp:paragraph -->

<!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>тутманик: с. 4, петно от мас</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>пача: с. 11, зачеркнато, после пак написано</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>„за когато дойде Мила“: с. 30</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->`,
};

export const gradina: SeedPost = {
  slug: 'zimna-gradina-na-prozoretsa',
  title: 'Зимна градина на прозореца',
  daysAgo: -5,
  at: '09:00',
  status: 'future',
  categories: ['razni', 'kashti'],
  tags: ['balkani', 'zima'],
  content: `<!-- wp:paragraph -->
<p>Един перваз, три саксии и половин час слънце. Толкова имам от ноември до март и ви казвам, че стига, ако не искате домати.</p>
<!-- /wp:paragraph -->

<!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>джоджен, откраднат с корен от леля Пенка (тя знае);</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>лук в буркан, за зелено;</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>мушкато, което спи и не иска нищо.</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->

<!-- wp:paragraph -->
<p>Прозорецът е към релсите. Щом мине влакът в 7:12, листата потреперват и аз поливам. Не знам дали е нужно, но и те, и аз вече сме свикнали.</p>
<!-- /wp:paragraph -->`,
};

export const klyuchove: SeedPost = {
  slug: 'klyuchovete-ot-kashtata',
  title: 'Ключовете от къщата (само за нас)',
  daysAgo: 118,
  at: '18:20',
  status: 'private',
  categories: ['kashti'],
  content: `<!-- wp:paragraph -->
<p>Голямата порта: резервният е под третата саксия, не под втората. Водата се спира от шахтата, с тояжката зад вратата. Печката не се оставя сама.</p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p>Котката на съседите ще каже, че не е яла. Яла е.</p>
<!-- /wp:paragraph -->`,
};
