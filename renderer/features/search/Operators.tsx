import { useTranslation } from 'react-i18next';
import {
  FEATURE_NAMES,
  OPERATOR_NAMES,
  type Operator,
  STATE_NAMES,
} from '../../../main/domain/search-operators.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { useSites } from '../sites/use-sites.ts';
import { searchSession } from './search-session.ts';

/** The side of the search view: what can be said beside words. A click begins it in the field. */
export function Operators() {
  const { t } = useTranslation('search');
  const language = currentLanguage();
  const [site] = useSites();
  const nameOf = (operator: Operator) => `${OPERATOR_NAMES[operator][language][0]}:`;
  const states = (['pending', 'spam', 'draft'] as const).map((state) => STATE_NAMES[state][language][0]);
  const features = (['link', 'image', 'reply'] as const).map((one) => FEATURE_NAMES[one][language][0]);
  const rows: [operators: Operator[], example: string, lang?: string | undefined][] = [
    [['author'], site?.userName ?? t('example.name'), site?.language],
    [['email'], t('example.email')],
    [['post'], t('example.post')],
    [['is'], states.join(', ')],
    [['has'], features.join(', ')],
    [['before', 'after'], t('example.date')],
    [['site'], site?.title ?? t('example.site'), site?.language],
  ];
  return (
    <aside className="narrowing" aria-label={t('narrow')}>
      <h2>{t('narrow')}</h2>
      <dl className="facts">
        {rows.map(([operators, example, lang]) => (
          <Row key={operators.join()} names={operators.map(nameOf)} example={example} lang={lang} />
        ))}
      </dl>
      <p className="quiet advice">
        {t('tip.words')}{' '}
        <span className="spellings">
          <span lang="bg">влак</span> = vlak.
        </span>
      </p>
      <p className="quiet advice">{t('tip.days')}</p>
      <p className="quiet advice">{t('tip.signs')}</p>
    </aside>
  );
}

function Row({ names, example, lang }: { names: string[]; example: string; lang: string | undefined }) {
  return (
    <>
      <dt>
        {names.map((name) => (
          <button key={name} type="button" className="link" onClick={() => searchSession.beginOperator(name)}>
            {name}
          </button>
        ))}
      </dt>
      <dd lang={lang}>{example}</dd>
    </>
  );
}
