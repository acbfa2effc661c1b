import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../data/use-command.ts';
import { useDesk } from '../../frame/desk.ts';
import { useNotes } from '../../frame/notes.tsx';

/** What can be done about damage. */
export function useDamageActions() {
  const { t } = useTranslation('settings');
  const { fail, pullAll } = useDesk();
  const { say } = useNotes();
  const acknowledge = useCommand('library', 'acknowledgeDamage');
  const show = useCommand('library', 'showDamaged');
  return {
    pull: pullAll,
    /** @param onDone the button that was pressed goes away: the focus needs a place */
    acknowledge: async (onDone: () => void) => {
      const answer = await acknowledge.run({});
      if (answer.ok) onDone();
      else fail(answer.error);
    },
    show: async () => {
      const answer = await show.run({});
      if (!answer.ok) fail(answer.error);
      else if (!answer.value.shown) say({ kind: 'said', icon: TriangleAlert, text: t('library.notShown') });
    },
  };
}
