import { hash } from 'node:crypto';
import { guessLanguage } from '../domain/language.ts';
import { plainText } from '../domain/plain-text.ts';
import { wordsOf } from '../domain/search-words.ts';
import type { CommentSource, PostSource, Source } from './protocol.ts';
import { look, stemmedIn } from './stem.ts';

/** The text of a record as people see it, and as search compares it. */
export interface Document {
  language: string;
  links: number;
  images: number;
  /** Title of a post, author of a comment; shown above the text. */
  headline: string;
  text: string;
  /** Columns of the full-text table: folded words. */
  columns: { title: string; author: string; slug: string; text: string; stems: string };
  /** Its words in Cyrillic letters, some of them more than once. */
  cyrillic: readonly string[];
}

/** Kept of a text for its snippets, in UTF-16 units: all but the longest. All of it is searched. */
const KEPT = 20_000;

/** Tells whether the words of a record are those that were indexed, without keeping them twice. */
export function stampOf(source: Source): string {
  const parts =
    source.kind === 'post'
      ? [source.title, source.body, source.excerpt, source.slug, source.author]
      : [source.author, source.text];
  return hash('sha1', [source.siteLanguage, source.date, ...parts].join('\0'), 'base64url');
}

/** What the index keeps of a record. HTML becomes text here: parsing it costs more than all the rest. */
export const documentOf = (source: Source): Document =>
  source.kind === 'post' ? postDocument(source) : commentDocument(source);

function postDocument({ title, body, excerpt, slug, author, siteLanguage }: PostSource): Document {
  const { text: bodyText, links, images } = plainText(body);
  const excerptText = excerpt === '' ? '' : plainText(excerpt).text;
  const text = shown(excerptText === '' ? bodyText : `${excerptText} ${bodyText}`);
  const headline = shown(plainText(title).text);
  const language = guessLanguage(`${headline} ${text}`, siteLanguage);
  const columns = { title: headline, author, slug: slug.replaceAll('-', ' '), text };
  return { language, links, images, headline, text: kept(text), ...folded(columns, language) };
}

function commentDocument({ author, text: html, siteLanguage }: CommentSource): Document {
  const plain = plainText(html);
  const text = shown(plain.text);
  const headline = shown(author);
  const language = guessLanguage(text, siteLanguage);
  const words = folded({ title: '', author: headline, slug: '', text }, language);
  return { language, links: plain.links, images: plain.images, headline, text: kept(text), ...words };
}

/** SQLite's texts end at a NUL for some of its functions, and half a surrogate pair does not survive UTF-8. */
const shown = (text: string): string => text.replaceAll('\0', ' ').toWellFormed();

const kept = (text: string): string => text.slice(0, KEPT).toWellFormed();

type Columns = Document['columns'];

function folded(
  { title, author, slug, text }: Omit<Columns, 'stems'>,
  language: string,
): Pick<Document, 'columns' | 'cyrillic'> {
  const stems = new Set<string>();
  const cyrillic: string[] = [];
  const stemmed = stemmedIn(language);
  const fold = (text: string, hasStems: boolean) => {
    const words = wordsOf(text);
    for (const word of words) {
      const { stem, script } = look(word);
      if (hasStems && stem !== word && stemmed[script]) stems.add(stem);
      if (script === 'cyrillic') cyrillic.push(word);
    }
    return words.join(' ');
  };
  const words = {
    title: fold(title, true),
    author: fold(author, false),
    slug: fold(slug, true),
    text: fold(text, true),
  };
  return { columns: { ...words, stems: [...stems].join(' ') }, cyrillic };
}
