import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';

/** What a toast says. */
export type ToastContent = {
  icon: LucideIcon;
  /** What was done: "38 comments marked as spam". */
  text: ReactNode;
  undo?: { label: string; keys?: readonly string[]; onUndo: () => void };
};

type ToastProps = {
  /** The last thing that was done, or null. It stays until the next one: there is no timer to beat. */
  toast: ToastContent | null;
  /** Over the foot of a list rather than at a place of its own. */
  inList?: boolean;
};

/** One toast at a time, read aloud, never over the reply box and under dialogs. */
export function Toast({ toast, inList = false }: ToastProps) {
  return (
    <div role="status" aria-live="polite">
      {toast !== null && (
        <div className={classNames('toast', inList && 'in-list')}>
          <Icon of={toast.icon} />
          <span className="words">{toast.text}</span>
          {toast.undo !== undefined && (
            <Button keys={toast.undo.keys} onClick={toast.undo.onUndo}>
              {toast.undo.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
