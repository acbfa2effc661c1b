import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useEffect, useState } from 'react';
import { Foundation } from './components/Foundation.tsx';
import { ErrorBoundary } from './frame/ErrorBoundary.tsx';
import { PlaceProvider } from './frame/place.tsx';
import { Shell } from './frame/Shell.tsx';
import { StartFailure } from './frame/StartFailure.tsx';
import { type Start, startOf } from './frame/start.ts';
import { useClosing } from './frame/use-closing.ts';

/** The page: asks main what it needs before the first paint, then opens where the person was. */
export function App({ client }: { client: QueryClient }) {
  const [start, setStart] = useState<Start | null>(null);
  // Here, so that the window can be closed whatever is shown in it.
  useClosing();
  useEffect(() => {
    void startOf(client).then(setStart);
  }, [client]);

  // An empty window for the few milliseconds until main has answered: nothing that flashes.
  if (start === null) return null;
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <Foundation>
          {start.ok ? (
            <ErrorBoundary>
              <PlaceProvider start={start.place}>
                <Shell />
              </PlaceProvider>
            </ErrorBoundary>
          ) : (
            <StartFailure error={start.error} onRetry={() => void startOf(client).then(setStart)} />
          )}
        </Foundation>
      </QueryClientProvider>
    </StrictMode>
  );
}
