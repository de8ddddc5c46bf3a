import type { Doc } from '../document/doc.ts';
import type { Name, Token } from '../document/language-layers.ts';
import type { ActorMention } from '../document/mention-layers.ts';
import { bySpan, type Span } from '../document/span.ts';
import type { Stage } from '../document/stage.ts';
import {
  growTree,
  headOf,
  isRelation,
  lowerOf,
  nounPhraseOf,
  relationOf,
  spanOfTokens,
  type TokenRange,
} from '../language/tree.ts';
import { type Candidate, findCandidates } from './actor-candidates.ts';
import { readClause } from './actor-clauses.ts';
import { weighCountries } from './actor-discourse.ts';
import { layGrounds, type SignGrounds } from './actor-grounds.ts';
import { withHalves } from './actor-halves.ts';
import { countryInPhrase } from './actor-home.ts';
import { type ActorLexicon, type ActorTables, createActorLexicon } from './actor-lexicon.ts';
import { countriesIn, findActorMatches } from './actor-matches.ts';
import { type ActorText, entityOf, type PhraseReading, readActorPhrase } from './actor-phrase.ts';
import type { BarePhrase } from './actor-signs.ts';
import { guessWhose, readSignWeights, type SignWeights } from './actor-whose.ts';

export type { ActorTables } from './actor-lexicon.ts';

type Needs = 'zones' | 'sentences' | 'tokens' | 'tags' | 'dependencies' | 'names' | 'places';

/** Finds the words that may name a party, and reads from each what it says about country, sector and office. */
export function createActors(tables: ActorTables): Stage<Needs, 'actors'> {
  const lexicon = createActorLexicon(tables);
  const weights = readSignWeights(tables.signs);
  return {
    name: 'actors',
    version: 1,
    needs: ['zones', 'sentences', 'tokens', 'tags', 'dependencies', 'names', 'places'],
    gives: ['actors'],
    run: (doc) => ({ actors: findActors(doc, lexicon, weights) }),
  };
}

function findActors(doc: Doc<Needs>, lexicon: ActorLexicon, weights: SignWeights): readonly ActorMention[] {
  const { text, candidates, grounds } = prepare(doc, lexicon);
  const telling: Telling = { grounds, weights, told: new Map() };
  return candidates.map((candidate) => mentionOf(text, candidate, telling)).sort(bySpan);
}

/** A candidate with what its own words say; null where it is a pronoun, a modifier or a bare number. */
interface ReadCandidate extends Candidate {
  readonly reading: PhraseReading | null;
}

interface Prepared {
  readonly text: ActorText;
  readonly candidates: readonly ReadCandidate[];
  readonly grounds: SignGrounds;
}

function prepare(doc: Doc<Needs>, lexicon: ActorLexicon): Prepared {
  const { report } = doc;
  const layers = {
    ...doc.layers,
    names: doc.layers.names.map((name) => withoutPlaces(name, doc.layers.tokens)),
  };
  const tree = growTree(layers);
  const found = withHalves(findActorMatches(layers, lexicon, report.publishedAt), layers.tokens);
  const text: ActorText = {
    tree,
    matches: found.byToken,
    names: namesByToken(layers.names, layers.tokens.length),
  };
  const silent = layers.zones.filter(
    ({ kind }) => kind === 'dateline' || kind === 'byline' || kind === 'credit',
  );
  const candidates = findCandidates(text, layers.names)
    .filter(({ head }) => !silent.some((zone) => holdsToken(zone, text, head)))
    .map((candidate) => ({ ...candidate, reading: readCandidate(text, candidate) }));
  const facts = {
    discourse: weighCountries(layers, tree, found),
    paragraphs: paragraphsOf(layers),
    said: candidates.flatMap(({ reading }) => reading ?? []),
    outlets: countriesIn(report.outlet ?? '', lexicon),
  };
  return { text, candidates, grounds: layGrounds(tree, facts) };
}

function readCandidate(text: ActorText, { head, form, of }: Candidate): PhraseReading | null {
  if (form === 'pronoun' || form === 'modifier' || (form === 'counted' && of === null)) return null;
  return asOfficer(text, of ?? head, readActorPhrase(text, of ?? head));
}

/** Gives by sentence the first sentence of its paragraph. */
function paragraphsOf({ zones, sentences }: Pick<Doc<Needs>['layers'], 'zones' | 'sentences'>): number[] {
  const opening = new Set(zones.map(({ start }) => start));
  let first = 0;
  return sentences.map(({ start }, at) => {
    if (opening.has(start)) first = at;
    return first;
  });
}

/** A phrase that says no country, with where it stands; for those who teach the signs. */
export interface FoundBare extends Span {
  readonly phrase: BarePhrase;
  readonly grounds: SignGrounds;
}

/** Gives the phrases of a document whose country only the report around them can tell. */
export function findBarePhrases(doc: Doc<Needs>, tables: ActorTables): readonly FoundBare[] {
  const { text, candidates, grounds } = prepare(doc, createActorLexicon(tables));
  return candidates.flatMap(({ head, reading }) => {
    if (reading === null || nearCountry(text, head, reading, grounds) !== null) return [];
    const phrase = barePhraseOf(text, head, reading);
    return phrase === null
      ? []
      : [{ ...spanOfTokens(text.tree, rangeOf(text, head, reading)), phrase, grounds }];
  });
}

const PLACE_WORDS = new Set([
  'State',
  'Province',
  'Region',
  'District',
  'County',
  'City',
  'Oblast',
  'Governorate',
  'Island',
  'Valley',
  'Street',
]);

/** An engine may take Borno State for a person. */
function withoutPlaces(name: Name, tokens: readonly Token[]): Name {
  const last = tokens[name.endToken - 1]?.text ?? '';
  return name.kind === 'person' && PLACE_WORDS.has(last) ? { ...name, kind: 'place' } : name;
}

function namesByToken(names: readonly Name[], length: number): (Name | undefined)[] {
  const byToken: (Name | undefined)[] = Array.from({ length });
  for (const name of names) byToken.fill(name, name.firstToken, name.endToken);
  return byToken;
}

// "KYIV, Feb 21 (Reuters) -" names no party; a report has a handful of such zones at most.
function holdsToken(zone: Span, { tree }: ActorText, token: number): boolean {
  const start = tree.tokens[token]?.start ?? 0;
  return zone.start <= start && start < zone.end;
}

/** What tells whose a bare phrase is. */
interface Telling {
  readonly grounds: SignGrounds;
  readonly weights: SignWeights;
  /** By its head word, the country of the last such thing that was told of: "a Peruvian trawler … the trawler". */
  readonly told: Map<string, string>;
}

function mentionOf(text: ActorText, candidate: ReadCandidate, telling: Telling): ActorMention {
  const { head, form, reading } = candidate;
  if (form === 'pronoun') return plainMention(text, head, 'pronoun', 'actors/pronoun');
  if (form === 'modifier') return modifierMention(text, head, telling);
  if (reading === null) return plainMention(text, head, 'people', 'actors/number');
  const told = withDiscourse(text, head, reading, telling);
  if (told.kind === 'thing' && told.country !== null)
    telling.told.set(lowerOf(text.tree, head), told.country);
  return phraseMention(text, candidate, told);
}

/** How far back "police" makes an officer one of theirs. */
const POLICE_REACH = 25;

/** "a police checkpoint, in which seven officers died": officers of the police, though the noun is also the army's. */
function asOfficer(text: ActorText, head: number, reading: PhraseReading): PhraseReading {
  const entry = text.matches[head]?.entry;
  const isOfficer = entry?.kind === 'role' && entry.word === 'officer' && reading.sector === 'MIL';
  if (!isOfficer || text.matches[head - 1]?.entry.kind === 'body') return reading;
  for (let token = head - 1; token >= Math.max(0, head - POLICE_REACH); token--) {
    const before = text.matches[token]?.entry;
    if (before?.kind !== 'role' || before.sector === null) continue;
    if (before.sector === 'COP')
      return { ...reading, sector: 'COP', why: { ...reading.why, rule: 'actors/police-officer' } };
    if (before.sector === 'MIL') return reading;
  }
  return reading;
}

function plainMention(
  { tree }: ActorText,
  head: number,
  kind: 'pronoun' | 'people',
  rule: string,
): ActorMention {
  const range = { firstToken: head, endToken: head + 1 };
  const span = spanOfTokens(tree, range);
  const why = { rule, spans: [span], confidence: 0.8 };
  return {
    ...span,
    ...range,
    headToken: head,
    kind,
    country: null,
    sector: null,
    role: null,
    entity: null,
    why,
  };
}

/** "Russian" in "Russian incursion", "police" in "police operation": the one word, or the name's words. */
function modifierMention(text: ActorText, head: number, { grounds, weights }: Telling): ActorMention {
  const { firstToken, endToken } = text.names[head] ??
    text.matches[head] ?? { firstToken: head, endToken: head + 1 };
  const entry = text.matches[head]?.entry;
  const span = spanOfTokens(text.tree, { firstToken, endToken });
  const said = { ...span, firstToken, endToken, headToken: head, role: null, sector: entry?.sector ?? null };
  const why = { rule: 'actors/noun-modifier', spans: [span], confidence: 0.85 };
  if (entry === undefined) return { ...said, kind: 'organisation', country: null, entity: null, why };
  if (entry.kind === 'body')
    return { ...said, kind: 'organisation', country: entry.country, entity: entry.key, why };
  if (entry.kind === 'country') {
    const entity = entityOf(entry);
    return {
      ...said,
      kind: 'country',
      country: entry.country,
      entity,
      why: { ...why, rule: 'actors/demonym-modifier' },
    };
  }
  const inferred = entry.domestic
    ? guessWhose(
        grounds,
        {
          head,
          kind: 'people',
          sector: entry.sector,
          entity: null,
          determiner: '',
          domestic: true,
          isEnvoy: false,
        },
        weights,
      )
    : null;
  const country = inferred?.country ?? null;
  return {
    ...said,
    kind: 'people',
    country,
    entity: null,
    why: inferred === null ? why : { ...why, rule: GUESSED, confidence: inferred.confidence },
  };
}

/** "The trawler" is hardly another than the one just told of, but may be. */
const AGAIN = 0.6;

/** The rule of every country that only the report around a phrase tells. */
const GUESSED = 'actors/report-country';

function withDiscourse(
  text: ActorText,
  head: number,
  reading: PhraseReading,
  { grounds, weights, told }: Telling,
): PhraseReading {
  const near = nearCountry(text, head, reading, grounds);
  if (near !== null)
    return {
      ...reading,
      country: near,
      why: { ...reading.why, rule: 'actors/place-in-phrase', confidence: 0.7 },
    };
  const phrase = barePhraseOf(text, head, reading);
  const again =
    phrase?.kind === 'thing' && phrase.determiner === 'the' ? told.get(lowerOf(text.tree, head)) : undefined;
  const country = again ?? (phrase === null ? null : senderOf(grounds, phrase));
  const known = country === null ? null : { country, confidence: AGAIN };
  const whose = known ?? (phrase === null ? null : guessWhose(grounds, phrase, weights));
  if (whose === null) return reading;
  const why = { rule: GUESSED, spans: reading.why.spans, confidence: whose.confidence };
  return { ...reading, country: whose.country, why };
}

const ARMED: readonly (string | null)[] = ['MIL', 'COP', 'PRM'];

/** "Oman moved tanks to the border of Yemen": what a state sends is its own. */
function senderOf(grounds: SignGrounds, { head, sector, isEnvoy }: BarePhrase): string | null {
  if (!ARMED.includes(sector) && !isEnvoy) return null;
  const { isSent, subject } = readClause(grounds, head);
  return isSent ? subject : null;
}

/** "residents of Barekamavan": the country of the place in the phrase. */
function nearCountry(
  { tree }: ActorText,
  head: number,
  { country, domestic, sector, why }: PhraseReading,
  { discourse }: SignGrounds,
): string | null {
  const isOpen = country === null && domestic && why.rule !== 'actors/several-countries';
  return isOpen ? countryInPhrase(tree, discourse.countryAt, { head, sector }) : null;
}

/** "The attackers withdrew": who they are is what was told before, not whom the report speaks of most. */
const BY_DEED =
  /^(?:attacker|assailant|aggressor|raider|invader|intruder|captor|assassin|perpetrator|culprit)s?$/u;

const TRAVELLING =
  /^(?:negotiator|envoy|delegat|diplomat|mediator|ambassador|emissar|attach|observer|monitor|inspector)/u;

/** Gives the phrase that only the report around it tells the country of; null where its own words do, or forbid to ask. */
function barePhraseOf({ tree }: ActorText, head: number, reading: PhraseReading): BarePhrase | null {
  const { kind, sector, entity, domestic, isOutside, country, why } = reading;
  if (country !== null || why.rule === 'actors/several-countries' || (entity !== null && !domestic))
    return null;
  const determiner = lowerOf(tree, reading.coreFirst);
  // "both leaders", "neither side": one of each, so not all of one country; "no group" is nobody.
  if (['both', 'neither', 'each', 'either', 'no'].includes(determiner)) return null;
  if (BY_DEED.test(lowerOf(tree, head))) return null;
  // "Foreign troops" are of none that the report means by its own.
  if (isOutside) return null;
  // "The shells fell into the lake": a thing is nobody's until the words say whose.
  if (kind === 'thing' && !domestic) return null;
  // "both governments", "the governments" are not one country's.
  const isPlural = tree.tags[head]?.features.number === 'Plur' && lowerOf(tree, head).endsWith('s');
  const isSeveral =
    isPlural && kind === 'organisation' && sector === 'GOV' && lowerOf(tree, head) !== 'authorities';
  return isSeveral
    ? null
    : { head, kind, sector, entity, determiner, domestic, isEnvoy: TRAVELLING.test(lowerOf(tree, head)) };
}

function phraseMention(text: ActorText, { head, of }: Candidate, reading: PhraseReading): ActorMention {
  const range = rangeOf(text, head, of === null ? reading : null);
  const { kind, country, countries, sector, role, why } = reading;
  // "two-thirds of Guyana" is not Guyana.
  const entity = of !== null && kind === 'country' ? null : reading.entity;
  return {
    ...spanOfTokens(text.tree, range),
    ...range,
    headToken: head,
    kind,
    country,
    ...(countries === undefined ? {} : { countries }),
    sector,
    role,
    entity,
    why,
  };
}

const INNER_CASES = new Set(['of', 'for', 'at', 'from', 'in', 'to', 'with', 'against']);

/** The whole phrase, cut before a comma and before a phrase that only says how or near what ("ranchers around Lethem"). */
function rangeOf({ tree }: ActorText, head: number, reading: PhraseReading | null): TokenRange {
  const phrase = nounPhraseOf(tree, head);
  const coreEnd = reading?.coreEnd ?? head + 1;
  let { endToken } = phrase;
  for (let token = coreEnd; token < endToken; token++) {
    const upos = tree.tags[token]?.upos;
    const isOuter =
      upos === 'ADP' && headOf(tree, headOf(tree, token)) === head && !INNER_CASES.has(lowerOf(tree, token));
    if (isOuter || tree.tokens[token]?.text === ',' || isRelation(relationOf(tree, token), ['acl']))
      endToken = token;
  }
  return {
    firstToken: Math.min(phrase.firstToken, reading?.coreFirst ?? head),
    endToken: Math.max(endToken, coreEnd),
  };
}
