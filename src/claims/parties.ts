import type { Doc } from '../document/doc.ts';
import type { Claim, EventMention, EventType, Party } from '../document/event-layers.ts';
import type { PlaceMention } from '../document/mention-layers.ts';
import type { Why } from '../document/why.ts';
import { childBy, type Tree } from '../language/tree.ts';
import { type Addressed, addressedParties, betweenStates } from './addressed.ts';
import { answeredParty } from './answers.ts';
import { PHYSICAL, type Setting } from './narrative.ts';
import type { Pair } from './opposed.ts';
import { innermost, ownParty, type Told } from './told.ts';

type Needs = 'tokens' | 'actors' | 'places' | 'events' | 'claims' | 'disputes';

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
      .flatMap(({ party }) => sidesOf(doc, ofSpeaker(one, party), setting.opposed.acting))
      .flatMap((party) => sidesOfTalks(doc, tree, one, party));
  const pair = setting.opposed.hostile;
  const settle = (party: Party): Party => settledParty(party, setting, event.type);
  const recipients = named('recipient').filter(
    (party) =>
      !PHYSICAL.includes(event.type) || !isOnlyPlace(party, doc.layers.places[event.place ?? -1], event),
  );
  const envoys = recipients.filter((party) => isOpenEnvoy(doc, party));
  const sender = envoys.length > 0 ? toldOf(doc, tree, { one, pair }) : null;
  const told = recipients.length === 0 ? toldOf(doc, tree, { one, pair }) : null;
  const between = told === null && recipients.length === 0 ? betweenStates(doc, tree, { one, pair }) : null;
  if (between !== null)
    return { actor: between.parties, recipient: between.parties, why: { recipient: between.why } };
  const judge = named('actor').length === 0 ? judgeOf(tree, one) : null;
  // "The attackers withdrew": of two states at odds, it is the other that attacks on a state's own ground.
  const isAttack = ['ASSAULT', 'RETREAT', 'MOBILIZE'].includes(event.type) && pair !== null;
  const actor = judge === null ? named('actor').map(isAttack ? (party) => party : settle) : [judge.party];
  const isSettled = [...named('actor'), ...recipients].some((party) => settle(party) !== party);
  return {
    actor,
    recipient:
      told === null
        ? recipients
            .map((party) => ofSender(party, envoys, sender))
            .map((party) =>
              ofVictim(settle(ofTarget(party, { doc, tree }, one)), doc, {
                actors: actor,
                pair,
                event,
                place: setting.place,
              }),
            )
        : told.parties,
    why: {
      ...(isSettled && setting.countryWhy !== null ? { country: setting.countryWhy } : {}),
      ...(judge === null ? {} : { actor: judge.why }),
      ...(told === null ? {} : { recipient: told.why }),
    },
  };
}

/** "Shelled two Chadian posts, wounding four soldiers": those who were hit in it are of whose it was. */
function ofTarget(party: Party, { doc, tree }: Read, { index, event }: Told): Party {
  const { layers } = doc;
  const isOpen = party.country === null || isGuessed(layers, party);
  if (event.type !== 'ASSAULT' || !isOpen) return party;
  const whole = layers.disputes.find(({ from, relation }) => from === index && relation === 'part-of');
  const attack = layers.events[whole?.to ?? -1] ?? attackBefore(doc, tree, { index, event, party });
  const targets = attack?.roles.filter(({ name }) => name === 'recipient') ?? [];
  const [country = null, ...more] = new Set(
    targets.map((target) => (isGuessed(layers, target.party) ? null : target.party.country)),
  );
  return country === null || more.length > 0 ? party : { ...party, country };
}

/** "Tunis summoned the ambassador": of the state that it has something to say to. */
function isOpenEnvoy({ layers, text }: Doc<Needs>, party: Party): boolean {
  const isOpen = party.country === null || isGuessed(layers, party);
  return (
    isOpen &&
    /\b(?:ambassador|envoy|consul|diplomat|attaché|chargé d[’']affaires)s?$/iu.test(
      text.slice(party.start, party.end),
    )
  );
}

function ofSender(party: Party, envoys: readonly Party[], sender: Addressed | null): Party {
  const country = sender?.parties[0]?.country ?? null;
  return envoys.includes(party) && sender?.parties.length === 1 && country !== null
    ? { ...party, country }
    : party;
}

interface Read {
  readonly doc: Doc<Needs>;
  readonly tree: Tree;
}

/** "Guns fired on two Beninese trawlers. A fisherman was wounded": people who are hurt by nobody named, right after an attack. */
function attackBefore(
  { layers }: Doc<Needs>,
  tree: Tree,
  { index, event, party }: Pick<Told, 'index' | 'event'> & { readonly party: Party },
): EventMention | undefined {
  const before = layers.events[index - 1];
  const isBare =
    (party.sector === null || CIVIL.includes(party.sector)) &&
    event.roles.every(({ name }) => name !== 'actor');
  const isNext =
    before?.type === 'ASSAULT' && sentenceOf(tree, event.headToken) - sentenceOf(tree, before.headToken) <= 1;
  return isBare && isNext && layers.claims[index - 1]?.timeframe === 'current' ? before : undefined;
}

interface Fight {
  readonly actors: readonly Party[];
  readonly pair: Pair | null;
  readonly event: EventMention;
  readonly place: PlaceMention | null;
}

/**
 * "Azerbaijani units fired at the village": of two states that do little else than act on each other, the one does not
 * shell its own. Whom its fire hits is the other's, unless the words or the map say whose it is: "Kyiv shelled Donetsk".
 */
function ofVictim(party: Party, { layers }: Doc<Needs>, { actors, pair, event, place }: Fight): Party {
  const doers = new Set(actors.map(({ country }) => country));
  const [doer = null] = doers;
  if (event.type !== 'ASSAULT' || doers.size !== 1 || doer === null || !pair?.includes(doer)) return party;
  // A state also kills its own gunmen and its own people; its own soldiers and posts it does not.
  if (party.sector !== null && !FORCES.includes(party.sector)) return party;
  const isGuess = party.country === doer && place?.geonameId == null && !isSaid(layers, party);
  if (party.country !== null && !isGuess) return party;
  return { ...party, country: pair.find((country) => country !== doer) ?? null };
}

const FORCES: readonly Party['sector'][] = ['MIL', 'COP', 'GOV', 'SPY'];

/** The rule that takes a country from the report around a phrase. */
const INFERRED = 'actors/report-country';

/** Whether the report around a party's words, not they, gave it its country. */
function isGuessed({ actors }: Doc<Needs>['layers'], { start, end }: Party): boolean {
  const actor = actors.find((one) => one.start === start && one.end === end);
  return actor !== undefined && actor.why.rule === INFERRED;
}

function isSaid({ actors }: Doc<Needs>['layers'], { start, end }: Party): boolean {
  const actor = actors.find((one) => one.start === start && one.end === end);
  return actor !== undefined && actor.country !== null && actor.why.rule !== INFERRED;
}

/** Whom the act concerns by what was told before it. */
function toldOf(
  doc: Doc<Needs>,
  tree: Tree,
  { one, pair }: { readonly one: Told; readonly pair: Pair | null },
): Addressed | null {
  const answered = answeredParty(doc, tree, one);
  return answered === null ? addressedParties(doc, tree, { one, pair }) : answered;
}

/** "told lawmakers that the raid was piracy", "Fabrications, all of it": whoever calls it so accuses, or denies. */
function judgeOf(tree: Tree, one: Told): { readonly party: Party; readonly why: Why } | null {
  const source = innermost(one);
  const isSaid = childBy(tree, one.event.headToken, 'cop') !== undefined;
  const isRejected =
    one.event.why.rule === 'events/rejection' && tree.tags[one.event.headToken]?.upos !== 'VERB';
  if (!(isRejected || (one.event.type === 'ACCUSE' && isSaid)) || source.kind !== 'words') return null;
  const { start, end } = source.party;
  return {
    party: source.party,
    why: { rule: 'claims/judge', spans: [{ start, end }], confidence: 0.6 },
  };
}

function ofSpeaker(told: Told, party: Party): Party {
  const source = innermost(told);
  return source.kind === 'words' ? ownParty(party, source.party) : party;
}

const ARTICLES = new Set(['the', 'el', 'al', 'la', 'los', 'de', 'del']);

/** "Nyabibwe", "El Fasher"; a village, a district or a hospital has a noun of its own. */
function isBareName(text: string): boolean {
  return text.split(/\s/u).every((word) => ARTICLES.has(word) || /^[\p{Lu}\d]/u.test(word));
}

/** "took Nyabibwe", "shelled Lumbishi": a town is where it was; a country or a region, or "a dairy" there, is a party as well. */
function isOnlyPlace(party: Party, place: PlaceMention | undefined, { type, mode }: EventMention): boolean {
  const isWide = place?.precision !== null && (place?.precision ?? 1) >= 4;
  return (
    place !== undefined &&
    party.sector === null &&
    !isWide &&
    (isBareName(party.text) || (type === 'COERCE' && mode === 'restrict')) &&
    place.start <= party.start &&
    party.end <= place.end
  );
}

/** "urged both governments", "the two sides": each of the two countries that the report sets against each other. */
function sidesOf({ text }: Doc<Needs>, party: Party, pair: Pair | null): readonly Party[] {
  const words = text.slice(Math.max(0, party.start - 5), party.end);
  const isBoth =
    /\b(?:both|two|each) (?:sides?|governments?|countries|country|parties|armies|neighbours|neighbors|states)$/iu.test(
      words,
    );
  if (!isBoth || party.country !== null) return [party];
  return pair === null ? [party] : pair.map((country) => ({ ...party, country }));
}

const CIVIL: readonly Party['sector'][] = ['CVL', 'MED', 'EDU', 'LAB', 'AGR', 'REL', 'SOC'];

/**
 * Gives a party of an event with the country of the place where it was, where the party's words say none and it is people
 * on the spot: nine people killed in Khost. A force or a government never gets a country this way, and a border is nobody's.
 */
function settledParty(party: Party, { country, place, opposed }: Setting, type: EventType): Party {
  // Where two states are at odds, a village that no list knows is not surely of the one more spoken of.
  if (opposed.hostile !== null && place?.why.rule === 'places/ground-country') return party;
  const isLocal = party.country === null && (party.sector === null || CIVIL.includes(party.sector));
  return isLocal && country !== null && PHYSICAL.includes(type) && !isBorder(place)
    ? { ...party, country }
    : party;
}

const OFFICES =
  /^the (?:two )?(?:(?:foreign |defence |defense |interior |prime )?ministers|presidents|leaders|delegations|negotiators|envoys|sides|countries|governments|neighbou?rs)$/iu;

/** "Qureshi spoke with her Indian counterpart. The ministers agreed": those who had just met, of whichever states they are. */
function sidesOfTalks({ layers, text }: Doc<Needs>, tree: Tree, told: Told, party: Party): readonly Party[] {
  if (!OFFICES.test(text.slice(party.start, party.end)) || isSaid(layers, party)) return [party];
  const met = layers.events.findLast(
    ({ type, headToken }, index) =>
      index < told.index &&
      type === 'CONSULT' &&
      sentenceOf(tree, told.event.headToken) - sentenceOf(tree, headToken) <= NEAR,
  );
  const countries = new Set((met?.roles ?? []).flatMap((role) => role.party.country ?? []));
  return countries.size === 2 ? [...countries].map((country) => ({ ...party, country })) : [party];
}

/** How many sentences back a meeting is still the one whose ministers are meant. */
const NEAR = 3;

function sentenceOf(tree: Tree, token: number): number {
  return tree.tokens[token]?.sentence ?? 0;
}

function isBorder(place: PlaceMention | null): boolean {
  return (
    place !== null && place.why.spans.length > 0 && place.precision === 5 && place.why.rule.includes('border')
  );
}
