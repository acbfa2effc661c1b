import { createElement, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommentNode, commentTree } from '../../security/comment-tree.ts';
import { CommentLink, type StrangersLink } from './CommentLink.tsx';
import { markMention } from './mention.ts';

export interface CommentBodyProps {
  /** As the site sent it. */
  html: string;
  /** BCP 47 tag of the text. */
  language: string;
  /** Address of the post, for links within it. */
  postAddress: string;
  /** Name of the person whose comment this one answers. */
  answered?: string;
  onOpenLink: (link: StrangersLink) => void;
}

/** The words of a comment. This is the only place that shows a stranger's HTML. */
export function CommentBody({ html, language, postAddress, answered = '', onOpenLink }: CommentBodyProps) {
  const nodes = useMemo(
    () => markMention(commentTree(html, postAddress), answered),
    [html, postAddress, answered],
  );
  return (
    <div className="words" lang={language} dir="auto">
      {nodes.map((node, index) => showNode(node, index, onOpenLink))}
    </div>
  );
}

function showNode(node: CommentNode, key: number, onOpenLink: CommentBodyProps['onOpenLink']): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'picture':
      return <PictureNote key={key} host={node.host} description={node.description} />;
    case 'link':
      return (
        <CommentLink key={key} href={node.href} title={node.title} text={node.text} onOpen={onOpenLink}>
          {node.children.map((child, index) => showNode(child, index, onOpenLink))}
        </CommentLink>
      );
    case 'element': {
      const { datetime, ...attributes } = node.attributes;
      const children = node.children.map((child, index) => showNode(child, index, onOpenLink));
      if (node.tag === 'br') return <br key={key} />;
      return createElement(node.tag, { key, dateTime: datetime, ...attributes }, ...children);
    }
  }
}

/** Stands where a picture was: loading it would tell its host who reads this, and when. */
function PictureNote({ host, description }: { host: string; description: string }) {
  const { t, i18n } = useTranslation('comments');
  const what = [description, host].filter((part) => part !== '').join(', ');
  return (
    <span className="picture-note" lang={i18n.language}>
      <bdi>{what === '' ? t('thread.pictureUnknown') : t('thread.picture', { what })}</bdi>
    </span>
  );
}
