import type { Attribution, SourceRef } from '../document/event-layers.ts';
import { childrenBy, lemmaOf, lowerOf, type Tree } from '../language/tree.ts';
import { type Bearing, bearing, type FactualityScene, lookUp } from './bearing.ts';
import type { Operator } from './operators.ts';
import { markersOf } from './scopes.ts';

const BY_STANCE: Readonly<Record<Attribution['stance'], Operator>> = {
  assert: { turns: false, certainty: null, timeframe: null },
  deny: { turns: true, certainty: null, timeframe: null },
  doubt: { turns: false, certainty: 'unknown', timeframe: null },
  predict: { turns: false, certainty: null, timeframe: 'future' },
  fear: { turns: false, certainty: 'possible', timeframe: 'hypothetical' },
  promise: { turns: false, certainty: null, timeframe: 'future' },
  demand: { turns: false, certainty: null, timeframe: 'future' },
  threaten: { turns: false, certainty: 'possible', timeframe: 'hypothetical' },
  ask: { turns: false, certainty: 'unknown', timeframe: null },
  withhold: { turns: false, certainty: 'unknown', timeframe: null },
};

const MODALS = new Set('will would shall should may might can could must ’ll ’d'.split(' '));
const PERFECT = new Set('had have has ’ve'.split(' '));

/**
 * "swears that the brakes failed", "warned that soldiers had mined the road": what is told as done is neither promised nor
 * to come. Only the verb's own clause tells; what is joined to it may still be to come.
 */
function isToldAsDone(tree: Tree, cue: number, stance: Attribution['stance']): boolean {
  const told = childrenBy(tree, cue, 'ccomp').find((clause) => clause > cue);
  if (told === undefined || (stance !== 'promise' && !isWarning(tree, cue))) return false;
  const auxiliaries = childrenBy(tree, told, 'aux', 'aux:pass').map((aux) => lowerOf(tree, aux));
  if (auxiliaries.some((aux) => MODALS.has(aux)) || lowerOf(tree, told).endsWith('ing')) return false;
  if (childrenBy(tree, told, 'mark').some((mark) => lowerOf(tree, mark) === 'to')) return false;
  if (auxiliaries.some((aux) => PERFECT.has(aux))) return true;
  // "warned that the truce was fragile" tells a state, "vowed that he never fired" an act.
  return stance === 'promise' && isPastVerb(tree, told);
}

function isWarning(tree: Tree, cue: number): boolean {
  return ['warn', 'caution', 'alert'].includes(lemmaOf(tree, cue));
}

function isPastVerb(tree: Tree, clause: number): boolean {
  const { tense, verbForm } = tree.tags[clause]?.features ?? {};
  const isPassive = childrenBy(tree, clause, 'aux:pass').some((aux) =>
    ['was', 'were'].includes(lowerOf(tree, aux)),
  );
  return tree.tags[clause]?.upos === 'VERB' && (isPassive || (tense === 'Past' && verbForm === 'Fin'));
}

/** Verbs whose "not" belongs to what is believed. */
const NEGATION_RAISING = new Set('think believe expect suppose imagine anticipate reckon foresee'.split(' '));

/** "There was no confirmation that it had been seized": the word itself is missing. */
function isNone(tree: Tree, cue: number): boolean {
  return (
    tree.tags[cue]?.upos === 'NOUN' && childrenBy(tree, cue, 'det').some((det) => lowerOf(tree, det) === 'no')
  );
}

function isNeither(tree: Tree, cue: number | undefined): boolean {
  if (cue === undefined) return false;
  return [cue - 1, ...(tree.children[cue] ?? [])].some((word) =>
    ['nor', 'neither'].includes(lowerOf(tree, word)),
  );
}

/** "Nothing", "no one", "none of them", "few here": words for whoever does not speak. */
export function isNobody(source: SourceRef): boolean {
  return (
    source.kind === 'words' &&
    /^(?:nothing|nobody|no[ -]one|none|few(?! (?:days|hours|minutes|weeks))|hardly anyone|hardly anybody)\b/iu.test(
      source.party.text,
    )
  );
}

/** What the cue commits its source to; a cue that is itself negated ("has never admitted") commits it to nothing. */
export function frameBearings(scene: FactualityScene, frame: Attribution | undefined): readonly Bearing[] {
  if (frame === undefined) return [];
  const cue = frame.cue === null ? undefined : tokenAt(scene.tree, frame.cue.start);
  const tokens = cue === undefined ? [] : [cue];
  const isDone = cue !== undefined && isToldAsDone(scene.tree, cue, frame.stance);
  const operator = isDone ? BY_STANCE.assert : BY_STANCE[frame.stance];
  const found = [
    bearing(
      {
        ...operator,
        certainty: operator.certainty ?? (isDone || frame.certainty === 'certain' ? null : frame.certainty),
      },
      `claims/stance-${frame.stance}`,
      tokens,
    ),
  ];
  // "unconfirmed reports of shelling"
  const doubts =
    cue === undefined
      ? []
      : childrenBy(scene.tree, cue, 'amod').filter(
          (word) => lookUp(scene, 'adj-mod', word)?.certainty === 'probable',
        );
  if (doubts.length > 0)
    found.push(
      bearing({ turns: false, certainty: 'probable', timeframe: null }, 'claims/cue-doubted', doubts),
    );
  // "ruled out sending troops": what is ruled out is not to come; what an inquiry rules out was not.
  if (cue !== undefined && isRulingOut(scene.tree, cue, frame.firstToken))
    found.push(bearing({ turns: false, certainty: null, timeframe: 'future' }, 'claims/ruled-out', [cue]));
  const isNegated =
    cue !== undefined &&
    (isNone(scene.tree, cue) ||
      markersOf(scene.tree, cue).adverbs.some(
        (adverb) => adverb < cue && lookUp(scene, 'adverb', adverb)?.turns === true,
      ));
  // "vowed never to surrender": what stands behind the cue turns what is vowed.
  const behind =
    cue === undefined
      ? []
      : childrenBy(scene.tree, cue, 'advmod').filter(
          (adverb) => adverb === cue + 1 && ['never', 'not'].includes(lowerOf(scene.tree, adverb)),
        );
  if (behind.length > 0)
    found.push(bearing({ turns: true, certainty: null, timeframe: null }, 'claims/negation', behind));
  const habit =
    cue === undefined
      ? []
      : markersOf(scene.tree, cue).adverbs.flatMap((adverb) =>
          lookUp(scene, 'adverb', adverb)?.timeframe === 'background' ? [adverb] : [],
        );
  // "has repeatedly denied targeting civilians" speaks of no single day.
  const told =
    habit.length === 0
      ? found
      : [
          ...found,
          bearing({ turns: false, certainty: null, timeframe: 'background' }, 'claims/cue-habitual', habit),
        ];
  // "Nothing suggests that it was shot down", "nobody claims that they fled": it is nobody's word.
  if (isNobody(frame.source) && cue !== undefined && NEGATION_RAISING.has(lemmaOf(scene.tree, cue)))
    return [
      ...told,
      bearing({ turns: true, certainty: null, timeframe: null }, 'claims/nobody-expects', tokens),
    ];
  if (isNobody(frame.source))
    return [bearing({ turns: false, certainty: 'unknown', timeframe: null }, 'claims/nobody-says', tokens)];
  if (!isNegated) return told;
  // "does not expect an invasion" expects that there will be none.
  if (cue !== undefined && NEGATION_RAISING.has(lemmaOf(scene.tree, cue)))
    return [...told, bearing({ turns: true, certainty: null, timeframe: null }, 'claims/cue-raised', tokens)];
  // "did not rule out strikes": what is not denied is possible.
  // "could neither confirm nor deny that he was held": nothing is said of it.
  if (frame.stance === 'deny' && !isNeither(scene.tree, cue))
    return [
      ...found.filter(({ rule }) => rule === 'claims/ruled-out'),
      bearing({ turns: false, certainty: 'possible', timeframe: null }, 'claims/denial-negated', tokens),
    ];
  return [bearing({ turns: false, certainty: 'unknown', timeframe: null }, 'claims/cue-negated', tokens)];
}

function isRulingOut(tree: Tree, cue: number, first: number): boolean {
  const isGerund = lowerOf(tree, first).endsWith('ing') && lowerOf(tree, first) !== 'having';
  return lemmaOf(tree, cue) === 'rule' && isGerund && tree.tags[first]?.upos === 'VERB';
}

/** Gives the token that starts at an offset; logarithmic. */
export function tokenAt(tree: Tree, start: number): number | undefined {
  let low = 0;
  let high = tree.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tree.tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return tree.tokens[low]?.start === start ? low : undefined;
}
