import type { BrowserWindow } from 'electron';

/** How long the page may take to save before a person is asked. */
const PATIENCE_MS = 5_000;

export interface ClosingOptions {
  /** False while there is no page yet that anybody could have written in: such a window closes at once. */
  mayHoldWords(): boolean;
  /** Asks the page to save what is on screen. */
  askPage(): void;
  /** Asks a person whether to close although the page has not confirmed; true closes. */
  askPerson(): Promise<boolean>;
  after(ms: number, action: () => void): () => void;
  /** Runs once, just before the window goes. */
  beforeGone(window: BrowserWindow): void;
}

/**
 * A window closes only when its page says that nothing unsaved is left, or when a person insists. Closing twice does
 * not hurry it.
 */
export function closingGuard(options: ClosingOptions) {
  let closing: BrowserWindow | null = null;
  let cancelTimer = () => {};

  const finish = () => {
    cancelTimer();
    const window = closing;
    closing = null;
    if (!window || window.isDestroyed()) return;
    options.beforeGone(window);
    window.destroy();
  };
  const doubt = async () => {
    if (closing === null) return;
    if (await options.askPerson()) finish();
    else closing = null;
  };

  return {
    onClose(window: BrowserWindow, event: { preventDefault(): void }): void {
      if (!options.mayHoldWords()) {
        options.beforeGone(window);
        return;
      }
      event.preventDefault();
      if (closing) return;
      closing = window;
      options.askPage();
      cancelTimer = options.after(PATIENCE_MS, () => void doubt());
    },
    /** The page has saved everything. */
    ready: finish,
  };
}
