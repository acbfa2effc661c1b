import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactNode, type RefObject, useRef } from 'react';
import { classNames } from './class-names.ts';

type DialogProps = {
  open: boolean;
  /** Called with Esc and with a click beside the dialog. */
  onClose: () => void;
  /** The question or the task, in sentence case. */
  title: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** Above the title: a badge, a count. */
  above?: ReactNode;
  children?: ReactNode;
  /** Buttons; put `<span className="grow" />` before those that belong to the right. */
  footer?: ReactNode;
  /** 480, 720 or 1220 px at most. */
  width?: 'normal' | 'wide' | 'widest';
  /** What gets the focus; otherwise the first control. Focus returns to where it was on closing. */
  initialFocus?: RefObject<HTMLElement | null>;
  /** What gets the focus on closing, where what had it before is not wanted or not there any more (null: that). */
  finalFocus?: (() => HTMLElement | null) | undefined;
};

/** A modal dialog. While it is open, hotkeys of the view below do nothing (see `useHotkeys`). */
export function Dialog(props: DialogProps) {
  const {
    open,
    onClose,
    title,
    lead,
    above,
    children,
    footer,
    width = 'normal',
    initialFocus,
    finalFocus,
  } = props;
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup
          className={classNames('dialog float', width !== 'normal' && width)}
          data-owns-keys=""
          {...(initialFocus === undefined ? {} : { initialFocus })}
          ref={popup}
          {...(finalFocus === undefined ? {} : { finalFocus: unlessMoved(popup, finalFocus) })}
        >
          <header>
            {above !== undefined && <div className="row">{above}</div>}
            <Base.Title>{title}</Base.Title>
            {lead !== undefined && <Base.Description className="second">{lead}</Base.Description>}
          </header>
          {children !== undefined && <div className="body">{children}</div>}
          {footer !== undefined && <footer>{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/**
 * While the dialog fades out, the view behind it can be used already: what somebody has focused there keeps the focus.
 * Base UI sees to it by itself only where nothing is asked of it. False: nothing gets the focus; null: what had it before.
 */
const unlessMoved =
  (popup: RefObject<HTMLElement | null>, finalFocus: () => HTMLElement | null) =>
  (): HTMLElement | null | false => {
    const { activeElement, body } = document;
    const isHere = activeElement === null || activeElement === body || popup.current?.contains(activeElement);
    return isHere ? finalFocus() : false;
  };
