import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { CommentRow, commentRowHeight } from '../../renderer/components/CommentRow.tsx';
import { VirtualList } from '../../renderer/components/VirtualList.tsx';
import { setupLanguage } from '../../renderer/i18n/setup.ts';

declare global {
  /** Shows a list of so many comments; answers how many nodes the page then has, and how long it took. */
  var showList: (total: number) => Promise<{ nodes: number; ms: number }>;
}

setupLanguage('en');

globalThis.showList = async (total) => {
  const host = document.createElement('main');
  host.style.cssText = 'display:flex;flex-direction:column;height:700px;width:400px';
  document.body.replaceChildren(host);
  const begin = performance.now();
  const root = createRoot(host);
  flushSync(() =>
    root.render(
      <VirtualList
        label="Comments"
        total={total}
        rowHeight={commentRowHeight}
        getRow={(index) => index}
        keyOf={String}
        cursor={0}
        onCursor={() => undefined}
        renderRow={(index) => (
          <CommentRow
            {...{ author: `Йордан ${index}`, postTitle: 'Кафе на гара Септември', lang: 'bg' }}
            {...{ excerpt: 'Благодаря за уточнението!', at: '2026-11-17T05:41:00Z' }}
          />
        )}
      />,
    ),
  );
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const ms = performance.now() - begin;
  const nodes = host.querySelectorAll('*').length;
  root.unmount();
  return { nodes, ms };
};
