/** The first screen: three ways in. */
export const welcome = {
  title: 'Welcome',
  motto: 'Write anywhere. Answer everyone. Lose nothing.',
  connect: {
    title: 'Connect WordPress',
    lead: 'Your posts and comments come here, newest first, while you already work.',
    promiseUntilSent: 'Nothing changes on the site until you send it',
    promisePassword: 'The password stays in this computer’s keychain',
  },
  practice: {
    title: 'Try the practice blog',
    lead: 'A whole blog inside the app: {{posts, number}} posts, {{comments, number}} comments, and spam to stop.',
    promiseWorks: 'Everything works, nobody reads it',
    promiseReset: 'Break it, then reset it',
    promiseKeys: 'Every key is printed on its button',
    action: 'Open the practice blog',
  },
  write: {
    title: 'Just write',
    lead: 'A blank page, saved on this computer within a second. Choose a site later, or never.',
    promiseOffline: 'No account, no network',
    promiseFormats: 'Send it to a blog whenever you like',
    action: 'Start a post',
  },
} as const;
