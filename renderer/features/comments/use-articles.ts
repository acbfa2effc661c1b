import { useRef } from 'react';

/** The articles of a thread that are on screen. */
export interface Articles {
  /** Ref of the article of a comment. */
  refOf: (commentId: string) => (article: HTMLElement | null) => () => void;
  /** The article of a comment; undefined while it is folded away. */
  get: (commentId: string) => HTMLElement | undefined;
  /** Shows an article and gives it the focus. */
  goTo: (commentId: string) => void;
}

/** Finds the articles of a thread by their comments. */
export function useArticles(): Articles {
  const known = useRef(new Map<string, HTMLElement>());
  const get = (commentId: string) => known.current.get(commentId);
  return {
    refOf: (commentId) => (article) => {
      if (article !== null) known.current.set(commentId, article);
      return () => known.current.delete(commentId);
    },
    get,
    goTo: (commentId) => {
      get(commentId)?.scrollIntoView({ block: 'nearest' });
      get(commentId)?.focus({ preventScroll: true });
    },
  };
}
