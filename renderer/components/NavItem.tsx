import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../i18n/numbers.ts';
import { currentLanguage } from '../i18n/setup.ts';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';

type NavItemProps = {
  icon: LucideIcon;
  label: string;
  /** BCP 47 tag where the label is somebody's words, such as a site's title. */
  lang?: string;
  /** What tells it from another one with this label: under it. */
  detail?: string | undefined;
  /** A letter or two for the icon's place in the narrow rail, where labels are hidden and icons may be alike. */
  short?: string | undefined;
  count?: number | undefined;
  /** The count waits for a person: bold, and still shown in the narrow rail. */
  due?: boolean;
  /** The view that is open. */
  current?: boolean;
  onClick: () => void;
};

/** One line of the navigation. In a narrow window only the icon and a due count stay; the name becomes a tip. */
export function NavItem(props: NavItemProps) {
  const { icon, label, lang, detail = '', short, count, due = false, current = false, onClick } = props;
  useTranslation();
  const shown = count !== undefined && count > 0;
  return (
    <button
      type="button"
      className="nav-item"
      aria-current={current ? 'page' : undefined}
      title={detail === '' ? label : `${label} (${detail})`}
      onClick={onClick}
    >
      <Icon of={icon} />
      {short !== undefined && (
        <span className="short" lang={lang} aria-hidden>
          {short}
        </span>
      )}
      <span className="label">
        <span lang={lang}>{label}</span>
        {detail !== '' && <span className="detail">{detail}</span>}
      </span>
      {shown && (
        <span className={classNames('count', due && 'due')}>{formatNumber(count, currentLanguage())}</span>
      )}
    </button>
  );
}

/** A named group of the navigation. */
export function NavGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <h2>{label}</h2>
      <hr />
      {children}
    </div>
  );
}
