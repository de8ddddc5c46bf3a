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
import { type Discourse, type Inferred, inferCountry, weighCountries } from './actor-discourse.ts';
import { withHalves } from './actor-halves.ts';
import { countryInPhrase } from './actor-home.ts';
import { type ActorLexicon, type ActorTables, createActorLexicon } from './actor-lexicon.ts';
import { findActorMatches } from './actor-matches.ts';
import { type ActorText, entityOf, type PhraseReading, readActorPhrase } from './actor-phrase.ts';

export type { ActorTables } from './actor-lexicon.ts';

type Needs = 'zones' | 'sentences' | 'tokens' | 'tags' | 'dependencies' | 'names' | 'places';

/** Finds the words that may name a party, and reads from each what it says about country, sector and office. */
export function createActors(tables: ActorTables): Stage<Needs, 'actors'> {
  const lexicon = createActorLexicon(tables);
  return {
    name: 'actors',
    version: 1,
    needs: ['zones', 'sentences', 'tokens', 'tags', 'dependencies', 'names', 'places'],
    gives: ['actors'],
    run: (doc) => ({ actors: findActors(doc, lexicon) }),
  };
}

function findActors(doc: Doc<Needs>, lexicon: ActorLexicon): readonly ActorMention[] {
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
  const discourse = weighCountries(layers, tree, found);
  const silent = layers.zones.filter(
    ({ kind }) => kind === 'dateline' || kind === 'byline' || kind === 'credit',
  );
  return findCandidates(text, layers.names)
    .filter(({ head }) => !silent.some((zone) => holdsToken(zone, text, head)))
    .map((candidate) => readCandidate(text, candidate, discourse))
    .sort(bySpan);
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

function readCandidate(text: ActorText, candidate: Candidate, discourse: Discourse): ActorMention {
  const { head, form } = candidate;
  if (form === 'pronoun') return plainMention(text, head, 'pronoun', 'actors/pronoun');
  if (form === 'modifier') return modifierMention(text, head, discourse);
  if (form === 'counted' && candidate.of === null) return plainMention(text, head, 'people', 'actors/number');
  const reading = asOfficer(text, candidate.of ?? head, readActorPhrase(text, candidate.of ?? head));
  return phraseMention(text, candidate, withDiscourse(text, head, reading, discourse));
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
function modifierMention(text: ActorText, head: number, discourse: Discourse): ActorMention {
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
    ? inferCountry(discourse, text.tree, head, { sector: entry.sector, isLoose: true })
    : null;
  const country = inferred?.country ?? null;
  return {
    ...said,
    kind: 'people',
    country,
    entity: null,
    why: inferred === null ? why : { ...why, ...pick(inferred) },
  };
}

function pick({ rule, confidence }: Inferred): Pick<Inferred, 'rule' | 'confidence'> {
  return { rule, confidence };
}

function withDiscourse(
  text: ActorText,
  head: number,
  reading: PhraseReading,
  discourse: Discourse,
): PhraseReading {
  if (reading.country !== null || reading.why.rule === 'actors/several-countries') return reading;
  if (!reading.domestic) return ofOnlyState(reading, discourse);
  const near = countryInPhrase(text.tree, discourse.countryAt, { head, sector: reading.sector });
  if (near !== null)
    return {
      ...reading,
      country: near,
      why: { ...reading.why, rule: 'actors/place-in-phrase', confidence: 0.7 },
    };
  // "both governments" are not one country's.
  const isPlural = text.tree.tags[head]?.features.number === 'Plur' && lowerOf(text.tree, head).endsWith('s');
  if (
    isPlural &&
    reading.kind === 'organisation' &&
    reading.sector === 'GOV' &&
    lowerOf(text.tree, head) !== 'authorities'
  )
    return reading;
  const determiner = lowerOf(text.tree, reading.coreFirst);
  // "both leaders", "neither side": one of each, so not all of one country.
  if (['both', 'neither', 'each', 'either'].includes(determiner)) return reading;
  const isIndefinite = determiner === 'a' || determiner === 'an';
  const isLoose = isIndefinite || reading.kind === 'thing' || reading.sector === 'JUD';
  const inferred = inferCountry(discourse, text.tree, head, { sector: reading.sector, isLoose });
  if (inferred === null) return reading;
  const { country, rule, confidence } = inferred;
  return { ...reading, country, why: { rule, spans: reading.why.spans, confidence } };
}

/** Those who come from abroad more often than not. */
const VISITORS: readonly (PhraseReading['sector'] | undefined)[] = ['NGO', 'JRN', 'REF'];

/** A company or a new group in a report that speaks of one state only is that state's. */
function ofOnlyState(reading: PhraseReading, { home, isSole }: Discourse): PhraseReading {
  const isLocal =
    isSole &&
    !reading.isOutside &&
    reading.entity === null &&
    (reading.kind === 'organisation' || reading.kind === 'person' || reading.kind === 'people') &&
    !VISITORS.includes(reading.sector);
  if (!isLocal || home === null) return reading;
  return {
    ...reading,
    country: home.country,
    why: { rule: 'actors/only-country', spans: reading.why.spans, confidence: 0.45 },
  };
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
