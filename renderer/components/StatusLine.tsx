import type { LucideIcon } from 'lucide-react';
import { Children, Fragment, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';

type StatusLineProps = {
  /** `StatusPart`s from the left, dots between them; leave out with null. */
  children: ReactNode;
  /** Parts at the right end. */
  end?: ReactNode;
};

/** The line at the foot of the window. It is not a live region: a "Saved" after each pause in typing is noise. */
export function StatusLine({ children, end }: StatusLineProps) {
  return (
    <footer className="status">
      {Children.toArray(children).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts are told apart by their place.
        <Fragment key={index}>
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

type StatusPartProps = {
  icon?: LucideIcon;
  /** `yours`: unsent work. `alarm`: what was not saved or not sent. */
  tone?: 'yours' | 'alarm';
  /** Makes it a button, to open the outbox for instance. */
  onClick?: () => void;
  children: ReactNode;
};

/** One fact of the status line. */
export function StatusPart({ icon, tone, onClick, children }: StatusPartProps) {
  const words = (
    <>
      {icon !== undefined && <Icon of={icon} small />} {children}
    </>
  );
  return onClick === undefined ? (
    <span className={tone}>{words}</span>
  ) : (
    <button type="button" className={tone} onClick={onClick}>
      {words}
    </button>
  );
}
