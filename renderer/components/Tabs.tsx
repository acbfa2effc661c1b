import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

type TabsProps<Value extends string> = {
  /** Name of the tabs for screen readers. */
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  tabs: readonly { value: Value; label: ReactNode; lang?: string }[];
  /** At the right end of the row: an order, a filter. */
  after?: ReactNode;
  /** What the chosen tab shows; takes the rest of the pane. */
  children: ReactNode;
};

/** Tabs above a list or a page. Arrow keys choose. */
export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const { label, value, onChange, tabs, after, children } = props;
  return (
    <Base.Root
      className="tabbed"
      value={value}
      onValueChange={(next) => {
        const tab = tabs.find((one) => one.value === next);
        if (tab !== undefined) onChange(tab.value);
      }}
    >
      <div className="tabs">
        <Base.List className="tab-list" aria-label={label} activateOnFocus>
          {tabs.map((tab) => (
            <Base.Tab key={tab.value} value={tab.value} lang={tab.lang}>
              {tab.label}
            </Base.Tab>
          ))}
        </Base.List>
        <span className="grow" />
        {after}
      </div>
      <Base.Panel className="tabbed" value={value} tabIndex={-1}>
        {children}
      </Base.Panel>
    </Base.Root>
  );
}
