import { QueryClient } from '@tanstack/react-query';

/**
 * The page's cache of answers. Main owns the truth and says when it moved, so nothing here grows old by itself; and
 * main lives on this computer, so being offline must not pause a question.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
