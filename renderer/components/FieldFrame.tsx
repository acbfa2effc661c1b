import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';

/** What every field shares: its name, a hint, and what is wrong with what was typed. */
export type FieldWords = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong; also marks the field as invalid. Say what to do, not only that it is wrong. */
  problem?: ReactNode;
  /** Says "optional" after the label. */
  optional?: boolean;
};

/** Attributes that tie a control to its words. */
type Wiring = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

type FieldFrameProps = FieldWords & {
  /** Draws the box around the control; `wiring` goes on the control itself. */
  children: (wiring: Wiring) => ReactNode;
};

/** Label above, control, hint, problem below, wired for screen readers. */
export function FieldFrame({ label, hint, problem, optional = false, children }: FieldFrameProps) {
  const { t } = useTranslation();
  const id = useId();
  const wrong = problem !== undefined && problem !== null && problem !== '';
  const described = [hint === undefined ? '' : `${id}hint`, wrong ? `${id}problem` : ''].filter(Boolean);
  return (
    <div className="form-field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="quiet"> {t('field.optional')}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described.join(' ') || undefined,
        'aria-invalid': wrong || undefined,
      })}
      {hint !== undefined && (
        <p className="hint" id={`${id}hint`}>
          {hint}
        </p>
      )}
      {/* Always there, so that a problem that appears is read aloud. */}
      <div aria-live="polite" id={`${id}problem`}>
        {wrong && (
          <p className="problem">
            <Icon of={TriangleAlert} small />
            <span>{problem}</span>
          </p>
        )}
      </div>
    </div>
  );
}
