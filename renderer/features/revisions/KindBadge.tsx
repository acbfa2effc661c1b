import {
  Download,
  Globe,
  History,
  Hourglass,
  Lock,
  type LucideIcon,
  PencilLine,
  Split,
  Upload,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PostStatus } from '../../../main/domain/post.ts';
import { Icon } from '../../components/Icon.tsx';
import type { SourceTexts } from '../../i18n/resources.ts';
import type { RevisionRow } from './by-day.ts';

type Kind = keyof SourceTexts['revisions']['kind'];

const icons: Record<Kind, LucideIcon> = {
  edited: PencilLine,
  pulled: Download,
  restored: History,
  conflict: Split,
  published: Globe,
  publishedPrivately: Lock,
  sentForReview: Hourglass,
  sentAsDraft: Upload,
};

/** What the site confirmed, by the status that it has there. */
const sentAs: Record<PostStatus, Kind> = {
  publish: 'published',
  future: 'published',
  private: 'publishedPrivately',
  pending: 'sentForReview',
  draft: 'sentAsDraft',
  trash: 'sentAsDraft',
};

const kindOf = ({ kind, status }: Pick<RevisionRow, 'kind' | 'status'>): Kind => {
  if (kind === 'published') return sentAs[status];
  return kind === 'before-restore' ? 'restored' : kind;
};

/** Why a version was kept, as icon and words. */
export function KindBadge({ row }: { row: RevisionRow }) {
  const { t } = useTranslation('revisions');
  const kind = kindOf(row);
  return (
    <span className={kind === 'conflict' ? 'state conflict' : 'state plain-state'}>
      <Icon of={icons[kind]} />
      <span className="kind" title={t(`kind.${kind}`)}>
        {t(`kind.${kind}`)}
      </span>
    </span>
  );
}
