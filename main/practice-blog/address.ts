/** Where the practice blog answers. `.invalid` never resolves (RFC 2606), so a leak to the network goes nowhere. */
export const PRACTICE_URL = 'https://practice.copydesk.invalid';

/** The owner's application password: a constant, because it protects nothing but sample texts. */
export const PRACTICE_USER = { login: 'mila', password: 'BavniVlakovePracticeBlog' } as const;

/** Whether an `Authorization` header is the owner's. WordPress shows its passwords in groups and ignores the spaces. */
export function isPracticeOwner(authorization: string | null): boolean {
  const encoded = authorization?.match(/^Basic\s+(\S+)$/i)?.[1];
  if (encoded === undefined) return false;
  const [login = '', ...rest] = decodeBase64(encoded).split(':');
  return login === PRACTICE_USER.login && rest.join(':').replaceAll(' ', '') === PRACTICE_USER.password;
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
  } catch {
    return '';
  }
}
