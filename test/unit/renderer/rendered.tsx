// A part of the window as it is drawn once main has given certain answers: without a page, so that nothing happens in it.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Area } from '../../../preload/contract/index.ts';
import type { CallInput, CallName, CallOutput } from '../../../renderer/data/request.ts';
import { callKey } from '../../../renderer/data/use-call.ts';
import { type Desk, DeskProvider } from '../../../renderer/frame/desk.ts';
import { PlaceProvider } from '../../../renderer/frame/place.tsx';
import type { Place } from '../../../renderer/frame/place-memory.ts';

/** What main has answered to one question; what is not answered is still being asked. */
export interface Answered {
  tell: (client: QueryClient) => void;
}

export const answered = <A extends Area, N extends CallName<A>>(
  area: A,
  name: N,
  input: CallInput<A, N>,
  output: CallOutput<A, N>,
): Answered => ({ tell: (client) => void client.setQueryData(callKey(area, name, input), output) });

const nothing = () => {};
const desk: Desk = {
  ...{ opened: { kind: 'nothing' }, open: nothing, close: nothing, newPost: nothing, openPractice: nothing },
  ...{ pullAll: nothing, sendNow: nothing, fail: nothing },
};

const POSTS: Place = { view: 'posts', filter: 'all', postId: null, commentId: null };

/** The HTML of a part of the window, with the person in this place. */
export function rendered(part: ReactNode, answers: readonly Answered[] = [], place: Place = POSTS): string {
  const client = new QueryClient();
  for (const { tell } of answers) tell(client);
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <DeskProvider value={desk}>
        <PlaceProvider start={place}>{part}</PlaceProvider>
      </DeskProvider>
    </QueryClientProvider>,
  );
}
