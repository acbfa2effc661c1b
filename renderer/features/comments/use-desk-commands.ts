import { CornerUpLeft, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DecisionKind } from '../../../main/domain/decision.ts';
import { type Command, useCommands } from '../../frame/commands.ts';
import { useKeywords, useOtherWords } from '../../frame/use-other-words.ts';
import { decisionKeys, decisionText, fittingDecisions, takesReplies } from './desk-words.ts';
import type { CommentDeskState } from './use-comment-desk.ts';
import { decisionIcons } from './use-decisions.tsx';

type Port = Pick<CommentDeskState, 'target' | 'mayDecide' | 'reply' | 'undo'>;

/** What can be done with the comment under the cursor, in the palette: what its buttons and keys do. */
export function useDeskCommands(
  { target, mayDecide, reply, undo }: Port,
  decide: (kind: DecisionKind) => void,
): void {
  const { t } = useTranslation(['comments', 'frame']);
  const words = useOtherWords('comments');
  const frameWords = useOtherWords('frame');
  const keywords = useKeywords();
  const commands: Command[] = [
    {
      id: 'undo',
      label: t('frame:keys.undo'),
      also: [...frameWords((other) => other('keys.undo')), ...keywords('findBy.undo')],
      icon: Undo2,
      group: 'do',
      keys: ['Z'],
      run: undo,
    },
  ];
  if (target !== null) {
    const name = target.authorName.trim() === '' ? t('thread.anonymous') : target.authorName;
    const about = (text: `action.${'reply' | ReturnType<typeof decisionText>}`) => ({
      label: t('action.about', { action: t(text), name }),
      also: words((other) => other(text)),
      group: 'do' as const,
    });
    const decisions = mayDecide ? fittingDecisions(target.status) : [];
    commands.unshift(
      ...decisions.map((kind) => ({
        id: `decide-${kind}`,
        ...about(`action.${decisionText(kind, target.status)}`),
        icon: decisionIcons[kind],
        keys: [decisionKeys[kind]],
        run: () => decide(kind),
      })),
      ...(takesReplies(target.status)
        ? [{ id: 'reply', ...about('action.reply'), icon: CornerUpLeft, keys: ['R'], run: reply.write }]
        : []),
    );
  }
  useCommands(commands, 1);
}
