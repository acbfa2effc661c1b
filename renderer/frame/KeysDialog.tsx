import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { Keycaps } from '../components/Keycaps.tsx';
import { ScrollRegion } from '../components/ScrollRegion.tsx';
import { VisuallyHidden } from '../components/VisuallyHidden.tsx';
import { useDesk } from './desk.ts';
import { type KeyGroup, keyGroups } from './key-groups.ts';

/** All keys of the app, by where they work. */
export function KeysDialog() {
  const { t } = useTranslation('frame');
  const { t: common } = useTranslation();
  const { opened, close } = useDesk();
  const done = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={opened.kind === 'keys'}
      onClose={close}
      width="wide"
      initialFocus={done}
      title={t('keys.title')}
      lead={t('keys.letters')}
      footer={
        <>
          <span className="grow" />
          <Button ref={done} keys={['Esc']} onClick={close}>
            {common('action.close')}
          </Button>
        </>
      }
    >
      <ScrollRegion className="key-groups" aria-label={t('keys.title')}>
        {keyGroups(t).map((group) => (
          <KeyTable key={group.title} {...group} />
        ))}
      </ScrollRegion>
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
                  <VisuallyHidden>{keys.join(' ')}</VisuallyHidden>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
