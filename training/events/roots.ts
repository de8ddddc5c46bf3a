import { overlaps, type Span } from '../../src/document/span.ts';
import { growTree, headOf, isRelation, relationOf, type Tree } from '../../src/language/tree.ts';
import { everyNth, type RootCase, readLines, spansOf } from './corpora.ts';
import { type MeasureOptions, openReading, type ReadDoc } from './reading.ts';

type Event = ReadDoc['layers']['events'][number];

const COOPERATIVE = new Set(['CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT']);
const HOSTILE = new Set(['SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE', 'PROTEST']);

/**
 * The set is marked by the rules before PLOVER 2.0: its YIELD is our CONCEDE (by word) and RETREAT (in deeds); what is still
 * to come is AGREE where it is friendly, THREATEN where it is not, and REJECT where it will not be done, which 2.0 tells by
 * its modes `future` and `negation`; convictions are ACCUSE and cyber attacks ASSAULT.
 */
function rootOf(doc: ReadDoc, event: Event): string {
  const index = doc.layers.events.indexOf(event);
  const claims = doc.layers.claims.filter((claim) => claim.event === index);
  const isToCome =
    claims.length > 0 &&
    claims.every(({ timeframe }) => timeframe === 'future' || timeframe === 'hypothetical');
  if (isToCome && claims.every(({ polarity }) => polarity === 'negative')) return 'REJECT';
  if (isToCome && COOPERATIVE.has(event.type)) return 'AGREE';
  if (isToCome && HOSTILE.has(event.type)) return 'THREATEN';
  if (event.mode === 'convict') return 'ACCUSE';
  if (event.mode === 'cyber') return 'ASSAULT';
  return event.type === 'CONCEDE' || event.type === 'RETREAT' ? 'YIELD' : event.type;
}

/**
 * Measures the root type where source and target are given. Of our events in the sentence we take the one whose actor
 * overlaps the source (two points; one where that is the recipient), and whose recipient overlaps the target or whose clause
 * holds it (two points; one where that is the actor), with one point more for a trigger on the way through the tree from the
 * source to the target; of equals the one nearest the root, then the first. A case without an event counts as wrong.
 */
export async function measureRoots(
  path: string,
  { engine, every, showErrors }: MeasureOptions,
): Promise<void> {
  const read = await openReading(engine);
  const byRoot = new Map<string, { all: number; right: number; none: number }>();
  for (const one of everyNth(readLines<RootCase>(path), every)) {
    const doc = read(one.id, one.text, null);
    const event = chosen(doc, one);
    const counts = byRoot.get(one.root) ?? { all: 0, right: 0, none: 0 };
    counts.all++;
    const isRight = event !== undefined && rootOf(doc, event) === one.root;
    if (isRight) counts.right++;
    if (event === undefined) counts.none++;
    byRoot.set(one.root, counts);
    if (showErrors && !isRight)
      console.log(
        `${one.root}\t${event === undefined ? 'none' : `${event.type}/${rootOf(doc, event)}`}\t${show(one, event)}`,
      );
  }
  const all = [...byRoot.values()];
  const sum = (key: 'all' | 'right' | 'none') => all.reduce((total, counts) => total + counts[key], 0);
  for (const [root, { all: cases, right, none }] of [...byRoot].sort())
    console.log(`${root.padEnd(10)} ${right} of ${cases}, ${none} without an event`);
  console.log(
    `root type ${((100 * sum('right')) / sum('all')).toFixed(1)} % of ${sum('all')}; no event in ${sum('none')}`,
  );
}

function chosen(doc: ReadDoc, one: RootCase): Event | undefined {
  const { source, target } = spansOf(one);
  const tree = growTree(doc.layers);
  const to = headIn(tree, target);
  const path = pathBetween(tree, headIn(tree, source), to);
  const scored = doc.layers.events.map((event, index) => {
    const fits = (name: string, span: Span) =>
      event.roles.some((role) => role.name === name && overlaps(role.party, span));
    const score =
      (fits('actor', source) ? 2 : 0) +
      (fits('recipient', target) || holdsInClause(tree, event.headToken, to) ? 2 : 0) +
      (fits('recipient', source) && !fits('actor', source) ? 1 : 0) +
      (fits('actor', target) ? 1 : 0) +
      (path.has(event.headToken) ? 1 : 0);
    return { event, score, depth: depthOf(tree, event.headToken), index };
  });
  scored.sort((a, b) => b.score - a.score || a.depth - b.depth || a.index - b.index);
  return scored[0]?.event;
}

/** The token of a span that hangs on a token outside it. */
function headIn(tree: Tree, { start, end }: Span): number {
  return tree.tokens.findIndex((token, index) => {
    const head = tree.tokens[headOf(tree, index)];
    return (
      token.start < end && token.end > start && (head === undefined || head.start >= end || head.end <= start)
    );
  });
}

function pathBetween(tree: Tree, from: number, to: number): ReadonlySet<number> {
  const [up, down] = [above(tree, from), above(tree, to)];
  const top = up.find((token) => down.includes(token));
  const part = (chain: readonly number[]) =>
    chain.slice(0, top === undefined ? undefined : chain.indexOf(top) + 1);
  return new Set([...part(up), ...part(down)]);
}

function above(tree: Tree, token: number): readonly number[] {
  const chain: number[] = [];
  for (let at = token; at >= 0; at = headOf(tree, at)) chain.push(at);
  return chain;
}

/** Tells whether a token hangs on a trigger without being joined to it: "condemned the raid and promised aid to Kenya". */
function holdsInClause(tree: Tree, trigger: number, token: number): boolean {
  const chain = above(tree, token);
  const at = chain.indexOf(trigger);
  return at > 0 && !isRelation(relationOf(tree, chain[at - 1] ?? -1), ['conj', 'parataxis']);
}

function depthOf(tree: Tree, token: number): number {
  return above(tree, token).length;
}

function show({ marked, text }: RootCase, event: Event | undefined): string {
  if (event === undefined) return marked;
  const roles = event.roles.map(({ name, party }) => `${name}=${party.text}`).join('; ');
  return `${text.slice(event.trigger.start, event.trigger.end)} (${roles}; ${event.why.rule})\t${marked}`;
}
