import { createRoot } from 'react-dom/client';
import { CommentBody } from '../../renderer/features/comments/CommentBody.tsx';
import { setupLanguage } from '../../renderer/i18n/setup.ts';
import { commentTree } from '../../renderer/security/comment-tree.ts';
import { installTrustedTypes } from '../../renderer/security/trusted-types.ts';

/** What the specs of the sanitiser call in a page that shows comments exactly as the app does. */
interface CommentPage {
  show: (comments: readonly string[]) => void;
  tree: typeof commentTree;
  opened: string[];
}

declare global {
  var commentPage: CommentPage;
}

installTrustedTypes(window);
setupLanguage('en');
const host = document.createElement('main');
document.body.append(host);
const root = createRoot(host);
const opened: string[] = [];

globalThis.commentPage = {
  opened,
  tree: commentTree,
  show: (comments) => {
    root.render(
      comments.map((html, index) => (
        <article className="said" key={String(index)} data-index={index}>
          <CommentBody
            html={html}
            language="en"
            postAddress="https://blog.example/post/"
            onOpenLink={(link) => opened.push(link.href)}
          />
        </article>
      )),
    );
  },
};
