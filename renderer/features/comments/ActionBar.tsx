import { CornerUpLeft } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionKind } from '../../../main/domain/decision.ts';
import { Button } from '../../components/Button.tsx';
import type { Tone } from '../../components/Icon.tsx';
import {
  type CommentStatus,
  decisionKeys,
  decisionText,
  fittingDecisions,
  takesReplies,
} from './desk-words.ts';
import { decisionIcons } from './use-decisions.tsx';

interface ActionBarProps {
  status: CommentStatus;
  /** False: the site does not let this user decide. */
  mayDecide: boolean;
  replying: boolean;
  /** Place in the list from 0, or null for a comment that is not in it. */
  index: number | null;
  total: number;
  onDecide: (decision: DecisionKind) => void;
  onReply: () => void;
}

const tones: Partial<Record<DecisionKind, Tone>> = { approve: 'approved', spam: 'spam' };

/** What can be done with the comment, and where in the list it stands. */
export function ActionBar({ status, mayDecide, replying, index, total, onDecide, onReply }: ActionBarProps) {
  const { t } = useTranslation(['comments', 'common']);
  const reasonId = useId();
  const [first, ...others] = fittingDecisions(status);
  const button = (decision: DecisionKind) => (
    <Button
      key={decision}
      icon={decisionIcons[decision]}
      iconTone={tones[decision]}
      keys={[decisionKeys[decision]]}
      aria-disabled={mayDecide ? undefined : true}
      aria-describedby={mayDecide ? undefined : reasonId}
      onClick={() => mayDecide && onDecide(decision)}
    >
      {t(`action.${decisionText(decision, status)}`)}
    </Button>
  );
  return (
    <>
      <fieldset className="actions" aria-label={t('action.label')}>
        {first !== undefined && button(first)}
        {takesReplies(status) && (
          <Button icon={CornerUpLeft} keys={['R']} pressed={replying} onClick={onReply}>
            {t('action.reply')}
          </Button>
        )}
        {others.map(button)}
        <span className="grow" />
        {index !== null && (
          <span className="quiet num">{t('common:list.position', { position: index + 1, total })}</span>
        )}
      </fieldset>
      {!mayDecide && (
        <p className="reason" id={reasonId}>
          {t('mayNot')}
        </p>
      )}
    </>
  );
}
