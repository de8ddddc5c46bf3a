import type { ActorMention } from '../document/mention-layers.ts';
import type { Tree } from '../language/tree.ts';
import { type Clause, readClause } from './actor-clauses.ts';
import type { Seen } from './actor-discourse.ts';
import { type Kin, kinOf, lastBefore, type SignGrounds, seenBetween } from './actor-grounds.ts';
import { NOT_COUNTRIES } from './actor-matches.ts';

/** A phrase that does not say whose it is: "the army", "two men", "Milagros Peña". */
export interface BarePhrase extends Pick<ActorMention, 'kind' | 'sector' | 'entity'> {
  readonly head: number;
  /** Its first word in lower case. */
  readonly determiner: string;
  /** True where a report about one country would mean that country's own. */
  readonly domestic: boolean;
  /** True for those who travel ("two diplomats", "observers"): they are hardly of where they are. */
  readonly isEnvoy: boolean;
}

/** What speaks for a country, by the name of its line in `data/actors/signs.tsv`, 0 to 1 each. */
export type Signs = ReadonlyMap<string, number>;

/** Gives what speaks for each country that a report names as the one whose a bare phrase is. */
export function signsOf(grounds: SignGrounds, phrase: BarePhrase): ReadonlyMap<string, Signs> {
  const kin = kinOfBare(phrase);
  const clause = readClause(grounds, phrase.head);
  return new Map(
    grounds.countries
      .filter((country) => country !== clause.bound)
      .map((country) => {
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

function kinOfBare(phrase: BarePhrase): Kin {
  return phrase.isEnvoy ? 'envoy' : kinOf(phrase);
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
    [`open: ${kinOfBare(phrase)}`, true],
  ];
  return new Map(
    all.flatMap(([name, value]) => (Number(value) === 0 ? [] : [[name, Number(value)] as const])),
  );
}

const EACH = new Set(['both', 'each', 'either', 'neither', 'all']);

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
  const { discourse, tree, tallies, seenIn, recentAt, paragraphAt } = grounds;
  const at = tree.tokens[head]?.sentence ?? 0;
  const sentence = discourse.sentences[at];
  const countriesHere = seenIn.get(at);
  const here = countriesHere?.get(country) ?? [];
  const before = seenIn.get(at - 1)?.get(country) ?? [];
  const isFirst = [...(countriesHere?.values() ?? [])].every(([one]) => (one?.token ?? head) > head);
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
    ['topic first', Number(sentence?.topicBefore === country && isFirst)],
    ['only place', Number(isLocated && sentence?.located.size === 1)],
    ['recent', Number(recentAt[head] === country)],
    ['here', Number(here.length > 0)],
    ['ground here', Number(here.some(({ isGround }) => isGround))],
    ['ground beside', Number(here.some((one) => one.isGround && isBeside(one, head)))],
    ['alone here', Number(here.length > 0 && countriesHere?.size === 1)],
    ['ground previous', Number(before.some(({ isGround }) => isGround))],
    ['ground in paragraph', Number(inParagraph.some(({ isGround }) => isGround))],
    ['in paragraph', Math.min(1, inParagraph.filter(({ isName }) => isName).length / 3)],
    ['previous', Number(last === at - 1)],
    ['lately', Number(last !== undefined && last < at - 1 && last >= at - 3)],
    ['not yet', Number(last === undefined && (here[0]?.token ?? head + 1) > head)],
  ];
}

/** "In neighbouring Chad, the army left": the first words of a sentence set its scene. */
const OPENING = 3;

function isOpening({ tokens }: Tree, token: number): boolean {
  return tokens[token - OPENING]?.sentence !== tokens[token]?.sentence;
}

/** How many words behind a phrase a place may say where it is: "a customs post in Al-Qaim". */
const BESIDE = 7;

function isBeside({ token }: Seen, head: number): boolean {
  return token > head && token - head <= BESIDE;
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
