import { isAboutItsNoun } from '../attribution/contents.ts';
import { isMistakenRelative, isSetBeside } from '../attribution/relatives.ts';
import type { Doc } from '../document/doc.ts';
import type { Attribution, Claim, EventMention, SourceRef } from '../document/event-layers.ts';
import type { Span } from '../document/span.ts';
import type { Stage } from '../document/stage.ts';
import type { Row } from '../document/table.ts';
import type { Why } from '../document/why.ts';
import {
  childrenBy,
  growTree,
  headOf,
  isRelation,
  lowerOf,
  relationOf,
  spanOfTokens,
  subtreeOf,
  type Tree,
} from '../language/tree.ts';
import { readFactuality } from './factuality.ts';
import { isNobody } from './frame-bearings.ts';
import { compileOperators } from './operators.ts';

type Needs = 'sentences' | 'tokens' | 'tags' | 'dependencies' | 'times' | 'events' | 'attributions';

/** The rows of the tables in `data/claims`. */
export interface ClaimRows {
  readonly operators: readonly Row[];
  readonly hedges: readonly Row[];
}

/** Gives the stage that reads one claim for each event mention: whose word it is and how firmly they commit to it. */
export function createClaims({ operators, hedges }: ClaimRows): Stage<Needs, 'claims'> {
  const table = compileOperators([...operators, ...hedges]);
  return {
    name: 'claims',
    version: 1,
    needs: ['sentences', 'tokens', 'tags', 'dependencies', 'times', 'events', 'attributions'],
    gives: ['claims'],
    run: (doc) => {
      const tree = growTree(doc.layers);
      const scene = {
        tree,
        operators: table,
        times: doc.layers.times,
        publishedOn: doc.report.publishedAt?.slice(0, 10) ?? null,
      };
      const claims = doc.layers.events.map((event, index): Claim => {
        const chain = chainOf(doc, tree, event);
        const frame = chain.at(-1);
        const { why, ...commitment } = readFactuality(scene, event, frame);
        return {
          event: index,
          sources: chain.length > 0 ? sourcesOf(chain) : sourcesWithin(tree, event),
          ...commitment,
          words: clauseOf(tree, event),
          why: { source: whyOfSource(chain), ...why },
        };
      });
      return { claims };
    },
  };
}

/**
 * Gives the attributions that an event stands in, outermost first. The innermost comes first to mind and its own nesting
 * tells the rest. Hearsay ("reportedly") counts only where nobody is named; a non-restrictive relative clause inside
 * an indirect report is the outlet's own voice.
 */
export function chainOf(doc: Doc<'attributions'>, tree: Tree, event: EventMention): readonly Attribution[] {
  const { attributions } = doc.layers;
  const token = event.headToken;
  const around = attributions.filter(
    (one) =>
      one.firstToken <= token &&
      token < one.endToken &&
      !isOwnCue(one, event) &&
      !isOwnJudgement(tree, one, event) &&
      !isOwnIntent(tree, one) &&
      !isFronted(tree, one) &&
      !isOwnSaying(tree, one, event) &&
      !isAside(tree, one, token),
  );
  const named = around.filter((one) => one.source.kind === 'words');
  const alleged = allegedInDenial(tree, attributions, around.at(-1));
  const innermost = alleged ?? (named.length > 0 ? named : around).at(-1);
  if (innermost === undefined) return [];
  const chain: Attribution[] = [innermost];
  for (let at = innermost.within; at !== null; at = attributions[at]?.within ?? null) {
    const outer = attributions[at];
    if (outer === undefined || chain.length >= 4) break;
    // "The rebels said so, a charge the army rejected": parsers make of what stands before the words that are rejected.
    if (isFronted(tree, outer)) continue;
    // "denied reports that a jet had bombed it": who denies a claim does not vouch that it was made.
    if (isGainsaying(tree, outer) && isNounCue(chain[0] as Attribution)) continue;
    if (outer.source.kind === 'words' && isReported(tree, outer, chain[0] as Attribution))
      chain.unshift(outer);
  }
  return chain;
}

const GAINSAYING: ReadonlySet<Attribution['stance']> = new Set(['deny', 'doubt', 'withhold']);

function isNounCue({ why }: Attribution): boolean {
  return ['attribution/noun', 'attribution/noun-unnamed', 'attribution/as-alleged'].includes(why.rule);
}

/** "rejected claims that they target schools": nobody is named who claims it, but it is not the one who rejects it. */
function allegedInDenial(
  tree: Tree,
  attributions: readonly Attribution[],
  inner: Attribution | undefined,
): Attribution | undefined {
  const outer = attributions[inner?.within ?? -1];
  const isMade =
    inner !== undefined && isNounCue(inner) && inner.certainty === 'certain' && !isAny(tree, inner);
  return isMade && outer !== undefined && isGainsaying(tree, outer) ? inner : undefined;
}

/** "rejected any claim that it was involved": nobody need have made it, and what is rejected is that it was. */
function isAny(tree: Tree, { cue, firstToken }: Attribution): boolean {
  for (let token = firstToken; token >= 0 && (tree.tokens[token]?.start ?? 0) >= (cue?.start ?? 0); token--)
    if (childrenBy(tree, token, 'det').some((word) => ['any', 'all', 'every'].includes(lowerOf(tree, word))))
      return tree.tokens[token]?.start === cue?.start;
  return false;
}

/** Who denies a claim, and who "has not been able to verify" it, stands by nothing in it. */
function isGainsaying(tree: Tree, outer: Attribution): boolean {
  return GAINSAYING.has(outer.stance) || (isAboutProof(outer) && isNegatedCue(tree, outer));
}

function isAboutProof({ why, stance }: Attribution): boolean {
  return stance === 'assert' && why.rule === 'attribution/speech-clause';
}

function isNegatedCue(tree: Tree, outer: Attribution): boolean {
  let cue = outer.firstToken;
  while (cue > 0 && (tree.tokens[cue]?.start ?? 0) > (outer.cue?.start ?? 0)) cue--;
  const path = [cue, headOf(tree, cue)];
  return path.some(
    (token) =>
      ['unable', 'yet'].includes(lowerOf(tree, token)) ||
      childrenBy(tree, token, 'advmod').some((word) =>
        ['not', 'n’t', "n't", 'never'].includes(lowerOf(tree, word)),
      ),
  );
}

/** The verb of an accusation is an event in its own right: "accused" is not inside what it accuses of. */
function isOwnCue({ cue }: Attribution, { trigger }: EventMention): boolean {
  return cue !== null && cue.start <= trigger.start && trigger.start < cue.end;
}

/** "The Treasury plans to blacklist them": whoever plans an act of their own says nothing; the report tells of the plan. */
function isOwnIntent(tree: Tree, { cue, firstToken, stance, why }: Attribution): boolean {
  return (
    why.rule === 'attribution/belief-clause' &&
    stance === 'promise' &&
    lowerOf(tree, firstToken) === 'to' &&
    tree.tokens[firstToken - 1]?.start === cue?.start
  );
}

/** "Kyiv accused Moscow of it, a charge Moscow denies": nobody denies in words that come before. */
function isFronted(tree: Tree, { cue, stance, form, firstToken }: Attribution): boolean {
  const start = tree.tokens[firstToken]?.start ?? 0;
  return stance === 'deny' && form !== 'direct' && cue !== null && start < cue.start;
}

/** "a claim disputed by the army": the dispute is not what is claimed. */
function isOwnSaying(tree: Tree, one: Attribution, { headToken, type }: EventMention): boolean {
  return (
    type === 'REJECT' && isNounCue(one) && tree.tokens[headOf(tree, headToken)]?.start === one.cue?.start
  );
}

/** "called the raid an outrage": calling it so is the act, and the outlet tells it; the rebels do not tell of an accusation. */
function isOwnJudgement(tree: Tree, { cue, why }: Attribution, event: EventMention): boolean {
  const { headToken, type, mode } = event;
  if (cue === null || why.rule !== 'attribution/judgement') return false;
  // "blamed Delhi for fanning hatred": a deed that somebody is blamed for is theirs to tell, whatever it is.
  const isDeed =
    tree.tags[headToken]?.upos === 'VERB' &&
    childrenBy(tree, headToken, 'mark', 'case').some((mark) => ['for', 'of'].includes(lowerOf(tree, mark)));
  return (
    !isDeed &&
    mode !== 'investigate' &&
    (type === 'ACCUSE' || type === 'REJECT' || type === 'SUPPORT') &&
    tree.tokens[headOf(tree, headToken)]?.start === cue.start
  );
}

function isAside(tree: Tree, attribution: Attribution, token: number): boolean {
  if (attribution.form === 'direct') return false;
  for (let at = token; at >= attribution.firstToken && at < attribution.endToken; at = headOf(tree, at)) {
    const relation = relationOf(tree, at);
    const noun = headOf(tree, at);
    // "said that Harare had paid them, which it denied": the parse lost what the clause hangs on.
    if (relation !== 'acl:relcl' && isAboutItsNoun(tree, at)) return true;
    const isRelative = relation === 'acl:relcl' || isMistakenRelative(tree, at);
    if (!isRelative || noun < attribution.firstToken) continue;
    if (!opensWithComma(tree, at) && !isSetBeside(tree, noun)) continue;
    // "a raid in which 23 people died, according to the rebels": the aside itself says whose word it is.
    return !isCueInside(tree, attribution, at) && !isCueBehind(tree, attribution, at);
  }
  return false;
}

function isCueInside(tree: Tree, { cue }: Attribution, verb: number): boolean {
  return cue !== null && subtreeOf(tree, verb).some((token) => tree.tokens[token]?.start === cue.start);
}

/** "a raid on Kassala, in which 14 people died, the rebels said": what closes a sentence speaks for the clause before it too. */
function isCueBehind(tree: Tree, { cue, endToken }: Attribution, verb: number): boolean {
  const last = subtreeOf(tree, verb).findLast((token) => tree.tags[token]?.upos !== 'PUNCT') ?? verb;
  const isLast = endToken - last <= 2 && tree.tokens[last]?.sentence === tree.tokens[endToken]?.sentence;
  return isLast && cue !== null && cue.start >= (tree.tokens[last]?.end ?? 0);
}

/** "… the Moro front, which has raided scores of farms": a comma before "who" or "which" sets the clause apart. */
function opensWithComma(tree: Tree, verb: number): boolean {
  const first = subtreeOf(tree, verb).find((token) => tree.tags[token]?.upos !== 'PUNCT') ?? verb;
  const opensRelative =
    ['who', 'whom', 'which', 'whose', 'where'].includes(lowerOf(tree, first)) ||
    tree.tags[first]?.upos === 'ADP' ||
    // "its fighters, some of whom were disarmed"
    (lowerOf(tree, first + 1) === 'of' && ['whom', 'which'].includes(lowerOf(tree, first + 2)));
  return opensRelative && lowerOf(tree, first - 1) === ',';
}

/** An outer source speaks for the inner only where the inner's saying is what is said, not an aside to it. */
function isReported(tree: Tree, outer: Attribution, inner: Attribution): boolean {
  if (inner.cue === null) return false;
  let token = inner.firstToken;
  for (let at = outer.firstToken; at < outer.endToken; at++)
    if (tree.tokens[at]?.start === inner.cue.start) token = at;
  for (let at = token; at >= outer.firstToken && at < outer.endToken; at = headOf(tree, at)) {
    if (isRelation(relationOf(tree, at), ['acl:relcl', 'appos', 'advcl', 'parataxis'])) return false;
  }
  return true;
}

function sourcesOf(chain: readonly Attribution[]): readonly SourceRef[] {
  const sources: SourceRef[] = [];
  for (const { source } of chain) {
    if (isNobody(source)) continue;
    const last = sources.at(-1);
    if (last !== undefined && sameSource(last, source)) continue;
    sources.push(source);
  }
  return sources.length > 0 ? sources : [{ kind: 'outlet' }];
}

function sameSource(a: SourceRef, b: SourceRef): boolean {
  if (a.kind !== 'words' || b.kind !== 'words') return a.kind === b.kind;
  return a.party.text === b.party.text || (a.party.start === b.party.start && a.party.end === b.party.end);
}

/** Whose word an event is that stands in nobody's speech: its own words may tell. */
function sourcesWithin(tree: Tree, event: EventMention): readonly SourceRef[] {
  if (isAllegedNoun(tree, event)) return [{ kind: 'unnamed' }];
  // "\"Pure invention,\" a commander replied": the word of scorn is his.
  const doer = event.roles.find(({ name }) => name === 'actor');
  const isReply = event.why.rule === 'events/rejection' && isQuoted(tree, event.headToken);
  return isReply && doer !== undefined && event.trigger.start < doer.party.start
    ? [{ kind: 'words', party: doer.party }]
    : [{ kind: 'outlet' }];
}

function isQuoted({ tokens }: Tree, token: number): boolean {
  return [token - 1, token - 2].some((at) => /^["“«'‘]$/u.test(tokens[at]?.text ?? ''));
}

/** "the alleged bombing": somebody says so, and the report does not say who. */
function isAllegedNoun(tree: Tree, { headToken }: EventMention): boolean {
  if (childrenBy(tree, headToken, 'amod').some((word) => ALLEGING.has(lowerOf(tree, word)))) return true;
  // "is accused of backing the rebels", "is charged with bombing it"
  const verb = headOf(tree, headToken);
  return (
    ACCUSING.has(lowerOf(tree, verb)) &&
    isRelation(relationOf(tree, headToken), ['advcl', 'obl', 'xcomp']) &&
    childrenBy(tree, verb, 'nsubj', 'obl:agent').length === 0
  );
}

const ACCUSING = new Set(['accused', 'suspected', 'charged']);

const ALLEGING = new Set('alleged reported purported claimed rumoured rumored'.split(' '));

function whyOfSource(chain: readonly Attribution[]): Why {
  return chain.at(-1)?.why ?? { rule: 'claims/source-outlet', spans: [], confidence: 0.8 };
}

/** Gives the clause that carries an event, cut at other clauses that it only introduces. */
function clauseOf(tree: Tree, event: EventMention): Span {
  let top = event.headToken;
  while (
    headOf(tree, top) >= 0 &&
    !isRelation(relationOf(tree, top), [
      'root',
      'ccomp',
      'advcl',
      'acl',
      'conj',
      'parataxis',
      'xcomp',
      'csubj',
    ])
  ) {
    top = headOf(tree, top);
  }
  const own = subtreeOf(tree, top).filter((token) => token === top || !isApart(tree, token, top));
  const first = own.find((token) => tree.tags[token]?.upos !== 'PUNCT') ?? top;
  const last = own.findLast((token) => tree.tags[token]?.upos !== 'PUNCT') ?? top;
  const span = spanOfTokens(tree, { firstToken: first, endToken: last + 1 });
  return { start: Math.min(span.start, event.trigger.start), end: Math.max(span.end, event.trigger.end) };
}

/** Clauses joined to this one, or set beside it, carry claims of their own. */
function isApart(tree: Tree, token: number, top: number): boolean {
  for (let at = token; at !== top && at >= 0; at = headOf(tree, at)) {
    const isClause = ['VERB', 'AUX'].includes(tree.tags[at]?.upos ?? '');
    if (
      headOf(tree, at) === top &&
      isClause &&
      isRelation(relationOf(tree, at), ['conj', 'parataxis', 'advcl'])
    )
      return true;
  }
  return false;
}
