import type { EventType, Party, SourceRef } from '../document/event-layers.ts';
import { lemmaOf, subtreeOf, type Tree } from '../language/tree.ts';
import { innermost, isElsewhere, partiesOf, type Told } from './told.ts';

/** Types that words for one and the same act may be read as: an incursion and an entry, a seizure and an attack. */
const FAMILIES: readonly (readonly EventType[])[] = [
  ['ASSAULT', 'MOBILIZE', 'COERCE', 'OTHER'],
  ['RETREAT', 'CONCEDE'],
  ['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID'],
  ['SANCTION', 'COERCE', 'REJECT'],
  ['THREATEN', 'REQUEST', 'ACCUSE'],
];

/** Tells whether two types can name one act; what no type fits may be any deed. */
export function sameFamily(a: EventType, b: EventType): boolean {
  return a === b || FAMILIES.some((family) => family.includes(a) && family.includes(b));
}

/** Tells whether two claims rest on the same innermost source. */
export function sameSource(a: Told, b: Told): boolean {
  const [x, y] = [innermost(a), innermost(b)];
  if (x.kind !== 'words' || y.kind !== 'words') return x.kind === y.kind;
  return sameParty(x.party, y.party);
}

/** Tells whether two parties share a head word of their names, or are one entity; never those of two countries or sectors. */
export function sameParty(a: Party, b: Party): boolean {
  if (a.entity !== null && a.entity === b.entity) return true;
  if (a.text.toLowerCase() === b.text.toLowerCase()) return true;
  if (differ(a.country, b.country) || differ(a.sector, b.sector)) return false;
  const [x, y] = [contentWords(a), contentWords(b)];
  const last = x.at(-1) ?? '';
  if (last.length > 3 && last === y.at(-1)) return true;
  // "the tanker", "the tanker Marlin".
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length > 0 && short.every((word) => long.includes(word));
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}

function contentWords({ text }: Party): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => !['the', 'a', 'an', 'its', 'their', 'his', 'her'].includes(word));
}

/** The side of a country that somebody is on; null where it is not known. */
type Camp = 'state' | 'rebels' | 'people' | null;

/**
 * A bare country speaks for its state; a country at war with itself has two camps, and those who are in neither. Of whom only
 * the country is known ("Chief Ebi Tonwei") the camp is not.
 */
export function campOf({ sector, entity }: Party): Camp {
  if (sector === null && entity?.startsWith('country:') !== true) return null;
  if (sector === null || ['GOV', 'MIL', 'COP', 'SPY', 'LEG', 'JUD', 'PTY'].includes(sector)) return 'state';
  return ['REB', 'UAF', 'PRE', 'PRM', 'CRM', 'OPP'].includes(sector) ? 'rebels' : 'people';
}

/** Tells whether two parties are of one side: the same party, or the same camp of the same country. */
export function areOneSide(a: Party, b: Party): boolean {
  if (sameParty(a, b)) return true;
  // "police", "a police spokesman": where no country is said, the same service is the same side; mayors and ministers are not.
  if (a.country === null && b.country === null)
    return a.sector === b.sector && campOf(a) === 'state' && a.sector !== null && a.sector !== 'GOV';
  // "Local officials" and "a village chief" often tell it otherwise than the army does.
  if (LOCAL.test(a.text) !== LOCAL.test(b.text)) return false;
  return a.country === b.country && campOf(a) !== null && campOf(a) === campOf(b);
}

const LOCAL = /^(?:a |the |two )?(?:local|village|town|district|municipal|mayor)/iu;

/** Tells whether two sources are of one side. */
export function sameSide(a: SourceRef, b: SourceRef): boolean {
  if (a.kind !== 'words' || b.kind !== 'words') return a.kind === b.kind;
  return areOneSide(a.party, b.party);
}

/** Tells whether two events are said to be the work of different sides. */
export function haveOtherActors(a: Told, b: Told): boolean {
  const [xs, ys] = [partiesOf(a, 'actor'), partiesOf(b, 'actor')];
  return (
    xs.length > 0 &&
    ys.length > 0 &&
    xs.every((x) =>
      ys.every((y) => differ(x.country, y.country) || (campOf(x) !== campOf(y) && isPlaced(x, y))),
    )
  );
}

/** "the army", "the rebels": camps tell two sides apart where each party is said to be in one. */
function isPlaced(...parties: readonly Party[]): boolean {
  return parties.every(({ sector, country }) => sector !== null || country !== null);
}

/**
 * Gives how much two events of one report look like one act, 0 to 1: the same trigger, parties of the same country,
 * the same place. Opposite directions give 0, and so do two towns.
 */
export function likeness(tree: Tree, a: Told, b: Told): number {
  if (!isOfOneFamily(tree, a, b) || isFlipped(a, b) || isElsewhere(a, b)) return 0;
  const trigger = sameAct(tree, a, b)
    ? 0.4
    : sharesClass(a, b)
      ? 0.35
      : a.event.type === b.event.type
        ? 0.2
        : 0.1;
  return (
    trigger +
    0.2 * agreement(a, b, 'actor') +
    0.25 * agreement(a, b, 'recipient') +
    (isSamePlace(a, b) ? 0.15 : 0)
  );
}

/** What no list knows ("I have not resigned") is of the kind that the same word is elsewhere. */
function isOfOneFamily(tree: Tree, a: Told, b: Told): boolean {
  const isUnlisted = [a, b].some(({ event }) => event.why.rule === 'events/disputed');
  return sameFamily(a.event.type, b.event.type) || (isUnlisted && sameWord(tree, a, b));
}

function isSamePlace(a: Told, b: Told): boolean {
  if (a.event.place !== null && a.event.place === b.event.place) return true;
  return a.place?.geonameId != null && a.place.geonameId === b.place?.geonameId;
}

/** Tells whether two triggers name acts of one class: "struck" and "the raid". */
export function sharesClass(a: Told, b: Told): boolean {
  return [...(a.acts ?? [])].some((act) => b.acts?.has(act));
}

/** Words that tell one outcome: whoever was killed is among the dead. */
const KILLING = new Set(
  'kill die dead death shoot lynch murder toll perish slay fatality casualty massacre neutralise neutralize eliminate liquidate'.split(
    ' ',
  ),
);

/** Tells whether two triggers name one act: the same word, or two words for a killing. */
export function sameWord(tree: Tree, a: Told, b: Told): boolean {
  const [x, y] = [lemmaOf(tree, a.event.headToken), lemmaOf(tree, b.event.headToken)];
  return x === y || (KILLING.has(x) && KILLING.has(y)) || isOfOneStem(x, y);
}

/** "agreed a truce", "There is no agreement"; "withdrew", "the withdrawal": a verb and the noun that is made of it. */
function isOfOneStem(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const stem = short.endsWith('e') ? short.slice(0, -1) : short;
  return stem.length >= 4 && long.startsWith(stem) && ENDINGS.has(long.slice(stem.length));
}

const ENDINGS = new Set('ing ment ement al ation ion age ure ance ence'.split(' '));

function sameAct(tree: Tree, a: Told, b: Told): boolean {
  if (sameWord(tree, a, b)) return true;
  return a.event.type === b.event.type && a.event.mode !== null && a.event.mode === b.event.mode;
}

/** 1 where a party of both agrees, 0.4 where one of them does not say, 0 where they differ. */
export function agreement(a: Told, b: Told, name: 'actor' | 'recipient'): number {
  const [xs, ys] = [partiesOf(a, name), partiesOf(b, name)];
  if (xs.length === 0 || ys.length === 0) return 0.4;
  if (xs.some((x) => ys.some((y) => areOneSide(x, y)))) return 1;
  // "nine people", "no civilians": nobody in particular may be the same people.
  return xs.some((x) => ys.some((y) => isAnybody(x) && isAnybody(y))) ? 0.8 : 0;
}

function isAnybody({ text, country, sector, entity }: Party): boolean {
  if (/^(?:nobody|none|nothing|no one)\b/iu.test(text)) return true;
  return country === null && entity === null && (sector === null || sector === 'CVL');
}

function isFlipped(a: Told, b: Told): boolean {
  const countries = (told: Told, name: 'actor' | 'recipient') =>
    partiesOf(told, name).flatMap(({ country }) => country ?? []);
  const [actorA, recipientA, actorB, recipientB] = [
    countries(a, 'actor'),
    countries(a, 'recipient'),
    countries(b, 'actor'),
    countries(b, 'recipient'),
  ];
  if (actorA.length === 0 || actorB.length === 0) return false;
  return (
    actorA.every((country) => recipientB.includes(country)) &&
    actorB.every((country) => recipientA.includes(country)) &&
    !actorA.some((country) => actorB.includes(country))
  );
}

/** Gives how many nouns stand in the clauses of both events. */
export function sharedNouns(tree: Tree, a: Told, b: Told): number {
  const nounsOf = ({ event }: Told): ReadonlySet<string> =>
    new Set(
      subtreeOf(tree, event.headToken)
        .filter(
          (token) => token !== event.headToken && ['NOUN', 'PROPN'].includes(tree.tags[token]?.upos ?? ''),
        )
        .map((token) => lemmaOf(tree, token)),
    );
  const nouns = nounsOf(b);
  return [...nounsOf(a)].filter((noun) => nouns.has(noun)).length;
}
