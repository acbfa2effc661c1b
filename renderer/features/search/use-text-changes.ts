import { type RefObject, useEffect, useEffectEvent } from 'react';

interface TextChanges {
  /** The browser is about to change the text. */
  before: (event: InputEvent) => void;
  /** It has, to this; React has not been told yet. */
  after: (event: InputEvent, text: string) => void;
  /** Something else is selected, in the field or elsewhere. */
  selected: () => void;
}

/** What the browser does to the text of a field, step by step: React's own events do not tell what kind of step it is. */
export function useTextChanges(field: RefObject<HTMLInputElement | null>, on: TextChanges): void {
  const onBefore = useEffectEvent(on.before);
  const onAfter = useEffectEvent(on.after);
  const onSelected = useEffectEvent(on.selected);
  useEffect(() => {
    const element = field.current;
    if (element === null) return;
    const before = (event: InputEvent) => onBefore(event);
    const after = (event: Event) => event instanceof InputEvent && onAfter(event, element.value);
    const selected = () => onSelected();
    element.addEventListener('beforeinput', before);
    element.addEventListener('input', after);
    document.addEventListener('selectionchange', selected);
    return () => {
      element.removeEventListener('beforeinput', before);
      element.removeEventListener('input', after);
      document.removeEventListener('selectionchange', selected);
    };
  }, [field]);
}
