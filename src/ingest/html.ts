import type { Report } from '../document/report.ts';
import { GainsayError } from '../errors.ts';
import { blocksOf } from './html-blocks.ts';
import { type PageFacts, pageFacts } from './html-facts.ts';
import { MAX_HTML_DEPTH, MAX_HTML_ELEMENTS } from './limits.ts';
import type { Page } from './page.ts';

/**
 * Gives the report that a page carries: its headline, a blank line, and its paragraphs, without navigation, captions,
 * advertisements and scripts. Nothing of the page is run, fetched or rendered.
 * @throws GainsayError `input-html-empty` when no text is left, `input-too-deep` when elements nest too deeply.
 */
export async function readHtml(html: string, id: string, path: string): Promise<Report> {
  requireModest(html, path);
  const { parsePage, mainContent } = await loadExtractor();
  const page = parsePage(html);
  const facts = pageFacts(page);
  const main = blocksOf(parsePage(`<html><body>${mainContent(page)}</body></html>`).body);
  const blocks = main.length > 0 ? main : fallbackBlocks(parsePage(html));
  const body = withoutHeadline(blocks, facts.title);
  if (body.length === 0) throw new GainsayError('input-html-empty', { path });
  const text = [...(facts.title === null ? [] : [facts.title]), ...body].join('\n\n');
  return { meta: { id, ...facts }, text: `${text}\n` };
}

interface Extractor {
  readonly parsePage: (html: string) => Page;
  /** Gives the HTML of the page's article; empties the page it is given. */
  readonly mainContent: (page: Page) => string;
}

async function loadExtractor(): Promise<Extractor> {
  const [{ parseHTML }, defuddle] = await Promise.all([import('linkedom'), import('defuddle')]);
  // The bundle is CommonJS, so that Node finds the class one `default` deeper than the types say.
  const Defuddle =
    (defuddle.default as unknown as { default?: DefuddleClass }).default ??
    (defuddle.default as unknown as DefuddleClass);
  return {
    parsePage: (html) => parseHTML(wholePage(html)).document as unknown as Page,
    // A blank address keeps extractors for particular sites out; one page reads like another.
    // `useAsync` off: some extractors would otherwise ask a site for more, and nothing leaves this machine.
    mainContent: (page) =>
      new Defuddle(page, { url: 'about:blank', useAsync: false, removeImages: true }).parse().content,
  };
}

/** linkedom, unlike a browser, builds no page around a fragment: `<p>Troops left.</p>` would have no body. */
function wholePage(html: string): string {
  const content = html.replace(/^\s*<!doctype[^>]*>/iu, '');
  if (/<html[\s>]/iu.test(content)) return html;
  return /<body[\s>]/iu.test(content) ? `<html>${content}</html>` : `<html><body>${content}</body></html>`;
}

type DefuddleClass = new (page: Page, options: object) => { parse(): { readonly content: string } };

/** Extractors recurse into a page and look at each element many times: 100,000 nested ones would exhaust the stack. */
function requireModest(html: string, path: string): void {
  let depth = 0;
  let elements = 0;
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})\b/giu)) {
    if (closing === '') elements++;
    if (elements > MAX_HTML_ELEMENTS) {
      throw new GainsayError('input-too-many-elements', { path, limit: MAX_HTML_ELEMENTS });
    }
    if (VOID_ELEMENTS.has(name.toLowerCase()) || OPTIONAL_END.has(name.toLowerCase())) continue;
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > MAX_HTML_DEPTH) throw new GainsayError('input-too-deep', { path, limit: MAX_HTML_DEPTH });
  }
}

const VOID_ELEMENTS = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Elements that pages may leave open: counted, a long list would look deep. */
const OPTIONAL_END = new Set('p li dt dd option tr td th thead tbody tfoot path rect circle use'.split(' '));

function fallbackBlocks(document: Page): readonly string[] {
  for (const element of document.querySelectorAll(
    'script, style, nav, header, footer, aside, form, noscript, template',
  )) {
    element.remove();
  }
  return blocksOf(document.body);
}

/** The headline opens the text once, even where the page repeats it above its paragraphs. */
function withoutHeadline(blocks: readonly string[], title: PageFacts['title']): readonly string[] {
  return title !== null && blocks[0] !== undefined && folded(blocks[0]) === folded(title)
    ? blocks.slice(1)
    : blocks;
}

function folded(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
