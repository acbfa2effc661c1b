import type { LucideIcon } from 'lucide-react';
import { Children, Fragment, isValidElement, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import { Menu, MenuItem } from './Menu.tsx';

type StatusLineProps = {
  /** `StatusPart`s from the left, dots between them; leave out with null. */
  children: ReactNode;
  /** Parts at the right end. */
  end?: ReactNode;
};

/** The line at the foot of the window. It is not a live region: a "Saved" after each pause in typing is noise. */
export function StatusLine({ children, end }: StatusLineProps) {
  const parts = Children.toArray(children).filter((part) => isValidElement(part));
  return (
    <footer className="status">
      {parts.map((part, index) => (
        <Fragment key={part.key}>
          {index > 0 && (
            <span className="sep" aria-hidden>
              ·
            </span>
          )}
          {part}
        </Fragment>
      ))}
      <span className="grow" />
      {end}
    </footer>
  );
}

type StatusWords = {
  icon?: LucideIcon;
  /** `yours`: unsent work. `alarm`: what was not saved or not sent. */
  tone?: 'yours' | 'alarm';
  /** Gives way where the window is narrow: its end is cut off first. */
  long?: boolean;
  children: ReactNode;
};

type StatusPartProps = StatusWords & {
  /** Makes it a button, to open the outbox for instance. */
  onClick?: () => void;
};

/** One fact of the status line. */
export function StatusPart({ icon, tone, long = false, onClick, children }: StatusPartProps) {
  const look = classNames(tone, long && 'long');
  const words = <Words icon={icon}>{children}</Words>;
  return onClick === undefined ? (
    <span className={look}>{words}</span>
  ) : (
    <button type="button" className={look} onClick={onClick}>
      {words}
    </button>
  );
}

/** One of those that a fact is about. */
export type StatusChoice = {
  id: string;
  icon: LucideIcon;
  name: string;
  /** What tells it from others of that name; may be empty. */
  mark: string;
  /** Language of the name. */
  lang: string;
  /** How it stands, or what can be done about it. */
  detail: ReactNode;
  onClick: () => void;
};

type StatusMenuProps = StatusWords & { choices: readonly StatusChoice[] };

/** A fact about several: a button that opens a list of them, each with a way to do something about it. */
export function StatusMenu({ icon, tone, long = false, choices, children }: StatusMenuProps) {
  return (
    <Menu
      side="top"
      buttonClass={classNames(tone, long && 'long')}
      button={<Words icon={icon}>{children}</Words>}
    >
      {choices.map(({ id, icon: of, name, mark, lang, detail, onClick }) => (
        <MenuItem key={id} className="tall" onClick={onClick}>
          <Icon of={of} />
          <span className="grow">
            <bdi lang={lang}>{name}</bdi>
            {mark !== '' && <span className="quiet"> {mark}</span>}
            <span className="detail">{detail}</span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}

function Words({ icon, children }: { icon: LucideIcon | undefined; children: ReactNode }) {
  return (
    <>
      {icon !== undefined && <Icon of={icon} small />} {children}
    </>
  );
}
