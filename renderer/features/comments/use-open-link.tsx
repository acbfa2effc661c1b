import { ExternalLink } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { request } from '../../data/request.ts';
import type { StrangersLink } from './CommentLink.tsx';

/** Opens links of strangers outside. Where the address is suspicious it asks first, and names the address. */
export function useOpenLink(): { open: (link: StrangersLink) => void; question: ReactNode } {
  const { t } = useTranslation('comments');
  const [asked, setAsked] = useState<StrangersLink | null>(null);
  const open = ({ href }: StrangersLink) => {
    setAsked(null);
    // A refusal has no consequence and the address was cleaned: there is nothing to tell.
    void request('app', 'openLink', { url: href });
  };
  const question = asked !== null && asked.warning !== 'none' && (
    <ConfirmDialog
      open
      title={t('link.openTitle')}
      lead={
        <>
          {t(`link.${asked.warning}`)}: <bdi className="addr">{asked.host + asked.path}</bdi>
        </>
      }
      safeLabel={t('link.stay')}
      onSafe={() => setAsked(null)}
      confirmLabel={t('link.openAnyway')}
      confirmIcon={ExternalLink}
      onConfirm={() => open(asked)}
    />
  );
  return { open: (link) => (link.warning === 'none' ? open(link) : setAsked(link)), question };
}
