/** What can take the focus in a pane, best first: its list, its text, then any control. */
const TARGETS = [
  '[data-pane-focus]',
  '[role="listbox"]',
  'textarea',
  '[tabindex="0"]',
  'button:not([disabled])',
  'a[href]',
];

/** Which part comes next; `current` is -1 while the focus is outside all of them. */
export function nextPane(current: number, count: number, step: 1 | -1): number {
  if (current < 0) return step === 1 ? 0 : count - 1;
  return (current + step + count) % count;
}

/** Moves the focus to the next part of the window: what is said of the library, navigation, lists, work, panels. */
export function focusNextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('.library-note, .nav, .main .pane')].filter(
    (pane) => pane.offsetParent !== null && targetIn(pane) !== null,
  );
  if (panes.length === 0) return;
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const pane = panes[nextPane(current, panes.length, step)];
  if (pane !== undefined) targetIn(pane)?.focus();
}

function targetIn(pane: HTMLElement): HTMLElement | null {
  const current = pane.querySelector<HTMLElement>('[aria-current="page"]');
  if (pane.classList.contains('nav') && current !== null) return current;
  for (const target of TARGETS) {
    const found = pane.querySelector<HTMLElement>(target);
    if (found !== null) return found;
  }
  return null;
}
