import { Link } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon.tsx';
import { StateBadge } from '../../components/StateBadge.tsx';
import { Tile } from '../../components/Tile.tsx';
import { Time } from '../../components/Time.tsx';
import { formatNumber } from '../../i18n/numbers.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import type { Person } from './desk-words.ts';

interface PersonCardProps {
  person: Person;
  language: string;
  timeZone: string;
  /** Links in the current comment, for the narrow strip. */
  links: number;
}

/** Who wrote the comment and what is known of them. In a narrow window it is a strip above the thread. */
export function PersonCard({ person, language, timeZone, links }: PersonCardProps) {
  const { t } = useTranslation(['comments', 'status']);
  const name = person.name.trim() === '' ? t('thread.anonymous') : person.name;
  return (
    <aside className="side scrolls" aria-label={t('person.title')}>
      <section>
        <h3>{t('person.title')}</h3>
        <div className="person">
          <Tile name={name} large />
          <div className="selectable">
            <b className="cut" lang={language} title={name}>
              <bdi>{name}</bdi>
            </b>
            {person.email !== '' && (
              <span className="quiet cut" lang="en" title={person.email}>
                <bdi>{person.email}</bdi>
              </span>
            )}
          </div>
        </div>
        <Facts person={person} timeZone={timeZone} />
      </section>
      <section className="wide-hide row">
        {person.approved === 0 ? (
          <span className="quiet">{t('person.approvedCount', { count: 0 })}</span>
        ) : (
          <StateBadge
            of="comment"
            state="approved"
            label={t('person.approvedCount', { count: person.approved })}
          />
        )}
        <span className="quiet">{t('person.spamCount', { count: person.spam })}</span>
        {links > 0 && (
          <span className="state pending">
            <Icon of={Link} />
            {t('status:links', { count: links })}
          </span>
        )}
      </section>
    </aside>
  );
}

/** A count as people read it. */
const count = (value: number): string => formatNumber(value, currentLanguage());

function Facts({ person, timeZone }: { person: Person; timeZone: string }) {
  const { t } = useTranslation('comments');
  const isFirst = person.approved + person.pending + person.spam <= 1;
  return (
    <dl className="facts wide">
      <dt>{t('person.approved')}</dt>
      <dd>{person.approved === 0 ? 0 : <Approved approved={person.approved} />}</dd>
      <dt>{t('person.pending')}</dt>
      <dd>{count(person.pending)}</dd>
      <dt>{t('person.spam')}</dt>
      <dd>{count(person.spam)}</dd>
      <dt>{t('person.firstSeen')}</dt>
      <dd>
        {isFirst ? t('person.firstComment') : <Time at={person.firstSeen} as="date" timeZone={timeZone} />}
      </dd>
      {!isFirst && (
        <>
          <dt>{t('person.lastSeen')}</dt>
          <dd>
            <Time at={person.lastSeen} as="relative" timeZone={timeZone} />
          </dd>
        </>
      )}
      <TextFact term={t('person.ip')} text={person.ip} />
      <TextFact term={t('person.site')} text={person.url} />
      <TextFact term={t('person.agent')} text={person.agent} />
    </dl>
  );
}

function Approved({ approved }: { approved: number }) {
  return <StateBadge of="comment" state="approved" label={count(approved)} />;
}

/** A field that a stranger's browser sent: shown as text, never as a link or a picture. */
function TextFact({ term, text }: { term: string; text: string }) {
  if (text.trim() === '') return null;
  return (
    <>
      <dt>{term}</dt>
      <dd lang="en">
        <bdi className="told" title={text}>
          {text}
        </bdi>
      </dd>
    </>
  );
}
