import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../data/request.ts';
import type { Building } from './use-search.ts';

type Notes = CallOutput<'search', 'find'>['notes'];

/** What is to be known about the results: the index is not whole yet; something typed was not understood. */
export function SearchNotes({ notes, building }: { notes: Notes; building: Building }) {
  const { t } = useTranslation('search');
  if (notes.length === 0 && building === null) return null;
  return (
    <div className="notes">
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
