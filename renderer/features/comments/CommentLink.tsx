import { TriangleAlert } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { describeLink, type LinkAddress } from '../../security/link-address.ts';

/** A link that a stranger wrote, with where it really goes. */
export interface StrangersLink extends LinkAddress {
  /** Cleaned; see `cleanHref`. */
  href: string;
}

interface CommentLinkProps {
  href: string;
  title: string;
  text: string;
  children: ReactNode;
  onOpen: (link: StrangersLink) => void;
}

/**
 * A link in a comment: the page never follows it itself, and the real host stands beside it whatever its text says.
 */
export function CommentLink({ href, title, text, children, onOpen }: CommentLinkProps) {
  const { t } = useTranslation('comments');
  const address = describeLink(href, text);
  const open = (event: MouseEvent) => {
    event.preventDefault();
    onOpen({ ...address, href });
  };
  // The text is the address itself: showing it twice would only be noise.
  const repeats =
    address.warning === 'none' && text.trim().replace(/^https?:\/\//, '') === address.host + address.path;
  return (
    <>
      <a
        className="url"
        href={href}
        title={title || undefined}
        draggable={false}
        onClick={open}
        onAuxClick={open}
      >
        {children}
      </a>
      {!repeats && ' '}
      {!repeats && (
        <span className="addr" dir="ltr" lang="en">
          {address.warning !== 'none' && (
            <TriangleAlert className="icon small" role="img" aria-label={t(`link.${address.warning}`)} />
          )}
          {address.host}
          {address.path}
        </span>
      )}
    </>
  );
}
