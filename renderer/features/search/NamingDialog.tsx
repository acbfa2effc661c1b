import { Bookmark } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameName, isSeen, LONGEST_NAME } from '../../../main/domain/saved-search-rules.ts';
import { withoutSite } from '../../../main/domain/search-sites.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { useCommand } from '../../data/use-command.ts';
import { useNotes } from '../../frame/notes.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import { FormFooter } from '../sites/FormFooter.tsx';
import { useSites } from '../sites/use-sites.ts';
import { type Naming, namingDialog, useNaming } from './naming.ts';
import { useKeptSearches } from './saved-searches.ts';

/** Asks under which name a search is kept. */
export function NamingDialog() {
  const wanted = useNaming();
  // As it was when the dialog opened: it is still seen while it closes.
  const [shown, setShown] = useState<{ naming: Naming; turn: number } | null>(null);
  if (wanted !== null && wanted !== shown?.naming) {
    setShown({ naming: wanted, turn: (shown?.turn ?? 0) + 1 });
  }
  return shown === null ? null : <NameForm key={shown.turn} naming={shown.naming} isOpen={wanted !== null} />;
}

function NameForm({ naming, isOpen }: { naming: Naming; isOpen: boolean }) {
  const { t } = useTranslation('search');
  const form = useNameForm(naming);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const which = naming.id === null ? 'save' : 'rename';
  return (
    <Dialog
      open={isOpen}
      onClose={namingDialog.close}
      title={t(`saved.${which}.title`)}
      lead={<span className="naming-query">{naming.query}</span>}
      initialFocus={input}
      footer={
        <FormFooter form={id} busy={null} action={t(`saved.${which}.action`)} onCancel={namingDialog.close} />
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.submit(event).then((done) => (done ? undefined : input.current?.focus()));
        }}
      >
        <Field
          ref={input}
          label={t('saved.name')}
          hint={form.replaces ? t('saved.replaces') : t('saved.hint')}
          problem={form.problem}
          value={form.name}
          maxLength={LONGEST_NAME}
          onFocus={(event) => event.currentTarget.select()}
          onChange={form.setName}
        />
      </form>
    </Dialog>
  );
}

/** The name as typed; `submit` answers whether it was kept. */
function useNameForm({ id, name: first, query }: Naming) {
  const { t } = useTranslation('search');
  const [name, setName] = useState(first);
  const [isMissing, setMissing] = useState(false);
  const { run, error } = useCommand('savedSearches', 'save');
  const { say } = useNotes();
  const sites = useSites();
  const errorText = useErrorText();
  const text = error === null ? null : errorText(error);
  const typed = name.trim();
  const replaces = useKeptSearches().some((kept) => id === null && isSameName(kept.name, typed));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(!isSeen(typed));
    if (!isSeen(typed) || !(await run({ id, name: typed, ...withoutSite(query, sites) })).ok) return false;
    namingDialog.close();
    say({
      kind: 'said',
      icon: Bookmark,
      text: t(id === null ? 'saved.done' : 'saved.renamed', { name: typed }),
    });
    return true;
  };
  const problem = isMissing && !isSeen(typed) ? t('saved.nameMissing') : text && `${text.what} ${text.todo}`;
  return { name, setName, replaces, problem, submit };
}
