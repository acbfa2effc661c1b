import type { ReactNode } from 'react';

type EmptyStateProps = {
  /** What is true: "Nothing waits". */
  title: ReactNode;
  /** What was done, or what will fill this. */
  lead?: ReactNode;
  /** One link or button. */
  children?: ReactNode;
};

/** A list or pane with nothing in it. */
export function EmptyState({ title, lead, children }: EmptyStateProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {lead !== undefined && <p className="second">{lead}</p>}
      {children !== undefined && <div className="row">{children}</div>}
    </div>
  );
}
