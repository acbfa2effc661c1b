import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useCall } from '../../data/use-call.ts';
import { useDesk } from '../../frame/desk.ts';

/** The records of a site that could not be read: which, and why. Everything else of the site is here. */
export function SetAsideDialog() {
  const { t } = useTranslation('sites');
  const { t: common } = useTranslation();
  const { opened, close } = useDesk();
  const siteId = opened.kind === 'setAside' ? opened.siteId : '';
  const { data } = useCall('sites', 'setAside', { siteId }, { enabled: siteId !== '', keepPrevious: false });
  return (
    <Dialog
      open={siteId !== ''}
      onClose={close}
      width="wide"
      title={t('setAside.title')}
      lead={t('setAside.lead')}
      footer={
        <>
          <span className="grow" />
          <Button keys={['Esc']} onClick={close}>
            {common('action.close')}
          </Button>
        </>
      }
    >
      <ul className="set-aside">
        {data?.map((record) => (
          <li key={`${record.what} ${record.remoteId}`}>
            <b>{t(`setAside.${record.what}`, { id: record.remoteId })}</b>
            <p>{record.problem}</p>
            <details>
              <summary>{t('setAside.source')}</summary>
              <pre>{record.source}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
