import type { Dispute } from '../document/event-layers.ts';
import { likeness, sameWord } from './alike.ts';
import { clash } from './harms.ts';
import { type DisputeScene, link, sentencesBetween, type Told } from './told.ts';

/** Chosen by hand on the development reports: a correction and what it corrects need only be of one kind. */
const ALIKE = 0.4;

/**
 * Gives what a claim corrects: "An earlier version of this report said that two bombs had hit the market; there were three."
 * What the earlier version told is corrected by what is told in its stead, before it or just after.
 */
export function readCorrection(scene: DisputeScene, before: readonly Told[], one: Told): readonly Dispute[] {
  const { tree } = scene;
  const correct = (from: Told, to: Told): Dispute =>
    link(from, to, { relation: 'corrects', rule: 'earlier-version', confidence: 0.6 });
  if (isEarlierVersion(one)) {
    // "no ambulance was hit", "14 people, not 24": whoever takes it back corrects what the earlier version told.
    const corrections = before
      .filter((earlier) => earlier.claim.polarity !== one.claim.polarity || clash(scene, earlier, one))
      .map((earlier) => ({ earlier, score: likeness(tree, earlier, one) }))
      .filter(({ score }) => score >= ALIKE);
    const best = Math.max(0, ...corrections.map(({ score }) => score));
    return corrections
      .filter(({ score }) => score === best)
      .slice(-1)
      .map(({ earlier }) => correct(earlier, one));
  }
  const replaced = before.findLast(
    (earlier) =>
      isEarlierVersion(earlier) && sentencesBetween(tree, earlier, one) <= 1 && sameWord(tree, earlier, one),
  );
  return replaced === undefined ? [] : [correct(one, replaced)];
}

/** "an earlier version of this story", "a previous report": what the outlet itself told before. */
function isEarlierVersion({ claim }: Told): boolean {
  return claim.sources.some(
    (source) =>
      source.kind === 'words' &&
      /^(?:an? |the )?(?:earlier|previous|original) (?:version|report|stor)/iu.test(source.party.text),
  );
}
