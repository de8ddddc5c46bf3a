import type { Doc } from '../src/document/doc.ts';
import type {
  Dependency,
  Features,
  Name,
  Sentence,
  Tag,
  Token,
  UniversalTag,
  Zone,
} from '../src/document/language-layers.ts';
import type { ReportMeta } from '../src/document/report.ts';
import type { Span } from '../src/document/span.ts';

/** What every test of mentions, events and claims starts from. */
export type ParsedDoc = Doc<'zones' | 'sentences' | 'tokens' | 'tags' | 'dependencies' | 'names'>;

export interface DocOptions {
  /** `kind:words`, such as `person:Haji Gul Mir`; every occurrence of the words becomes a name. */
  readonly names?: readonly string[];
  readonly report?: Partial<ReportMeta>;
}

/**
 * Builds a parsed document from one line a sentence, one word as `form/UPOS/head/relation`, where head counts from
 * one inside the sentence and 0 is the root: `Kiev/PROPN/2/nsubj denied/VERB/0/root it/PRON/2/obj ./PUNCT/2/punct`.
 * A fifth part is the lemma and a sixth the features (`said/VERB/0/root/say/tense=Past,verbForm=Fin`); without them
 * both are guessed from the form. An empty line opens a paragraph, and a line such as `@title` or `@dateline` names
 * the kind of the zone that follows (`@paragraph` otherwise). Marks are glued to their word as English does;
 * a form that opens with `+` is glued to the word before it. Write a slash inside a form as `∕` (U+2215).
 */
export function buildDoc(lines: readonly string[], options: DocOptions = {}): ParsedDoc {
  const building: Building = { text: '', zones: [], sentences: [], tokens: [], tags: [], dependencies: [] };
  let kind: Zone['kind'] = 'paragraph';
  let opensZone = true;
  for (const line of lines) {
    if (line === '') opensZone = true;
    else if (line.startsWith('@')) {
      kind = line.slice(1) as Zone['kind'];
      opensZone = true;
    } else {
      addSentence(building, line, opensZone ? kind : null);
      if (opensZone) kind = 'paragraph';
      opensZone = false;
    }
  }
  const { text, ...layers } = building;
  const meta: ReportMeta = {
    id: 'test',
    title: null,
    outlet: null,
    publishedAt: '2024-05-15T12:00:00Z',
    language: 'en',
    url: null,
    ...options.report,
  };
  const names = (options.names ?? []).flatMap((name) => findName(layers.tokens, name));
  names.sort((a, b) => a.start - b.start);
  return { id: '0'.repeat(64), text, report: meta, layers: { ...layers, names } };
}

/** Gives the span of the nth occurrence (from 0) of words in the document's text; fails where there is none. */
export function spanOf(doc: { readonly text: string }, words: string, nth = 0): Span {
  let start = doc.text.indexOf(words);
  for (let i = 0; i < nth && start >= 0; i++) start = doc.text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`The text has no “${words}” number ${nth}.`);
  return { start, end: start + words.length };
}

/** Gives the index of the nth token (from 0) with this form; fails where there is none. */
export function tokenOf(doc: Doc<'tokens'>, form: string, nth = 0): number {
  const found = doc.layers.tokens.flatMap((token, i) => (token.text === form ? [i] : []))[nth];
  if (found === undefined) throw new Error(`The text has no token “${form}” number ${nth}.`);
  return found;
}

interface Building {
  text: string;
  readonly zones: Zone[];
  readonly sentences: Sentence[];
  readonly tokens: Token[];
  readonly tags: Tag[];
  readonly dependencies: Dependency[];
}

function addSentence(building: Building, line: string, zoneKind: Zone['kind'] | null): void {
  if (building.text !== '') building.text += zoneKind === null ? ' ' : '\n\n';
  const first = building.tokens.length;
  const start = building.text.length;
  let glueNext = true;
  let openQuote = false;
  for (const word of line.trim().split(/\s+/u)) {
    const [rawForm = '', upos = 'X', head = '0', relation = 'root', lemma = '', features = ''] =
      word.split('/');
    const glued = rawForm.length > 1 && rawForm.startsWith('+');
    const form = (glued ? rawForm.slice(1) : rawForm).replaceAll('∕', '/');
    const closes = form === '"' && openQuote;
    if (form === '"') openQuote = !openQuote;
    if (!(glueNext || glued || closes || GLUED_LEFT.test(form))) building.text += ' ';
    glueNext = GLUED_RIGHT.has(form) && !closes;
    const tokenStart = building.text.length;
    building.text += form;
    building.tokens.push({
      start: tokenStart,
      end: building.text.length,
      text: form,
      sentence: building.sentences.length,
    });
    building.tags.push(tagOf(form, upos as UniversalTag, lemma, features));
    building.dependencies.push({ head: head === '0' ? -1 : first + Number(head) - 1, relation });
  }
  const end = building.text.length;
  building.sentences.push({ start, end, firstToken: first, endToken: building.tokens.length });
  if (zoneKind === null) building.zones.push({ ...(building.zones.pop() as Zone), end });
  else building.zones.push({ kind: zoneKind, start, end });
}

const GLUED_LEFT = /^(?:[,.;:!?)\]”%]|…|['’]s?|n['’]t|['’](?:re|ve|ll|d|m))$/u;
const GLUED_RIGHT = new Set(['(', '[', '“', '‘', '$', '"']);

function tagOf(form: string, upos: UniversalTag, lemma: string, features: string): Tag {
  return { upos, lemma: lemma || guessLemma(form, upos), features: featuresOf(form, upos, features) };
}

function guessLemma(form: string, upos: UniversalTag): string {
  if (upos === 'PROPN') return form;
  const lower = form.toLowerCase();
  if (upos === 'NOUN') {
    if (/(?:ch|sh|s|x|z)es$/u.test(lower)) return lower.slice(0, -2);
    if (/[^aeiou]ies$/u.test(lower)) return `${lower.slice(0, -3)}y`;
    if (/men$/u.test(lower)) return `${lower.slice(0, -3)}man`;
    if (/[^su]s$/u.test(lower)) return lower.slice(0, -1);
  }
  return lower;
}

function featuresOf(form: string, upos: UniversalTag, written: string): Features {
  if (written !== '')
    return Object.fromEntries(written.split(',').map((pair) => pair.split('='))) as Features;
  if (upos === 'NOUN')
    return { number: /(?:[^su]s|men|people|police|troops)$/iu.test(form) ? 'Plur' : 'Sing' };
  if (upos === 'PRON') return PRONOUNS[form.toLowerCase()] ?? {};
  return {};
}

const PRONOUNS: Readonly<Record<string, Features>> = {
  he: { pronoun: 'Prs', person: '3', number: 'Sing', gender: 'Masc' },
  him: { pronoun: 'Prs', person: '3', number: 'Sing', gender: 'Masc' },
  his: { pronoun: 'Prs', person: '3', number: 'Sing', gender: 'Masc', possessive: true },
  she: { pronoun: 'Prs', person: '3', number: 'Sing', gender: 'Fem' },
  her: { pronoun: 'Prs', person: '3', number: 'Sing', gender: 'Fem' },
  it: { pronoun: 'Prs', person: '3', number: 'Sing', gender: 'Neut' },
  its: { pronoun: 'Prs', person: '3', number: 'Sing', gender: 'Neut', possessive: true },
  they: { pronoun: 'Prs', person: '3', number: 'Plur' },
  them: { pronoun: 'Prs', person: '3', number: 'Plur' },
  their: { pronoun: 'Prs', person: '3', number: 'Plur', possessive: true },
  i: { pronoun: 'Prs', person: '1', number: 'Sing' },
  we: { pronoun: 'Prs', person: '1', number: 'Plur' },
  us: { pronoun: 'Prs', person: '1', number: 'Plur' },
  our: { pronoun: 'Prs', person: '1', number: 'Plur', possessive: true },
  who: { pronoun: 'Rel' },
  which: { pronoun: 'Rel' },
};

function findName(tokens: readonly Token[], name: string): Name[] {
  const colon = name.indexOf(':');
  const kind = name.slice(0, colon) as Name['kind'];
  const words = name.slice(colon + 1).split(' ');
  return tokens.flatMap((token, i) => {
    const last = tokens[i + words.length - 1];
    if (last === undefined || !words.every((word, k) => tokens[i + k]?.text === word)) return [];
    return [
      { kind, start: token.start, end: last.end, firstToken: i, endToken: i + words.length, confidence: 1 },
    ];
  });
}
