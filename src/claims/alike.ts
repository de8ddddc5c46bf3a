import type { Claim, EventMention, EventType, Party, SourceRef } from '../document/event-layers.ts';
import { lemmaOf, type Tree } from '../language/tree.ts';

/** Types that words for one and the same act may be read as: an incursion and an entry, a seizure and an attack. */
const FAMILIES: readonly (readonly EventType[])[] = [
  ['ASSAULT', 'MOBILIZE', 'COERCE', 'OTHER'],
  ['RETREAT', 'CONCEDE'],
  ['AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID'],
  ['SANCTION', 'COERCE', 'REJECT'],
  ['THREATEN', 'REQUEST', 'ACCUSE'],
];

/** An event with its claim, as the rules of disputes compare them. */
export interface Told {
  readonly index: number;
  readonly event: EventMention;
  readonly claim: Claim;
}

/** Tells whether two types can name one act. */
export function sameFamily(a: EventType, b: EventType): boolean {
  return a === b || FAMILIES.some((family) => family.includes(a) && family.includes(b));
}

/** Tells whether two claims rest on the same innermost source. */
export function sameSource(a: Told, b: Told): boolean {
  const [x, y] = [innermost(a), innermost(b)];
  if (x.kind !== 'words' || y.kind !== 'words') return x.kind === y.kind;
  return sameParty(x.party, y.party);
}

/** Gives the source whose commitment a claim is. */
export function innermost({ claim }: Told): SourceRef {
  return claim.sources.at(-1) ?? { kind: 'outlet' };
}

/** Tells whether two parties share a head word of their names, or are one entity. */
export function sameParty(a: Party, b: Party): boolean {
  if (a.entity !== null && a.entity === b.entity) return true;
  if (a.text.toLowerCase() === b.text.toLowerCase()) return true;
  const last = a.text.split(/\s+/u).at(-1)?.toLowerCase() ?? '';
  return last.length > 3 && last === b.text.split(/\s+/u).at(-1)?.toLowerCase();
}

/** Tells whether two sources are of one side: the same party, or the same country where both have one. */
export function sameSide(a: SourceRef, b: SourceRef): boolean {
  if (a.kind !== 'words' || b.kind !== 'words') return a.kind === b.kind;
  return (
    sameParty(a.party, b.party) ||
    (a.party.country !== null && a.party.country === b.party.country && a.party.sector === b.party.sector)
  );
}

/**
 * Gives how much two events of one report look like one act, 0 to 1: the same trigger, parties of the same country,
 * the same place. Opposite directions give 0.
 */
export function likeness(tree: Tree, a: Told, b: Told): number {
  if (!sameFamily(a.event.type, b.event.type) || isFlipped(a, b)) return 0;
  const trigger = sameAct(tree, a, b) ? 0.4 : a.event.type === b.event.type ? 0.2 : 0.1;
  return (
    trigger +
    0.2 * agreement(a, b, 'actor') +
    0.25 * agreement(a, b, 'recipient') +
    (a.event.place !== null && a.event.place === b.event.place ? 0.15 : 0)
  );
}

/** Words that tell one outcome: whoever was killed is among the dead. */
const KILLING = new Set(
  'kill die dead death shoot lynch murder toll perish slay fatality casualty massacre'.split(' '),
);

function sameAct(tree: Tree, a: Told, b: Told): boolean {
  const [x, y] = [lemmaOf(tree, a.event.headToken), lemmaOf(tree, b.event.headToken)];
  if (x === y || (KILLING.has(x) && KILLING.has(y))) return true;
  return a.event.type === b.event.type && a.event.mode !== null && a.event.mode === b.event.mode;
}

function partiesOf({ event }: Told, name: 'actor' | 'recipient'): readonly Party[] {
  return event.roles.filter((role) => role.name === name).map((role) => role.party);
}

/** 1 where a party of both agrees, 0.4 where one of them does not say, 0 where they differ. */
function agreement(a: Told, b: Told, name: 'actor' | 'recipient'): number {
  const [xs, ys] = [partiesOf(a, name), partiesOf(b, name)];
  if (xs.length === 0 || ys.length === 0) return 0.4;
  if (xs.some((x) => ys.some((y) => sameParty(x, y) || (x.country !== null && x.country === y.country))))
    return 1;
  // "nine people", "no civilians": nobody in particular may be the same people.
  return xs.some((x) => ys.some((y) => isAnybody(x) && isAnybody(y))) ? 0.8 : 0;
}

function isAnybody({ country, sector, entity }: Party): boolean {
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
