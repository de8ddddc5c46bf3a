import type { Dispute, Party } from '../document/event-layers.ts';
import { isSaying } from '../events/sayings.ts';
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
import { agreement, areOneSide, campOf, likeness, sameParty, sameSource, sameWord } from './alike.ts';
import { clauseOf, isContent, isDisowning, isHappening, objectOf } from './denied-words.ts';
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
/** Chosen by hand on the development reports: two mentions this alike are taken for one act. */
const ALIKE = 0.5;
/** Mentions that are as good as the best by this much are denied with it. */
const TIE = 0.2;

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

/** "denied that its men had fired", "dismissed Baku's claim that guns had been moved". */
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
  if (inside.some((other) => isDisowning(tree, other)))
    return [
      ...own,
      ...denyAll(denial, blamedOn(tree, others, partiesOf(denial, 'actor')), 'denial-of-part', 0.6),
    ];
  const alike = inside.flatMap((other) => answeredBy(tree, others, other));
  if (alike.length > 0) return [...own, ...denyAll(denial, alike, 'denial-answers', 0.75)];
  const unlisted = inside.filter(({ event }) => event.why.rule === 'events/disputed');
  const meant = unlisted.flatMap(({ event: { headToken } }) =>
    isHappening(tree, headToken)
      ? happenings(tree, before, childBy(tree, headToken, 'nsubj'))
      : saidOf(tree, others, { denial, clause: headToken }),
  );
  return [...own, ...denyAll(denial, meant, 'denial-answers', 0.55)];
}

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
  const clause = clauseOf(tree, denial.event.headToken, object);
  if (clause !== undefined && isHappening(tree, clause))
    return denyAll(denial, happenings(tree, before, childBy(tree, clause, 'nsubj')), 'denial-anaphora', 0.6);
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
    return denyAll(denial, claims.length > 0 ? claims : claimsOf(ahead, party), 'denial-named', 0.7);
  }
  if (lemmaOf(tree, denial.event.headToken) === 'disagree')
    return denyAll(denial, saidBefore(tree, before, denial), 'denial-anaphora', 0.55);
  // What was demanded is refused, not denied.
  if (!(isSelf || pointsBack(tree, denial, object)) || before.at(-1)?.event.type === 'REQUEST') return [];
  return denyAll(denial, lastClaims(tree, others, { denial, object }), 'denial-anaphora', 0.6);
}

/** "He doubts that the truce will hold. The abbot disagrees.": whatever was said in the sentence before, forecasts too. */
function saidBefore(tree: Tree, before: readonly Told[], denial: Told): readonly Told[] {
  return before
    .filter((earlier) => innermost(earlier).kind === 'words' && sentencesBetween(tree, earlier, denial) <= 1)
    .slice(-1);
}

/** "…, which it denied", "…, a figure that it contests": what stands before the clause is denied. */
function isDescribed(tree: Tree, { event: { headToken } }: Told, object: number): boolean {
  if (lowerOf(tree, object) === 'which') return true;
  const clause = relationOf(tree, headToken) === 'acl:relcl' ? headToken : headOf(tree, headToken);
  return (
    headOf(tree, clause) === object && isRelation(relationOf(tree, object), ['appos', 'dep', 'parataxis'])
  );
}

/** "denied any role in the attack": the deed that is named, else the one that was laid at the denier's door. */
function disowned(tree: Tree, { denial, before, others }: Denying, object: number): readonly Told[] {
  const name = complementOf(tree, object);
  if (name !== undefined) return happenings(tree, before, name);
  return blamedOn(tree, others, partiesOf(denial, 'actor'));
}

/** What was said last to be the work of some parties; none where it was laid at nobody's door. */
export function blamedOn(tree: Tree, others: readonly Told[], parties: readonly Party[]): readonly Told[] {
  const isOf = (actor: Party): boolean =>
    parties.some((party) => areOneSide(actor, party) || isOfCountry(actor, party));
  const blamed = others.filter(
    (earlier) =>
      isDeed(earlier) &&
      isNews(earlier) &&
      claimantOf(earlier) !== null &&
      partiesOf(earlier, 'actor').some(isOf),
  );
  const done = blamed.filter((earlier) => !isOutcome(tree, earlier));
  return (done.length > 0 ? done : blamed).slice(-1);
}

/** What rebels of a country have done abroad is laid at the door of its state. */
function isOfCountry(actor: Party, party: Party): boolean {
  const isState = campOf(party) === 'state' && campOf(actor) === 'rebels';
  return isState && party.country !== null && actor.country === party.country;
}

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
  return denier !== undefined && source !== null && !isWithheld && areOneSide(source, denier);
}

/** The earlier claims most like what is denied; what was done rather than what became of it, where both are told. */
function answeredBy(tree: Tree, others: readonly Told[], denied: Told): readonly Told[] {
  const scored = others
    .map((earlier) => ({ earlier, score: likeness(tree, earlier, denied) }))
    .filter(({ score, earlier }) => score >= ALIKE && isSameTime(earlier, denied));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const close = scored.filter(({ score }) => score >= best - TIE).map(({ earlier }) => earlier);
  // "denies the Rakhine raid": the raid told before, rather than another bombing of the same day.
  const isNoun = tree.tags[denied.event.headToken]?.upos === 'NOUN';
  const named = close.filter(
    (earlier) => isNoun && lemmaOf(tree, earlier.event.headToken) === lemmaOf(tree, denied.event.headToken),
  );
  // A denial answers whoever has made the claim rather than what the outlet tells as known.
  const claimed = close.filter((earlier) => claimantOf(earlier) !== null);
  const alike = [named, claimed, close].find((some) => some.length > 0) ?? [];
  if (isOutcome(tree, denied)) return alike;
  const deeds = alike.filter((earlier) => !isOutcome(tree, earlier));
  return deeds.length > 0 ? deeds : alike;
}

/** What is denied today was not told as history; "has always denied it" may be said of today. */
function isSameTime({ claim }: Told, other: Told): boolean {
  if (other.claim.timeframe === 'background') return true;
  return claim.timeframe !== 'background';
}

/** Gives what a happening is called: the event of that name, else the last deed told as news. */
export function happenings(tree: Tree, before: readonly Told[], name: number | undefined): readonly Told[] {
  const deeds = before.filter((earlier) => isAsserted(earlier) && isDeed(earlier) && isNews(earlier));
  const named = deeds.filter(
    ({ event }) => name !== undefined && lemmaOf(tree, event.headToken) === lemmaOf(tree, name),
  );
  const done = deeds.filter((earlier) => !isOutcome(tree, earlier));
  return ([named, done, deeds].find((some) => some.length > 0) ?? []).slice(-1);
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

/** "Guyana said that Caracas had armed them, which it denied": what the clause hangs on is denied. */
function toldAbove({ tree, told }: DisputeScene, denial: Told): readonly Told[] {
  for (let at = headOf(tree, denial.event.headToken); at >= 0; at = headOf(tree, at)) {
    const found = told.filter(({ event, index }) => index < denial.index && event.headToken === at);
    if (found.length > 0) return found;
  }
  return told
    .filter((one) => one.index < denial.index && sentencesBetween(tree, one, denial) === 0)
    .slice(-1);
}

function isNews({ claim }: Told): boolean {
  return claim.timeframe === 'current';
}

/**
 * What others said last that the denier did, or that speaks of a name in what is denied ("that Sake had fallen"); where it is
 * not said who did it, what was said just before.
 */
function saidOf(
  tree: Tree,
  others: readonly Told[],
  { denial, clause }: { readonly denial: Told; readonly clause: number },
): readonly Told[] {
  const deniers = partiesOf(denial, 'actor');
  const names = new Set(
    subtreeOf(tree, clause)
      .filter((token) => tree.tags[token]?.upos === 'PROPN')
      .map((token) => lowerOf(tree, token)),
  );
  const deeds = others.filter((earlier) => isDeed(earlier) && isSameTime(earlier, denial));
  const meant = deeds.filter((earlier) => {
    const actors = partiesOf(earlier, 'actor');
    const isNear = sentencesBetween(tree, earlier, denial) <= 1 && innermost(earlier).kind !== 'outlet';
    const isOfDenier = actors.some((actor) => deniers.some((denier) => areOneSide(actor, denier)));
    return isOfDenier || (isNear && (actors.length === 0 || isNamed(earlier, names)));
  });
  return meant.slice(-1);
}

function isNamed(told: Told, names: ReadonlySet<string>): boolean {
  return (['actor', 'recipient'] as const).some((role) =>
    partiesOf(told, role).some(({ text }) =>
      text.split(/\s+/u).some((word) => names.has(word.toLowerCase())),
    ),
  );
}

/** "denied Russia's allegations", "the rebels' version", "claims by the army", or whom it contradicts. */
function namedClaimant(
  { tree, layers }: DisputeScene,
  denial: Told,
  object: number | undefined,
): Party | null {
  if (object !== undefined && isSaying(tree, object)) {
    const words = subtreeOf(tree, object).filter(
      (token) =>
        headOf(tree, token) === object && isRelation(relationOf(tree, token), ['nmod', 'amod', 'compound']),
    );
    const actor = layers.actors.find(
      ({ headToken, kind }) => kind !== 'pronoun' && kind !== 'thing' && words.includes(headToken),
    );
    if (actor === undefined) return null;
    const text = tree.tokens
      .slice(actor.firstToken, actor.endToken)
      .map((token) => token.text)
      .join(' ');
    return { ...actor, text };
  }
  // "contradicted the minister": whoever is contradicted is whose claims these are.
  return lemmaOf(tree, denial.event.headToken) === 'contradict'
    ? (partiesOf(denial, 'recipient')[0] ?? null)
    : null;
}

/** "contradicted him": the claims of that very man rather than of his side. */
function isBy(told: Told, party: Party): boolean {
  const source = claimantOf(told);
  return party.entity === null && source !== null && sameParty(source, party);
}

function claimsOf(claims: readonly Told[], party: Party): readonly Told[] {
  return claims.filter((earlier) => {
    const source = claimantOf(earlier);
    return isDeed(earlier) && isNews(earlier) && source !== null && speaksFor(source, party);
  });
}

/** "Russia's allegations" are those of its ministries and its television, but not of rebels there. */
function speaksFor(source: Party, party: Party): boolean {
  const isOfCountry = party.sector === null && party.country !== null && party.country === source.country;
  return areOneSide(source, party) || (isOfCountry && source.sector === 'JRN');
}

function pointsBack(tree: Tree, denial: Told, object: number | undefined): boolean {
  if (object !== undefined) return isSaying(tree, object);
  // "Fabrications from first to last": the whole of what was said.
  if (denial.event.why.rule === 'events/rejection') return true;
  const verb = denial.event.headToken;
  // "The PDF issued a denial", "Moscow denied.": nothing says what, so it is what was said last.
  return childBy(tree, verb, 'obl', 'nmod', 'acl') === undefined;
}

/** Nouns for an explanation or accusation: what they name may be the act of accusing itself. */
const ACCUSATIONS = new Set('accusation allegation charge explanation suggestion it this that'.split(' '));

/** The claims of the source that spoke last before the denial: all of them for a plural, else those just before. */
function lastClaims(
  tree: Tree,
  others: readonly Told[],
  { denial, object }: { readonly denial: Told; readonly object: number | undefined },
): readonly Told[] {
  const noun = object === undefined ? '' : lemmaOf(tree, object);
  const isMany = object !== undefined && tree.tags[object]?.features.number === 'Plur';
  // "it" and "this" point to what was just said; "the accusation" may stand some sentences off.
  const reach = object !== undefined && tree.tags[object]?.upos === 'NOUN' ? 4 : 2;
  const near = others.filter(
    (earlier) =>
      claimantOf(earlier) !== null &&
      // "has always denied the allegations": they are those of today all the same.
      (isNews(earlier) || !isNews(denial) || sentencesBetween(tree, earlier, denial) === 0) &&
      sentencesBetween(tree, earlier, denial) <= reach,
  );
  // "…, who have attacked dozens of ships. They denied it.": an aside is not what was claimed last, but its speaker is.
  const speaker = others.findLast(
    (earlier) => claimantOf(earlier) !== null && sentencesBetween(tree, earlier, denial) <= reach,
  );
  const deeds = near.filter(
    (earlier) =>
      isDeed(earlier) &&
      !isAttribute(tree, earlier) &&
      (isMany || speaker === undefined || sameSource(earlier, speaker)),
  );
  const candidates =
    deeds.length === 0 || isLaterWord(near, deeds, noun)
      ? near.filter(({ event }) => event.type === 'ACCUSE' && ACCUSATIONS.has(noun))
      : deeds;
  const counts = candidates.filter(({ event }) => event.quantities.length > 0);
  // "called the figure a fantasy": the last number that was given.
  if (FIGURES.has(noun)) return counts.slice(-1);
  const last = candidates.at(-1);
  if (last === undefined) return [];
  return candidates.filter(
    (earlier) => sameSource(earlier, last) && (isMany || last.index - earlier.index <= 2),
  );
}

const FIGURES = new Set('figure number toll count estimate total tally'.split(' '));

/** "freeing captured terrorists": a word set before a noun claims nothing. */
function isAttribute(tree: Tree, { event }: Told): boolean {
  return relationOf(tree, event.headToken) === 'amod';
}

/** "He blamed a boiler. The owner rejected that explanation": the accusation itself, where nothing tells its content. */
function isLaterWord(near: readonly Told[], deeds: readonly Told[], noun: string): boolean {
  const last = near.at(-1);
  return last !== undefined && last.event.type === 'ACCUSE' && ACCUSATIONS.has(noun) && last !== deeds.at(-1);
}
