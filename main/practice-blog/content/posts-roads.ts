import { agents, asen, boyan, elena, hristo, kalin, nevena, ruth, veselina, yordan } from './people.ts';
import { type SeedPost, say } from './shape.ts';

// Data: older posts about roads and books.

export const iskar: SeedPost = {
  slug: 'iskarskoto-defile',
  title: 'Искърското дефиле от последния вагон',
  daysAgo: 410,
  at: '17:30',
  categories: ['s-vlak'],
  tags: ['iskar', 'razpisanie'],
  content: `<!-- wp:paragraph -->
<p>От последния вагон дефилето се вижда наопаки: не идва срещу вас, а се прибира зад вас. Скалите се затварят като врата, която някой придържа, докато минете, и после пуска.</p>
<!-- /wp:paragraph -->

<!-- wp:table -->
<figure class="wp-block-table"><table><thead><tr><th>Гара</th><th>Час</th><th>Накъде да гледате</th></tr></thead><tbody><tr><td>София</td><td>6:35</td><td>в кафето</td></tr><tr><td>Реброво</td><td>7:08</td><td>наляво, реката е под прозореца</td></tr><tr><td>Лакатник</td><td>7:34</td><td>нагоре, и още нагоре</td></tr><tr><td>Черепиш</td><td>8:02</td><td>надясно, три секунди, не мигайте</td></tr><tr><td>Мездра</td><td>8:20</td><td>за баничка</td></tr></tbody></table><figcaption class="wp-element-caption">Пътническият, който спира навсякъде. Часовете са от онази сутрин, проверявайте.</figcaption></figure>
<!-- /wp:table -->

<!-- wp:paragraph -->
<p>На Лакатник се качи момче с въже и каски. Попитах го какво търси горе. „Същото като вас тук“, каза, „само че се държа“.</p>
<!-- /wp:paragraph -->`,
  comments: [
    say(asen, '+0 19:20', 'Черепиш са четири секунди, ако сте до задния буфер. Мерил съм :)'),
    say(boyan, '+1 09:00', 'Разписанието вече е друго, от декември. Влакът в 6:35 е в 6:42.'),
    say('owner', '+1 20:04', '@Боян, затова пише „проверявайте“. Но благодаря, слагам и вашия час.', {
      re: 2,
    }),
    say(veselina, '+3 12:00', 'Кой вагон е последният, след като в Мездра го обръщат?'),
    say(hristo, '+3 21:30', '@Веселина, винаги онзи, до който най-много се тича.', { re: 4 }),
    say(
      yordan,
      '+6 18:18',
      `Още две места от мен:
- между Бов и Лакатник, вдясно, водопадът, но само напролет;
- след Люти брод, вляво, Ритлите: там влакът намалява и без сигнал.`,
    ),
    say(
      ruth,
      '+12 08:45',
      'I read this with a translator and a map. Which side for the monastery if I travel towards Sofia?',
    ),
    say('owner', '+12 21:10', '@Ruth, on the left then. Three seconds, or four if you ask @Асен.', { re: 7 }),
    say(kalin, '+40 20:56', 'Минах. Мигнах. Връщам се в събота.'),
    say(
      {
        name: 'Анонимен',
        email: 'a@a.example',
        ip: '192.0.2.251',
        agent: agents.phone,
      },
      'ago 26:36',
      'Глупости на търкалета. Влаковете са мръсни, закъсняват и смърдят, а вие тука поезия. Пенсионерки с лаптопи. Идете се возете, като е толкова хубаво, и престанете да занимавате хората!!!',
      { status: 'hold' },
    ),
  ],
};

export const biblioteka: SeedPost = {
  slug: 'malka-biblioteka-za-dalag-pat',
  title: 'Малка библиотека за дълъг път',
  daysAgo: 792,
  at: '09:45',
  categories: ['razni'],
  tags: ['knigi'],
  commentsClosed: true,
  content: `<!-- wp:paragraph -->
<p>За влак книгата трябва да е тънка, да се затваря без разделител и да няма нищо против да я оставите на седалката. Моята библиотека е от пет заглавия и никога не се връща цяла.</p>
<!-- /wp:paragraph -->

<!-- wp:list {"ordered":true} -->
<ol class="wp-block-list"><!-- wp:list-item -->
<li>разказ, който вече знаете;</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>стихове, защото се четат между две спирки;</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>стар пътеводител с грешни цени;</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>тетрадка;</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>нещо, което да подарите.</li>
<!-- /wp:list-item --></ol>
<!-- /wp:list -->`,
  comments: [
    say(nevena, '+0 10:30', 'Аз нося кръстословици. Решават се от цялото купе.'),
    say(
      elena,
      '+1 13:13',
      'Намерих ваша книга! На пейката на гара Бойчиновци, със записка „прочети и предай“. Предадох я.',
    ),
    say('owner', '+1 20:20', '@Елена, не мога да ви опиша какво направихте с деня ми.', { re: 2 }),
    say(kalin, '+3 07:07', 'А аз взех една от влака за Банкя и не съм я върнал. Съвестта ме мъчи. Стихове.'),
    say('owner', '+3 08:15', '@Калин, стиховете не се връщат. Само се предават нататък.', { re: 4 }),
  ],
};
