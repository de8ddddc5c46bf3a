import type { Doc } from '../document/doc.ts';
import type { EventType, Party } from '../document/event-layers.ts';
import type { Why } from '../document/why.ts';
import { childrenBy, headOf, lemmaOf, lowerOf, relationOf, type Tree } from '../language/tree.ts';
import { areOneSide } from './alike.ts';
import { objectOf } from './denied-words.ts';
import { isForRelease } from './holders.ts';
import type { Pair } from './opposed.ts';
import { innermost, isAsserted, partiesOf, sentencesBetween, type Told } from './told.ts';

type Needs = 'tokens' | 'actors' | 'places' | 'events' | 'claims';

/** Whom an act concerns that its own words leave open, and why. */
export interface Addressed {
  readonly parties: readonly Party[];
  readonly why: Why;
}

/**
 * Gives whom an act concerns where only the report around it says: who said what is waved away, the marchers that tear gas
 * is fired at, the other of two states that one of them threatens, both of them where a third asks for calm. Null where
 * none of these is plain.
 */
export function addressedParties(
  doc: Doc<Needs>,
  tree: Tree,
  { one, pair }: { readonly one: Told; readonly pair: Pair | null },
): Addressed | null {
  const claimant = one.event.type === 'REJECT' ? claimantBefore(doc, tree, one) : null;
  if (claimant !== null) return addressed([claimant], 'addressed-claimant');
  const crowd = isCrowdControl(one) ? protestersBefore(doc, tree, one) : [];
  if (crowd.length > 0) return addressed(crowd, 'addressed-crowd');
  const wrongdoer = wrongdoerBefore(doc, tree, one);
  if (wrongdoer !== null) return addressed([wrongdoer], 'addressed-wrongdoer');
  if (pair === null) return null;
  const countries = new Set(partiesOf(one, 'actor').map((actor) => actor.country));
  if (countries.size === 0 || countries.has(null)) return null;
  const others = pair.filter((other) => !countries.has(other));
  const isTurned =
    (TURNED.includes(one.event.type) || isForRelease(tree, one)) &&
    isTurnedTo(tree, one) &&
    others.length === 1 &&
    countries.size === 1 &&
    partiesOf(one, 'actor').every((actor) => isState(actor) || isSpeaker(one, actor));
  const isForPeace = others.length === 2 && asksForPeace(tree, one);
  const named = isTurned || isForPeace ? others.flatMap((other) => partyNamed(doc, other) ?? []) : [];
  // The one named first stands first, whichever side it is.
  const inOrder = [...named].sort((a, b) => a.start - b.start);
  return named.length < others.length || named.length === 0
    ? null
    : addressed(inOrder, isTurned ? 'addressed-rival' : 'addressed-pair');
}

/** What several do with each other. */
const RECIPROCAL = new Set('meet clash fight skirmish talk negotiate talks negotiation'.split(' '));

/** "Patrols clashed near the lake", "talks are to go on": where two states are at odds and nobody else is named, the two of them. */
export function betweenStates(
  doc: Doc<Needs>,
  tree: Tree,
  { one, pair }: { readonly one: Told; readonly pair: Pair | null },
): Addressed | null {
  const head = one.event.headToken;
  const [actor, ...more] = partiesOf(one, 'actor');
  if (pair === null || more.length > 0 || !RECIPROCAL.has(lemmaOf(tree, head))) return null;
  if (actor === undefined)
    return tree.tags[head]?.upos === 'NOUN' && one.event.type === 'CONSULT'
      ? addressed(
          pair.flatMap((country) => partyNamed(doc, country) ?? []).sort((a, b) => a.start - b.start),
          'between-states',
        )
      : null;
  const subject = childrenBy(tree, head, 'nsubj')[0];
  const isOfBoth =
    actor.country === null &&
    ['MIL', 'GOV', 'COP'].includes(actor.sector ?? '') &&
    subject !== undefined &&
    tree.tags[subject]?.features.number === 'Plur';
  return isOfBoth
    ? addressed(
        pair.map((country) => ({ ...actor, country })),
        'between-states',
      )
    : null;
}

/** What one of two states at odds says or does, where nobody else is named, is turned to the other; what it accepts may come from anybody. */
const TURNED: readonly EventType[] = ['THREATEN', 'SANCTION', 'AGREE'];

/** A state threatens a state; its unions and its companies threaten whom they like. */
function isState({ sector, entity }: Party): boolean {
  return sector === 'GOV' || sector === 'MIL' || entity?.startsWith('country:') === true;
}

/** "promised to pull back" is said to the other; "Operations will go on, he vowed", "has yet to reply" may be to anybody. */
function isTurnedTo(tree: Tree, { event }: Told): boolean {
  return event.type !== 'AGREE' || childrenBy(tree, event.headToken, 'xcomp').length > 0;
}

/** "There will be no more gestures, Safarli warned": whoever is named without an office threatens for his state. */
function isSpeaker({ event }: Told, { sector, text }: Party): boolean {
  return event.type === 'THREATEN' && sector === null && /^\p{Lu}[^\s]+$/u.test(text);
}

function addressed(parties: readonly Party[], rule: string): Addressed {
  const spans = parties.map(({ start, end }) => ({ start, end }));
  return { parties, why: { rule: `claims/${rule}`, spans, confidence: 0.5 } };
}

/** How many sentences back somebody's words are still what is answered. */
const NEAR = 2;

/** What a state says or does when something was done to it or its people. */
const COMPLAINING: readonly EventType[] = ['REQUEST', 'ACCUSE', 'PROTEST', 'THREATEN', 'SANCTION'];
const WRONGS: readonly EventType[] = ['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'ACCUSE', 'THREATEN'];

/** "Guards beat two Beninese drivers. Porto-Novo demanded an apology": a state complains to who wronged it or its people. */
function wrongdoerBefore(doc: Doc<Needs>, tree: Tree, one: Told): Party | null {
  const actors = partiesOf(one, 'actor');
  const [wronged = null, ...more] = new Set(actors.map(({ country }) => country));
  if (!COMPLAINING.includes(one.event.type) || wronged === null || more.length > 0 || !actors.every(isState))
    return null;
  for (const earlier of earlierThan(doc.layers, one).reverse()) {
    if (sentencesBetween(tree, earlier, one) > NEAR) return null;
    const doers = partiesOf(earlier, 'actor');
    const [country = null, ...others] = new Set(doers.map((doer) => doer.country));
    // "Beijing blamed Manila for threatening its crews": what an accusation is about does not answer it.
    if (isWithin(tree, one.event.headToken, earlier.event.headToken)) continue;
    const isWrong = WRONGS.includes(earlier.event.type) && isAsserted(earlier) && others.length === 0;
    if (isWrong && country !== null && country !== wronged && befell(doc, earlier, wronged))
      return doers[0] ?? null;
  }
  return null;
}

/** A clause lies within another at this many steps at most. */
const DEPTH = 6;

function isWithin(tree: Tree, inner: number, outer: number): boolean {
  let at = inner;
  for (let step = 0; step < DEPTH && relationOf(tree, at) !== 'conj'; step++) {
    const head = headOf(tree, at);
    if (head === outer) return true;
    if (head === at || head < 0) return false;
    at = head;
  }
  return false;
}

function befell({ layers }: Doc<Needs>, told: Told, country: string): boolean {
  const recipients = partiesOf(told, 'recipient');
  return recipients.length > 0
    ? recipients.some((recipient) => recipient.country === country)
    : ['ASSAULT', 'MOBILIZE'].includes(told.event.type) &&
        layers.places[told.event.place ?? -1]?.country === country;
}

/** Words for what somebody has said, and pronouns for it. */
const SAYINGS = new Set(
  'it this that account accusation allegation assertion charge claim figure number report story suggestion toll version'.split(
    ' ',
  ),
);

/** "denied it", "called the figure a fantasy": whoever's words were told last, of another side. */
function claimantBefore({ layers }: Doc<Needs>, tree: Tree, one: Told): Party | null {
  const object = objectOf(tree, one.event.headToken);
  const isPointing =
    object !== undefined &&
    (SAYINGS.has(lemmaOf(tree, object)) || isJudged(tree, one.event.headToken)) &&
    (['it', 'this', 'that'].includes(lowerOf(tree, object)) ||
      childrenBy(tree, object, 'det').some((det) => ['the', 'this', 'that'].includes(lowerOf(tree, det)))) &&
    childrenBy(tree, object, 'nmod', 'nmod:poss', 'acl').length === 0;
  if (!isPointing) return null;
  for (const earlier of earlierThan(layers, one).reverse()) {
    if (sentencesBetween(tree, earlier, one) > NEAR) return null;
    const source = innermost(earlier);
    if (source.kind === 'words' && !isOwn(one, source.party)) return source.party;
  }
  return null;
}

/** "dismissed the collision as a fairy tale": what is called a tale was told, whatever it is. */
function isJudged(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, 'obl', 'xcomp', 'advcl').some((token) =>
    childrenBy(tree, token, 'case', 'mark').some((word) => lowerOf(tree, word) === 'as'),
  );
}

function isOwn(one: Told, party: Party): boolean {
  const source = innermost(one);
  const own = [...partiesOf(one, 'actor'), ...(source.kind === 'words' ? [source.party] : [])];
  return own.some((actor) => areOneSide(actor, party));
}

/** An act looks back over this many events at most. */
const REACH = 12;

function earlierThan({ events, claims }: Doc<Needs>['layers'], { index }: Told): Told[] {
  return claims.slice(Math.max(0, index - REACH), index).flatMap((claim) => {
    const event = events[claim.event];
    return event === undefined ? [] : [{ index: claim.event, event, claim }];
  });
}

function isCrowdControl({ event }: Told): boolean {
  return event.type === 'ASSAULT' && event.mode === 'crowd-control';
}

/** "marched to the prefecture, where police fired tear gas": at those who marched. */
function protestersBefore({ layers }: Doc<Needs>, tree: Tree, one: Told): readonly Party[] {
  const protest = earlierThan(layers, one).findLast(
    (earlier) =>
      earlier.event.type === 'PROTEST' &&
      sentencesBetween(tree, earlier, one) <= 1 &&
      partiesOf(earlier, 'actor').length > 0,
  );
  return protest === undefined ? [] : partiesOf(protest, 'actor');
}

const PEACE = new Set(
  'restraint calm de-escalation truce ceasefire mediate mediation dialogue peace negotiate'.split(' '),
);
const ASKING: readonly EventType[] = ['REQUEST', 'AGREE', 'CONSULT'];

/** "called for restraint", "urged them to show restraint", "offered to mediate": put to both of the two that are at odds. */
function asksForPeace(tree: Tree, { event }: Told): boolean {
  const asked = childrenBy(tree, event.headToken, 'obj', 'obl', 'nmod', 'xcomp', 'ccomp', 'advcl');
  const words = [event.headToken, ...asked, ...asked.flatMap((token) => childrenBy(tree, token, 'obj'))];
  return ASKING.includes(event.type) && words.some((token) => PEACE.has(lemmaOf(tree, token)));
}

/** The words by which the report names a country first. */
function partyNamed({ layers, text }: Doc<Needs>, country: string): Party | null {
  const named = layers.actors.find(
    (actor) =>
      actor.country === country && (actor.kind === 'country' || actor.entity === `country:${country}`),
  );
  if (named === undefined) return null;
  const { start, end, sector, entity } = named;
  return { start, end, text: text.slice(start, end), country, sector, entity };
}
