import { useTranslation } from 'react-i18next';
import { FEATURE_NAMES, operatorNamed, STATE_NAMES } from '../../../main/domain/search-operators.ts';
import type { CallOutput } from '../../data/request.ts';
import { currentLanguage } from '../../i18n/setup.ts';
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
        <p key={`${kind} ${text}`}>
          {t(`note.${kind}`, { text })} {kind === 'unknown-value' && <Values of={text} />}
        </p>
      ))}
    </div>
  );
}

/** What can stand after the operator that was typed, where that is one of a few words or a date. */
function Values({ of: typed }: { of: string }) {
  const { t } = useTranslation('search');
  const operator = operatorNamed(typed.slice(0, typed.indexOf(':')));
  if (operator === 'before' || operator === 'after') return t('note.dates');
  if (operator !== 'is' && operator !== 'has') return null;
  const language = currentLanguage();
  const names = Object.values(operator === 'is' ? STATE_NAMES : FEATURE_NAMES).map(
    (known) => known[language][0],
  );
  return t('note.values', { values: names.join(', ') });
}
