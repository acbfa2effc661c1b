import type { Desk } from '../pages/desk.ts';
import type { TourOptions } from './options.ts';
import { expect } from './window.ts';

/** One step of the main job: does it, and answers what it checked. */
export interface Step {
  name: string;
  /** File name of the picture, without number and ending. */
  picture: string;
  play(desk: Desk): Promise<string>;
}

/** How long a blog may take to answer with everything it has. */
const PULL_MS = 120_000;
const SEND_MS = 60_000;

const TITLES = { en: 'Ten hours to Vidin', bg: 'Десет часа до Видин' };
const BODIES = {
  en: 'The train leaves at six, and nobody on it is in a hurry.',
  bg: 'Влакът тръгва в шест и никой в него не бърза.',
};
const REPLIES = { en: 'Thank you, I will add it to the post.', bg: 'Благодаря, ще го добавя в текста.' };

/** What a step learns for a later one. */
interface Memory {
  /** Comments that wait. */
  pending: number;
}

/** The main job, step by step. */
export function mainJob(options: TourOptions): Step[] {
  const memory: Memory = { pending: 0 };
  return [
    ...opening(options, memory),
    ...moderating(options, memory),
    ...publishing(options),
    ...looking(options),
  ];
}

const sent = (desk: Desk) => expect(desk.status.allSent).toBeVisible({ timeout: SEND_MS });

/** How many comments there are. The navigation, which is asked about them later, may learn it after the status line. */
async function counted({ navigation, page }: Desk, filter: 'pending' | 'approved'): Promise<number> {
  const total = await page.evaluate(async (wanted) => {
    const page = { offset: 0, limit: 1, order: 'oldest' } as const;
    const list = await globalThis.copydesk.comments.list({ siteId: null, filter: wanted, ...page });
    return list.ok ? list.value.total : null;
  }, filter);
  await expect.poll(() => navigation.count(filter)).toBe(total);
  return total ?? 0;
}

function opening({ site }: TourOptions, memory: Memory): Step[] {
  return [
    {
      name: 'Starts with three ways in',
      picture: 'welcome',
      async play(desk) {
        await expect(desk.welcome.heading).toBeVisible();
        await expect(desk.welcome.connect.address).toBeVisible();
        await expect(desk.welcome.startPost).toBeVisible();
        return 'connect WordPress, the practice blog, just write';
      },
    },
    {
      name: site ? `Connects ${site.url} and pulls it` : 'Opens the practice blog and pulls it',
      picture: 'pulled',
      async play(desk) {
        if (site) await desk.welcome.connect.send({ address: site.url, ...site });
        else await desk.welcome.openPractice.click();
        await expect(desk.status.synced.or(desk.welcome.connect.wrong)).toBeVisible({ timeout: PULL_MS });
        if (await desk.welcome.connect.wrong.isVisible())
          throw new Error(await desk.welcome.connect.problem());
        const posts = await desk.navigation.count('allPosts');
        memory.pending = await counted(desk, 'pending');
        const approved = await counted(desk, 'approved');
        expect(posts).toBeGreaterThan(0);
        return `${posts} posts, ${approved} approved comments and ${memory.pending} that wait are on this computer`;
      },
    },
    {
      name: 'Reads a comment in its numbered thread',
      picture: 'thread',
      async play(desk) {
        await desk.navigation.to(memory.pending > 0 ? 'pending' : 'approved');
        await desk.page.keyboard.press('j');
        await expect(desk.comments.current).toBeVisible();
        const articles = await desk.comments.thread.getByRole('article').count();
        return `the comment under the cursor stands among ${articles} of its thread`;
      },
    },
  ];
}

function moderating({ language }: TourOptions, memory: Memory): Step[] {
  return [
    {
      name: 'Approves it with one key',
      picture: 'approved',
      async play(desk) {
        if (memory.pending === 0) return 'no comment waits, so there is nothing to approve';
        const before = await desk.navigation.count('approved');
        await desk.page.keyboard.press('a');
        await expect.poll(() => desk.navigation.count('pending')).toBe(memory.pending - 1);
        await expect.poll(() => desk.navigation.count('approved')).toBe(before + 1);
        await sent(desk);
        memory.pending -= 1;
        return `${memory.pending + 1} waited, now ${memory.pending}; the blog has the decision`;
      },
    },
    {
      name: 'Takes it back with another',
      picture: 'undone',
      async play(desk) {
        if ((await desk.navigation.count('approved')) === 0) return 'nothing was decided';
        await desk.page.keyboard.press('z');
        await expect.poll(() => desk.navigation.count('pending')).toBe(memory.pending + 1);
        await sent(desk);
        return 'the comment waits again, here and on the blog';
      },
    },
    {
      name: 'Approves and answers with Ctrl+Enter',
      picture: 'replied',
      async play(desk) {
        await desk.page.keyboard.press('r');
        await desk.comments.reply.text.fill(REPLIES[language]);
        await expect(desk.comments.reply.saved).toBeVisible();
        await desk.page.keyboard.press('ControlOrMeta+Enter');
        await expect(desk.comments.reply.form).toBeHidden();
        await sent(desk);
        return 'the reply was saved while it was written, and the blog has it';
      },
    },
  ];
}

function publishing({ language }: TourOptions): Step[] {
  return [
    {
      name: 'Writes a draft',
      picture: 'draft',
      async play(desk) {
        await desk.page.keyboard.press('ControlOrMeta+n');
        await expect(desk.writing.title).toBeFocused();
        await desk.writing.type(TITLES[language], BODIES[language]);
        await expect(desk.status.saved).toBeVisible();
        await expect(desk.writing.body).toHaveText(BODIES[language]);
        return 'title and text are on disk';
      },
    },
    {
      name: 'Publishes it',
      picture: 'published',
      async play(desk) {
        const before = await desk.navigation.count('published');
        await desk.writing.send('publish').click();
        await expect.poll(() => desk.navigation.count('published'), { timeout: SEND_MS }).toBe(before + 1);
        await sent(desk);
        await expect(desk.writing.send('update')).toBeVisible();
        return 'the blog has the post, read back and the same as on screen';
      },
    },
  ];
}

function looking({ site, language }: TourOptions): Step[] {
  return [
    {
      name: 'Looks into the outbox',
      picture: 'outbox',
      async play(desk) {
        await desk.navigation.to('outbox');
        const rows = desk.outbox.rows('sentToday');
        await expect(rows.first()).toContainText(TITLES[language]);
        await expect(desk.outbox.section('waiting')).toBeHidden();
        return `nothing waits; ${await rows.count()} were sent`;
      },
    },
    ...(site === null ? [] : [publicPage(language)]),
  ];
}

/** Only a real blog has pages outside the app. */
function publicPage(language: TourOptions['language']): Step {
  return {
    name: 'Reads the post as its readers do',
    picture: 'own-post',
    async play(desk) {
      await desk.navigation.to('published');
      await desk.writing.row('published', TITLES[language]).first().click();
      const address = await desk.page.evaluate(async (title) => {
        const { posts } = globalThis.copydesk;
        const list = await posts.list({ siteId: null, filter: 'published', offset: 0, limit: 200 });
        const post = list.ok ? list.value.rows.find((row) => row.title === title) : undefined;
        const found = await posts.get({ postId: post?.id ?? '-' });
        return found.ok ? found.value.link : '';
      }, TITLES[language]);
      const answer = await fetch(address);
      const html = await answer.text();
      if (!answer.ok || !html.includes(BODIES[language]))
        throw new Error(`${address} answers with ${answer.status} and without the text`);
      return `${address} shows the text to everybody`;
    },
  };
}
