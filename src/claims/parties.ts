import type { Doc } from '../document/doc.ts';
import type { Claim, EventMention, EventType, Party } from '../document/event-layers.ts';
import type { PlaceMention } from '../document/mention-layers.ts';
import type { Why } from '../document/why.ts';
import type { Tree } from '../language/tree.ts';
import { answeredParty } from './answers.ts';
import { PHYSICAL, type Setting } from './narrative.ts';
import { innermost, ownParty, type Told } from './told.ts';

type Needs = 'tokens' | 'places' | 'events' | 'claims' | 'disputes';

/** Who did it and to whom, as a reading gives them: the words of the event, and what the telling around it settles. */
export interface SettledParties {
  readonly actor: readonly Party[];
  readonly recipient: readonly Party[];
  /** By field, why of what is not in the event's own words: `country`, `recipient`. */
  readonly why: Readonly<Record<string, Why>>;
}

/**
 * Gives the parties of a claim's event. "Our soldiers" are the speaker's; "both governments" are the two sides of the
 * report; people on the spot are of its country; a town is where it was, not whom it befell; and whom an answer answers is
 * who made what it answers.
 */
export function settleParties(
  doc: Doc<Needs>,
  tree: Tree,
  { claim, setting }: { readonly claim: Claim; readonly setting: Setting },
): SettledParties {
  const event = doc.layers.events[claim.event] as EventMention;
  const one: Told = { index: claim.event, event, claim };
  const named = (name: 'actor' | 'recipient'): readonly Party[] =>
    event.roles
      .filter((role) => role.name === name)
      .flatMap(({ party }) => sidesOf(doc, ofSpeaker(one, party)));
  const settle = (party: Party): Party => settledParty(party, setting, event.type);
  const recipients = named('recipient').filter(
    (party) => !isOnlyPlace(party, doc.layers.places[event.place ?? -1]),
  );
  const answered = recipients.length === 0 ? answeredParty(doc, tree, one) : null;
  const actor = named('actor').map(settle);
  const recipient = answered === null ? recipients.map(settle) : [answered.party];
  const isSettled = [...named('actor'), ...recipients].some((party) => settle(party) !== party);
  return {
    actor,
    recipient,
    why: {
      ...(isSettled && setting.countryWhy !== null ? { country: setting.countryWhy } : {}),
      ...(answered === null ? {} : { recipient: answered.why }),
    },
  };
}

function ofSpeaker(told: Told, party: Party): Party {
  const source = innermost(told);
  return source.kind === 'words' ? ownParty(party, source.party) : party;
}

/** "took Nyabibwe", "shelled Lumbishi": a town or a road is where it was; a country or a region is a party as well. */
function isOnlyPlace(party: Party, place: PlaceMention | undefined): boolean {
  const isWide = place?.precision !== null && (place?.precision ?? 1) >= 4;
  return (
    place !== undefined &&
    party.sector === null &&
    !isWide &&
    place.start <= party.start &&
    party.end <= place.end
  );
}

/** "urged both governments", "the two sides": each of the two countries that the report sets against each other. */
function sidesOf(doc: Doc<Needs>, party: Party): readonly Party[] {
  const words = doc.text.slice(Math.max(0, party.start - 5), party.end);
  const isBoth =
    /\b(?:both|two|each) (?:sides?|governments?|countries|country|parties|armies|neighbours|neighbors|states)$/iu.test(
      words,
    );
  if (!isBoth || party.country !== null) return [party];
  const pair = opposedCountries(doc);
  return pair === null ? [party] : pair.map((country) => ({ ...party, country }));
}

/** The two countries that act on each other most often in a report; null where no two do. */
function opposedCountries({ layers }: Doc<Needs>): readonly [string, string] | null {
  const counts = new Map<string, number>();
  for (const { roles } of layers.events) {
    const countriesOf = (name: string) =>
      roles.flatMap((role) =>
        role.name === name && role.party.country !== null ? [role.party.country] : [],
      );
    const pairs = countriesOf('actor').flatMap((actor) =>
      countriesOf('recipient').flatMap((other) => (actor === other ? [] : [[actor, other].sort().join(' ')])),
    );
    for (const pair of new Set(pairs)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  // A tie tells nothing: the report knows more than two sides.
  if (first === undefined || first[1] === second?.[1]) return null;
  const [a = '', b = ''] = first[0].split(' ');
  return [a, b];
}

/**
 * Gives a party of an event with the country of the place where it was, where the party's words say none and it is people
 * on the spot: nine people killed in Khost. A force or a government never gets a country this way, and a border is nobody's.
 */
function settledParty(party: Party, { country, place }: Setting, type: EventType): Party {
  const isLocal =
    party.country === null &&
    (party.sector === null || ['CVL', 'MED', 'EDU', 'LAB', 'AGR', 'REL', 'SOC'].includes(party.sector));
  return isLocal && country !== null && PHYSICAL.includes(type) && !isBorder(place)
    ? { ...party, country }
    : party;
}

function isBorder(place: PlaceMention | null): boolean {
  return (
    place !== null && place.why.spans.length > 0 && place.precision === 5 && place.why.rule.includes('border')
  );
}
