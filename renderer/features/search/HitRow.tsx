import { FileText, Link, MessageSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboboxOption } from '../../components/ComboboxOption.tsx';
import { Icon } from '../../components/Icon.tsx';
import { OwnTime } from '../../components/OwnTime.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Time } from '../../components/Time.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { useSiteNames, useSites } from '../sites/use-sites.ts';
import { stateOf } from '../writing/post-state.ts';
import { type AnyHit, type CommentHit, type PostHit, textOf } from './hits.ts';
import { MarkedText } from './MarkedText.tsx';

interface HitRowProps {
  id: string;
  found: AnyHit;
  isCursor: boolean;
  onOpen: (found: AnyHit) => void;
}

/** One post or comment that was found: what it is, how it stands, and the part that shows why. */
export function HitRow({ id, found, isCursor, onOpen }: HitRowProps) {
  const { kind, hit } = found;
  return (
    <ComboboxOption id={id} className="hit" isCursor={isCursor} onChoose={() => onOpen(found)}>
      <Icon of={kind === 'post' ? FileText : MessageSquare} />
      <span className="what">
        {kind === 'post' ? <PostLine hit={hit} /> : <CommentLine hit={hit} />}
        {hit.snippet.length > 0 && (
          <span className="snippet" lang={hit.language}>
            <MarkedText segments={hit.snippet} />
          </span>
        )}
      </span>
    </ComboboxOption>
  );
}

function PostLine({ hit }: { hit: PostHit }) {
  const { t } = useTranslation('search');
  const hasTitle = textOf(hit.title).trim() !== '';
  return (
    <Line hit={hit} as="short">
      <VisuallyHidden>{t('kind.post')} </VisuallyHidden>
      <b className="serif" lang={hasTitle ? hit.language : undefined}>
        {hasTitle ? <MarkedText segments={hit.title} /> : t('untitled')}
      </b>
      <StateBadge of="post" state={stateOf(hit.status)} />
    </Line>
  );
}

function CommentLine({ hit }: { hit: CommentHit }) {
  const { t } = useTranslation(['search', 'status']);
  const numbered = hit.status === 'pending' ? 'numberIfApproved' : 'number';
  return (
    <Line hit={hit} as="full">
      <VisuallyHidden>{t('kind.comment')} </VisuallyHidden>
      <b lang={hit.language}>
        <MarkedText segments={hit.author} />
      </b>
      {hit.number !== null && <span className="num">{t(numbered, { number: hit.number })}</span>}
      {hit.isBlogUser && <span className="state boxed plain-state">{t('status:author')}</span>}
      <StateBadge of="comment" state={hit.status} />
      {hit.links > 0 && (
        <span className="links">
          <Icon of={Link} small />
          <span aria-hidden>{hit.links}</span>
          <VisuallyHidden>{t('status:links', { count: hit.links })}</VisuallyHidden>
        </span>
      )}
      {hit.postTitle !== '' && (
        <span className="cut under" lang={hit.language}>
          {hit.postTitle}
        </span>
      )}
    </Line>
  );
}

interface LineProps {
  hit: PostHit | CommentHit;
  as: 'short' | 'full';
  children: ReactNode;
}

/** The first line of a hit; the site only where there are several. */
function Line({ hit, as, children }: LineProps) {
  const names = useSiteNames();
  const sites = useSites();
  const several = sites.length > 1;
  const site = several ? names(hit.siteId)?.line : undefined;
  return (
    <span className="line">
      {children}
      <span className="grow" />
      {site !== undefined && <span className="cut site">{site}</span>}
      {hit.timeZone === null ? (
        <OwnTime at={hit.date} as={as} zones={sites.map(({ timeZone }) => timeZone)} />
      ) : (
        <Time at={hit.date} as={as} timeZone={hit.timeZone} />
      )}
    </span>
  );
}
