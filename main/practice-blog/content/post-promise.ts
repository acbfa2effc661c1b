import { agents, ciaran, hal, jonas, margaret, priya, ruth, tom, wim } from './people.ts';
import { type SeedPost, say } from './shape.ts';

// Data: a post and its thread; long by nature.

export const promise: SeedPost = {
  slug: 'a-slow-train-is-a-promise',
  title: 'A slow train is a promise',
  daysAgo: 74,
  at: '21:10',
  categories: ['in-english', 's-vlak'],
  tags: ['slow-travel', 'stations'],
  content: `<!-- wp:paragraph -->
<p>A fast train is a service. It takes you from one name to another and apologises if it is late. A slow train is a promise: it will stop where you live, even if you live where nobody else does, and it will wait until the woman with the two bags has got up the step.</p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p>I counted last week. Between Septemvri and Velingrad we stopped eleven times. At four of the stops nobody got on and nobody got off, and still the conductor opened the door, looked up and down the platform, and said <em>“Good.”</em> I asked him what was good. “That I looked,” he said.</p>
<!-- /wp:paragraph -->

<!-- wp:quote -->
<blockquote class="wp-block-quote"><!-- wp:paragraph -->
<p>A timetable is a list of the places that still count.</p>
<!-- /wp:paragraph --><cite>written in pencil above the ticket window at Varvara</cite></blockquote>
<!-- /wp:quote -->

<!-- wp:heading -->
<h2 class="wp-block-heading">Three rules I have learnt</h2>
<!-- /wp:heading -->

<!-- wp:list {"ordered":true} -->
<ol class="wp-block-list"><!-- wp:list-item -->
<li>Never sit down before the train moves. The good seat shows itself on the first bend.</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>Bring something to give away. Walnuts are best: they are quiet and they go round.</li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li>If somebody asks where you are going, answer with the station before it. You will be told things about your own you never knew.</li>
<!-- /wp:list-item --></ol>
<!-- /wp:list -->

<!-- wp:paragraph -->
<p>They say the line will be “optimised”. I have nothing against the word. I only notice that nobody has ever used it about a place where they were happy.</p>
<!-- /wp:paragraph -->`,
  comments: [
    say(
      margaret,
      '+0 23:02',
      'Rule three made me laugh out loud in a library. Thank you. I shall try it on the Settle line.',
    ),
    say(
      hal,
      '+1 06:41',
      'Nice writing, but a promise costs money. Eleven stops, four of them empty: who pays for the conductor looking?',
    ),
    say(
      'owner',
      '+1 20:15',
      '@Hal, I do, with pleasure: the ticket costs as much as two coffees. I have paid more for worse views. :)',
      { re: 2 },
    ),
    say(
      jonas,
      '+2 12:30',
      `@Hal is not wrong, but he counts the wrong thing. In Sweden we closed the small halts first "because nobody uses them". Then fewer people used the line, because it no longer went anywhere in between. Then we closed the line. I wrote about it, with numbers: https://smalspar.example/halts`,
      { re: 2 },
    ),
    say(
      hal,
      '+2 18:07',
      '@Jonas, I read it. Figures for 1962 and 1968 and nothing in between. That is not a trend, that is two dots.',
      { re: 4 },
    ),
    say(
      jonas,
      '+2 19:55',
      '@Hal: fair. The yearbooks for 63–67 are in Gävle and the archive opens on Thursdays. I will go. By slow train :)',
      { re: 5 },
    ),
    say(
      ruth,
      '+3 09:20',
      'I came for the trains and stayed for two men being civil to each other about statistics. Bookmarked.',
    ),
    say(
      wim,
      '+4 22:48',
      `Small correction, if I may: the pencil sentence is not at Varvara, it is at Tsvetino, left of the window. I have a photograph.
Or perhaps there are two pencils.`,
    ),
    say(
      'owner',
      '+5 07:33',
      '@Wim, there must be two pencils. I went back to look and mine is at Varvara, now with a second line under it: “and of the people who wait there”.',
      { re: 8 },
    ),
    say(wim, '+5 08:10', 'Then I withdraw the correction and envy you the second line ;)', { re: 9 }),
    say(priya, '+9 14:02', 'What do you do when nobody takes the walnuts?'),
    say('owner', '+9 21:26', '@Priya, then the conductor does. He has never once refused.', { re: 11 }),
    say(
      tom,
      '+15 17:40',
      'On the branch I write about, the guard used to do the same at a halt that had been closed for years. Nobody had told him to stop looking. I think about him often.',
    ),
    say(ciaran, '+21 23:59', 'Read this on a replacement bus. It hurt.'),
    say(
      margaret,
      '+30 10:12',
      `Tried rule three. A gentleman told me for forty minutes about a drainage dispute in my own village. He was right, too.

P.S. Is there a translation of the older posts anywhere? My Bulgarian ends at "kafe".`,
    ),
    say(
      jonas,
      '+41 20:31',
      '@Hal, I was in Gävle. The curve is smooth and goes down, one halt at a time. I have put the scans on the same page, and I owe you the idea of looking.',
      { re: 5 },
    ),
    say(hal, '+2 18:02', 'wrong thread, please delete', { status: 'trash' }),
    say(
      {
        name: 'Ingrid',
        email: 'ingrid@fjell.example',
        ip: '2001:db8:aa::1d',
        agent: agents.iphone,
      },
      'ago 4:40',
      'First comment anywhere, ever. I read this aloud to my father, who drove the night train to Bodø for thirty years. He said: "She has understood." That is all.',
      { status: 'hold' },
    ),
  ],
};
