import type { Dispute } from '../document/event-layers.ts';
import type { PlaceMention } from '../document/mention-layers.ts';
import type { Stage } from '../document/stage.ts';
import type { Row } from '../document/table.ts';
import { growTree, headOf, isRelation, lemmaOf, lowerOf, relationOf, type Tree } from '../language/tree.ts';
import { compileActs } from './acts.ts';
import { agreement, sameFamily, sameWord } from './alike.ts';
import { readContradiction, readCounterFinding, readRefutation } from './contradictions.ts';
import { readCorrection } from './corrections.ts';
import { isDenial, readDenial } from './denials.ts';
import { answeredAtOnce, isRestricted, setAside } from './replies.ts';
import { readCounterBlame, readRivals } from './rivals.ts';
import { type DisputeScene, isAsserted, link, type Told } from './told.ts';

type Needs =
  | 'sentences'
  | 'tokens'
  | 'tags'
  | 'dependencies'
  | 'actors'
  | 'places'
  | 'quantities'
  | 'events'
  | 'attributions'
  | 'claims';

/** How many events back a denial, a rival number or a repetition reaches. */
const REACH = 24;

/** The rows of the tables that tell what denies, and what kind of act a word names. */
export interface DisputeRows {
  readonly denials: readonly Row[];
  readonly acts: readonly Row[];
}

/** Gives the stage that relates the claims of one report: denials, contradictions, repetitions, parts, rivals, forecasts. */
export function createDisputes(rows: DisputeRows): Stage<Needs, 'disputes'> {
  const actsOf = compileActs(rows.acts);
  const denials = new Set(rows.denials.flatMap((row) => (row['words'] ?? '').split('|')));
  return {
    name: 'disputes',
    version: 1,
    needs: [
      'sentences',
      'tokens',
      'tags',
      'dependencies',
      'actors',
      'places',
      'quantities',
      'events',
      'attributions',
      'claims',
    ],
    gives: ['disputes'],
    run: ({ text, layers }) => {
      const tree = growTree(layers);
      const told: readonly Told[] = layers.claims.map((claim) => {
        const event = layers.events[claim.event] as Told['event'];
        const place = layers.places[event.place ?? -1] ?? null;
        const acts = actsOf(lemmaOf(tree, event.headToken));
        return { index: claim.event, event, claim, place, placeName: nameOf(text, place), acts };
      });
      const scene: DisputeScene = { tree, told, denials, layers };
      const found: Dispute[] = [];
      // In the order of the text: what has been denied tells what a later "not one of them" means.
      for (const one of told) found.push(...relate(scene, found, one));
      return { disputes: distinct(found) };
    },
  };
}

function nameOf(text: string, place: PlaceMention | null): string | null {
  return place === null || place.why.rule === 'places/antecedent' ? null : text.slice(place.start, place.end);
}

function relate(scene: DisputeScene, found: readonly Dispute[], one: Told): readonly Dispute[] {
  const { tree, told } = scene;
  const before = told.slice(Math.max(0, one.index - REACH), one.index);
  if (isDenial(scene, one)) {
    // "neither confirmed nor denied it": what is not denied is left standing.
    if (one.claim.polarity === 'negative' || isJudgementOf(scene, one)) return [];
    const denied = readDenial(scene, one);
    return [...denied, ...readCounterFinding(scene, denied, one)];
  }
  const corrected = readCorrection(scene, before, one);
  if (corrected.length > 0) return corrected;
  if (one.claim.polarity === 'negative')
    return one.claim.timeframe === 'current' ? readContradiction(scene, { before, found }, one) : [];
  const refuted = readRefutation(scene, before, one);
  const answered = isAsserted(one) ? answeredPlainly(tree, before, one) : [];
  if (answered.length > 0) return answered;
  return [
    ...partOf(tree, before, one),
    ...refuted,
    ...(refuted.length > 0 ? [] : readRivals(scene, before, one)),
    ...readCounterBlame(scene, before, one),
    ...predicted(tree, before, one),
    ...alternative(tree, before, one),
  ];
}

/** "dismissed the account as a fairy tale": one denial, told in two words. */
function isJudgementOf(scene: DisputeScene, { index, event }: Told): boolean {
  const head = headOf(scene.tree, event.headToken);
  return (
    isRelation(relationOf(scene.tree, event.headToken), ['obl', 'xcomp', 'nmod']) &&
    scene.told
      .slice(Math.max(0, index - 3), index)
      .some((earlier) => earlier.event.headToken === head && isDenial(scene, earlier))
  );
}

/** What is set aside in the same breath, or put right by the side that it is said of. */
function answeredPlainly(tree: Tree, before: readonly Told[], one: Told): readonly Dispute[] {
  const aside = setAside(tree, before, one);
  const restricted = isRestricted(tree, one) ? answeredAtOnce(tree, before.filter(isSeen), one) : [];
  const rule = aside.length > 0 ? 'contrary' : 'only';
  return (aside.length > 0 ? aside : restricted).map((earlier) =>
    link(one, earlier, { relation: 'contradicts', rule, confidence: 0.55 }),
  );
}

/** "bombed a market, killing 23 people": the killing is a part of the bombing. */
function partOf(tree: Tree, before: readonly Told[], one: Told): readonly Dispute[] {
  const verb = one.event.headToken;
  const isPart = isRelation(relationOf(tree, verb), ['advcl', 'acl']) && lowerOf(tree, verb).endsWith('ing');
  const whole = isPart ? before.find((earlier) => earlier.event.headToken === headOf(tree, verb)) : undefined;
  return whole !== undefined && sameFamily(whole.event.type, one.event.type)
    ? [link(one, whole, { relation: 'part-of', rule: 'participle', confidence: 0.8 })]
    : [];
}

/** A forecast and the event that it is about: the same kind of act, by the same party on the same party; either is told first. */
function predicted(tree: Tree, before: readonly Told[], one: Told): readonly Dispute[] {
  const predict = (from: Told, to: Told): readonly Dispute[] => [
    link(from, to, { relation: 'predicts', rule: 'forecast', confidence: 0.5 }),
  ];
  if (isForecast(one)) {
    const seen = before.find((earlier) => isSeen(earlier) && isForetold(one, earlier));
    return seen === undefined ? [] : predict(one, seen);
  }
  const foretold = isSeen(one)
    ? before.findLast(
        (earlier) => isForecast(earlier) && sameWord(tree, earlier, one) && isForetold(earlier, one),
      )
    : undefined;
  return foretold === undefined ? [] : predict(foretold, one);
}

function isForecast({ claim }: Told): boolean {
  return claim.polarity === 'positive' && ['future', 'hypothetical'].includes(claim.timeframe);
}

function isSeen(told: Told): boolean {
  return isAsserted(told) && told.claim.timeframe === 'current';
}

function isForetold(forecast: Told, seen: Told): boolean {
  return (
    seen.event.type === forecast.event.type &&
    agreement(seen, forecast, 'actor') === 1 &&
    agreement(seen, forecast, 'recipient') > 0
  );
}

/** "whether he had deserted or been killed": two readings of one thing. */
function alternative(tree: Tree, before: readonly Told[], one: Told): readonly Dispute[] {
  const verb = one.event.headToken;
  const isOr =
    relationOf(tree, verb) === 'conj' &&
    (tree.children[verb] ?? []).some((child) => lowerOf(tree, child) === 'or');
  const other = isOr ? before.find((earlier) => earlier.event.headToken === headOf(tree, verb)) : undefined;
  return other === undefined
    ? []
    : [link(one, other, { relation: 'alternative-to', rule: 'or', confidence: 0.7 })];
}

/**
 * Gives the events inside a denial that an earlier claim tells already: "denied that its crews had opened fire" answers whoever said
 * so, and tells nothing more. A reading leaves them out.
 */
export function retold(disputes: readonly Dispute[]): ReadonlySet<number> {
  const answering = new Set(
    disputes.filter(({ why }) => why.rule === 'disputes/denial-answers').map(({ from }) => from),
  );
  return new Set(
    disputes
      .filter(({ from, why }) => why.rule === 'disputes/denial-content' && answering.has(from))
      .map(({ to }) => to),
  );
}

function distinct(disputes: readonly Dispute[]): readonly Dispute[] {
  const seen = new Set<string>();
  return disputes.filter(({ from, to, relation }) => {
    const key = `${from} ${to} ${relation}`;
    return from !== to && !seen.has(key) && seen.add(key);
  });
}
