import type { ReportMeta } from '../document/report.ts';
import type { Page } from './page.ts';

/** What a page says of itself; null where it says nothing. */
export type PageFacts = Omit<ReportMeta, 'id'>;

/** Reads headline, outlet, date, language and address off a page's head, its JSON-LD and its first heading. */
export function pageFacts(document: Page): PageFacts {
  const linked = linkedData(document);
  return {
    title: headlineOf(document, linked),
    outlet: firstWords(
      metaContent(document, 'og:site_name'),
      linked.publisher,
      metaContent(document, 'application-name'),
    ),
    publishedAt: publishedAt(document, linked),
    language: languageOf(document),
    url: firstWords(
      document.querySelector('link[rel="canonical"]')?.getAttribute('href'),
      metaContent(document, 'og:url'),
    ),
  };
}

function headlineOf(document: Page, linked: LinkedData): string | null {
  const declared = firstWords(metaContent(document, 'og:title'), linked.headline);
  const headings = [...document.querySelectorAll('h1')].map((heading) => wordsOf(heading.textContent));
  const page = wordsOf(document.querySelector('title')?.textContent);
  // A site's name is often an h1 too: the headline is the one that the page's title repeats.
  const site = metaContent(document, 'og:site_name') ?? linked.publisher;
  const repeated = headings.find(
    (words) => words.length > 3 && words !== site && (page.includes(words) || declared === words),
  );
  return firstWords(
    repeated,
    declared,
    headings.find((words) => words.length > 15),
    page.split(/ [|–—] | - /u)[0],
  );
}

function publishedAt(document: Page, linked: LinkedData): string | null {
  const candidates = [
    metaContent(document, 'article:published_time'),
    linked.published,
    metaContent(document, 'datePublished'),
    metaContent(document, 'parsely-pub-date'),
    metaContent(document, 'pubdate'),
    metaContent(document, 'date'),
    metaContent(document, 'dc.date'),
    metaContent(document, 'dcterms.created'),
    document
      .querySelector('article time[datetime], main time[datetime], time[datetime]')
      ?.getAttribute('datetime'),
  ];
  for (const candidate of candidates) {
    const date = isoDate(candidate ?? '');
    if (date !== null) return date;
  }
  return null;
}

/**
 * Gives a date as ISO 8601: with its zone where it has one, as a bare day where it has none, since a time without
 * a zone may lie on another day; null where it is no date.
 */
export function isoDate(words: string): string | null {
  const iso =
    /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?\s*$/u.exec(
      words,
    );
  if (iso !== null) {
    const [, day = '', time, zone] = iso;
    if (Number.isNaN(Date.parse(day))) return null;
    if (time === undefined || zone === undefined) return day;
    return `${day}T${time.length === 5 ? `${time}:00` : time}${/^[+-]\d{4}$/u.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`;
  }
  // "Tue, 02 Jan 2024 10:00:00 GMT"
  if (!/\d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|[+-]\d{4})\s*$/u.test(words)) return null;
  const date = new Date(words);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z');
}

function languageOf(document: Page): string | null {
  const declared = document.documentElement?.getAttribute('lang') ?? '';
  return /^([a-z]{2})(?:[-_]|$)/iu.exec(declared)?.[1]?.toLowerCase() ?? null;
}

function metaContent(document: Page, name: string): string | null {
  for (const meta of document.querySelectorAll('meta[content]')) {
    const key =
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '';
    if (key.toLowerCase() === name.toLowerCase()) return meta.getAttribute('content');
  }
  return null;
}

interface LinkedData {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
}

function linkedData(document: Page): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const item of itemsOf(script.textContent ?? '')) {
      if (!/Article|Report|BlogPosting/u.test(String(item['@type']))) continue;
      return {
        headline: stringOf(item['headline']),
        publisher: nameOf(item['publisher']),
        published: stringOf(item['datePublished']),
      };
    }
  }
  return { headline: null, publisher: null, published: null };
}

/** A page's JSON-LD is a hint: where it is malformed, the page is read without it. */
function itemsOf(json: string): readonly Readonly<Record<string, unknown>>[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
  const top = Array.isArray(value) ? value : [value];
  const graph = top.flatMap((item) =>
    isRecord(item) && Array.isArray(item['@graph']) ? item['@graph'] : [],
  );
  return [...top, ...graph].filter(isRecord);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string | null {
  return isRecord(value)
    ? stringOf(value['name'])
    : Array.isArray(value)
      ? nameOf(value[0])
      : stringOf(value);
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function firstWords(...candidates: readonly (string | null | undefined)[]): string | null {
  return candidates.map(wordsOf).find((words) => words !== '') ?? null;
}

function wordsOf(text: string | null | undefined): string {
  return (text ?? '').replaceAll(/\s+/gu, ' ').trim();
}
