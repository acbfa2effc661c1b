import { agents, ciaran, hal, jonas, margaret, priya, ruth, tom, wim, zhelyo } from './people.ts';
import { type SeedPost, say } from './shape.ts';

// Data: the English posts beside "A slow train is a promise", with their threads.

export const stove: SeedPost = {
  slug: 'what-to-say-to-a-stove',
  title: 'What to say to a stove',
  daysAgo: 503,
  at: '19:05',
  categories: ['in-english', 'kashti'],
  tags: ['zima'],
  content: `<!-- wp:paragraph -->
<p>The house my grandmother left us has five rooms and one stove, so for half of the year it has one room. You learn to be polite to a stove. It has moods, it has a bad knee where the pipe bends, and it remembers how you treated it in October.</p>
<!-- /wp:paragraph -->

<!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>In the morning: nothing. It is not awake and neither are you.</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>When it smokes: “I know.” It is never the stove, it is the wind from the river.</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>When it roars: stand up slowly and close the lower door. Do not praise it.</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>At night: thank you, out loud, with your hand on the tiles, once.</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->

<!-- wp:paragraph -->
<p>A neighbour offered to put in a heat pump. “It never answers,” he said, as if that were the good part.</p>
<!-- /wp:paragraph -->`,
  comments: [
    say(ruth, '+0 21:00', 'I have said "I know" to a boiler for eleven years and thought I was alone.'),
    say(hal, '+1 07:15', 'Have the flue swept and it will stop having moods. Sorry to be that man.'),
    say(
      'owner',
      '+1 19:44',
      '@Hal, swept every September, by a man called Lucky. The moods are original :)',
      { re: 2 },
    ),
    say(hal, '+1 20:01', 'Then it is the bend. Two forty-fives instead of one ninety.', { re: 3 }),
    say(
      'owner',
      '+38 18:30',
      '@Hal, you were right. Two forty-fives. It has not smoked since, and I miss apologising to it.',
      { re: 4 },
    ),
    say(hal, '+38 21:12', 'Best comment I ever got on the internet. Thank you.', { re: 5 }),
    say(priya, '+40 09:09', 'I am not crying, it is the wind from the river.'),
    say(ciaran, '+52 22:40', 'My gran talked to the range and the range only. You have explained a lot.'),
    say(zhelyo, '+60 19:19', 'My English is small, but stove is same in all languages. Good post.'),
    say(margaret, '+128 16:28', 'What do you burn? Ours has opinions about birch.'),
    say(
      {
        name: 'יעל',
        email: 'yael@tanur.example',
        ip: '198.51.100.202',
        agent: agents.iphone,
      },
      'ago 9:14',
      `שלום מילה! גם לסבתא שלי היה תנור כזה, והיא תמיד אמרה לו "לילה טוב" לפני שהלכה לישון. קראתי את הפוסט פעמיים :)

P.S. Sorry for the Hebrew, it is the only language in which I can talk about her kitchen.`,
      { status: 'hold' },
    ),
  ],
};

export const winterTimetable: SeedPost = {
  slug: 'notes-for-a-winter-timetable',
  title: 'Notes for a winter timetable',
  daysAgo: 331,
  at: '16:00',
  categories: ['in-english', 's-vlak'],
  tags: ['slow-travel', 'zima', 'razpisanie'],
  content: `<!-- wp:paragraph -->
<p>In winter I keep my own timetable, in pencil, because the printed one describes a wish. It has a column the railway does not print: <em>why</em>.</p>
<!-- /wp:paragraph -->

<!-- wp:code -->
<pre class="wp-block-code"><code>train   printed  real    why
----------------------------------------------------------
16101   08:50    08:50   driver's birthday
16103   12:40    13:05   waited for the doctor
16105   15:10    15:22   snow on the points, broom found
16107   17:45    17:45   &amp; nobody believed it</code></pre>
<!-- /wp:code -->

<!-- wp:paragraph -->
<p>After a month you can read it like a weather map. Late trains come from the west with the wind; early ones are always somebody's birthday.</p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p>If you keep such a column too, tell me what is in it.</p>
<!-- /wp:paragraph -->`,
  comments: [
    say(
      jonas,
      '+0 18:12',
      'You are collecting delay causes with better categories than any operator I have worked for. May I use "broom found" in a lecture?',
    ),
    say('owner', '+0 19:30', '@Jonas, please do. It was a good broom.', { re: 1 }),
    say(
      wim,
      '+1 11:25',
      `From my column, Groningen, last week:
- +4, heron on the line
- +11, heron's friend
- −1, guilt about the herons`,
    ),
    say(ruth, '+1 12:40', 'A train that is EARLY out of guilt. I will be thinking about that all day ;)', {
      re: 3,
    }),
    say(hal, '+2 08:30', '16107 on time in January? I do not believe it either.'),
    say('owner', '+2 20:05', '@Hal, see column four.', { re: 5 }),
    say(ciaran, '+3 23:15', 'Mine only ever says "signal". What is wrong with my railway?'),
    say(
      jonas,
      '+4 07:50',
      '@Ciarán, nothing is wrong with it. "Signal" is what they write when somebody waited for the doctor.',
      { re: 7 },
    ),
    say(ciaran, '+4 08:02', 'Well now I have to be kind to them.', { re: 8 }),
    say(priya, '+10 15:15', 'Do you keep the pencil timetables? Year on year? I would read that book.'),
    say(
      margaret,
      '+19 10:41',
      'Correction to the code block, from a retired proofreader: the dashes are one short of the heading. I am so sorry. I could not sleep.',
    ),
    say('owner', '+19 18:00', '@Margaret, mended! Sleep well :)', { re: 11 }),
    say(
      {
        name: 'Ewa Zielińska',
        email: 'ewa@rozklad.example',
        url: 'https://rozklad.example',
        ip: '2001:db8:90::12',
        agent: agents.mac,
      },
      'ago 11:33',
      'Hello, first time here. I do the same for the line Jelenia Góra – Szklarska Poręba, with drawings of clouds instead of words: https://rozklad.example/chmury and the second winter is at https://rozklad.example/chmury-2. Would you like to exchange a month by post? On paper, I mean.',
      { status: 'hold' },
    ),
  ],
};

export const cat: SeedPost = {
  slug: 'the-station-cat-of-avramovo',
  title: 'The station cat of Avramovo',
  daysAgo: 1498,
  at: '12:30',
  categories: ['in-english', 'gari'],
  tags: ['stations'],
  guest: true,
  content: `<!-- wp:paragraph -->
<p>Mila asked me to write about the highest station in the Balkans and I am going to write about its cat, because the cat asked first.</p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p>She has no name in the register. The ticket clerk calls her <em>Kolezhke</em>, colleague. She meets the up train and ignores the down train, and nobody has been able to tell me why, although everybody has a theory.</p>
<!-- /wp:paragraph -->

<!-- wp:list {"ordered":true} -->
<ol class="wp-block-list"><!-- wp:list-item -->
<li>The up train brings the bread.</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>The up train stops with its warm side to the wall.</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>She came on it, nine years ago, in a box, and is waiting for an explanation.</li>
<!-- /wp:list-item --></ol>
<!-- /wp:list -->

<!-- wp:paragraph -->
<p>I left on the down train. She did not look up. I have been thinking about it ever since.</p>
<!-- /wp:paragraph -->`,
  comments: [
    say(margaret, '+0 15:10', 'It is theory three. It is always theory three.'),
    say(
      jonas,
      '+1 08:20',
      'The down train has the locomotive on the wall side. Diesel, noise, no warmth at cat height. Theory two, and I am prepared to draw it.',
    ),
    say(tom, '+1 18:33', '@Jonas: draw it!', { re: 2 }),
    say(
      'owner',
      '+2 07:12',
      'I asked the clerk. She says it is the bread, “but do not tell the English gentleman, he was so happy”.',
    ),
    say(
      tom,
      '+2 09:00',
      '@Mila, I am still happy. I gave her half of my sandwich on the way out, so I have been had as well.',
      { re: 4 },
    ),
    say(ruth, '+6 20:20', 'Colleague is the best name for a cat I have ever heard.'),
    say(wim, '+33 11:11', 'Is she still there? We travel in May.'),
    say(
      {
        name: '🚂 Kasia 🐈',
        email: 'kasia@kotki.example',
        ip: '203.0.113.190',
        agent: agents.phone,
      },
      'ago 7:09',
      '😻😻😻 we saw her yesterday!!! she met the UP train 🚂💨 and took my 🥪 … still a good colleague 👩🏽‍💼🐈‍⬛ ❤️ greetings from 🇵🇱',
      { status: 'hold' },
    ),
  ],
};
