import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';

interface FormFooterProps {
  /** Id of the form that the primary button sends. */
  form: string;
  /** What is being done, beside the buttons, so that these stay as they are; null while nothing is. */
  busy: string | null;
  action: string;
  onCancel: () => void;
}

/** The foot of a dialog with a form: Cancel, and at its right the button that sends it. */
export function FormFooter({ form, busy, action, onCancel }: FormFooterProps) {
  const { t } = useTranslation();
  return (
    <>
      <span className="grow cut second" role="status">
        {busy}
      </span>
      <Button keys={['Esc']} onClick={onCancel}>
        {t('action.cancel')}
      </Button>
      <Button type="submit" form={form} variant="primary" keys={['Enter']} aria-disabled={busy !== null}>
        {action}
      </Button>
    </>
  );
}
