import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

type ProblemNoticeProps = {
  /** What happened. */
  what: ReactNode;
  /** What is safe. */
  kept?: ReactNode;
  /** What to do. */
  next?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
};

/** A failure in words: what happened, what is kept, what to do. Read aloud when it appears. */
export function ProblemNotice({ what, kept, next, actions }: ProblemNoticeProps) {
  return (
    <div className="notice" role="alert">
      <Icon of={TriangleAlert} />
      <div>
        <p className="what">{what}</p>
        {kept !== undefined && <p className="more">{kept}</p>}
        {next !== undefined && <p className="more">{next}</p>}
        {actions !== undefined && <div className="row">{actions}</div>}
      </div>
    </div>
  );
}
