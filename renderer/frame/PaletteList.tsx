import { useTranslation } from 'react-i18next';
import { ComboboxOption } from '../components/ComboboxOption.tsx';
import { classNames } from '../components/class-names.ts';
import { Icon } from '../components/Icon.tsx';
import { Keycaps } from '../components/Keycaps.tsx';
import { OptionGroup } from '../components/OptionGroup.tsx';
import { formatNumber } from '../i18n/numbers.ts';
import { currentLanguage } from '../i18n/setup.ts';
import type { Result, ResultGroup } from './palette-results.ts';
import { optionId } from './use-palette.ts';

interface PaletteListProps {
  groups: readonly ResultGroup[];
  /** Index of the line under the cursor, counted over all groups. */
  cursor: number;
  onChoose: (result: Result) => void;
}

const titles = {
  do: 'palette.do',
  goTo: 'palette.goTo',
  posts: 'palette.inYourWords',
  search: 'palette.inTexts',
} as const;

/** What was found, by kind. The input keeps the focus and names the line under the cursor. */
export function PaletteList({ groups, cursor, onChoose }: PaletteListProps) {
  const { t } = useTranslation('frame');
  let index = -1;
  return (
    <div className="found" id="palette-results" role="listbox" aria-label={t('palette.results')}>
      {groups.map((group) => (
        <OptionGroup key={group.kind} labelledBy={`palette-${group.kind}`}>
          <div className="group" id={`palette-${group.kind}`} aria-hidden>
            {t(titles[group.kind])}
          </div>
          {group.results.map((result) => {
            index += 1;
            return (
              <Line
                key={result.id}
                id={optionId(index)}
                result={result}
                isCursor={index === cursor}
                isWords={group.kind === 'posts'}
                onChoose={onChoose}
              />
            );
          })}
        </OptionGroup>
      ))}
    </div>
  );
}

interface LineProps {
  id: string;
  result: Result;
  isCursor: boolean;
  /** Somebody's words: set in serif. */
  isWords: boolean;
  onChoose: (result: Result) => void;
}

function Line({ id, result, isCursor, isWords, onChoose }: LineProps) {
  const { label, from, to } = result;
  return (
    <ComboboxOption id={id} className="line" isCursor={isCursor} onChoose={() => onChoose(result)}>
      <Icon of={result.icon} />
      <span className={classNames('cut', isWords && 'serif')} lang={result.lang}>
        {label.slice(0, from)}
        {to > from && <mark>{label.slice(from, to)}</mark>}
        {label.slice(to)}
      </span>
      {result.detail !== undefined && <span className="detail cut quiet">{result.detail}</span>}
      <span className="grow" />
      {result.count !== undefined && result.count > 0 && (
        <span className="num quiet">{formatNumber(result.count, currentLanguage())}</span>
      )}
      {result.keys !== undefined && <Keycaps keys={result.keys} always />}
    </ComboboxOption>
  );
}
