import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** A row whose page is still being read. Nothing moves: it is there for a few milliseconds. */
export function SkeletonRow({ position }: { position: number }) {
  const { t } = useTranslation();
  return (
    <div className="bare-row">
      <i />
      <i />
      <VisuallyHidden>{t('list.loadingRow', { position })}</VisuallyHidden>
    </div>
  );
}
