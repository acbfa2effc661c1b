import { useSyncExternalStore } from 'react';
import { joinQuery, type SplitQuery, splitQuery } from '../../../main/domain/search-chips.ts';
import type { CallInput } from '../../data/request.ts';
import type { Place } from '../../frame/place-memory.ts';

export type Group = CallInput<'search', 'find'>['group'];
export type Order = CallInput<'search', 'find'>['order'];

/** What is looked for, and how it is looked at. Outlives the view: coming back, everything is as it was. */
export interface SearchSession extends SplitQuery {
  group: Group;
  order: Order;
  /** Pages that are shown of the group. */
  pages: number;
  /** The hit under the cursor; null: the first. */
  cursor: string | null;
  /** Where the person came from, to go back there. */
  from: Place | null;
  /** Grows with each wish to type: the field takes the focus. */
  wish: number;
}

const blank: SearchSession = {
  ...{ operators: [], rest: '', group: 'all', order: 'best', pages: 1, cursor: null, from: null, wish: 0 },
};

let session = blank;
const listeners = new Set<() => void>();

function change(next: Partial<SearchSession>): void {
  session = { ...session, ...next };
  for (const listener of listeners) listener();
}

/** What every other question begins with. */
const top = { pages: 1, cursor: null };

export const searchSession = {
  get: (): SearchSession => session,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Somebody wants to search, from that place on; with a query of their own, or where they left off. */
  open(from: Place | null, query?: string): void {
    const asked = query === undefined ? {} : { ...splitQuery(query, true), group: 'all' as const, ...top };
    change({ ...asked, from: from ?? session.from, wish: session.wish + 1 });
  },
  /** What is in the field now; an operator that is finished becomes a chip. */
  type(text: string): void {
    const { operators, rest } = splitQuery(text);
    change({ operators: [...session.operators, ...operators], rest, ...top });
  },
  /** Takes a chip away. */
  removeOperator(index: number): void {
    change({ operators: session.operators.filter((_, at) => at !== index), ...top });
  },
  /** The last chip becomes text again, to be changed. */
  reopenOperator(): void {
    const last = session.operators.at(-1);
    if (last === undefined) return;
    change({ operators: session.operators.slice(0, -1), rest: `${last} ${session.rest}`.trimEnd(), ...top });
  },
  /** Begins an operator at the end of the text. */
  beginOperator(name: string): void {
    change({ rest: `${session.rest.trimEnd()} ${name}`.trimStart(), wish: session.wish + 1, ...top });
  },
  /** Another query in the place of the whole one, as if it were typed. */
  replace(text: string): void {
    change({ ...splitQuery(text), ...top });
  },
  /** The text alone. */
  dropOperators(): void {
    change({ operators: [], ...top });
  },
  /** A query as it stood here before: also an operator that is still text. */
  putBack({ operators, rest }: SplitQuery): void {
    change({ operators, rest, ...top });
  },
  /** The words alone, without what narrows them. */
  widen(): void {
    change({ operators: [], wish: session.wish + 1, ...top });
  },
  show(group: Group): void {
    change({ group, ...top });
  },
  sort(order: Order): void {
    change({ order, ...top });
  },
  showMore(): void {
    change({ pages: session.pages + 1 });
  },
  moveTo(cursor: string | null): void {
    change({ cursor });
  },
  /** As at the start. */
  forget(): void {
    session = blank;
  },
};

/** The query as one text. */
export const queryOf = (state: SplitQuery): string => joinQuery(state);

/** The session, followed. */
export const useSearchSession = (): SearchSession =>
  useSyncExternalStore(searchSession.subscribe, searchSession.get);
