/**
 * Where a key of the list itself takes the cursor, or null for other keys. `page` is how many rows are visible.
 * Without a cursor (-1) the first step down goes to the first row, up to the last.
 */
export function cursorStep(key: string, cursor: number, total: number, page: number): number | null {
  const target = targetOf(key, cursor, total, Math.max(1, page - 1));
  if (target === null || total === 0) return null;
  return Math.min(total - 1, Math.max(0, target));
}

function targetOf(key: string, cursor: number, total: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return cursor + 1;
    case 'ArrowUp':
      return cursor < 0 ? total - 1 : cursor - 1;
    case 'PageDown':
      return cursor + page;
    case 'PageUp':
      return cursor - page;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
