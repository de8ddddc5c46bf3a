import type { Claim, Dispute, EventMention, Party, Relation, SourceRef } from '../document/event-layers.ts';
import type { Layers } from '../document/layers.ts';
import type { PlaceMention } from '../document/mention-layers.ts';
import { lemmaOf, type Tree } from '../language/tree.ts';

/** An event with its claim, as the rules of disputes compare them. */
export interface Told {
  readonly index: number;
  readonly event: EventMention;
  readonly claim: Claim;
  /** The classes of acts that its trigger may name; left out where they are not asked for. */
  readonly acts?: ReadonlySet<string>;
  /** Where its own words place it; left out where it is not asked for. */
  readonly place?: PlaceMention | null;
  /** The name of that place as it is written; null for "the gate", left out where it is not asked for. */
  readonly placeName?: string | null;
}

/** What the rules of disputes read. */
export interface DisputeScene {
  readonly tree: Tree;
  /** All claims of the report, in the order of the text. */
  readonly told: readonly Told[];
  /** Lemmas of triggers that deny a claim. */
  readonly denials: ReadonlySet<string>;
  readonly layers: Pick<Layers, 'actors' | 'quantities'>;
}

/** Gives a link between two events, with the rule that found it. */
export function link(
  from: Told,
  to: Told,
  { relation, rule, confidence }: { relation: Relation; rule: string; confidence: number },
): Dispute {
  return {
    from: from.index,
    to: to.index,
    relation,
    why: { rule: `disputes/${rule}`, spans: [from.event.trigger, to.event.trigger], confidence },
  };
}

/** Gives the source whose commitment a claim is. */
export function innermost({ claim }: Told): SourceRef {
  return claim.sources.at(-1) ?? { kind: 'outlet' };
}

/** Gives whose word an event is: its source, or who made the accusation that it is; null for the outlet's own word. */
export function claimantOf(told: Told): Party | null {
  const source = innermost(told);
  if (source.kind === 'words') return source.party;
  return told.event.type === 'ACCUSE' ? (partiesOf(told, 'actor')[0] ?? null) : null;
}

/** Gives who did it, or to whom; "our soldiers" are those of the source's country. */
export function partiesOf(told: Told, name: 'actor' | 'recipient'): readonly Party[] {
  const source = innermost(told);
  return told.event.roles
    .filter((role) => role.name === name)
    .map(({ party }) => (source.kind === 'words' ? ownParty(party, source.party) : party));
}

/** Gives a party that its own side speaks of ("one of our soldiers") with the country of the speaker, where it has none. */
export function ownParty(party: Party, speaker: Party): Party {
  return party.country === null && speaker.country !== null && OURS.test(party.text)
    ? { ...party, country: speaker.country }
    : party;
}

/** "Our soldiers" are the speaker's; "our neighbours" and "our enemies" are not. */
const OURS = /\bour (?!(?:neighbou?r|enem|foe|rival|adversar|all(?:y|ies)|partner|friend|guest))/iu;

/** Tells whether a source says that it happened. */
export function isAsserted({ claim: { polarity, timeframe } }: Told): boolean {
  return polarity === 'positive' && timeframe !== 'future' && timeframe !== 'hypothetical';
}

/** Tells whether it is a deed: acts of words are not what a denial means by "the allegations". */
export function isDeed({ event }: Told): boolean {
  return ['ASSAULT', 'MOBILIZE', 'COERCE', 'AID', 'OTHER', 'RETREAT', 'PROTEST', 'SANCTION'].includes(
    event.type,
  );
}

/** Lemmas for what became of people: the outcome of an act, not the act. */
const OUTCOMES = new Set(
  'kill die dead death toll perish slay fatality casualty lose wound injure hurt maim'.split(' '),
);

/** Tells whether an event says what became of people ("killing nine"), not what was done ("bombed a market"). */
export function isOutcome(tree: Tree, { event }: Told): boolean {
  return event.type === 'ASSAULT' && OUTCOMES.has(lemmaOf(tree, event.headToken));
}

/** Tells whether two events are told of different places: two towns, not a town and "the border". */
export function isElsewhere(a: Told, b: Told): boolean {
  const [x, y] = [a.place ?? null, b.place ?? null];
  if (x === null || y === null) return false;
  if (x.lat === null && y.lat === null) return haveOtherNames(a.placeName ?? null, b.placeName ?? null);
  if (x.lat === null || y.lat === null) return false;
  if (x.country !== null && y.country !== null && x.country !== y.country) return true;
  return x.geonameId !== y.geonameId && isTown(x) && isTown(y);
}

/** "the village of Antsoha", "Befeno": two villages that no list knows. */
function haveOtherNames(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const namesOf = (text: string) => text.match(/\p{Lu}[\p{L}’'-]+/gu) ?? [];
  const names = new Set(namesOf(a));
  return names.size > 0 && namesOf(b).length > 0 && !namesOf(b).some((name) => names.has(name));
}

/** UCDP's where_prec: what is known less closely than by its district may hold the other place. */
function isTown({ precision }: PlaceMention): boolean {
  return precision !== null && precision <= 3;
}

/** Gives how many sentences lie between two events of a report; 0 in the same sentence. */
export function sentencesBetween({ tokens }: Tree, a: Told, b: Told): number {
  return Math.abs((tokens[a.event.headToken]?.sentence ?? 0) - (tokens[b.event.headToken]?.sentence ?? 0));
}
