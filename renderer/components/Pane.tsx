import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

type PaneProps = {
  /** Name of the region for screen readers. */
  label: string;
  /** `tray` for lists and panels, `paper` for reading and writing. */
  surface: 'tray' | 'paper';
  /** A panel beside the work rather than the work itself. */
  aside?: boolean;
  className?: string;
  children: ReactNode;
};

/** One column of the window. */
export function Pane({ label, surface, aside = false, className, children }: PaneProps) {
  const Element = aside ? 'aside' : 'section';
  return (
    <Element className={classNames('pane', surface, className)} aria-label={label}>
      {children}
    </Element>
  );
}

type PaneHeadProps = {
  title: ReactNode;
  /** A count beside the title, already formatted. */
  count?: ReactNode;
  /** At the right end: buttons, a name. */
  children?: ReactNode;
};

/** The head of a pane: its name in serif, a count, what belongs to it. */
export function PaneHead({ title, count, children }: PaneHeadProps) {
  return (
    <div className="head">
      <h1>{title}</h1>
      {count !== undefined && <span className="quiet num">{count}</span>}
      <span className="grow" />
      {children}
    </div>
  );
}
