import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { useCommand } from '../../data/use-command.ts';
import { passwordPage } from './site-address.ts';

/** Says where an application password is made; a link to that page of the site once its address is typed. */
export function PasswordHelp({ address }: { address: string }) {
  const { t } = useTranslation('sites');
  const { run } = useCommand('app', 'openLink');
  const page = passwordPage(address);
  return (
    <>
      {t('connect.passwordHint')}{' '}
      {/* Takes its place from the start, so that nothing moves while the address is typed. */}
      <span className={page === null ? 'not-yet' : undefined}>
        <Button variant="link" onClick={() => (page === null ? undefined : void run({ url: page }))}>
          {t('connect.makePassword')}
        </Button>
      </span>
    </>
  );
}
