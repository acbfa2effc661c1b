import type { ReactNode } from 'react';

type ColumnHeadProps = { title: ReactNode; count?: ReactNode; children?: ReactNode };

/** The head of a column on paper: thick rule, name, count, and a note at the right end. */
export function ColumnHead({ title, count, children }: ColumnHeadProps) {
  return (
    <div className="column-head">
      <h2>{title}</h2>
      {count !== undefined && <span className="num quiet">{count}</span>}
      {children !== undefined && <span className="more">{children}</span>}
    </div>
  );
}
