import { describe, expect, it } from 'vitest';
import { preventable, StrictEmitter, strict, strictClass } from '../../host/strict.ts';

class Bell extends StrictEmitter {
  readonly #tone = 'ding';
  volume = 1;
  constructor() {
    super('bell', ['ring']);
  }
  static count = 0;
  ring(): string {
    this.emit('ring', this.#tone);
    return this.#tone;
  }
}
strictClass('bell', Bell);

const anyBell = Bell as unknown as Record<string, unknown> & (new () => Record<string, unknown>);

describe('a strict class', () => {
  it('works as before where it is modelled, private fields included', () => {
    const bell = new Bell();
    const heard: unknown[] = [];
    bell.once('ring', (tone) => heard.push(tone));
    expect(bell.ring()).toBe('ding');
    expect(heard).toEqual(['ding']);
    bell.volume = 2;
    expect(bell.volume).toBe(2);
    expect(Bell.count).toBe(0);
  });

  it('throws when something else is read or written, on instances and on the class', () => {
    const bell = new anyBell();
    expect(() => bell.colour).toThrow('does not model bell.colour');
    expect(() => {
      bell.colour = 'red';
    }).toThrow('does not model bell.colour');
    expect(() => anyBell.all).toThrow('does not model bell.all');
  });

  it('refuses listeners of events that never come', () => {
    const bell = new Bell();
    for (const listen of ['on', 'once', 'addListener', 'prependListener'] as const) {
      expect(() => bell[listen]('chime', () => undefined)).toThrow("the event 'chime' of bell");
    }
  });

  it('can be looked at by tools and awaited', async () => {
    const bell = new Bell();
    expect(await bell).toBe(bell);
    expect(String(bell)).toBe('[object Object]');
  });
});

it('a strict object throws at its end only', () => {
  const shell = strict('shell', { beep: () => 'beep' }) as Record<string, () => string>;
  expect(shell.beep?.()).toBe('beep');
  shell.beep = () => 'replaced';
  expect(shell.beep()).toBe('replaced');
  expect(() => shell.trashItem).toThrow('does not model shell.trashItem');
  expect('trashItem' in shell).toBe(false);
});

it('an event remembers that it was prevented, also when the method is taken off', () => {
  const event = preventable({ url: 'x' });
  expect(event.defaultPrevented).toBe(false);
  const { preventDefault } = event;
  preventDefault();
  expect(event).toMatchObject({ url: 'x', defaultPrevented: true });
});
