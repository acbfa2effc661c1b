import { FileText, type LucideIcon, Search } from 'lucide-react';
import type { Command } from './commands.ts';
import { findByName, findBySpelling } from './palette-search.ts';
import type { PostTitle } from './use-post-titles.ts';

/** One line of the palette, with the part of its label that matched. */
export interface Result {
  id: string;
  label: string;
  /** Beside the label, quietly. */
  detail?: string | undefined;
  from: number;
  to: number;
  icon: LucideIcon;
  lang?: string | undefined;
  keys?: readonly string[] | undefined;
  count?: number | undefined;
  run: () => void;
}

export interface ResultGroup {
  kind: 'do' | 'goTo' | 'posts' | 'search';
  results: readonly Result[];
}

/** Posts shown at most: who sees more than a screenful types another letter. */
const MOST_POSTS = 12;
/** Commands shown before anything is asked for, so that views and posts are in sight too. */
const FIRST_COMMANDS = 6;

interface Sources {
  commands: readonly Command[];
  posts: readonly PostTitle[];
  untitled: string;
  /** The site of a post, where there are several. */
  siteOf: (post: PostTitle) => string | undefined;
  openPost: (postId: string) => void;
  /** Looks for the words in all texts. */
  searchFor: { label: (text: string) => string; run: (text: string) => void };
}

/**
 * What the palette shows for the words typed: commands, views, posts by title; empty groups left out. Words that
 * nothing is called by are looked for in the other alphabet. Last comes the way to look for them in all texts.
 */
export function paletteResults(asked: string, sources: Sources): ResultGroup[] {
  const byName = search(asked, sources, findByName);
  const named = byName.length > 0 ? byName : search(asked, sources, findBySpelling);
  const text = asked.trim();
  if (text === '') return named;
  const { label, run } = sources.searchFor;
  const inTexts = { id: 'search', label: label(text), from: 0, to: 0, icon: Search, run: () => run(text) };
  return [...named, { kind: 'search', results: [inTexts] }];
}

function search(asked: string, sources: Sources, find: typeof findByName): ResultGroup[] {
  const { commands, posts, untitled, siteOf, openPost } = sources;
  const isBlank = asked.trim() === '';
  const named = (group: Command['group']): Result[] =>
    find(
      commands.filter((command) => command.group === group),
      ({ label, also = [] }) => [label, ...also],
      asked,
    ).map(({ item, from, to }) => ({ ...item, from, to }));
  const nameOf = (post: PostTitle) => post.title || post.excerpt || untitled;
  const written = find(posts, (post) => [nameOf(post)], asked)
    .slice(0, MOST_POSTS)
    .map(({ item, from, to }) => ({
      id: `post ${item.id}`,
      label: nameOf(item),
      detail: siteOf(item),
      from,
      to,
      icon: FileText,
      lang: item.language,
      run: () => openPost(item.id),
    }));
  const groups: ResultGroup[] = [
    { kind: 'do', results: isBlank ? named('do').slice(0, FIRST_COMMANDS) : named('do') },
    { kind: 'goTo', results: named('goTo') },
    { kind: 'posts', results: written },
  ];
  return groups.filter((group) => group.results.length > 0);
}
