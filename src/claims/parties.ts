import type { Doc } from '../document/doc.ts';
import type { Claim, EventMention, EventType, Party } from '../document/event-layers.ts';
import type { PlaceMention } from '../document/mention-layers.ts';
import type { Why } from '../document/why.ts';
import { childBy, type Tree } from '../language/tree.ts';
import { NOT_COUNTRIES } from '../mentions/actor-matches.ts';
import { type Addressed, addressedParties, betweenStates } from './addressed.ts';
import { answeredParty } from './answers.ts';
import { isMereCount, losersOf } from './losses.ts';
import type { Setting } from './narrative.ts';
import type { Pair } from './opposed.ts';
import { threatOf } from './payers.ts';
import { PHYSICAL } from './report-scene.ts';
import { asOther, distinct, sidesOf } from './sides.ts';
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
  const source = innermost(one);
  const speaker = source.kind === 'words' ? source.party.country : null;
  const named = (name: 'actor' | 'recipient'): readonly Party[] =>
    distinct(
      event.roles
        .filter((role) => role.name === name)
        .map(({ party }) => ofSpeaker(one, party))
        // Of two states at odds, "both sides" are they, whoever else has met.
        .flatMap((party) =>
          setting.opposed.hostile === null ? sidesOfTalks(doc, tree, one, party) : [party],
        )
        .flatMap((party) => sidesOf(doc.text, party, setting.opposed))
        .flatMap((party) => sidesOfTalks(doc, tree, one, party))
        .map((party) => (name === 'recipient' ? ofAccuser(party, event, speaker) : party))
        .map((party) => asOther(party, ownerOf(event, name) ?? speaker, setting.opposed.hostile)),
    );
  const pair = setting.opposed.hostile;
  const settle = (party: Party): Party => settledParty(party, setting, event.type);
  const recipients = named('recipient').filter(
    (party) =>
      !isLooseThing(doc, event, party) &&
      !isMereCount(tree, one, party) &&
      (!PHYSICAL.includes(event.type) ||
        isAnothersGround(event, party) ||
        !isOnlyPlace(party, doc.layers.places[event.place ?? -1], event)),
  );
  const threat = threatOf(tree, one, named('actor'), pair);
  if (threat !== null)
    return {
      actor: [threat.actor],
      recipient: threat.recipients,
      why: { actor: threat.why, recipient: threat.why },
    };
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

/** "Ecuador's army said that Peru was holding two of its soldiers": a state that is said to harm "its" men is not told to harm its own. */
function ofAccuser(party: Party, { type, roles }: EventMention, speaker: string | null): Party {
  const isHostile = type === 'ASSAULT' || type === 'COERCE';
  const isDoers = roles.some((role) => role.name === 'actor' && role.party.country === party.country);
  const isOwn =
    /^(?:its|their|his|her) (?!own\b)/iu.test(party.text) || / of (?:its|their) (?!own\b)/iu.test(party.text);
  return isHostile && isDoers && isOwn && speaker !== null && speaker !== party.country
    ? { ...party, country: speaker }
    : party;
}

/** "Accra accused its neighbour": whose neighbour it is says who acts; of who acts, who speaks. */
function ownerOf({ roles }: EventMention, name: 'actor' | 'recipient'): string | null {
  const countries = new Set(roles.flatMap((role) => (role.name === 'actor' ? role.party.country : [])));
  const [country = null] = countries;
  return name === 'recipient' && countries.size === 1 ? country : null;
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
  if (event.type !== 'ASSAULT' || doers.size !== 1 || doer === null) return party;
  // Rebels fight their own state, whoever else the report sets against it.
  if (!pair?.includes(doer) || actors.some(({ sector }) => REBELS.includes(sector))) return party;
  // A state also kills its own gunmen and its own people; its own soldiers, posts and supply ships it does not.
  const ground = place?.country ?? null;
  const isThere = ground !== null && ground !== doer && pair.includes(ground);
  // "Malian jets bombed two hamlets in Niger, killing nine people": on the other's ground it is its people that are hit.
  if (isThere && party.country === doer && isGuessed(layers, party)) return { ...party, country: ground };
  if (party.sector !== null && !FORCES.includes(party.sector) && party.sector !== 'BUS') return party;
  const isGuess = party.country === doer && place?.geonameId == null && !isSaid(layers, party);
  if (party.country !== null && !isGuess) return party;
  return { ...party, country: pair.find((country) => country !== doer) ?? null };
}

const REBELS: readonly Party['sector'][] = ['REB', 'UAF', 'PRE', 'PRM', 'CRM'];
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
  return (
    losersOf(doc, tree, one) ?? answeredParty(doc, tree, one) ?? addressedParties(doc, tree, { one, pair })
  );
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

/** "any suggestion that it was involved", "had mapped the route": what only a dispute makes an act befalls nobody where its noun names no one. */
function isLooseThing({ layers }: Doc<Needs>, { why }: EventMention, { start, end }: Party): boolean {
  const isNamed = layers.actors.some((actor) => actor.start < end && start < actor.end);
  return why.rule === 'events/disputed' && !isNamed;
}

const ARTICLES = new Set(['the', 'el', 'al', 'la', 'los', 'de', 'del']);

/** "Nyabibwe", "El Fasher"; a village, a district or a hospital has a noun of its own. */
function isBareName(text: string): boolean {
  return text.split(/\s/u).every((word) => ARTICLES.has(word) || /^[\p{Lu}\d]/u.test(word));
}

/** "Ethiopia could seize Kismayo": a town that another state takes or shells is a loss of its own state. */
function isAnothersGround({ type, roles }: EventMention, { country }: Party): boolean {
  const doers = new Set(roles.flatMap(({ name, party }) => (name === 'actor' ? [party.country] : [])));
  const [doer = null] = doers;
  return type === 'ASSAULT' && doers.size === 1 && doer !== null && country !== null && country !== doer;
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
  /^(?:the|the two|both|each) (?:(?:foreign |defence |defense |interior |prime )?ministers?|presidents?|leaders?|delegations?|negotiators?|envoys?|sides?|countries|country|governments?|neighbou?rs?|capitals?|teams?)$/iu;

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
  if ([...NOT_COUNTRIES].some((body) => countries.has(body))) return [party];
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
