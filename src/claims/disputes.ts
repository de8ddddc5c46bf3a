import type { Dispute, Relation } from '../document/event-layers.ts';
import type { Stage } from '../document/stage.ts';
import type { Row } from '../document/table.ts';
import {
  growTree,
  headOf,
  isRelation,
  isUnder,
  lemmaOf,
  lowerOf,
  relationOf,
  type Tree,
} from '../language/tree.ts';
import { innermost, likeness, sameFamily, sameSide, sameSource, type Told } from './alike.ts';

type Needs =
  | 'sentences'
  | 'tokens'
  | 'tags'
  | 'dependencies'
  | 'quantities'
  | 'events'
  | 'attributions'
  | 'claims';

/** How many events back a denial, a rival number or a repetition reaches. */
const REACH = 24;
/** Chosen by hand on the development reports: two mentions this alike are taken for one act. */
const ALIKE = 0.5;

/** Gives the stage that relates the claims of one report: denials, contradictions, repetitions, parts, rivals, forecasts. */
export function createDisputes(rows: { readonly denials: readonly Row[] }): Stage<Needs, 'disputes'> {
  const denials = new Set(rows.denials.flatMap((row) => (row['words'] ?? '').split('|')));
  return {
    name: 'disputes',
    version: 1,
    needs: ['sentences', 'tokens', 'tags', 'dependencies', 'quantities', 'events', 'attributions', 'claims'],
    gives: ['disputes'],
    run: ({ layers }) => {
      const tree = growTree(layers);
      const told: readonly Told[] = layers.claims.map((claim) => ({
        index: claim.event,
        event: layers.events[claim.event] as Told['event'],
        claim,
      }));
      const found = told.flatMap((one) => relate(tree, told, one, denials, layers));
      return { disputes: distinct(found) };
    },
  };
}

function relate(
  tree: Tree,
  told: readonly Told[],
  one: Told,
  denials: ReadonlySet<string>,
  layers: { readonly quantities: readonly { readonly min: number | null; readonly max: number | null }[] },
): readonly Dispute[] {
  const before = told.slice(Math.max(0, one.index - REACH), one.index);
  if (one.event.type === 'REJECT' && denials.has(lemmaOf(tree, one.event.headToken)))
    return deny(tree, told, before, one);
  if (one.claim.polarity === 'negative') return contradict(tree, before, one);
  return [
    ...partOf(tree, before, one),
    ...rival(before, one, tree, layers),
    ...predicted(before, one),
    ...alternative(tree, before, one),
  ];
}

function link(from: Told, to: Told, relation: Relation, rule: string, confidence: number): Dispute {
  return {
    from: from.index,
    to: to.index,
    relation,
    why: { rule: `disputes/${rule}`, spans: [from.event.trigger, to.event.trigger], confidence },
  };
}

/**
 * What a denial denies: the claim inside it ("denied shelling the port"), with the claims of others that it answers;
 * "the allegations", "it", "that": what the other side has just claimed.
 */
function deny(tree: Tree, told: readonly Told[], before: readonly Told[], denial: Told): readonly Dispute[] {
  const inside = told.filter(
    (other) =>
      other !== denial &&
      other.index > denial.index &&
      other.index <= denial.index + 6 &&
      isUnder(tree, other.event.headToken, denial.event.headToken) &&
      isDenied(other),
  );
  const denied = inside.map((other) => link(denial, other, 'denies', 'denial-content', 0.85));
  const answered = inside.flatMap((other) =>
    before
      .filter(
        (earlier) =>
          isAsserted(earlier) && likeness(tree, earlier, other) >= ALIKE && !isOwnWord(earlier, denial),
      )
      .map((earlier) => link(denial, earlier, 'denies', 'denial-answers', 0.75)),
  );
  if (inside.length > 0) return [...denied, ...answered];
  return lastAllegations(before, denial).map((earlier) =>
    link(denial, earlier, 'denies', 'denial-anaphora', 0.6),
  );
}

function isDenied({ claim }: Told): boolean {
  return claim.polarity === 'negative';
}

function isAsserted({ claim }: Told): boolean {
  return claim.polarity === 'positive' && claim.timeframe !== 'future' && claim.timeframe !== 'hypothetical';
}

/** A party does not deny what it has said itself. */
function isOwnWord(earlier: Told, denial: Told): boolean {
  const denier = denial.event.roles.find((role) => role.name === 'actor')?.party;
  return denier !== undefined && sameSide(innermost(earlier), { kind: 'words', party: denier });
}

/** The claims of the source that spoke last before the denial, or of the party whose allegations it names. */
function lastAllegations(before: readonly Told[], denial: Told): readonly Told[] {
  const candidates = before.filter(
    (earlier) => isAsserted(earlier) && innermost(earlier).kind !== 'outlet' && !isOwnWord(earlier, denial),
  );
  const accused = denial.event.roles.find((role) => role.name === 'recipient')?.party;
  const named =
    accused === undefined ? [] : candidates.filter((earlier) => sameCountry(earlier, accused.country));
  if (named.length > 0) return named;
  const last = candidates.at(-1);
  return last === undefined
    ? []
    : candidates.filter((earlier) => sameSource(earlier, last) && last.index - earlier.index <= 3);
}

function sameCountry(told: Told, country: string | null): boolean {
  const source = innermost(told);
  return country !== null && source.kind === 'words' && source.party.country === country;
}

/** "Not one soldier has crossed": it contradicts whoever says that some did. */
function contradict(tree: Tree, before: readonly Told[], one: Told): readonly Dispute[] {
  return before
    .filter(
      (earlier) => isAsserted(earlier) && !sameSource(earlier, one) && likeness(tree, earlier, one) >= ALIKE,
    )
    .map((earlier) => link(one, earlier, 'contradicts', 'negated-claim', 0.7));
}

/** "bombed a market, killing 23 people": the killing is a part of the bombing. */
function partOf(tree: Tree, before: readonly Told[], one: Told): readonly Dispute[] {
  const verb = one.event.headToken;
  const isPart = isRelation(relationOf(tree, verb), ['advcl', 'acl']) && lowerOf(tree, verb).endsWith('ing');
  const whole = isPart ? before.find((earlier) => earlier.event.headToken === headOf(tree, verb)) : undefined;
  return whole !== undefined && sameFamily(whole.event.type, one.event.type)
    ? [link(one, whole, 'part-of', 'participle', 0.8)]
    : [];
}

/** Rival figures for one act contradict each other; alike acts told by another source are the same. */
function rival(
  before: readonly Told[],
  one: Told,
  tree: Tree,
  {
    quantities,
  }: { readonly quantities: readonly { readonly min: number | null; readonly max: number | null }[] },
): readonly Dispute[] {
  return before.flatMap((earlier) => {
    if (
      !isAsserted(earlier) ||
      !isAsserted(one) ||
      sameSource(earlier, one) ||
      likeness(tree, earlier, one) < ALIKE + 0.05
    )
      return [];
    const clash = one.event.quantities.some(({ quantity, of }) =>
      earlier.event.quantities.some(
        (other) => other.of === of && disagree(quantities[quantity], quantities[other.quantity]),
      ),
    );
    return [
      clash
        ? link(one, earlier, 'contradicts', 'rival-number', 0.7)
        : link(one, earlier, 'same-as', 'repeated', 0.6),
    ];
  });
}

type Bounds = { readonly min: number | null; readonly max: number | null } | undefined;

function disagree(a: Bounds, b: Bounds): boolean {
  if (a === undefined || b === undefined) return false;
  return (a.max ?? Infinity) < (b.min ?? 0) || (b.max ?? Infinity) < (a.min ?? 0);
}

/** A forecast and the event that it is about. */
function predicted(before: readonly Told[], one: Told): readonly Dispute[] {
  const isForecast = one.claim.timeframe === 'future' || one.claim.timeframe === 'hypothetical';
  if (!isForecast) return [];
  const seen = before.find(
    (earlier) => isAsserted(earlier) && earlier.event.type === one.event.type && shareActor(earlier, one),
  );
  return seen === undefined ? [] : [link(one, seen, 'predicts', 'forecast', 0.5)];
}

function shareActor(a: Told, b: Told): boolean {
  const countries = (told: Told) =>
    told.event.roles.filter((role) => role.name === 'actor').flatMap((role) => role.party.country ?? []);
  return countries(a).some((country) => countries(b).includes(country));
}

/** "whether he had deserted or been killed": two readings of one thing. */
function alternative(tree: Tree, before: readonly Told[], one: Told): readonly Dispute[] {
  const verb = one.event.headToken;
  const isOr =
    relationOf(tree, verb) === 'conj' &&
    (tree.children[verb] ?? []).some((child) => lowerOf(tree, child) === 'or');
  const other = isOr ? before.find((earlier) => earlier.event.headToken === headOf(tree, verb)) : undefined;
  return other === undefined ? [] : [link(one, other, 'alternative-to', 'or', 0.7)];
}

function distinct(disputes: readonly Dispute[]): readonly Dispute[] {
  const seen = new Set<string>();
  return disputes.filter(({ from, to, relation }) => {
    const key = `${from} ${to} ${relation}`;
    return from !== to && !seen.has(key) && seen.add(key);
  });
}
