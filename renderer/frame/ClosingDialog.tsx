import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../components/ConfirmDialog.tsx';
import { request } from '../data/request.ts';
import { flushUnsaved } from '../data/unsaved.ts';
import { useBridgeEvent } from '../data/use-bridge-event.ts';

const letGo = () => void request('app', 'readyToClose', {});

/** Saves everything before the window closes, and asks if something cannot be saved. */
export function ClosingDialog() {
  const { t } = useTranslation('frame');
  const [asking, setAsking] = useState(false);
  useBridgeEvent('closing', () => {
    void flushUnsaved().then((safe) => (safe ? letGo() : setAsking(true)));
  });
  return (
    <ConfirmDialog
      open={asking}
      title={t('closing.title')}
      lead={t('closing.lead')}
      safeLabel={t('closing.keep')}
      onSafe={() => setAsking(false)}
      confirmLabel={t('closing.close')}
      onConfirm={letGo}
    />
  );
}
