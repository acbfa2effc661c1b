import * as z from 'zod';

const user = z.object({
  id: z.int(),
  login: z.string(),
  /** The application password as WordPress shows it, in groups of four. */
  password: z.string(),
  /** The password of the login page. */
  loginPassword: z.string(),
});

/** One person of each role; `admin` is the administrator. */
export const usersSchema = z.object({
  admin: user,
  editor: user,
  author: user,
  contributor: user,
  subscriber: user,
});

export type WordPressUsers = z.infer<typeof usersSchema>;
