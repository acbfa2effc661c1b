import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import { linkTarget } from './link-target.ts';

/** The host a link really leads to, beside its words: "the timetable is here gari.example/126". */
export function HostName({ href }: { href: string }) {
  const { t } = useTranslation();
  const target = linkTarget(href);
  if (target === null) return <span className="addr">{t('link.noHost')}</span>;
  if (!target.unusual) return <span className="addr">{target.text}</span>;
  return (
    <span className="addr unusual" title={t('link.unusualLetters')}>
      <Icon of={TriangleAlert} small /> {target.text}
      <span className="sr"> {t('link.unusualLetters')}</span>
    </span>
  );
}
