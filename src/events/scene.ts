import type { Doc } from '../document/doc.ts';
import type {
  EvidenceMention,
  PlaceMention,
  QuantityMention,
  TimeMention,
} from '../document/mention-layers.ts';
import { childrenBy, growTree, lemmaOf, type Tree } from '../language/tree.ts';
import { indexParties, type Parties } from '../mentions/parties.ts';
import { type Classes, createClasses } from './classes.ts';
import { readContexts } from './contexts.ts';
import type { Lexicon } from './lexicon.ts';
import { readDomains } from './vetoes.ts';

export type EventNeeds =
  | 'zones'
  | 'sentences'
  | 'tokens'
  | 'tags'
  | 'dependencies'
  | 'names'
  | 'actors'
  | 'chains'
  | 'places'
  | 'times'
  | 'quantities'
  | 'evidence'
  | 'attributions';

/** The tables of `data/events`, compiled. */
export interface EventTables {
  readonly lexicon: Lexicon;
  readonly lightVerbs: ReadonlySet<string>;
  /** Words of sport, business and the like, with their domain. */
  readonly vetoes: ReadonlyMap<string, string>;
  /** Cue lemmas of each PLOVER context. */
  readonly contexts: ReadonlyMap<string, readonly string[]>;
}

/** What the event rules look at: a document's layers, indexed by token. */
export interface Scene {
  readonly text: string;
  readonly tree: Tree;
  readonly layers: Doc<EventNeeds>['layers'];
  readonly tables: EventTables;
  readonly parties: Parties;
  readonly classes: Classes;
  readonly placeByToken: ReadonlyMap<number, number>;
  readonly timeByToken: ReadonlyMap<number, number>;
  readonly quantityByToken: ReadonlyMap<number, number>;
  readonly evidenceByToken: ReadonlyMap<number, number>;
  /** Tokens inside the title, datelines, bylines and credits, which tell no event of their own. */
  readonly outside: ReadonlySet<number>;
  /** The countries of the report's parties, the most named first; those named less than a fifth as often are left out. */
  readonly mainCountries: readonly string[];
  /** By sentence: the contexts that its words set. */
  readonly contexts: readonly (readonly string[])[];
  /** By sentence: the domain other than conflict that it speaks of; null as a rule. */
  readonly domains: readonly (string | null)[];
  /** Tokens inside what somebody is accused of: "blamed the group for the attack" tells the attack anew. */
  readonly accused: ReadonlySet<number>;
  /** By token inside an accusation, whom it accuses: they did it, says the accuser. */
  readonly accusedOf: ReadonlyMap<number, readonly number[]>;
  /** Tokens inside what somebody other than the outlet says. */
  readonly attributed: ReadonlySet<number>;
  /** Tokens inside the name of a person or organisation: the "Defence" of "Defence Ministry" is no event. */
  readonly named: ReadonlySet<number>;
}

/** Indexes a document for the event rules; linear in its length. */
export function setScene(doc: Doc<EventNeeds>, tables: EventTables): Scene {
  const { layers, text } = doc;
  const tree = growTree(layers);
  const parties = indexParties(text, tree, layers);
  const placeByToken = byToken(layers.places, ({ firstToken, endToken }: PlaceMention) => [
    firstToken,
    endToken,
  ]);
  return {
    text,
    tree,
    layers,
    tables,
    parties,
    placeByToken,
    classes: createClasses(parties, placeByToken, layers.places),
    timeByToken: spanTokens(layers, layers.times),
    quantityByToken: new Map([
      ...spanTokens(layers, layers.quantities),
      ...layers.quantities.map((quantity: QuantityMention, index) => [quantity.nounToken, index] as const),
    ]),
    evidenceByToken: new Map(
      layers.evidence.map((evidence: EvidenceMention, index) => [evidence.headToken, index]),
    ),
    contexts: readContexts(tree, layers.sentences, tables.contexts),
    domains: readDomains(tree, layers.sentences, tables.vetoes),
    mainCountries: countriesByCount(layers),
    outside: outsideTokens(layers),
    accused: new Set(
      layers.attributions.flatMap(({ why, firstToken, endToken }) =>
        why.rule === 'attribution/judgement' ? range(firstToken, endToken) : [],
      ),
    ),
    accusedOf: accusedByToken(tree, layers),
    attributed: new Set(
      layers.attributions.flatMap(({ source, firstToken, endToken }) =>
        source.kind === 'words' ? range(firstToken, endToken) : [],
      ),
    ),
    named: new Set(
      layers.names
        .filter((name) => name.kind !== 'other' && name.kind !== 'group' && name.kind !== 'weapon')
        .flatMap((name) => range(name.firstToken, name.endToken)),
    ),
  };
}

function countriesByCount({ actors }: Pick<Scene['layers'], 'actors'>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { country } of actors)
    if (country !== null && /^[A-Z]{3}$/u.test(country)) counts.set(country, (counts.get(country) ?? 0) + 1);
  const ordered = [...counts]
    .filter(([country]) => !['UNO', 'EUR', 'NGO', 'IGO', 'IMG'].includes(country))
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const most = ordered[0]?.[1] ?? 0;
  return ordered.filter(([, count]) => count * 5 >= most).map(([country]) => country);
}

const ACCUSING = new Set(['accuse', 'blame', 'suspect', 'charge', 'condemn']);

function accusedByToken(
  tree: Tree,
  { attributions, tokens }: Pick<Scene['layers'], 'attributions' | 'tokens'>,
): ReadonlyMap<number, readonly number[]> {
  const at = new Map(tokens.map(({ start }, token) => [start, token]));
  return new Map(
    attributions.flatMap(({ why, cue, firstToken, endToken }) => {
      const verb = at.get(cue?.start ?? -1);
      if (why.rule !== 'attribution/judgement' || verb === undefined || !ACCUSING.has(lemmaOf(tree, verb)))
        return [];
      const accused = childrenBy(tree, verb, 'obj', 'nsubj:pass');
      return range(firstToken, endToken).map((token) => [token, accused] as const);
    }),
  );
}

function byToken<M>(
  mentions: readonly M[],
  tokensOf: (mention: M) => readonly [number, number],
): ReadonlyMap<number, number> {
  return new Map(
    mentions.flatMap((mention, index) => range(...tokensOf(mention)).map((token) => [token, index] as const)),
  );
}

/** Indexes mentions that carry spans only, by the tokens under them; both lists are sorted. */
function spanTokens(
  layers: Scene['layers'],
  mentions: readonly Pick<TimeMention, 'start' | 'end'>[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let token = 0;
  mentions.forEach(({ start, end }, index) => {
    while (token > 0 && (layers.tokens[token]?.start ?? 0) >= start) token--;
    while (token < layers.tokens.length && (layers.tokens[token]?.end ?? 0) <= start) token++;
    for (let at = token; at < layers.tokens.length && (layers.tokens[at]?.start ?? 0) < end; at++)
      found.set(at, index);
  });
  return found;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function outsideTokens({ zones, tokens }: Pick<Scene['layers'], 'zones' | 'tokens'>): ReadonlySet<number> {
  const hasBody = zones.some((zone) => zone.kind === 'paragraph');
  const found = new Set<number>();
  let zone = 0;
  tokens.forEach((token, index) => {
    while (zone < zones.length && (zones[zone]?.end ?? 0) <= token.start) zone++;
    const kind = zones[zone]?.kind;
    // A report that is only a headline is read; a headline over a body repeats it.
    if (kind !== undefined && kind !== 'paragraph' && !(kind === 'title' && !hasBody)) found.add(index);
  });
  return found;
}
