import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { Keycaps } from './Keycaps.tsx';
import { ariaShortcut } from './keycap-labels.ts';

type FoldProps = {
  /** What is folded away: "8 earlier comments". */
  label: ReactNode;
  open: boolean;
  onToggle: (open: boolean) => void;
  keys?: readonly string[];
  children: ReactNode;
};

/** Something folded away behind a line of words. */
export function Fold({ label, open, onToggle, keys, children }: FoldProps) {
  return (
    <Collapsible.Root open={open} onOpenChange={onToggle}>
      <Collapsible.Trigger
        className="fold"
        aria-keyshortcuts={keys === undefined ? undefined : ariaShortcut(keys)}
      >
        <Icon of={ChevronRight} small /> {label}
        {keys !== undefined && <Keycaps keys={keys} />}
      </Collapsible.Trigger>
      <Collapsible.Panel>{children}</Collapsible.Panel>
    </Collapsible.Root>
  );
}
