import type { Dispute, Party } from '../document/event-layers.ts';
import { isSaying } from '../events/sayings.ts';
import {
  childBy,
  headOf,
  isRelation,
  isUnder,
  lemmaOf,
  lowerOf,
  relationOf,
  type Tree,
} from '../language/tree.ts';
import { agreement, areOneSide, sameParty, sameWord } from './alike.ts';
import {
  answeredBy,
  blamedOn,
  claimsOf,
  FORCE,
  happenings,
  isBy,
  isNews,
  lastClaims,
  namedClaimant,
  saidBefore,
  saidOf,
} from './denied-claims.ts';
import { clauseOf, isContent, isDisowning, isHappening, objectOf } from './denied-words.ts';
import { deedAt, forgedBefore, kindredBefore } from './kindred.ts';
import {
  claimantOf,
  type DisputeScene,
  innermost,
  isAsserted,
  isDeed,
  isOutcome,
  link,
  partiesOf,
  sentencesBetween,
  type Told,
} from './told.ts';

/** How many events back (or ahead, for "contradicting the ministry's account") a denial reaches. */
const REACH = 24;
/** Tells whether an event denies a claim, rather than refuses a request. */
export function isDenial({ tree, denials }: DisputeScene, { event }: Told): boolean {
  if (event.type !== 'REJECT') return false;
  return event.why.rule === 'events/rejection' || denials.has(lemmaOf(tree, event.headToken));
}

/** A denial, and what it may deny. */
interface Denying {
  readonly denial: Told;
  /** All that was told before it, within reach. */
  readonly before: readonly Told[];
  /** What others than the denier have asserted of that. */
  readonly others: readonly Told[];
  /** What is denied, in the denial's own words: the noun or pronoun. */
  readonly object: number | undefined;
}

/**
 * Gives what a denial denies. Its own content ("denied shelling the port") and the claims of others that the content answers;
 * where the content is no event ("denied any part in the raid"), the deed that it names; and where it only points back
 * ("the allegations", "it", "Kyiv's account"), the claims of the party that it names or that spoke last.
 */
export function readDenial(scene: DisputeScene, denial: Told): readonly Dispute[] {
  const { tree, told } = scene;
  const before = told.slice(Math.max(0, denial.index - REACH), denial.index);
  const others = before.filter((earlier) => isAsserted(earlier) && !isOwnWord(earlier, denial));
  const object = objectOf(tree, denial.event.headToken);
  const denying = { denial, before, others, object };
  const inside = told
    .slice(Math.max(0, denial.index - 3), denial.index + 7)
    .filter((other) => other !== denial && isContent(tree, other, denial));
  return inside.length > 0 ? denyContent(scene, denying, inside) : denyWords(scene, denying);
}

/** "denied that its crews had opened fire", "dismissed Baku's claim that guns had been moved". */
function denyContent(
  { tree }: DisputeScene,
  { denial, before, others }: Denying,
  inside: readonly Told[],
): readonly Dispute[] {
  const own = inside.map((other) =>
    link(denial, other, { relation: 'denies', rule: 'denial-content', confidence: 0.85 }),
  );
  // "has repeatedly denied bombing hospitals" answers no claim of today; "Baku's claim that …" is told here and nowhere else.
  const isOld =
    denial.claim.timeframe === 'background' && !inside.some((other) => isRepeated(tree, others, other));
  if (isOld || inside.every((other) => isTold(other, denial))) return own;
  if (inside.some(({ event }) => isDisowning(tree, event.headToken)))
    return [
      ...own,
      ...denyAll(denial, blamedOn(tree, others, partiesOf(denial, 'actor')), 'denial-of-part', 0.6),
    ];
  const harmed = inside.some(({ event }) =>
    event.roles.some(({ party }) => /\bcivilians?\b/iu.test(party.text)),
  )
    ? others.filter(
        (earlier) => isNews(earlier) && isOutcome(tree, earlier) && isOfPeaceful(earlier.event.roles),
      )
    : [];
  if (harmed.length > 0) return [...own, ...denyAll(denial, harmed.slice(-1), 'denial-answers', 0.6)];
  const alike = inside.flatMap((other) => answeredBy(tree, others, other));
  if (alike.length > 0) return [...own, ...denyAll(denial, alike, 'denial-answers', 0.75)];
  const kindred = inside.flatMap(({ event: { headToken } }) =>
    kindredBefore(tree, others, {
      denial,
      lemma: deedAt(tree, headToken),
      deniers: partiesOf(denial, 'actor'),
    }),
  );
  if (kindred.length > 0) return [...own, ...denyAll(denial, kindred, 'denial-answers', 0.6)];
  const justSaid = saidOfDenier(tree, before, denial);
  if (justSaid.length > 0) return [...own, ...denyAll(denial, justSaid, 'denial-answers', 0.55)];
  const unlisted = inside.filter(({ event }) => event.why.rule === 'events/disputed');
  const meant = unlisted.flatMap(({ event: { headToken } }) =>
    isHappening(tree, headToken)
      ? happenings(tree, before, childBy(tree, headToken, 'nsubj'))
      : saidOf(tree, others, { denial, clause: headToken }),
  );
  return [...own, ...denyAll(denial, meant, 'denial-answers', 0.55)];
}

/**
 * "The port has not released their cargo, two captains said. The port denied holding it up.": what another source has just said
 * that the denier did, or left undone. A denial of what became of people answers no deed.
 */
function saidOfDenier(tree: Tree, before: readonly Told[], denial: Told): readonly Told[] {
  const deniers = deniersOf(denial);
  return before
    .filter(
      (earlier) =>
        lemmaOf(tree, denial.event.headToken) === 'deny' &&
        isDeed(earlier) &&
        isNews(earlier) &&
        innermost(earlier).kind === 'words' &&
        earlier.claim.certainty !== 'unknown' &&
        !isOutcome(tree, earlier) &&
        !isOwnWord(earlier, denial) &&
        sentencesBetween(tree, earlier, denial) <= 1 &&
        isLaidAt(earlier, deniers),
    )
    .slice(-1);
}

/** "They were stopped at a checkpoint": where nobody is said to have done it, whoever denies it right away is meant. */
function isLaidAt(earlier: Told, deniers: readonly Party[]): boolean {
  const actors = partiesOf(earlier, 'actor');
  if (actors.length === 0) return earlier.claim.polarity === 'positive';
  // "a tank", of no country, may be the army's.
  const isOfService = (actor: Party, { sector }: Party): boolean =>
    actor.country === null && actor.sector !== null && actor.sector === sector;
  return actors.some((actor) =>
    deniers.some((denier) => areOneSide(actor, denier) || isOfService(actor, denier)),
  );
}

/** "denied that civilians had been hit": a shepherd or a nurse who was wounded. */
function isOfPeaceful(roles: Told['event']['roles']): boolean {
  return roles.some(({ name, party }) => name === 'recipient' && PEACEFUL.has(party.sector ?? ''));
}

const PEACEFUL = new Set(['CVL', 'AGR', 'MED', 'EDU', 'JRN', 'REL', 'REF']);

/** "A panel said that it had supplied drones. It has always denied supplying drones.": said of it in the sentence before. */
function isRepeated(tree: Tree, others: readonly Told[], inside: Told): boolean {
  return others.some(
    (earlier) =>
      sentencesBetween(tree, earlier, inside) <= 1 &&
      claimantOf(earlier) !== null &&
      sameWord(tree, earlier, inside) &&
      agreement(earlier, inside, 'actor') === 1,
  );
}

/** Whether what is denied is given as somebody else's words. */
function isTold(other: Told, denial: Told): boolean {
  const source = innermost(other);
  const [denier] = partiesOf(denial, 'actor');
  return source.kind === 'words' && (denier === undefined || !areOneSide(source.party, denier));
}

/** "denied the allegations", "denied any role in the attack", "…, which it denied". */
function denyWords(scene: DisputeScene, denying: Denying): readonly Dispute[] {
  const { tree, told } = scene;
  const { denial, before, others, object } = denying;
  if (object !== undefined && isDescribed(tree, denial, object))
    return denyAll(denial, toldAbove(scene, denial), 'denial-relative', 0.75);
  if (object !== undefined && INVOLVEMENT.has(lemmaOf(tree, object)))
    return denyAll(denial, disowned(tree, denying, object), 'denial-of-part', 0.65);
  // "disowned the attack": the attack that others tell of, rather than what was said last.
  if (object !== undefined && FORCE.has(lemmaOf(tree, object)))
    return denyAll(denial, happenings(tree, others, object), 'denial-of-act', 0.6);
  const forged = forgedBefore(tree, before, denial);
  if (forged.length > 0) return denyAll(denial, forged, 'denial-of-document', 0.65);
  const kindred = object === undefined ? [] : deniedKind(tree, denying, object);
  if (kindred.length > 0) return denyAll(denial, kindred, 'denial-of-kind', 0.6);
  const clause = clauseOf(tree, denial.event.headToken, object);
  if (clause !== undefined && isHappening(tree, clause))
    return denyAll(denial, happenings(tree, before, childBy(tree, clause, 'nsubj')), 'denial-anaphora', 0.6);
  if (clause !== undefined && isDisowning(tree, clause))
    return denyAll(denial, blamedOn(tree, others, partiesOf(denial, 'actor')), 'denial-of-part', 0.6);
  const justSaid = clause === undefined ? [] : saidOfDenier(tree, before, denial);
  if (justSaid.length > 0) return denyAll(denial, justSaid, 'denial-of-clause', 0.55);
  if (clause !== undefined)
    return denyAll(denial, saidOf(tree, others, { denial, clause }), 'denial-of-clause', 0.55);
  const named = namedClaimant(scene, denial, object);
  // "One of the prisoners contradicted him": he is not the prisoner.
  const isSelf = named !== null && partiesOf(denial, 'actor').some((denier) => sameParty(denier, named));
  const party = isSelf ? null : named;
  if (party !== null) {
    const exact = others.filter((earlier) => isDeed(earlier) && isNews(earlier) && isBy(earlier, party));
    const claims = exact.length > 0 ? exact : claimsOf(others, party);
    const ahead = told
      .slice(denial.index + 1, denial.index + REACH)
      .filter((later) => isDeed(later) && !isOwnWord(later, denial));
    const deeds = claims.length > 0 ? claims : claimsOf(ahead, party);
    // "The envoy said that both had agreed to a truce. The general contradicted her.": words are contradicted too.
    const near = before.filter(
      (earlier) => isBy(earlier, party) && sentencesBetween(tree, earlier, denial) <= 1,
    );
    const isWithin = ({ event }: Told): boolean =>
      near.some(
        ({ event: { headToken } }) =>
          headToken !== event.headToken && isUnder(tree, event.headToken, headToken),
      );
    const words = near.filter((earlier) => !isWithin(earlier)).slice(-1);
    return denyAll(denial, deeds.length > 0 ? deeds : words, 'denial-named', 0.7);
  }
  if (lemmaOf(tree, denial.event.headToken) === 'disagree')
    return denyAll(denial, saidBefore(tree, before, denial), 'denial-anaphora', 0.55);
  const ahead = toldAhead(scene, denial, object);
  if (ahead.length > 0) return denyAll(denial, ahead, 'denial-ahead', 0.6);
  // What was demanded is refused, not denied.
  if (!(isSelf || pointsBack(tree, denial, object)) || before.at(-1)?.event.type === 'REQUEST') return [];
  // "waved the idea away": so is what was proposed.
  if (object !== undefined && PROPOSALS.has(lemmaOf(tree, object))) return [];
  const claims = lastClaims(tree, others, { denial, object });
  // Where all that was claimed seems the denier's own side's, it is another of that side who is denied.
  const strangers = before.filter((earlier) => isAsserted(earlier) && !isSameSpeaker(earlier, denial));
  const denied = claims.length > 0 ? claims : lastClaims(tree, strangers, { denial, object });
  return denyAll(denial, denied, 'denial-anaphora', 0.6);
}

const PROPOSALS = new Set('idea proposal offer plan initiative'.split(' '));

/** "Although the mayor denies it, neighbours said that guards had beaten them": what follows in the sentence is denied. */
function toldAhead({ tree, told }: DisputeScene, denial: Told, object: number | undefined): readonly Told[] {
  const verb = denial.event.headToken;
  const main = headOf(tree, verb);
  const isAhead =
    object !== undefined &&
    ['it', 'this'].includes(lowerOf(tree, object)) &&
    relationOf(tree, verb) === 'advcl' &&
    main > verb;
  if (!isAhead) return [];
  return told
    .filter(
      (later) =>
        later.index > denial.index &&
        isDeed(later) &&
        isAsserted(later) &&
        sentencesBetween(tree, later, denial) === 0 &&
        !isOwnWord(later, denial),
    )
    .slice(0, 1);
}

function isSameSpeaker(earlier: Told, denial: Told): boolean {
  const source = claimantOf(earlier);
  return source !== null && deniersOf(denial).some((denier) => sameParty(denier, source));
}

/** "…, which it denied", "…, a figure that it contests": what stands before the clause is denied. */
function isDescribed(tree: Tree, { event: { headToken } }: Told, object: number): boolean {
  if (lowerOf(tree, object) === 'which') return true;
  // "…, a charge Moscow denies"
  const isSetBehind = lowerOf(tree, object - 2) === ',' && ['a', 'an'].includes(lowerOf(tree, object - 1));
  if (isSetBehind && object < headToken) return true;
  const clause = isRelation(relationOf(tree, headToken), ['acl', 'acl:relcl'])
    ? headToken
    : headOf(tree, headToken);
  return (
    headOf(tree, clause) === object && isRelation(relationOf(tree, object), ['appos', 'dep', 'parataxis'])
  );
}

/** "denied any role in the attack": the deed that is named, else the one that was laid at the denier's door. */
function disowned(tree: Tree, { denial, before, others }: Denying, object: number): readonly Told[] {
  const name = complementOf(tree, object);
  if (name !== undefined) return happenings(tree, before, name);
  const blamed = blamedOn(tree, others, partiesOf(denial, 'actor'));
  return blamed.length > 0 ? blamed : saidBefore(tree, others.filter(isDeed), denial);
}

/** "denied any ill-treatment", "any wrongdoing": the deed of that kind, or whatever was laid at the denier's door. */
function deniedKind(tree: Tree, { denial, others }: Denying, object: number): readonly Told[] {
  if (lemmaOf(tree, denial.event.headToken) !== 'deny') return [];
  const lemma = lemmaOf(tree, object);
  const deniers = partiesOf(denial, 'actor');
  if (WRONGS.has(lemma)) {
    const blamed = blamedOn(tree, others, deniers);
    return blamed.length > 0 ? blamed : saidBefore(tree, others.filter(isDeed), denial);
  }
  return kindredBefore(tree, others, { denial, lemma, deniers });
}

const WRONGS = new Set('wrongdoing misconduct impropriety violation offence offense'.split(' '));

function denyAll(
  denial: Told,
  denied: readonly Told[],
  rule: string,
  confidence: number,
): readonly Dispute[] {
  return denied.map((earlier) => link(denial, earlier, { relation: 'denies', rule, confidence }));
}

/** Who denies: whoever does it, else whose words it is ("Fabrications, all of it," the ministry said). */
function deniersOf(denial: Told): readonly Party[] {
  const named = partiesOf(denial, 'actor');
  const source = innermost(denial);
  return named.length === 0 && source.kind === 'words' ? [source.party] : named;
}

/** A party does not deny what it has said itself. */
function isOwnWord(earlier: Told, denial: Told): boolean {
  const [denier] = deniersOf(denial);
  const source = claimantOf(earlier);
  // "has never admitted laying mines": what a party is not said to have admitted, others have said of it.
  const isWithheld = earlier.claim.certainty === 'unknown';
  if (denier === undefined || source === null || isWithheld) return false;
  return isForeign(source) ? sameParty(source, denier) : areOneSide(source, denier);
}

/** "two diplomats", "a European diplomat": unnamed diplomats speak for none of the sides of the place that they speak of. */
function isForeign({ text }: Party): boolean {
  return /^(?:the |a |an |two |three |several |some |one )?(?:european |western |foreign |senior )?(?:diplomats?|envoys?)$/iu.test(
    text,
  );
}

/** Nouns for having had to do with a deed: who denies them denies that the deed was theirs. */
const INVOLVEMENT = new Set(
  'involvement role responsibility part complicity link connection knowledge participation hand guilt blame'.split(
    ' ',
  ),
);

/** "denied any role in the attack": the deed that is named. */
function complementOf(tree: Tree, noun: number): number | undefined {
  return childBy(tree, noun, 'nmod', 'acl');
}

/** "Guyana said that Harare had paid them, which it denied": what the clause hangs on is denied. */
function toldAbove(scene: DisputeScene, denial: Told): readonly Told[] {
  const { tree, told } = scene;
  for (let at = headOf(tree, denial.event.headToken); at >= 0; at = headOf(tree, at)) {
    const found = told.filter(({ event, index }) => index < denial.index && event.headToken === at);
    const content = found.some(({ event }) => event.type === 'ACCUSE') ? accusedOf(scene, found, denial) : [];
    if (content.length > 0) return content;
    if (found.length > 0) return found;
  }
  return told
    .filter((one) => one.index < denial.index && sentencesBetween(tree, one, denial) === 0)
    .slice(-1);
}

/** "accused Algiers of sheltering rebels, a charge that it rejects": what it is accused of. */
function accusedOf({ tree, told }: DisputeScene, accused: readonly Told[], denial: Told): readonly Told[] {
  return told.filter(
    (one) =>
      one.index < denial.index &&
      isAsserted(one) &&
      accused.some(
        ({ index, event }) => index < one.index && isUnder(tree, one.event.headToken, event.headToken),
      ),
  );
}

function pointsBack(tree: Tree, denial: Told, object: number | undefined): boolean {
  if (object !== undefined) return isSaying(tree, object);
  // "Fabrications from first to last": the whole of what was said.
  if (denial.event.why.rule === 'events/rejection') return true;
  const verb = denial.event.headToken;
  // "The PDF issued a denial", "Moscow denied.": nothing says what, so it is what was said last.
  return childBy(tree, verb, 'obl', 'nmod', 'acl') === undefined;
}
