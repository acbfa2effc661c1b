// Versions whose texts damage has taken: told wherever one could be chosen or hoped for.
import { expect, test } from 'vitest';
import { LeftVersions } from '../../../../renderer/features/library/LeftVersions.tsx';
import { ChosenVersion } from '../../../../renderer/features/revisions/ChosenVersion.tsx';
import { LostPostHere } from '../../../../renderer/features/revisions/LostPostHere.tsx';
import { LostPostRow } from '../../../../renderer/features/revisions/LostPostRow.tsx';
import { VersionCompare } from '../../../../renderer/features/revisions/VersionCompare.tsx';
import { VersionList } from '../../../../renderer/features/revisions/VersionList.tsx';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';
import { someFields } from '../../../support/builders.ts';
import { aDamage } from '../library/a-damage.ts';
import { answered, rendered } from '../rendered.tsx';
import { aLostPost, lostAre } from './a-lost-post.ts';

const nothing = () => {};
const row = (id: string) => ({
  ...({ id, kind: 'edited', at: '2026-11-02T08:00:00.000Z', words: 560, changed: 1 } as const),
  status: 'draft' as const,
});

/** Main's answer to what the words of `r` are. */
const versionIs = (body: string, id: string) => {
  const fields = someFields({ title: 'Чай', body });
  return answered('revisions', 'get', { revisionId: 'r' }, { id, postId: 'p', fields });
};

/** A version compared with an empty text. `shown`: whose answer stands there, until the chosen one's has come. */
const compared = (body: string, damaged: readonly string[] | undefined, shown = 'r') =>
  rendered(
    <VersionCompare
      {...{ revisionId: 'r', damaged, language: 'bg' }}
      present={{ title: 'Чай', body: '', excerpt: '' }}
    />,
    [versionIs(body, shown)],
  );

test('the history tells which text is damaged, and never calls an empty rest of it the same words', () => {
  setupLanguage('en');
  const list = rendered(
    <VersionList
      {...{ rows: [row('a'), row('b')], apart: new Map(), damaged: ['b'], chosen: 'a', siteZone: undefined }}
      {...{ onChoose: nothing, onRestore: nothing, ref: null }}
    />,
  );
  expect(list.match(/Its text is damaged/g)).toHaveLength(1);
  expect(list.match(/560 words/g)).toHaveLength(1);
  expect(compared('', [])).toContain('The same words as now');
  expect(compared('', ['r'])).toMatch(/The text of this version is damaged\..*Choose another version/);
  expect(compared('', ['r'])).not.toContain('The same words as now');
  // What is left of it can be read.
  expect(compared('Влакът тръгва', ['r'])).toMatch(/is damaged\..*Влакът тръгва/);
});

test('until it is known which texts are damaged, none is called the same words', () => {
  setupLanguage('en');
  expect(compared('', undefined)).not.toContain('he same');
  expect(compared('Влакът тръгва', undefined)).toContain('Влакът тръгва');
});

test('a version that stays in view while another one is fetched is told by its own text, not by that', () => {
  setupLanguage('en');
  expect(compared('Влакът тръгва', ['r'], 'before')).not.toContain('is damaged');
  expect(compared('Влакът тръгва', ['before'], 'before')).toContain('is damaged');
  expect(compared('', ['before'], 'before')).not.toContain('The same words as now');
});

test('a version that was refused because its text is damaged says so once', () => {
  setupLanguage('en');
  const refused = { kind: 'validation', field: 'revisionId', reason: 'damaged-text', detail: '' } as const;
  const pane = (damaged: string[]) =>
    rendered(
      <ChosenVersion
        {...{ row: row('r'), apart: new Map(), siteZone: undefined, damaged, error: refused }}
        {...{ language: 'bg', present: { title: 'Чай', body: '', excerpt: '' } }}
      />,
      [versionIs('Влакът тръгва', 'r')],
    );
  expect(pane([])).toContain('is damaged');
  expect(pane(['r']).match(/The text of this version is damaged/g)).toHaveLength(1);
});

test('of a lost post without a whole text no version is promised', () => {
  setupLanguage('bg');
  const post = aLostPost({ versions: 0 });
  const told = rendered(<LostPostRow post={post} onDiscard={nothing} />);
  expect(told).toContain('Текстът ѝ е повреден');
  expect(told).not.toMatch(/0 версии|3 думи/);
  expect(rendered(<LostPostHere post={post} />)).toContain('и текстовете на по-ранните ѝ версии');
  expect(rendered(<LostPostHere post={{ ...post, joins: true }} />)).toContain('ѝ версии са повредени');
  const left = rendered(<LeftVersions damage={aDamage()} />, [lostAre(post)]);
  expect(left).toContain('(текстовете им са повредени)');
  expect(left).not.toContain('0 версии');
});
