import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../data/request.ts';
import type { Building } from './use-search.ts';

type Notes = CallOutput<'search', 'find'>['notes'];

interface SearchNotesProps {
  notes: Notes;
  building: Building;
  isStuck: boolean;
}

/**
 * What is to be known about the results: the index is not whole yet or takes no changes; something typed was not
 * understood.
 */
export function SearchNotes({ notes, building, isStuck }: SearchNotesProps) {
  const { t } = useTranslation('search');
  if (notes.length === 0 && building === null && !isStuck) return null;
  return (
    <div className="notes">
      {isStuck && <p>{t('stuck')}</p>}
      {building !== null && (
        <div className="building">
          <span>{t('building', building)}</span>
          <progress value={building.done} max={Math.max(1, building.total)} aria-label={t('buildingLabel')} />
        </div>
      )}
      {notes.map(({ kind, text }) => (
        <p key={`${kind} ${text}`}>{t(`note.${kind}`, { text })}</p>
      ))}
    </div>
  );
}
