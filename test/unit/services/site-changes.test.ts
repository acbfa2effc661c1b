import { expect, test } from 'vitest';
import { siteChanges } from '../../../main/services/site-changes.ts';
import { aSite } from '../../support/builders.ts';

const one = aSite({ id: 'one', title: 'Едно', url: 'https://one.example' });
const two = aSite({ id: 'two', title: 'Две', url: 'https://two.example' });

test('the same sites are no change, whatever they are called now', () => {
  expect(siteChanges([one, two], [two, { ...one, title: 'Друго' }])).toEqual({
    sitesGone: [],
    sitesBack: [],
  });
});

test('a site that only one of the two has is named, by its host where it has no title', () => {
  expect(siteChanges([one], [{ ...two, title: '' }])).toEqual({
    sitesGone: ['Едно'],
    sitesBack: ['two.example'],
  });
});

test('one that was connected anew since stays, and asks for its password', () => {
  expect(siteChanges([{ ...one, id: 'anew' }], [one])).toEqual({ sitesGone: [], sitesBack: ['Едно'] });
});

test('the practice blog asks for none', () => {
  expect(siteChanges([], [{ ...one, platform: 'practice' }])).toEqual({ sitesGone: [], sitesBack: [] });
});
