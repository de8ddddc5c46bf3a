import type { Dispute, Party } from '../document/event-layers.ts';
import {
  childBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  subtreeOf,
  type Tree,
} from '../language/tree.ts';
import {
  agreement,
  areOneSide,
  likeness,
  sameFamily,
  sameSource,
  sameWord,
  sharedNouns,
  sharesClass,
} from './alike.ts';
import { happenings } from './denied-claims.ts';
import { isDisowning, isHappening } from './denied-words.ts';
import { harmsAnswered, harmsClash, isLossOf, isOtherManner, isOwnLoss } from './harms.ts';
import { deedAt, isKindred, mayBeOf } from './kindred.ts';
import { answeredAtOnce } from './replies.ts';
import {
  claimantOf,
  type DisputeScene,
  innermost,
  isAsserted,
  isDeed,
  isElsewhere,
  link,
  partiesOf,
  sentencesBetween,
  type Told,
} from './told.ts';

/** Chosen by hand on the development reports: two mentions this alike are taken for one act. */
const ALIKE = 0.5;
/** What has been denied just before need be less alike: the denial says already that the two belong together. */
const AKIN = 0.4;
const ONLY = 0.25;
/** How many sentences back a negated claim is still answered. */
const REFUTES = 6;
/** Words of different acts need more in common to be claim and answer. */
const LOOSE = 0.65;
/** Whoever speaks of its own doing answers what is said of it, in whatever words. */
const OWN = 0.3;
/** How many events after a denial its speaker still elaborates it. */
const ELABORATES = 6;

/**
 * Gives what a negated claim contradicts: said by the side that has just denied something, what was denied ("not one of our
 * soldiers has crossed"); else whoever says that it happened, that people died of it, or that there was somebody to hit.
 */
export function readContradiction(
  scene: DisputeScene,
  { before, found }: { readonly before: readonly Told[]; readonly found: readonly Dispute[] },
  one: Told,
): readonly Dispute[] {
  const { tree } = scene;
  const others = before.filter(
    (earlier) =>
      isAsserted(earlier) &&
      earlier.claim.timeframe === one.claim.timeframe &&
      // "would not say whether it had been paid for": nothing is claimed.
      earlier.claim.certainty !== 'unknown' &&
      !sameSource(earlier, one) &&
      !isOneForce(earlier, one) &&
      !isOtherManner(tree, one, earlier) &&
      // "no such order was given": an act of words is answered by its own word.
      (isDeed(earlier) || (sameWord(tree, earlier, one) && earlier.event.type === one.event.type)),
  );
  const contradict = (claims: readonly Told[], rule: string, confidence: number): readonly Dispute[] =>
    claims.map((earlier) => link(one, earlier, { relation: 'contradicts', rule, confidence }));
  const isTold = innermost(one).kind !== 'outlet';
  const harmed = isTold ? harmsAnswered(scene, others, one) : [];
  if (harmed.length > 0) return contradict(harmed, 'nobody-harmed', 0.7);
  const destroyed = others.filter((earlier) => isTold && isLossOf(tree, earlier, one));
  if (destroyed.length > 0) return contradict(destroyed.slice(-1), 'nothing-lost', 0.6);
  const unkept = promisedBefore(scene, before, one);
  if (unkept.length > 0) return contradict(unkept, 'unkept', 0.55);
  const elaborated = elaboratedBy(tree, others, { before, found, one });
  if (elaborated.length > 0) return contradict(elaborated, 'denial-elaborated', 0.6);
  const deed = disavowedDeed(tree, one);
  if (deed !== undefined) {
    const isOther = (earlier: Told): boolean => !sameSource(earlier, one);
    return contradict(happenings(tree, before.filter(isOther), deed), 'disavowal', 0.6);
  }
  if (isHappening(tree, one.event.headToken))
    return contradict(unhappened(scene, others, one), 'unhappened', 0.6);
  const hits = isAbsence(one) ? hitsOnAbsent(others, one) : [];
  if (hits.length > 0) return contradict(hits, 'nobody-there', 0.55);
  const negated = negatedBy(scene, others, one);
  if (negated.length > 0) return contradict(negated, 'negated-claim', 0.7);
  const presumed = presumedPresence(tree, before, one);
  if (presumed.length > 0) return contradict(presumed, 'nobody-there', 0.55);
  const inKind = answeredInKind(tree, others, one);
  if (inKind.length > 0) return contradict(inKind, 'negated-kind', 0.55);
  return contradict(answeredAtOnce(tree, others, one), 'answered-at-once', 0.5);
}

/** "until Georgia pulls out its men", "No men had been sent there": whoever was never there cannot be pulled out. */
function presumedPresence(tree: Tree, before: readonly Told[], one: Told): readonly Told[] {
  const source = innermost(one);
  if (source.kind !== 'words') return [];
  const isPresence = isAbsence(one) || isPresent(lemmaOf(tree, one.event.headToken));
  const { party } = source;
  return before
    .filter(
      (earlier) =>
        isPresence &&
        earlier.event.type === 'RETREAT' &&
        earlier.claim.polarity === 'positive' &&
        sentencesBetween(tree, earlier, one) <= 2 &&
        !sameSource(earlier, one) &&
        partiesOf(earlier, 'actor').some((actor) => areOneSide(actor, party) || isOfState(actor, party)),
    )
    .slice(-1);
}

function isPresent(lemma: string): boolean {
  return ['send', 'deploy', 'station', 'enter', 'cross', 'set', 'dispatch'].includes(lemma);
}

/** "Georgia" is whom its ministry speaks for. */
function isOfState(actor: Party, party: Party): boolean {
  return actor.sector === null && actor.country !== null && actor.country === party.country;
}

/** "sending soldiers", "Not one has set foot there": the accused speaks, in other words for the same kind of deed. */
function answeredInKind(tree: Tree, others: readonly Told[], one: Told): readonly Told[] {
  const source = innermost(one);
  if (source.kind !== 'words') return [];
  const own = [source.party, ...partiesOf(one, 'actor')];
  // "None of its jets had been in the air": whoever was nowhere did not stray over the line.
  // "They never left Thai soil": so did whoever stayed at home.
  const isHome = ['leave', 'quit'].includes(lemmaOf(tree, one.event.headToken));
  const lemma = isAbsence(one) || isHome ? 'presence' : deedAt(tree, one.event.headToken);
  return others
    .filter(
      (earlier) =>
        sentencesBetween(tree, earlier, one) <= REFUTES &&
        isKindred(tree, lemma, earlier) &&
        partiesOf(earlier, 'actor').some((actor) => own.some((side) => areOneSide(actor, side))) &&
        mayBeOf(one, own) &&
        !sameSource(earlier, one) &&
        !isElsewhere(earlier, one) &&
        claimantOf(earlier) !== null,
    )
    .slice(-1);
}

/** "Lagos promised to free the judge. It has not freed her.": what was announced has not come about. */
function promisedBefore({ tree }: DisputeScene, before: readonly Told[], one: Told): readonly Told[] {
  return before
    .filter(
      (earlier) =>
        earlier.claim.timeframe === 'future' &&
        earlier.claim.polarity === 'positive' &&
        sentencesBetween(tree, earlier, one) <= 3 &&
        (sameWord(tree, earlier, one) || isKeeping(one)) &&
        agreement(earlier, one, 'actor') > 0 &&
        agreement(earlier, one, 'recipient') > 0,
    )
    .slice(-1);
}

/** "Neither side has moved", "It has not done so": the outlet's word on whatever was promised last. */
function isKeeping({ event, claim }: Told): boolean {
  return event.why.rule === 'events/disputed' && claim.sources.every(({ kind }) => kind === 'outlet');
}

/** What was denied just before by the same side, and is most like what is negated now. */
function elaboratedBy(
  tree: Tree,
  others: readonly Told[],
  { before, found, one }: { before: readonly Told[]; found: readonly Dispute[]; one: Told },
): readonly Told[] {
  const denied = found
    .filter(
      ({ from, relation }) =>
        relation === 'denies' && one.index - from <= ELABORATES && isSpeakerOf(before, from, one),
    )
    .map(({ to }) => to);
  const scored = others
    .filter(({ index, event }) => denied.includes(index) && sameFamily(event.type, one.event.type))
    .map((earlier) => ({ earlier, score: likeness(tree, earlier, one) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return (
    scored
      // Where one claim alone has been denied, it is the one meant, in whatever words.
      .filter(({ score }) => score >= (denied.length === 1 ? ONLY : AKIN) && score === best)
      .map(({ earlier }) => earlier)
      .slice(-1)
  );
}

/** Whether the source of a claim is the side that made a denial. */
function isSpeakerOf(before: readonly Told[], denial: number, one: Told): boolean {
  const denied = before.find(({ index }) => index === denial);
  const [denier] = denied === undefined ? [] : partiesOf(denied, 'actor');
  const source = innermost(one);
  return denier !== undefined && source.kind === 'words' && areOneSide(denier, source.party);
}

/** "had nothing to do with the strike": the deed that somebody disowns; undefined where no such words stand. */
function disavowedDeed(tree: Tree, { event }: Told): number | undefined {
  if (['aware', 'know', 'knowledge'].includes(lemmaOf(tree, event.headToken)))
    return subtreeOf(tree, event.headToken).findLast(
      (token) => token > event.headToken && tree.tags[token]?.upos === 'NOUN',
    );
  if (lemmaOf(tree, event.headToken) !== 'have') return undefined;
  const after = subtreeOf(tree, event.headToken).filter((token) => token > event.headToken);
  const isDoWith = after.some(
    (token) => lowerOf(tree, token) === 'do' && lowerOf(tree, token + 1) === 'with',
  );
  return isDoWith
    ? after.findLast((token) => ['NOUN', 'PRON'].includes(tree.tags[token]?.upos ?? ''))
    : undefined;
}

/** "That never happened", "no such raid took place": what the other side has said last. */
function unhappened({ tree }: DisputeScene, others: readonly Told[], one: Told): readonly Told[] {
  const near = others.filter(
    (earlier) => isReply(tree, earlier, one) || innermost(earlier).kind === 'outlet',
  );
  return happenings(tree, near, childBy(tree, one.event.headToken, 'nsubj'));
}

/** "There were no fighters here", "none of its men had been in the area". */
function isAbsence({ event }: Told): boolean {
  return event.why.rule === 'events/negated-presence';
}

/** Attacks on armed men, or on the very party that says that it was not there, as one source told them last. */
function hitsOnAbsent(others: readonly Told[], one: Told): readonly Told[] {
  const source = innermost(one);
  const hits = others.filter(
    (earlier) =>
      innermost(earlier).kind === 'words' &&
      earlier.event.type === 'ASSAULT' &&
      partiesOf(earlier, 'recipient').some(
        (hit) =>
          hit.sector !== 'CVL' &&
          (['REB', 'UAF', 'MIL', 'PRM', 'CRM'].includes(hit.sector ?? '') ||
            (source.kind === 'words' && areOneSide(source.party, hit))),
      ),
  );
  const last = hits.at(-1);
  return last === undefined ? [] : hits.filter((hit) => sameSource(hit, last));
}

/**
 * Gives what an asserted claim contradicts that was told before: somebody else has said that just this did not happen
 * ("We did not fire," the general said; villagers said that his troops had fired on them).
 */
export function readRefutation(scene: DisputeScene, before: readonly Told[], one: Told): readonly Dispute[] {
  if (!isAsserted(one) || !isDeed(one) || ['unknown', 'possible'].includes(one.claim.certainty)) return [];
  const negated = before.filter(
    (earlier) =>
      (sameWord(scene.tree, earlier, one) || sharesClass(earlier, one) || harmsClash(scene, earlier, one)) &&
      !isDisowning(scene.tree, earlier.event.headToken) &&
      !isOtherManner(scene.tree, earlier, one) &&
      sentencesBetween(scene.tree, earlier, one) <= REFUTES &&
      earlier.claim.polarity === 'negative' &&
      earlier.event.type !== 'REJECT' &&
      earlier.claim.timeframe === one.claim.timeframe &&
      !sameSource(earlier, one),
  );
  const harmed = negated.filter((earlier) => harmsClash(scene, earlier, one));
  return (harmed.length > 0 ? harmed : negatedBy(scene, negated, one))
    .slice(-1)
    .map((earlier) => link(one, earlier, { relation: 'contradicts', rule: 'refutation', confidence: 0.6 }));
}

/** The claim that is most like what is negated, of the same act or right before it by another side. */
function negatedBy(scene: DisputeScene, others: readonly Told[], one: Told): readonly Told[] {
  const { tree } = scene;
  const scored = others
    .filter(
      (earlier) =>
        isSameAct(tree, earlier, one) || isOwnDefence(tree, earlier, one) || isReply(tree, earlier, one),
    )
    .map((earlier) => ({ earlier, score: closeness(scene, earlier, one) }))
    .filter(({ score, earlier }) => score >= thresholdOf(tree, earlier, one));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ earlier }) => earlier);
}

/** "The General Staff said that its jet sank three boats. “We hit no ferry,” said General Traoré": an army does not gainsay itself. */
function isOneForce(earlier: Told, one: Told): boolean {
  const [x, y] = [innermost(earlier), innermost(one)];
  if (x.kind !== 'words' || y.kind !== 'words') return false;
  return (
    x.party.sector === 'MIL' &&
    y.party.sector === 'MIL' &&
    x.party.country !== null &&
    x.party.country === y.party.country
  );
}

/** Likeness, and how near the two stand: an answer stands right behind what it answers, and speaks of the same things. */
function closeness({ tree }: DisputeScene, earlier: Told, one: Told): number {
  const alike = likeness(tree, earlier, one);
  if (!isReply(tree, earlier, one)) return alike;
  const near = sentencesBetween(tree, earlier, one) <= 1 ? 0.2 : 0.1;
  return alike + near + Math.min(2, sharedNouns(tree, earlier, one)) * 0.15;
}

/** "China said he had strayed over the line. India insists that he never left its soil.": the other side speaks right after. */
function isReply(tree: Tree, earlier: Told, one: Told): boolean {
  const [x, y] = [innermost(earlier), innermost(one)];
  return (
    x.kind === 'words' &&
    y.kind === 'words' &&
    (!areOneSide(x.party, y.party) || isOfOneActor(earlier, one)) &&
    !isElsewhere(earlier, one) &&
    !isOwnLoss(tree, earlier, one) &&
    sentencesBetween(tree, earlier, one) <= 2 &&
    (isHappening(tree, one.event.headToken) || speaksOfSame(tree, earlier, one))
  );
}

/** "trade was not affected" answers no fire: both must name the same, or the second must point back ("he", "there"). */
function speaksOfSame(tree: Tree, earlier: Told, one: Told): boolean {
  if (sharesClass(earlier, one) || sharedNouns(tree, earlier, one) > 0) return true;
  if (agreement(earlier, one, 'actor') === 1 || agreement(earlier, one, 'recipient') === 1) return true;
  return subtreeOf(tree, one.event.headToken).some((token) => POINTING.has(lowerOf(tree, token)));
}

const POINTING = new Set('he him she her they them it there such'.split(' '));

/** Two sources that seem of one side, but say opposite things of the very same party. */
function isOfOneActor(a: Told, b: Told): boolean {
  const named = (told: Told) => partiesOf(told, 'actor').flatMap(({ entity }) => entity ?? []);
  const names = named(b);
  return !sameSource(a, b) && named(a).some((name) => names.includes(name));
}

/** The same word in the next sentence ("none of its soldiers had been captured") needs less to be the same act. */
function thresholdOf(tree: Tree, earlier: Told, one: Told): number {
  if (isOwnDefence(tree, earlier, one)) return OWN;
  const isLoose = !isSameAct(tree, earlier, one) && one.event.why.rule !== 'events/disputed';
  if (isLoose && !sharesClass(earlier, one)) return LOOSE;
  return sameWord(tree, earlier, one) && sentencesBetween(tree, earlier, one) <= 1 ? AKIN : ALIKE;
}

/** "Police abducted him, his party said. Police said they had arrested nobody.": the accused speaks of its own doing. */
function isOwnDefence(tree: Tree, claimed: Told, denied: Told): boolean {
  const source = innermost(denied);
  if (source.kind !== 'words' || sentencesBetween(tree, claimed, denied) > 2) return false;
  const isOwn = (told: Told): boolean =>
    partiesOf(told, 'actor').some((actor) => areOneSide(actor, source.party));
  return isOwn(claimed) && isOwn(denied) && sameFamily(claimed.event.type, denied.event.type);
}

/** "two of the rockets were duds" answers nobody who says that a jet bombed the market. */
function isSameAct(tree: Tree, earlier: Told, one: Told): boolean {
  if (isElsewhere(earlier, one) || isOwnLoss(tree, earlier, one)) return false;
  if (sameWord(tree, earlier, one)) return true;
  const isBoth = (['actor', 'recipient'] as const).every(
    (name) => partiesOf(one, name).length > 0 && agreement(earlier, one, name) === 1,
  );
  return isBoth && innermost(earlier).kind !== 'outlet';
}

/**
 * Gives what a finding contradicts that is told "contradicting the ministry's account": the finding's own claim stands against
 * each claim of that account.
 */
export function readCounterFinding(
  { tree, told }: DisputeScene,
  found: readonly Dispute[],
  denial: Told,
): readonly Dispute[] {
  const verb = denial.event.headToken;
  const isParticiple = isRelation(relationOf(tree, verb), ['advcl', 'acl']) && headOf(tree, verb) >= 0;
  if (!isParticiple || childBy(tree, verb, 'nsubj') !== undefined) return [];
  const finding = told
    .slice(Math.max(0, denial.index - 6), denial.index)
    .findLast(
      (earlier) => isAsserted(earlier) && isDeed(earlier) && sentencesBetween(tree, earlier, denial) === 0,
    );
  if (finding === undefined) return [];
  return found.flatMap(({ from, to, relation }) => {
    const denied = told[to];
    return from === denial.index && relation === 'denies' && denied !== undefined && denied !== finding
      ? [link(finding, denied, { relation: 'contradicts', rule: 'counter-finding', confidence: 0.6 })]
      : [];
  });
}
