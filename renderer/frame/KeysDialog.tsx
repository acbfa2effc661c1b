import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { Keycaps } from '../components/Keycaps.tsx';
import { useDesk } from './desk.ts';
import { type KeyGroup, keyGroups } from './key-groups.ts';

/** All keys of the app, by where they work. */
export function KeysDialog() {
  const { t } = useTranslation('frame');
  const { t: common } = useTranslation();
  const { opened, close } = useDesk();
  return (
    <Dialog
      open={opened.kind === 'keys'}
      onClose={close}
      width="wide"
      title={t('keys.title')}
      lead={t('keys.letters')}
      footer={
        <>
          <span className="grow" />
          <Button keys={['Esc']} onClick={close}>
            {common('action.close')}
          </Button>
        </>
      }
    >
      <div className="key-groups">
        {keyGroups(t).map((group) => (
          <KeyTable key={group.title} {...group} />
        ))}
      </div>
    </Dialog>
  );
}

function KeyTable({ title, rows }: KeyGroup) {
  return (
    <table>
      <caption>{title}</caption>
      <tbody>
        {rows.map(([label, ...combinations]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              {combinations.map((keys) => (
                <span className="combination" key={keys.join(' ')}>
                  <Keycaps keys={keys} always />
                  <span className="sr">{keys.join(' ')}</span>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
