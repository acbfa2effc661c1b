import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from './Button.tsx';
import type { Tone } from './Icon.tsx';

type ConfirmDialogProps = {
  open: boolean;
  /** A question whose answers are the two buttons: "Delete 12 comments for good?" */
  title: ReactNode;
  /** What follows, and whether it can be undone. */
  lead: ReactNode;
  /** The safe answer: it has the focus, Esc means it, and it says what stays ("Keep them"). */
  safeLabel: string;
  onSafe: () => void;
  /** The other answer, verb first ("Delete 12"). */
  confirmLabel: string;
  onConfirm: () => void;
  confirmIcon?: LucideIcon;
  confirmTone?: Tone;
  /** The other answer takes something away. */
  danger?: boolean;
};

/** A question that must be answered. Focus starts on the safe answer and returns to where it was. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, lead, safeLabel, onSafe, confirmLabel, onConfirm, confirmIcon, confirmTone, danger } =
    props;
  const safe = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => (next ? undefined : onSafe())}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="scrim" />
        <AlertDialog.Popup className="dialog float" initialFocus={safe} data-owns-keys="">
          <header>
            <AlertDialog.Title>{title}</AlertDialog.Title>
            <AlertDialog.Description className="second">{lead}</AlertDialog.Description>
          </header>
          <footer>
            <span className="grow" />
            <Button ref={safe} keys={['Esc']} onClick={onSafe}>
              {safeLabel}
            </Button>
            <Button
              className={danger ? 'danger' : undefined}
              icon={confirmIcon}
              iconTone={confirmTone}
              onClick={onConfirm}
            >
              {confirmLabel}
            </Button>
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
