import type { EventType } from '../../document/event-layers.ts';
import { childBy, childrenBy, headOf, isRelation, lemmaOf, lowerOf } from '../../language/tree.ts';
import type { Candidate } from '../candidate.ts';
import type { Scene } from '../scene.ts';

/** Nouns for how many were harmed. */
const HARMED = new Set('dead toll casualty fatality death loss injured wounded'.split(' '));
/** Nouns for how many of anything. */
const COUNTING = new Set('number figure count total tally loss estimate crowd turnout attendance'.split(' '));
/** Words behind a number for those who were harmed. */
const DEAD = new Set('dead killed wounded injured hurt'.split(' '));
/** Verbs that say how high a count is. */
const PUTTING = new Set('put set place raise lower revise cut estimate increase reckon'.split(' '));
/** "of at least twenty dead": how many tokens a count takes that is all a source gives. */
const LONGEST = 5;
/** How many sentences before a bare count the event stands that it counts. */
const REACH = 3;

/**
 * Finds the counts that some source sets against what was told, behind all other rules: "put its losses at seven", "the police
 * speak of one". A count of the harmed is an event of its own; any other is one of the kind that was counted last.
 */
export function findCounts(scene: Scene, found: readonly Candidate[]): readonly Candidate[] {
  const known = new Set(found.map(({ token }) => token));
  const counts = scene.tree.tokens.flatMap((_, token) => {
    if (known.has(token) || scene.outside.has(token)) return [];
    const counted = countedAt(scene, token);
    if (counted === undefined) return [];
    // "counts 21 dead", "speaks of 9,000 displaced": where the word is an event, its number is none.
    const word = token + 1;
    const isCounted = !HARMED.has(lemmaOf(scene.tree, token)) && COUNTED.has(lowerOf(scene.tree, word));
    if (isCounted && known.has(word)) return [];
    if (isCounted && DEAD.has(lowerOf(scene.tree, word)))
      return [candidateAt(scene, { token: word, counted, type: 'ASSAULT' })];
    const isToll =
      (HARMED.has(lemmaOf(scene.tree, token)) && isOfPeople(scene, token)) || isOfHarmed(scene, token);
    const type = isToll || isBody(scene, counted) ? 'ASSAULT' : null;
    const kind = type ?? typeBefore(scene, found, token);
    return kind === null ? [] : [candidateAt(scene, { token, counted, type: kind })];
  });
  // A number and the word behind it ("20 dead") are one count.
  return [...new Map(counts.map((count) => [count.token, count])).values()];
}

/** Words behind a number that tell what it counts: "21 dead", "more than 90,000 displaced". */
const COUNTED = new Set('dead killed wounded injured displaced missing homeless hurt'.split(' '));

/** The number that is given: of "put the number at one" the one. */
function countedAt(scene: Scene, token: number): number | undefined {
  const { tree } = scene;
  const verb = headOf(tree, token);
  const lemma = lemmaOf(tree, token);
  if (isBody(scene, token)) return TALLYING.has(lemmaOf(tree, verb)) ? token : undefined;
  if (HARMED.has(lemma) || COUNTING.has(lemma)) {
    const beside = numberBeside(scene, token);
    if (beside !== undefined) return beside;
    if (!PUTTING.has(lemmaOf(tree, verb)) || !isRelation(relationAt(scene, token), ['obj', 'xcomp', 'nsubj']))
      return undefined;
    return childrenBy(tree, verb, 'obl', 'xcomp', 'advcl', 'nmod').find(
      (child) => child !== token && isNumber(scene, child),
    );
  }
  return isBareCount(scene, token) ? token : undefined;
}

/** "A nurse had counted eleven bodies", "spoke of nine corpses": a number of the dead. */
function isBody(scene: Scene, noun: number): boolean {
  return ['body', 'corpse'].includes(lemmaOf(scene.tree, noun)) && isNumber(scene, noun);
}

const TALLYING = new Set('count log receive record register report see speak tally talk'.split(' '));

/** The number of "the rebels spoke of three dead". */
function numberBeside(scene: Scene, token: number): number | undefined {
  if (!DEAD.has(lowerOf(scene.tree, token)) || !isAllSaid(scene, token)) return undefined;
  return childBy(scene.tree, token, 'nummod') ?? (isNumber(scene, token - 1) ? token - 1 : undefined);
}

function relationAt({ tree }: Scene, token: number): string {
  return tree.dependencies[token]?.relation ?? '';
}

/** "the police speak of one", "the union says 290": a number is all that the source gives. */
function isBareCount(scene: Scene, token: number): boolean {
  const { tree } = scene;
  if (tree.tags[token]?.upos !== 'NUM' || !isNumber(scene, token)) return false;
  if (isRelation(relationAt(scene, token), ['nummod', 'compound', 'nmod', 'flat'])) return false;
  return isAllSaid(scene, token);
}

/** Whether a word and its number are all that a source says. */
function isAllSaid({ tree, layers }: Scene, token: number): boolean {
  return layers.attributions.some(
    ({ firstToken, endToken, source, cue }) =>
      source.kind === 'words' &&
      firstToken <= token &&
      token < endToken &&
      endToken - firstToken <= LONGEST &&
      tree.tokens[headOf(tree, token)]?.start === cue?.start,
  );
}

function isNumber({ tree, quantityByToken, timeByToken }: Scene, token: number): boolean {
  if (timeByToken.has(token)) return false;
  return (
    quantityByToken.has(token) ||
    tree.tags[token]?.upos === 'NUM' ||
    childBy(tree, token, 'nummod') !== undefined
  );
}

/** "the army's dead", "Armenian losses", "its casualties", but not "the loss" of grain. */
function isOfPeople({ tree }: Scene, token: number): boolean {
  return (
    lemmaOf(tree, token) !== 'loss' ||
    childBy(tree, token, 'nmod:poss', 'amod') !== undefined ||
    tree.tags[token]?.features.number === 'Plur'
  );
}

/** "put the number of dead at twenty", "the count of those killed": whatever was told before, people were harmed. */
function isOfHarmed({ tree }: Scene, token: number): boolean {
  return childrenBy(tree, token, 'nmod').some(
    (noun) =>
      HARMED.has(lemmaOf(tree, noun)) ||
      DEAD.has(lowerOf(tree, noun)) ||
      childrenBy(tree, noun, 'acl', 'amod').some((word) => DEAD.has(lowerOf(tree, word))),
  );
}

/** The type of what was counted last. */
function typeBefore(
  { tree, quantityByToken }: Scene,
  found: readonly Candidate[],
  token: number,
): EventType | null {
  const sentence = tree.tokens[token]?.sentence ?? 0;
  const counted = found.findLast(
    (candidate) =>
      candidate.token < token &&
      sentence - (tree.tokens[candidate.token]?.sentence ?? 0) <= REACH &&
      [...candidate.slots.obj, ...candidate.slots.subj].some((filler) =>
        [filler, ...(tree.children[filler] ?? [])].some((at) => quantityByToken.has(at)),
      ),
  );
  return counted?.sense.type ?? null;
}

function candidateAt(
  { tree }: Scene,
  { token, counted, type }: { readonly token: number; readonly counted: number; readonly type: EventType },
): Candidate {
  const whose = childrenBy(tree, token, 'nmod:poss', 'amod', 'nmod');
  const obj = [...whose, counted];
  return {
    token,
    firstToken: token,
    endToken: token + 1,
    sense: { words: [lemmaOf(tree, token)], part: 'noun', type, mode: null, conditions: [], line: 0 },
    slots: { subj: [], obj, verb: null, fillers: (slot) => (slot === 'obj' ? obj : []) },
    rule: 'events/count',
    confidence: 0.65,
  };
}
