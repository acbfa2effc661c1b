import { expect, test } from 'vitest';
import { guessLanguage } from '../../../main/domain/language.ts';
import { plainText } from '../../../main/domain/plain-text.ts';
import { slugFromTitle } from '../../../main/domain/slug.ts';

test.each([
  ['Влакът тръгва от Септември', 'bg-BG', 'bg-BG'],
  ['Влакът тръгва от Септември', 'en-US', 'bg'],
  ['Это очень красивый рассказ', 'bg-BG', 'ru'],
  ['Дуже гарна розповідь про потяги', 'bg-BG', 'uk'],
  ['A slow train is a promise', 'bg-BG', 'en'],
  ['Ein langsamer Zug', 'de-DE', 'de-DE'],
  ['סיפור יפה מאוד', 'bg-BG', 'he'],
  ['قصة جميلة', 'bg-BG', 'ar'],
  ['🚂 :) 1856', 'bg-BG', 'bg-BG'],
  ['', 'en-US', 'en-US'],
])('language of %j on a %s blog is %s', (text, site, language) => {
  expect(guessLanguage(text, site)).toBe(language);
});

test.each([
  ['<p>Едно</p><p>две</p>', 'Едно две', 0, 0],
  ['<table><tr><td>горния мост</td><td>синя врата</td></tr></table>', 'горния мост синя врата', 0, 0],
  ['<figure><img src="x"><figcaption>Кей</figcaption></figure>Гара', 'Кей Гара', 0, 1],
  ['<dl><dt>Час</dt><dd>6:35</dd></dl>с<b>в</b>ят', 'Час 6:35 свят', 0, 0],
  ['<!-- wp:paragraph --><p>Текст</p><!-- /wp:paragraph -->', 'Текст', 0, 0],
  ['виж <a href="https://a.example">тук</a> и <a>никъде</a>', 'виж тук и никъде', 1, 0],
  ['<script>alert(1)</script>a<style>b{}</style>', 'a', 0, 0],
  ['5 < 6 &amp; 7', '5 < 6 & 7', 0, 0],
  ['<img class="wp-smiley" alt="🙂" src="x"> да', '🙂 да', 0, 0],
  ['един\n\n  два\tтри', 'един два три', 0, 0],
  ['<p>Гара <img src="/gara.jpg" alt="кей"></p>', 'Гара', 0, 1],
])('plain text of %j', (html, text, links, images) => {
  expect(plainText(html)).toEqual({ text, links, images });
});

test('plain text is cut by characters, not inside one', () => {
  expect(plainText('🚂🚂🚂🚂', 2).text).toBe('🚂🚂…');
});

test.each([
  ['С теснолинейката до Добринище', 's-tesnolineykata-do-dobrinishte'],
  ['София', 'sofia'],
  ['Щастие, ъгъл и жълта чубрица', 'shtastie-agal-i-zhalta-chubritsa'],
  ['A slow train is a promise', 'a-slow-train-is-a-promise'],
  ['🚂', ''],
])('slug of %j', (title, slug) => {
  expect(slugFromTitle(title)).toBe(slug);
});
