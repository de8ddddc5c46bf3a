import { childBy, childrenBy, headOf, lemmaOf, lowerOf, relationOf, type Tree } from '../../language/tree.ts';
import type { Candidate } from '../candidate.ts';
import { conditionsHold } from '../conditions.ts';
import { joinedAt } from '../hyphens.ts';
import type { TriggerSense } from '../lexicon.ts';
import type { Scene } from '../scene.ts';
import { type Slots, slotsOfVerb } from '../slots.ts';

/** How far the words of a phrasal verb may stand behind it: "drove the garrison out". */
const PARTICLE_REACH = 5;

/** Finds the event that a verb names, or undefined: "shelled", "broke up", "set fire to", "destroyed" in "destroyed vehicles". */
export function readVerb(scene: Scene, token: number): Candidate | undefined {
  const { tree, tables } = scene;
  const joined = joinedAt(tree, token);
  const ofJoined = tables.lexicon.get(`verb ${joined?.lemma}`);
  const senses = ofJoined ?? tables.lexicon.get(`verb ${lemmaOf(tree, token)}`);
  if (senses === undefined || !isVerbal(scene, token)) return undefined;
  const own = slotsOfVerb(tree, token);
  for (const sense of senses) {
    const endToken = endOfPhrase(scene, token, sense);
    if (endToken === undefined) continue;
    const slots = [own, slotsBehindPhrase(tree, own, token, endToken)].find((tried) =>
      conditionsHold(tree, scene.classes, tried, sense.conditions),
    );
    if (slots === undefined) continue;
    return {
      token,
      firstToken: ofJoined === undefined ? token : (joined?.firstToken ?? token),
      endToken,
      sense,
      slots,
      rule: `events/verb-${sense.line}`,
      confidence: sense.conditions.length > 0 ? 0.9 : 0.85,
    };
  }
  return undefined;
}

/** "set upon two students", "hauled in a trawler": what hangs on the last word of a phrasal verb is its object. */
function slotsBehindPhrase(tree: Tree, own: Slots, verb: number, endToken: number): Slots {
  const last = endToken - 1;
  const noun = headOf(tree, last);
  const isGoverned =
    last > verb &&
    own.obj.length === 0 &&
    relationOf(tree, last) === 'case' &&
    noun > last &&
    headOf(tree, noun) === verb;
  if (!isGoverned) return own;
  const obj = [noun, ...childrenBy(tree, noun, 'conj')];
  return { ...own, obj, fillers: (slot) => (slot === 'obj' ? obj : own.fillers(slot)) };
}

function isVerbal({ tree, named }: Scene, token: number): boolean {
  const upos = tree.tags[token]?.upos;
  if (named.has(token) || isDescription(tree, token)) return false;
  // Taggers call some participles adjectives: "destroyed vehicles", "captured soldiers".
  return (
    upos === 'VERB' ||
    (upos === 'ADJ' && /(?:ed|en)$/u.test(lowerOf(tree, token)) && relationOf(tree, token) === 'amod')
  );
}

/** "the fleeing gunmen", "one of the freed men", "the displaced": words that tell which people are meant tell no event. */
function isDescription(tree: Tree, token: number): boolean {
  if (childBy(tree, token, 'det') !== undefined) return true;
  if (relationOf(tree, token) !== 'amod') return false;
  if (lowerOf(tree, token).endsWith('ing')) return true;
  const noun = headOf(tree, token);
  const isDefinite = childrenBy(tree, noun, 'det').some((word) =>
    ['the', 'these', 'those'].includes(lowerOf(tree, word)),
  );
  return isDefinite || childBy(tree, noun, 'nmod:poss') !== undefined;
}

/** Gives the end of the trigger's tokens: behind its last word where the words stand together or a noun ends them, else behind its verb. */
function endOfPhrase({ tree }: Scene, token: number, { words }: TriggerSense): number | undefined {
  if (words.length === 1) return token + 1;
  let at = token;
  let together = true;
  for (const word of words.slice(1)) {
    const next = nextWord(tree, at, word, token);
    if (next === undefined) return undefined;
    if (next !== at + 1) together = false;
    at = next;
  }
  // "laid down their arms", "expressed its deep concern": the noun is a word of the trigger.
  return together || tree.tags[at]?.upos === 'NOUN' ? at + 1 : token + 1;
}

function nextWord(tree: Tree, at: number, word: string, verb: number): number | undefined {
  const particle = childrenBy(tree, verb, 'compound:prt').find((child) => lowerOf(tree, child) === word);
  if (particle !== undefined && particle > at) return particle;
  for (let token = at + 1; token <= verb + PARTICLE_REACH; token++) {
    if (tree.tokens[token]?.sentence !== tree.tokens[verb]?.sentence) return undefined;
    if (lowerOf(tree, token) === word || lemmaOf(tree, token) === word)
      return isReal(tree, token, at) ? token : undefined;
    // "gave the go-ahead": the noun of the phrase may stand in three tokens.
    if (joinedAt(tree, token)?.lemma === word) return token;
    const isEnd = tree.tags[token]?.upos === 'PUNCT' && lowerOf(tree, token) !== '-';
    if (isEnd || tree.tags[token]?.upos === 'VERB') return undefined;
  }
  return undefined;
}

/** Words that belong to the phrase only beside the word before, or as a particle: "closed its consulate in" is not "close in". */
const PREPOSITIONS = new Set([
  'for',
  'on',
  'to',
  'in',
  'at',
  'of',
  'with',
  'into',
  'from',
  'by',
  'upon',
  'against',
]);

function isReal(tree: Tree, token: number, before: number): boolean {
  return (
    !PREPOSITIONS.has(lowerOf(tree, token)) ||
    token === before + 1 ||
    relationOf(tree, token) === 'compound:prt'
  );
}
