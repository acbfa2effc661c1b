import { ArrowUpFromLine } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Pane } from '../../components/Pane.tsx';
import { ProblemNotice } from '../../components/ProblemNotice.tsx';
import { useCall } from '../../data/use-call.ts';
import { useDesk } from '../../frame/desk.ts';
import { useFirstFocus } from '../../frame/first-focus.ts';
import { useErrorText } from '../../i18n/error-text.ts';
import { OutboxSections } from './OutboxSections.tsx';
import './outbox.css';
import type { OutboxList } from './outbox-words.ts';

/** What waits to reach the sites, why, and what was sent today. */
export function OutboxView() {
  const { t } = useTranslation('outbox');
  const { sendNow } = useDesk();
  const errorText = useErrorText();
  const { data, error } = useCall('outbox', 'list', {});
  const page = useRef<HTMLDivElement>(null);
  useFirstFocus(() => page.current?.focus(), data !== undefined);
  const problem = error === null ? null : errorText(error);
  return (
    <main className="main">
      <Pane label={t('title')} surface="paper">
        <div className="page scroll" ref={page} tabIndex={-1}>
          {problem !== null && <ProblemNotice what={problem.what} kept={problem.safe} next={problem.todo} />}
          {data !== undefined && (
            <>
              <div className="lead">
                <h1>
                  <Headline list={data} />
                </h1>
                <span className="grow" />
                {data.waiting.some(({ waitingFor }) => waitingFor !== 'password') && (
                  <Button icon={ArrowUpFromLine} keys={['Mod', 'Shift', 'S']} onClick={sendNow}>
                    {t('action.sendNow')}
                  </Button>
                )}
              </div>
              {isEmpty(data) ? <p className="second">{t('empty.lead')}</p> : <OutboxSections list={data} />}
            </>
          )}
        </div>
      </Pane>
    </main>
  );
}

const isEmpty = ({ needsYou, waiting, sent }: OutboxList): boolean =>
  needsYou.length + waiting.length + sent.length === 0;

/** The one sentence that matters: "3 waiting to be sent. 1 needs you." */
function Headline({ list }: { list: OutboxList }) {
  const { t } = useTranslation('outbox');
  const { waiting, needsYou } = list;
  if (isEmpty(list)) return t('empty.title');
  const sentences = [
    waiting.length > 0 ? t('lead.waiting', { count: waiting.length }) : '',
    needsYou.length > 0 ? t('lead.needYou', { count: needsYou.length }) : '',
  ].filter(Boolean);
  return sentences.length === 0 ? t('lead.empty') : sentences.join(' ');
}
