import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { TextArea } from '../components/TextArea.tsx';
import { flushUnsaved, unsavedWords } from '../data/unsaved.ts';

/** Shown when the page broke: saves what it can, shows the words it could not save, and offers to open again. */
export function CrashPage({ problem }: { problem: unknown }) {
  const { t } = useTranslation('frame');
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    void flushUnsaved().then((safe) => setWords(safe ? '' : unsavedWords()));
  }, []);
  const kept = words ?? '';
  return (
    <main className="stopped">
      <h1>{t('crash.title')}</h1>
      <p className="second">
        {words === null ? t('crash.saving') : kept === '' ? t('crash.leadSaved') : t('crash.lead')}
      </p>
      {kept !== '' && <TextArea label={t('crash.words')} value={kept} readOnly onChange={() => {}} />}
      <div>
        <Button variant="primary" onClick={() => location.reload()}>
          {t('crash.reload')}
        </Button>
      </div>
      <details>
        <summary>{t('crash.details')}</summary>
        <pre>{problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}</pre>
      </details>
    </main>
  );
}
