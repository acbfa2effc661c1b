import { useTranslation } from 'react-i18next';
import type { AppError } from '../../main/domain/app-error.ts';
import { Button } from '../components/Button.tsx';
import { ProblemNotice } from '../components/ProblemNotice.tsx';
import { useErrorText } from '../i18n/error-text.ts';

/** Shown instead of everything else when the library cannot be opened: what happened, what is safe, what to do. */
export function StartFailure({ error, onRetry }: { error: AppError; onRetry: () => void }) {
  const { t } = useTranslation('frame');
  const { what, safe, todo } = useErrorText()(error);
  return (
    <main className="stopped">
      <h1>{t('start.title')}</h1>
      <ProblemNotice
        what={what}
        kept={safe}
        next={todo}
        actions={<Button onClick={onRetry}>{t('start.retry')}</Button>}
      />
    </main>
  );
}
