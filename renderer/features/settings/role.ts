const KNOWN = ['administrator', 'editor', 'author', 'contributor', 'subscriber'] as const;

/** The text that names a role; sites may have roles of their own. */
export const roleKey = (role: string): (typeof KNOWN)[number] | 'other' =>
  KNOWN.find((known) => known === role) ?? 'other';
