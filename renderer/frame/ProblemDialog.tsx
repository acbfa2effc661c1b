import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { useErrorText } from '../i18n/error-text.ts';
import { useDesk } from './desk.ts';

/** A failure that belongs to no field and no view: what happened, what is safe, what to do. */
export function ProblemDialog() {
  const { t } = useTranslation();
  const { opened, close } = useDesk();
  const textOf = useErrorText();
  const text = opened.kind === 'problem' ? textOf(opened.error) : null;
  return (
    <Dialog
      open={text !== null}
      onClose={close}
      title={text?.what}
      lead={text?.safe}
      footer={
        <>
          <span className="grow" />
          <Button keys={['Esc']} onClick={close}>
            {t('action.close')}
          </Button>
        </>
      }
    >
      <p>{text?.todo}</p>
    </Dialog>
  );
}
