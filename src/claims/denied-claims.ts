import type { Party } from '../document/event-layers.ts';
import { isSaying } from '../events/sayings.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  subtreeOf,
  type Tree,
} from '../language/tree.ts';
import { areOneSide, campOf, likeness, sameParty, sameSide, sameSource } from './alike.ts';
import {
  claimantOf,
  type DisputeScene,
  innermost,
  isAsserted,
  isDeed,
  isOutcome,
  partiesOf,
  sentencesBetween,
  type Told,
} from './told.ts';

/** Chosen by hand on the development reports: two mentions this alike are taken for one act. */
const ALIKE = 0.5;
/** Mentions that are as good as the best by this much are denied with it. */
const TIE = 0.2;

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

/** "He doubts that the truce will hold. The abbot disagrees.": whatever was said in the sentence before, forecasts too. */
export function saidBefore(tree: Tree, before: readonly Told[], denial: Told): readonly Told[] {
  return before
    .filter((earlier) => innermost(earlier).kind === 'words' && sentencesBetween(tree, earlier, denial) <= 1)
    .slice(-1);
}

/** The earlier claims most like what is denied; what was done rather than what became of it, where both are told. */
export function answeredBy(tree: Tree, others: readonly Told[], denied: Told): readonly Told[] {
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

/** Nouns for an act of force. */
export const FORCE: ReadonlySet<string> = new Set(
  'attack raid strike assault blast explosion bombing shelling shooting killing murder massacre ambush airstrike'.split(
    ' ',
  ),
);

/** Gives what a happening is called: the event of that name, else the last deed told as news. */
export function happenings(tree: Tree, before: readonly Told[], name: number | undefined): readonly Told[] {
  const deeds = before.filter(
    (earlier) =>
      isAsserted(earlier) &&
      isDeed(earlier) &&
      isNews(earlier) &&
      !isAttribute(tree, earlier) &&
      // "nothing to do with the raid": whatever a raid may be told as, it is force.
      (name === undefined || !FORCE.has(lemmaOf(tree, name)) || earlier.event.type === 'ASSAULT'),
  );
  const named = deeds.filter(
    ({ event }) => name !== undefined && lemmaOf(tree, event.headToken) === lemmaOf(tree, name),
  );
  const done = deeds.filter((earlier) => !isOutcome(tree, earlier));
  return ([named, done, deeds].find((some) => some.length > 0) ?? []).slice(-1);
}

/**
 * What others said last that the denier did, or that speaks of a name in what is denied ("that Sake had fallen"); where it is
 * not said who did it, what was said just before.
 */
export function saidOf(
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
export function namedClaimant(
  { tree, layers }: DisputeScene,
  denial: Told,
  object: number | undefined,
): Party | null {
  if (object !== undefined && isSaying(tree, object)) {
    const words = subtreeOf(tree, object).filter(
      (token) =>
        headOf(tree, token) === object &&
        isRelation(relationOf(tree, token), ['nmod', 'amod', 'compound']) &&
        !isTopic(tree, token),
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

/** "rejects the charge over the militia": not whose words they are, but what they are about. */
function isTopic(tree: Tree, noun: number): boolean {
  return childrenBy(tree, noun, 'case').some((word) => TOPICAL.has(lowerOf(tree, word)));
}

const TOPICAL = new Set('over about against on regarding concerning'.split(' '));

/** "contradicted him": the claims of that very man rather than of his side. */
export function isBy(told: Told, party: Party): boolean {
  const source = claimantOf(told);
  return party.entity === null && source !== null && sameParty(source, party);
}

/** Gives the deeds of today that a party, or who speaks for it, has claimed. */
export function claimsOf(claims: readonly Told[], party: Party): readonly Told[] {
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

/** Nouns for an explanation or accusation: what they name may be the act of accusing itself. */
const ACCUSATIONS = new Set('accusation allegation charge explanation suggestion it this that'.split(' '));

/** The claims of the source that spoke last before the denial: all of them for a plural, else those just before. */
export function lastClaims(
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
      (claimantOf(earlier) !== null ||
        innermost(earlier).kind === 'unnamed' ||
        earlier.claim.certainty === 'probable') &&
      // "has always denied the allegations": they are those of today all the same.
      (isNews(earlier) || !isNews(denial) || sentencesBetween(tree, earlier, denial) === 0) &&
      sentencesBetween(tree, earlier, denial) <= reach,
  );
  // "…, who have attacked dozens of ships. They denied it.": an aside is not what was claimed last, but its speaker is.
  const speaker = others.findLast(
    (earlier) =>
      claimantOf(earlier) !== null &&
      !isSummons(tree, earlier) &&
      sentencesBetween(tree, earlier, denial) <= reach,
  );
  const all = near.filter((earlier) => isDeed(earlier) && !isAttribute(tree, earlier));
  const plain = all.filter((earlier) => !isSetting(tree, near, earlier));
  const isMeant = (earlier: Told): boolean =>
    isMany || WRONGS.has(noun) || speaker === undefined || sameSource(earlier, speaker);
  // "Islamabad said that two had crossed; one was forced back, its spokesman said. \"Fiction,\" Delhi said.": one side spoke.
  const isOfSide = (earlier: Told): boolean =>
    speaker !== undefined && sameSide(innermost(earlier), innermost(speaker));
  const deeds =
    [plain.filter(isMeant), plain.filter(isOfSide), all.filter(isOfSide)].find((some) => some.length > 0) ??
    [];
  const candidates =
    deeds.length === 0 || isLaterWord(near, deeds, noun)
      ? near.filter(({ event }) => event.type === 'ACCUSE' && ACCUSATIONS.has(noun))
      : deeds;
  const counts = candidates.filter(({ event }) => event.quantities.length > 0);
  // "called the figure a fantasy": the last number that was given.
  if (FIGURES.has(noun)) return counts.slice(-1);
  // "They came on foot," a boy said after "ten were shot": the accusation is the deed, not how they came to do it.
  const grave = candidates.filter(({ event }) => event.type !== 'OTHER');
  const last = (WRONGS.has(noun) ? grave.at(-1) : undefined) ?? candidates.at(-1);
  if (last === undefined) return [];
  return candidates.filter(
    (earlier) => sameSource(earlier, last) && (isMany || last.index - earlier.index <= 1),
  );
}

/** "Oslo has called in the ambassador. Moscow scoffed.": what was said before is scoffed at. */
function isSummons(tree: Tree, { event }: Told): boolean {
  return event.type === 'ACCUSE' && ['summon', 'call', 'haul'].includes(lemmaOf(tree, event.headToken));
}

/** Nouns for an accusation: what they name is a deed. */
const WRONGS = new Set(['accusation', 'allegation', 'charge']);

const FIGURES = new Set('figure number toll count estimate total tally'.split(' '));

const TEMPORAL = new Set('after before when while as since until once'.split(' '));

/** "was shot after she had surrendered": what only tells when is not what is denied. */
function isSetting(tree: Tree, told: readonly Told[], { event: { headToken } }: Told): boolean {
  const head = headOf(tree, headToken);
  return (
    isRelation(relationOf(tree, headToken), ['advcl']) &&
    TEMPORAL.has(lowerOf(tree, childBy(tree, headToken, 'mark') ?? -1)) &&
    told.some(({ event }) => event.headToken === head)
  );
}

/** "freeing captured terrorists": a word set before a noun claims nothing. */
function isAttribute(tree: Tree, { event }: Told): boolean {
  return relationOf(tree, event.headToken) === 'amod';
}

/** "He blamed a boiler. The owner rejected that explanation": the accusation itself, where nothing tells its content. */
function isLaterWord(near: readonly Told[], deeds: readonly Told[], noun: string): boolean {
  const last = near.at(-1);
  return last !== undefined && last.event.type === 'ACCUSE' && ACCUSATIONS.has(noun) && last !== deeds.at(-1);
}

/** Tells whether an event is told as news rather than as history or to come. */
export function isNews({ claim }: Told): boolean {
  return claim.timeframe === 'current';
}
