import type { ActorMention, Sector } from '../document/mention-layers.ts';
import { childBy, headOf, isRelation, lemmaOf, relationOf, type Tree } from '../language/tree.ts';
import type { Discourse, Seen, SentenceCountries } from './actor-discourse.ts';
import { NOT_COUNTRIES } from './actor-matches.ts';

/** A phrase that does not say whose it is: "the army", "two men", "Milagros Peña". */
export interface BarePhrase extends Pick<ActorMention, 'kind' | 'sector' | 'entity'> {
  readonly head: number;
  /** Its first word in lower case. */
  readonly determiner: string;
  /** True where a report about one country would mean that country's own. */
  readonly domestic: boolean;
}

/** What speaks for a country, by the name of its line in `data/actors/signs.tsv`, 0 to 1 each. */
export type Signs = ReadonlyMap<string, number>;

/** Facts of a report from which the signs are told; made once, linear in its length. */
export interface SignGrounds {
  readonly discourse: Discourse;
  readonly tree: Tree;
  readonly countries: readonly string[];
  readonly tallies: ReadonlyMap<string, Tally>;
  /** The most that any one country is named. */
  readonly most: number;
  /** The most places of its happenings that lie in any one. */
  readonly mostPlaces: number;
  readonly names: number;
  readonly places: number;
  readonly seenInSentence: ReadonlyMap<number, readonly Seen[]>;
  /** By token, the country that was named last before it. */
  readonly recentAt: readonly (string | undefined)[];
  /** By sentence, the first sentence of its paragraph. */
  readonly paragraphAt: readonly number[];
  /** How many phrases of each kin say their country themselves, by kin and country. */
  readonly saidAs: ReadonlyMap<Kin, ReadonlyMap<string, number>>;
  readonly outlets: ReadonlySet<string>;
}

interface Tally {
  names: number;
  places: number;
  peoples: number;
  seats: number;
  /** The sentences that name it, in order. */
  readonly sentences: number[];
  isDateline: boolean;
  isTitle: boolean;
}

/** What a report is told of beside its trees. */
interface Facts {
  readonly discourse: Discourse;
  /** By sentence, the first sentence of its paragraph. */
  readonly paragraphs: readonly number[];
  /** The phrases, those whose own words say a country among them. */
  readonly said: readonly Pick<ActorMention, 'kind' | 'sector' | 'country'>[];
  /** The countries that the outlet's name speaks of. */
  readonly outlets: ReadonlySet<string>;
}

/** Counts what the signs need. */
export function layGrounds(tree: Tree, { discourse, paragraphs, said, outlets }: Facts): SignGrounds {
  const tallies = new Map<string, Tally>();
  const seenInSentence = new Map<number, Seen[]>();
  const recentAt: (string | undefined)[] = tree.tokens.map(() => undefined);
  let names = 0;
  let places = 0;
  let recent: string | undefined;
  let next = 0;
  for (const one of discourse.seen) {
    for (; next <= one.token; next++) recentAt[next] = recent;
    recent = one.country;
    const tally = tallies.get(one.country) ?? {
      names: 0,
      places: 0,
      peoples: 0,
      seats: 0,
      sentences: [],
      isDateline: false,
      isTitle: false,
    };
    tallies.set(one.country, tally);
    if (one.isName) names++;
    if (one.isName) tally.names++;
    if (one.isPeople) tally.peoples++;
    if (one.isSeat) tally.seats++;
    if (one.isGround && one.zone !== 'dateline') places++;
    if (one.isGround && one.zone !== 'dateline') tally.places++;
    if (tally.sentences.at(-1) !== one.sentence) tally.sentences.push(one.sentence);
    tally.isDateline ||= one.zone === 'dateline';
    tally.isTitle ||= one.zone === 'title';
    seenInSentence.set(one.sentence, [...(seenInSentence.get(one.sentence) ?? []), one]);
  }
  for (; next < tree.tokens.length; next++) recentAt[next] = recent;
  return {
    discourse,
    tree,
    countries: [...tallies.keys()].sort(),
    tallies,
    most: Math.max(1, ...[...tallies.values()].map((tally) => tally.names)),
    mostPlaces: Math.max(1, ...[...tallies.values()].map((tally) => tally.places)),
    names,
    places,
    seenInSentence,
    recentAt,
    paragraphAt: paragraphs,
    saidAs: countSaid(said),
    outlets,
  };
}

function countSaid(said: Facts['said']): ReadonlyMap<Kin, ReadonlyMap<string, number>> {
  const counts = new Map<Kin, Map<string, number>>();
  for (const phrase of said) {
    if (phrase.country === null) continue;
    const kin = kinOf(phrase);
    const ofKin = counts.get(kin) ?? new Map<string, number>();
    counts.set(kin, ofKin.set(phrase.country, (ofKin.get(phrase.country) ?? 0) + 1));
  }
  return counts;
}

/** Gives what speaks for each country that a report names as the one whose a bare phrase is. */
export function signsOf(grounds: SignGrounds, phrase: BarePhrase): ReadonlyMap<string, Signs> {
  const kin = kinOf(phrase);
  const clause = readClause(grounds, phrase.head);
  return new Map(
    grounds.countries.map((country) => {
      const plain = [
        ...reportSigns(grounds, country),
        ...kinSigns(grounds, country, kin),
        ...nearSigns(grounds, country, phrase.head),
        ...clauseSigns(clause, country),
      ];
      const crossed = plain.flatMap(([name, value]) =>
        CROSSED.has(name) ? [[`${kin}: ${name}`, value] as const] : [],
      );
      return [country, new Map([...plain, ...crossed].filter(([, value]) => value !== 0))];
    }),
  );
}

/** Gives what speaks for leaving open whose a bare phrase is. */
export function openSigns({ countries }: SignGrounds, phrase: BarePhrase): Signs {
  const { determiner } = phrase;
  const all: readonly (readonly [string, boolean | number])[] = [
    ['open', true],
    ['open: domestic', phrase.domestic],
    ['open: the', determiner === 'the'],
    ['open: a', determiner === 'a' || determiner === 'an'],
    ['open: each', EACH.has(determiner)],
    ['open: entity', phrase.entity !== null],
    ['open: organisation', phrase.kind === 'organisation'],
    ['open: countries', Math.log(Math.max(1, countries.length))],
    [`open: ${kinOf(phrase)}`, true],
  ];
  return new Map(
    all.flatMap(([name, value]) => (Number(value) === 0 ? [] : [[name, Number(value)] as const])),
  );
}

const EACH = new Set(['both', 'each', 'either', 'neither', 'all']);

type Kin = 'government' | 'force' | 'armed' | 'visitor' | 'civil' | 'person' | 'thing' | 'other';

const KIN: Readonly<Partial<Record<Sector, Kin>>> = {
  GOV: 'government',
  LEG: 'government',
  JUD: 'government',
  MIL: 'force',
  COP: 'force',
  SPY: 'force',
  PRM: 'force',
  REB: 'armed',
  UAF: 'armed',
  CRM: 'armed',
  PRE: 'armed',
  NGO: 'visitor',
  JRN: 'visitor',
  REF: 'visitor',
  BUS: 'visitor',
  MED: 'visitor',
  REL: 'visitor',
  EDU: 'visitor',
};

function kinOf({ sector, kind }: Pick<ActorMention, 'kind' | 'sector'>): Kin {
  if (sector !== null) return KIN[sector] ?? 'civil';
  return kind === 'person' || kind === 'thing' ? kind : 'other';
}

type Sign = readonly [name: string, value: number];

/** Signs that tell more of a soldier than of a shopkeeper, or the other way round. */
const CROSSED: ReadonlySet<string> = new Set([
  'share',
  'ground share',
  'ground lead',
  'people',
  'seat',
  'home',
  'dominant',
  'dateline',
  'place before',
  'place after',
  'named before',
  'named after',
  'subject',
  'topic',
  'topic first',
  'only place',
  'recent',
  'ground here',
  'ground beside',
  'alone here',
  'ground in paragraph',
  'speaker',
  'over against',
  'object',
  'kin said',
  'kin unsaid',
]);

/** How much the whole report speaks of a country. */
function reportSigns(
  { discourse, tallies, most, mostPlaces, names, places }: SignGrounds,
  country: string,
): Sign[] {
  const tally = tallies.get(country);
  if (tally === undefined) return [];
  const { home, dominant } = discourse;
  return [
    ['share', tally.names / Math.max(1, names)],
    ['lead', tally.names / most],
    ['ground share', tally.places / Math.max(1, places)],
    ['ground lead', tally.places / mostPlaces],
    ['people', tally.peoples / Math.max(1, tally.names)],
    ['seat', tally.seats / Math.max(1, tally.names)],
    ['never named', Number(tally.names === 0)],
    ['no ground', Number(tally.places === 0)],
    ['dateline', Number(tally.isDateline)],
    ['title', Number(tally.isTitle)],
    ['home', Number(home?.country === country)],
    ['own home', Number(home?.country === country && home.isOwn)],
    ['dominant', Number(dominant === country)],
    ['only', Number(tallies.size === 1)],
    ['union', Number(NOT_COUNTRIES.has(country))],
  ];
}

/** "Pakistani troops" all through a report: a bare "army" in it is hardly theirs. */
function kinSigns({ saidAs, outlets }: SignGrounds, country: string, kin: Kin): Sign[] {
  const ofKin = saidAs.get(kin);
  const all = [...(ofKin?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  const own = ofKin?.get(country) ?? 0;
  return [
    ['outlet', Number(outlets.has(country))],
    ['kin said', own / Math.max(1, all)],
    ['kin unsaid', Number(all > 0 && own === 0)],
  ];
}

/** How near to the phrase a country is named, and as what. */
function nearSigns(grounds: SignGrounds, country: string, head: number): Sign[] {
  const { discourse, tree, tallies, seenInSentence, recentAt, paragraphAt } = grounds;
  const at = tree.tokens[head]?.sentence ?? 0;
  const sentence = discourse.sentences[at];
  const seenHere = seenInSentence.get(at) ?? [];
  const here = seenHere.filter((one) => one.country === country);
  const before = (seenInSentence.get(at - 1) ?? []).filter((one) => one.country === country);
  const token = sentence?.named.get(country);
  const isLocated = sentence?.located.has(country) === true;
  const first = paragraphAt[at] ?? at;
  const inParagraph = seenBetween(grounds, country, first, at);
  const last = lastBefore(tallies.get(country)?.sentences ?? [], at);
  return [
    ['place before', Number(isLocated && token !== undefined && token < head)],
    ['opening place', Number(isLocated && token !== undefined && token < head && isOpening(tree, token))],
    ['place after', Number(isLocated && token !== undefined && token > head)],
    ['named before', Number(!isLocated && token !== undefined && token < head)],
    ['named after', Number(!isLocated && token !== undefined && token > head)],
    ['topic', Number(sentence?.topicBefore === country)],
    ['topic first', Number(sentence?.topicBefore === country && seenHere.every((one) => one.token > head))],
    ['only place', Number(isLocated && sentence?.located.size === 1)],
    ['recent', Number(recentAt[head] === country)],
    ['here', Number(here.length > 0)],
    ['ground here', Number(here.some(({ isGround }) => isGround))],
    ['ground beside', Number(here.some((one) => one.isGround && isBeside(one, head)))],
    ['alone here', Number(here.length > 0 && here.length === seenHere.length)],
    ['ground previous', Number(before.some(({ isGround }) => isGround))],
    ['ground in paragraph', Number(inParagraph.some(({ isGround }) => isGround))],
    ['in paragraph', Math.min(1, inParagraph.filter(({ isName }) => isName).length / 3)],
    ['previous', Number(last === at - 1)],
    ['lately', Number(last !== undefined && last < at - 1 && last >= at - 3)],
    ['not yet', Number(last === undefined && here.every((one) => one.token > head))],
  ];
}

/** "In neighbouring Chad, the army left": the first words of a sentence set its scene. */
const OPENING = 3;

function isOpening({ tokens }: Tree, token: number): boolean {
  return tokens[token - OPENING]?.sentence !== tokens[token]?.sentence;
}

/** How many words behind a phrase a place may say where it is: "a police checkpoint in Lakki Marwat". */
const BESIDE = 7;

function isBeside({ token }: Seen, head: number): boolean {
  return token > head && token - head <= BESIDE;
}

/** A paragraph is looked back on no further than this, so that one that never ends costs no more. */
const LONGEST_PARAGRAPH = 8;

function seenBetween(
  { seenInSentence }: SignGrounds,
  country: string,
  first: number,
  last: number,
): readonly Seen[] {
  const found: Seen[] = [];
  for (let at = Math.max(first, last - LONGEST_PARAGRAPH); at <= last; at++)
    found.push(...(seenInSentence.get(at) ?? []).filter((one) => one.country === country));
  return found;
}

/** The last of sorted sentences that is before `at`; undefined where none is. */
function lastBefore(sentences: readonly number[], at: number): number | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return sentences[low - 1];
}

/** Who else takes part in what the phrase takes part in, by country. */
interface Clause {
  /** Whoever does what is done to the phrase. */
  readonly subject: string | null;
  /** Whom the phrase does it to. */
  readonly object: string | null;
  /** Whoever tells of it. */
  readonly speaker: string | null;
  /** True where the one acts or speaks against the other: "accused Addis Ababa", "shelled two posts". */
  readonly isHostile: boolean;
  /** True where what is sent is the sender's own: "China flew 41 aircraft". */
  readonly isSent: boolean;
}

const SENDING = new Set(
  'fly send deploy dispatch move scramble mobilise mobilize withdraw pull recall station mass launch redeploy field'.split(
    ' ',
  ),
);
const HOSTILE = new Set(
  'accuse blame condemn denounce warn threaten attack shell bomb bombard strike hit invade ambush kill wound capture seize detain fire expel summon sanction rebuke fault urge ask demand tell'.split(
    ' ',
  ),
);
const NOMINAL = ['nmod', 'appos', 'conj', 'compound'];
const JOINED = ['conj', 'xcomp', 'advcl', 'acl', 'parataxis'];

function readClause({ discourse, tree }: SignGrounds, head: number): Clause {
  const sentence = discourse.sentences[tree.tokens[head]?.sentence ?? -1];
  if (sentence === undefined)
    return { subject: null, object: null, speaker: null, isHostile: false, isSent: false };
  let top = head;
  while (isRelation(relationOf(tree, top), NOMINAL) && headOf(tree, top) >= 0) top = headOf(tree, top);
  const verb = headOf(tree, top);
  const isSubject = isRelation(relationOf(tree, top), ['nsubj']);
  const agent = childBy(tree, verb, 'obl:agent');
  const doer = isSubject ? agent : subjectOf(tree, verb);
  const object = isSubject ? childBy(tree, verb, 'obj') : undefined;
  return {
    subject: doer === undefined ? null : (sentence.subjects.get(doer) ?? countryNear(sentence, doer)),
    object: object === undefined ? null : countryNear(sentence, object),
    speaker: speakerOf(tree, sentence, head),
    isHostile: HOSTILE.has(lemmaOf(tree, verb)),
    isSent: relationOf(tree, top) === 'obj' && SENDING.has(lemmaOf(tree, verb)),
  };
}

/** The subject of a verb, or of the one that it shares it with: "crossed the line, killing two guards". */
function subjectOf(tree: Tree, verb: number): number | undefined {
  for (let at = verb; at >= 0; at = headOf(tree, at)) {
    const subject = childBy(tree, at, 'nsubj');
    if (subject !== undefined) return subject;
    if (!isRelation(relationOf(tree, at), JOINED)) return undefined;
  }
  return undefined;
}

/** How many words before its head a phrase may name its country. */
const PHRASE_REACH = 4;

function countryNear({ named }: SentenceCountries, head: number): string | null {
  for (const [country, token] of named) if (token <= head && head - token <= PHRASE_REACH) return country;
  return null;
}

/** "Kigali said that the army had left": whose government tells of the army. */
function speakerOf(tree: Tree, { subjects }: SentenceCountries, token: number): string | null {
  for (let at = token; headOf(tree, at) >= 0; at = headOf(tree, at)) {
    if (!isRelation(relationOf(tree, at), ['ccomp'])) continue;
    const subject = childBy(tree, headOf(tree, at), 'nsubj');
    return subject === undefined ? null : (subjects.get(subject) ?? null);
  }
  return null;
}

function clauseSigns({ subject, object, speaker, isHostile, isSent }: Clause, country: string): Sign[] {
  return [
    ['sender', Number(isSent && subject === country)],
    ['subject', Number(!isSent && subject === country)],
    ['over against', Number(!isSent && subject !== null && subject !== country)],
    ['object', Number(object === country)],
    ['hostile subject', Number(isHostile && subject === country)],
    ['hostile object', Number(isHostile && object === country)],
    ['speaker', Number(speaker === country)],
    ['other speaker', Number(speaker !== null && speaker !== country)],
  ];
}
