import type { Layers } from '../../document/layers.ts';
import {
  childrenBy,
  growTree,
  headOf,
  lemmaOf,
  lowerOf,
  relationOf,
  type Tree,
} from '../../language/tree.ts';
import type { Direction } from './anchor.ts';

/** Tells which way the clause of a time looks, by its last token and its first. */
export type DirectionOf = (token: number, firstToken?: number) => Direction;

const PERFECT = new Set(['have', 'has', 'had', "'ve", '’ve']);

/** "may arrive on Friday", "should a ship be hit this month": what may be lies ahead, unless it "may have" been. */
const FUTURE_AUXILIARIES = new Set("will shall 'll ’ll wo would may might could should must can".split(' '));

/** Words whose complement lies ahead: "scheduled for Friday", "plans to meet on Monday", "an upcoming vote". */
const AHEAD = new Set(
  'plan schedule expect set due slate intend hope want vow pledge promise agree prepare threaten aim propose invite order urge ask upcoming forthcoming planned scheduled expected plan deadline likely refuse decide demand call seek await'.split(
    ' ',
  ),
);

/** How far up the tree a time looks for its verb. */
const MAX_STEPS = 12;

/** Reads tense off the trees; where a sentence has none, off its words. */
export function directions(
  layers: Pick<Layers, 'sentences' | 'tokens' | 'tags' | 'dependencies'>,
): DirectionOf {
  const tree = growTree(layers);
  return (token, firstToken = token) => {
    if (isSetFor(tree, token, firstToken)) return 'future';
    if (isDone(tree, token)) return 'past';
    const read = layers.dependencies.length > 0 ? climb(tree, token) : null;
    return read ?? scan(layers, token);
  };
}

/** Verbs that move an end ahead: "postponed until Tuesday", "gave them until 9 a.m. on Friday", "had until May to leave". */
const DEFERRING = new Set('postpone extend delay give have adjourn suspend defer remand'.split(' '));
/** Steps from the words of a day up to the verb: "gave", "until", "9 a.m.", "on Friday". */
const MAX_SET_STEPS = 3;

/** "called a strike for Friday", "postponed until Tuesday": set for a day that is still to come. */
function isSetFor(tree: Tree, token: number, firstToken: number): boolean {
  const before = lowerOf(tree, token - 1);
  if (before === 'for') return lowerOf(tree, token).endsWith('day') && !isPossessive(tree, token);
  if (!['until', 'till'].includes(lowerOf(tree, firstToken - 1))) return false;
  for (
    let at = headOf(tree, token), steps = 0;
    at >= 0 && steps < MAX_SET_STEPS;
    at = headOf(tree, at), steps++
  )
    if (tree.tags[at]?.upos === 'VERB') return DEFERRING.has(lemmaOf(tree, at));
  return false;
}

function isPossessive(tree: Tree, token: number): boolean {
  return /^['’]s?$/.test(lowerOf(tree, token + 1));
}

/** "Wednesday's ruling" has been made; "ahead of Friday's vote" and "will vote in Sunday's election" look ahead. */
function isDone(tree: Tree, token: number): boolean {
  const before = lowerOf(tree, token - 1);
  const beyond = `${lowerOf(tree, token - 2)} ${before}`;
  return (
    isPossessive(tree, token) &&
    beyond !== 'ahead of' &&
    !['before', 'for', 'until', 'in', 'by'].includes(before)
  );
}

/** Goes up from the time to the first verb that says when. */
function climb(tree: Tree, token: number): Direction | null {
  for (let at = token, steps = 0; at >= 0 && steps < MAX_STEPS; at = headOf(tree, at), steps++) {
    if (at !== token && isAhead(tree, at)) return 'future';
    const read = verbDirection(tree, at, token);
    if (read !== null) return read;
  }
  return null;
}

/** "plans a summit on Friday", "due on Monday": the word itself looks ahead, unless it is told of as past. */
function isAhead(tree: Tree, token: number): boolean {
  const word = AHEAD.has(lemmaOf(tree, token)) || AHEAD.has(lowerOf(tree, token));
  const upos = tree.tags[token]?.upos;
  if (upos === 'NOUN')
    return childrenBy(tree, token, 'amod').some((child) => AHEAD.has(lowerOf(tree, child)));
  // "agreed on Monday to meet": the agreeing is past; its complement is handled at the complement.
  return word && upos === 'ADJ';
}

function verbDirection(tree: Tree, token: number, time: number): Direction | null {
  const tag = tree.tags[token];
  // "has scheduled a briefing on Thursday": whatever its tense, such a verb looks ahead to what follows it.
  if (PLANNING.has(lemmaOf(tree, token)) && tag?.upos === 'VERB' && time > token) return 'future';
  const auxiliaries = childrenBy(tree, token, 'aux', 'cop');
  if (auxiliaries.some((child) => PERFECT.has(lowerOf(tree, child)))) return 'past';
  if (auxiliaries.some((child) => FUTURE_AUXILIARIES.has(lowerOf(tree, child)))) return 'future';
  const finite = auxiliaries
    .map((child) => tree.tags[child]?.features.tense)
    .find((tense) => tense !== undefined);
  const to = infinitiveMark(tree, token);
  // "urged the court on Saturday to free prisoners": what stands before "to" belongs to the verb outside.
  if (to !== undefined) return time < to ? null : governedDirection(tree, token);
  if (tag?.upos !== 'VERB' && tag?.upos !== 'AUX' && auxiliaries.length === 0) return null;
  if (auxiliaries.some((child) => ['have', 'has', 'had', "'ve", '’ve'].includes(lowerOf(tree, child))))
    return 'past';
  if (isScheduled(tree, token)) return 'future';
  if (finite !== undefined) return finite === 'Past' ? 'past' : 'present';
  if (tag?.features.tense === 'Past') return 'past';
  if (isOnTimetable(tree, token, time, auxiliaries)) return 'future';
  if (tag?.features.tense === 'Pres' && tag.features.verbForm !== 'Part') return 'present';
  return null;
}

/** What is told in the present when it stands in a calendar. */
const TIMETABLE = new Set(
  'fly travel leave depart arrive sail return visit meet convene gather vote host hold open reopen start begin resume end expire close lapse conclude'.split(
    ' ',
  ),
);

/** "The minister flies to Doha on Thursday": a bare present before its day tells a plan; "On Sunday the army leaves" tells a tale. */
function isOnTimetable(tree: Tree, verb: number, time: number, auxiliaries: readonly number[]): boolean {
  const { tense, verbForm } = tree.tags[verb]?.features ?? {};
  return (
    tense === 'Pres' &&
    verbForm !== 'Part' &&
    time > verb &&
    auxiliaries.length === 0 &&
    TIMETABLE.has(lemmaOf(tree, verb))
  );
}

const PLANNING = new Set(['schedule', 'plan', 'slate']);

const SCHEDULED = new Set('plan schedule expect set slate intend due'.split(' '));

/** "is due to", "are expected on Friday", "a vote scheduled for Monday": a passive of planning, not of ordering. */
function isScheduled(tree: Tree, token: number): boolean {
  const isPassive = childrenBy(tree, token, 'aux:pass', 'nsubj:pass').length > 0;
  return SCHEDULED.has(lemmaOf(tree, token)) && (isPassive || relationOf(tree, token) === 'acl');
}

function infinitiveMark(tree: Tree, token: number): number | undefined {
  return childrenBy(tree, token, 'mark').find((child) => lowerOf(tree, child) === 'to');
}

/** "vowed to answer on Friday" lies ahead; "managed to leave on Friday" does not. */
function governedDirection(tree: Tree, token: number): Direction | null {
  const governor = headOf(tree, token);
  if (governor < 0) return 'future';
  const plans = AHEAD.has(lemmaOf(tree, governor)) || AHEAD.has(lowerOf(tree, governor));
  return plans || lemmaOf(tree, governor) === 'be' || lemmaOf(tree, governor) === 'go' ? 'future' : null;
}

/** The words before and just after the time, up to a mark, when there is no tree to read. */
function scan({ sentences, tokens }: Pick<Layers, 'sentences' | 'tokens'>, token: number): Direction {
  const sentence = sentences[tokens[token]?.sentence ?? -1];
  const first = sentence?.firstToken ?? 0;
  const last = Math.min(sentence?.endToken ?? 0, token + 8);
  for (let at = token - 1; at >= first; at--) {
    const read = wordDirection(tokens[at]?.text.toLowerCase() ?? '');
    if (read !== null) return read;
  }
  for (let at = token + 1; at < last; at++) {
    const read = wordDirection(tokens[at]?.text.toLowerCase() ?? '');
    if (read !== null) return read;
  }
  return 'past';
}

function wordDirection(word: string): Direction | null {
  if (FUTURE_AUXILIARIES.has(word)) return 'future';
  if (['expected', 'scheduled', 'due', 'planned', 'upcoming', 'plans', 'slated'].includes(word))
    return 'future';
  if (
    word.endsWith('ed') ||
    ['was', 'were', 'had', 'has', 'have', 'said', 'took', 'held', 'began'].includes(word)
  )
    return 'past';
  return null;
}
