import { expect, test } from 'vitest';
import { inForm, nameFor } from '../../../../renderer/features/search/saved-searches.ts';

test.each([
  ['влак', 'Влак'],
  ['is:pending has:link', 'Pending, link'],
  ['author:"Мария П" „бавен влак“ -автобус', 'Бавен влак -автобус'],
  ['site:"Бавни влакове"', 'Бавни влакове'],
  ['теснолинейк*', 'Теснолинейк'],
  [`${'дълга '.repeat(20)}`, `Дълга${' дълга'.repeat(5)}…`],
  ['🚂'.repeat(45), `${'🚂'.repeat(40)}…`],
])('%s is offered to be called %s', (query, name) => expect(nameFor(query)).toBe(name));

test('the same query in another order of blanks is the same search', () => {
  expect(inForm('  влак   is:pending ')).toBe(inForm('is:pending влак'));
  expect(inForm('влак')).not.toBe(inForm('влак is:pending'));
});
