import { FileText, type LucideIcon } from 'lucide-react';
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
  kind: 'do' | 'goTo' | 'posts';
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
}

/**
 * What the palette shows for the words typed: commands, views, posts by title; empty groups left out. Words that
 * nothing is called by are looked for in the other alphabet.
 */
export function paletteResults(asked: string, sources: Sources): ResultGroup[] {
  const found = search(asked, sources, findByName);
  return found.length > 0 ? found : search(asked, sources, findBySpelling);
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
