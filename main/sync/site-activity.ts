/** Progress of one site, without what the library already knows. */
export interface SiteActivity {
  phase: 'idle' | 'pulling' | 'sending';
  what: 'none' | 'posts' | 'comments';
  done: number;
  total: number;
  nextTryAt: string | null;
}

export const IDLE: SiteActivity = { phase: 'idle', what: 'none', done: 0, total: 0, nextTryAt: null };
