import { childrenBy, lowerOf, type Tree } from '../language/tree.ts';
import { areOneSide, campOf } from './alike.ts';
import { harmOf } from './harms.ts';
import { claimantOf, innermost, isDeed, isOutcome, partiesOf, sentencesBetween, type Told } from './told.ts';

/**
 * Gives what an accused side answers right away, in whatever words: "Bolivian troops seized the customs house, Lima said.
 * La Paz said that not one soldier had left barracks." None where it speaks of another's doing, or of who was harmed.
 */
export function answeredAtOnce(tree: Tree, others: readonly Told[], one: Told): readonly Told[] {
  const source = innermost(one);
  const harm = harmOf(tree, one);
  // "no one was touched" answers for what was done; "no one died" speaks of others.
  if (source.kind !== 'words' || !isDeed(one) || (harm !== null && harm !== 'harm')) return [];
  const { party } = source;
  const isOwn = partiesOf(one, 'actor').every(
    (actor) => areOneSide(actor, party) || (actor.country === null && mayBeOfOneCamp(actor, party)),
  );
  if (!isOwn) return [];
  const near = others.filter((earlier) => {
    const claimant = claimantOf(earlier);
    return (
      claimant !== null &&
      !areOneSide(claimant, party) &&
      isDeed(earlier) &&
      sentencesBetween(tree, earlier, one) <= 1 &&
      partiesOf(earlier, 'actor').some((actor) => areOneSide(actor, party))
    );
  });
  const done = near.filter((earlier) => !isOutcome(tree, earlier));
  return (done.length > 0 ? done : near).slice(-1);
}

function mayBeOfOneCamp(a: Parameters<typeof campOf>[0], b: Parameters<typeof campOf>[0]): boolean {
  return campOf(a) === null || campOf(a) === campOf(b);
}

const ONLY = new Set(['only', 'merely', 'solely', 'exclusively', 'actually', 'instead', 'rather']);

/** "it only targeted fighters", "they had in fact guarded it": what is told so leaves out the rest, or puts it right. */
export function isRestricted(tree: Tree, { event: { headToken } }: Told): boolean {
  const nouns = childrenBy(tree, headToken, 'obj', 'nsubj:pass', 'obl', 'nsubj');
  return [headToken, ...nouns].some(
    (token) =>
      childrenBy(tree, token, 'advmod', 'amod').some((word) => ONLY.has(lowerOf(tree, word))) ||
      (lowerOf(tree, token) === 'fact' && lowerOf(tree, token - 1) === 'in'),
  );
}

/** "Contrary to the army's claim that it had cleared the town, rebels hold it": the claim that is set aside in the same breath. */
export function setAside(tree: Tree, before: readonly Told[], one: Told): readonly Told[] {
  const near = before.filter((earlier) => sentencesBetween(tree, earlier, one) === 0);
  return near.filter((earlier) => isSetAside(tree, earlier.event.headToken, one.event.headToken)).slice(-1);
}

function isSetAside(tree: Tree, claimed: number, token: number): boolean {
  if (claimed > token) return false;
  for (let at = claimed - 1; at >= 0 && at > claimed - 16; at--) {
    if (tree.tokens[at]?.sentence !== tree.tokens[claimed]?.sentence) return false;
    if (lowerOf(tree, at) === 'contrary' && lowerOf(tree, at + 1) === 'to') return true;
  }
  return false;
}
