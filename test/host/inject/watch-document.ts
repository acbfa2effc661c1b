// Runs as source text in the preload's own world.

/** Tells the host what Chromium's protocol does not tell: titles, and that a person has resized a window. */
export function watchDocument(toHost: (text: string) => void): void {
  let title = '';
  const tellTitle = () => {
    if (document.title === title) return;
    title = document.title;
    toHost(JSON.stringify({ k: 'title', title }));
  };
  document.addEventListener('DOMContentLoaded', () => {
    tellTitle();
    const watched = { subtree: true, childList: true, characterData: true };
    if (document.head) new MutationObserver(tellTitle).observe(document.head, watched);
  });
  const tellBounds = () => {
    const bounds = { x: screenX, y: screenY, width: innerWidth, height: innerHeight };
    toHost(JSON.stringify({ k: 'bounds', bounds }));
  };
  addEventListener('resize', tellBounds);
  addEventListener('load', tellBounds);
}
