import type { Dispute, Relation } from '../document/event-layers.ts';
import type { Layers } from '../document/layers.ts';
import type { Stage } from '../document/stage.ts';
import type { Row } from '../document/table.ts';
import {
  childBy,
  childrenBy,
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
/** This alike, two sources tell the same act; chosen by hand on the development reports. */
const SAME = 0.65;

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
      const found: Dispute[] = [];
      // In the order of the text: what has been denied tells what a later "not one of them" means.
      for (const one of told) found.push(...relate(tree, { told, found, denials, layers }, one));
      return { disputes: distinct(found) };
    },
  };
}

interface Scene {
  readonly told: readonly Told[];
  /** What has been found so far. */
  readonly found: readonly Dispute[];
  readonly denials: ReadonlySet<string>;
  readonly layers: Pick<Layers, 'quantities'>;
}

function relate(tree: Tree, { told, found, denials, layers }: Scene, one: Told): readonly Dispute[] {
  const before = told.slice(Math.max(0, one.index - REACH), one.index);
  if (one.event.type === 'REJECT' && denials.has(lemmaOf(tree, one.event.headToken)))
    return deny(tree, told, before, one);
  if (one.claim.polarity === 'negative' && one.claim.timeframe !== 'current') return [];
  if (one.claim.polarity === 'negative') return contradict(tree, before, one, found);
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
 * What a denial denies: the claims of others that its content answers ("denied shelling the port"), else the content
 * itself; "the allegations", "it", "that", or no object at all: what the other side has just claimed.
 */
function deny(tree: Tree, told: readonly Told[], before: readonly Told[], denial: Told): readonly Dispute[] {
  const inside = told
    .slice(denial.index + 1, denial.index + 7)
    .filter((other) => isUnder(tree, other.event.headToken, denial.event.headToken) && isDenied(other));
  const others = before.filter((earlier) => isAsserted(earlier) && !isOwnWord(earlier, denial));
  // "has repeatedly denied bombing hospitals" answers no claim of today.
  const isHabit = denial.claim.timeframe === 'background';
  const answered = (isHabit ? [] : inside).flatMap((other) =>
    mostAlike(tree, others, other).map((earlier) => link(denial, earlier, 'denies', 'denial-answers', 0.75)),
  );
  if (inside.length > 0)
    return [...inside.map((other) => link(denial, other, 'denies', 'denial-content', 0.85)), ...answered];
  // What was demanded is refused, not denied.
  if (!isAnaphoric(tree, denial.event.headToken) || before.at(-1)?.event.type === 'REQUEST') return [];
  return lastAllegations(others, denial).map((earlier) =>
    link(denial, earlier, 'denies', 'denial-anaphora', 0.6),
  );
}

/** The earlier claims most like this one, if any is alike enough; ties are all kept. */
function mostAlike(tree: Tree, before: readonly Told[], one: Told): readonly Told[] {
  const scored = before
    .map((earlier) => ({ earlier, score: likeness(tree, earlier, one) }))
    .filter(({ score }) => score >= ALIKE);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ earlier }) => earlier);
}

/** Nouns and pronouns that a denial uses for what somebody else has said. */
const SAYINGS = new Set(
  'it this that allegation claim report accusation charge suggestion explanation account rumour rumor statement assertion version story idea which them attack incident event'.split(
    ' ',
  ),
);

function isAnaphoric(tree: Tree, verb: number): boolean {
  const object =
    childBy(tree, verb, 'obj', 'nsubj:pass') ??
    childrenBy(tree, verb, 'obl').find((child) => SAYINGS.has(lemmaOf(tree, child)));
  if (object !== undefined) return SAYINGS.has(lemmaOf(tree, object)) || SAYINGS.has(lowerOf(tree, object));
  const clause = childBy(tree, verb, 'ccomp', 'xcomp');
  // "denied that the attack had taken place": the clause only names what was claimed.
  return clause === undefined || ['take', 'happen', 'occur'].includes(lemmaOf(tree, clause));
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
function lastAllegations(others: readonly Told[], denial: Told): readonly Told[] {
  const candidates = others.filter((earlier) => innermost(earlier).kind !== 'outlet' && isDeniable(earlier));
  const accused = denial.event.roles.find((role) => role.name === 'recipient')?.party;
  const named =
    accused === undefined ? [] : candidates.filter((earlier) => sameCountry(earlier, accused.country));
  if (named.length > 0) return named;
  const last = candidates.at(-1);
  return last === undefined
    ? []
    : candidates.filter((earlier) => sameSource(earlier, last) && last.index - earlier.index <= 2);
}

/** Acts of words are not what a denial means by "the allegations". */
function isDeniable({ event }: Told): boolean {
  return ['ASSAULT', 'MOBILIZE', 'COERCE', 'AID', 'OTHER', 'RETREAT', 'PROTEST', 'SANCTION'].includes(
    event.type,
  );
}

function sameCountry(told: Told, country: string | null): boolean {
  const source = innermost(told);
  return country !== null && source.kind === 'words' && source.party.country === country;
}

/**
 * "Not one soldier has crossed": it contradicts whoever says that some did; said by the side that has just denied
 * something, it contradicts what was denied.
 */
function contradict(
  tree: Tree,
  before: readonly Told[],
  one: Told,
  found: readonly Dispute[],
): readonly Dispute[] {
  const others = before.filter(
    (earlier) => isAsserted(earlier) && !sameSource(earlier, one) && isDeniable(earlier),
  );
  const alike = mostAlike(
    tree,
    others.filter((earlier) => innermost(earlier).kind !== 'outlet' || earlier.event.type === one.event.type),
    one,
  );
  if (alike.length > 0)
    return alike.map((earlier) => link(one, earlier, 'contradicts', 'negated-claim', 0.7));
  const denied = found
    .filter(
      ({ from, relation }) => relation === 'denies' && one.index - from <= 5 && isSameSide(before, from, one),
    )
    .map(({ to }) => to);
  const meant = others
    .filter((earlier) => denied.includes(earlier.index) && sameFamily(earlier.event.type, one.event.type))
    .at(-1);
  return meant === undefined ? [] : [link(one, meant, 'contradicts', 'denial-elaborated', 0.55)];
}

function isSameSide(before: readonly Told[], denial: number, one: Told): boolean {
  const denier = before
    .find(({ index }) => index === denial)
    ?.event.roles.find(({ name }) => name === 'actor')?.party;
  const source = innermost(one);
  return (
    denier !== undefined &&
    source.kind === 'words' &&
    (denier.country === source.party.country || sameSide({ kind: 'words', party: denier }, source))
  );
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
  { quantities }: Pick<Layers, 'quantities'>,
): readonly Dispute[] {
  if (!isAsserted(one)) return [];
  const others = before.filter((earlier) => isAsserted(earlier) && !sameSource(earlier, one));
  const rivals = others.filter((earlier) => isRivalToll(earlier, one, quantities));
  if (rivals.length > 0)
    return rivals.slice(-1).map((earlier) => link(one, earlier, 'contradicts', 'rival-toll', 0.65));
  const alike = mostAlike(tree, others, one).at(-1);
  if (alike === undefined) return [];
  const clash = one.event.quantities.some(({ quantity, of }) =>
    alike.event.quantities.some(
      (other) => other.of === of && disagree(quantities[quantity], quantities[other.quantity]),
    ),
  );
  if (clash) return [link(one, alike, 'contradicts', 'rival-number', 0.7)];
  return likeness(tree, alike, one) >= SAME ? [link(one, alike, 'same-as', 'repeated', 0.6)] : [];
}

/** "Five children were among the dead" is no rival of nine people: a part is not the whole. */
function sameCounted(a: Told, b: Told): boolean {
  const head = ({ event }: Told): string =>
    event.roles
      .find(({ name }) => name === 'recipient')
      ?.party.text.split(' ')
      .at(-1)
      ?.toLowerCase() ?? '';
  const [x, y] = [head(a), head(b)];
  return x === y || x === '' || y === '';
}

/** Two sources count the dead (or the wounded) of today differently, and neither says that it was elsewhere or another day. */
function isRivalToll(a: Told, b: Told, quantities: Layers['quantities']): boolean {
  const isToday = a.claim.timeframe === 'current' && b.claim.timeframe === 'current';
  const isElsewhere = a.event.place !== null && b.event.place !== null && a.event.place !== b.event.place;
  const isOtherDay = a.event.time !== null && b.event.time !== null && a.event.time !== b.event.time;
  if (sameSide(innermost(a), innermost(b)) || !sameCounted(a, b)) return false;
  if (!isToday || isElsewhere || isOtherDay || a.event.type !== 'ASSAULT' || b.event.type !== 'ASSAULT')
    return false;
  return b.event.quantities.some(
    ({ quantity, of }) =>
      ['killed', 'wounded'].includes(of) &&
      a.event.quantities.some(
        (other) => other.of === of && disagree(quantities[quantity], quantities[other.quantity]),
      ),
  );
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

/**
 * Gives the events inside a denial that an earlier claim tells already: "denied that its men had fired" answers whoever said
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
