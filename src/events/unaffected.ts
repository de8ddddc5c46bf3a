import { childBy, childrenBy, headOf, lemmaOf, lowerOf, relationOf } from '../language/tree.ts';
import { actorAt, partyAt } from '../mentions/parties.ts';
import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';

type Arguments = Pick<Candidate, 'sense' | 'slots'>;

const GIVING_AWAY = new Set(
  'lend supply deliver donate ship send give hand provide sell contribute grant'.split(' '),
);

/** "lent Ghana six helicopters": what is given away is given to somebody, and gets nothing. */
export function isGood(
  { tree, classes, parties }: Scene,
  token: number,
  { sense, slots }: Arguments,
): boolean {
  // "contributed a million birr to Togo"
  const isPaid =
    partyAt(parties, token).country === null &&
    slots.fillers('to').some((taker) => partyAt(parties, taker).country !== null);
  return (
    sense.type === 'AID' &&
    sense.part === 'verb' &&
    slots.obj.includes(token) &&
    GIVING_AWAY.has(lemmaOf(tree, slots.verb ?? token)) &&
    (classes.is(token, 'craft') || classes.is(token, 'site') || isPaid)
  );
}

/** "wants tankers shut out", "ordered the house vacated": what is to be done to a thing is asked of others; "want the police gone" is of them. */
export function isWantedDone({ tree }: Scene, token: number, { sense, slots }: Arguments): boolean {
  const next = token + 1;
  const word = lowerOf(tree, next);
  return (
    sense.type === 'REQUEST' &&
    slots.obj.includes(token) &&
    tree.tags[next]?.upos === 'VERB' &&
    ['xcomp', 'acl', 'ccomp', 'advcl'].includes(relationOf(tree, next)) &&
    [token, slots.verb].includes(headOf(tree, next)) &&
    word !== 'gone' &&
    !word.endsWith('ing')
  );
}

/** "sent a delegation to Doha": the verbs by which somebody is sent. */
export function isSending(tree: Scene['tree'], verb: number | null): boolean {
  return verb !== null && ['send', 'dispatch', 'despatch', 'fly'].includes(lemmaOf(tree, verb));
}

/** "cost more than ten lives": a count of them is not somebody; "lost their lives" says whose they were. */
export function isCountOfLives(tree: Scene['tree'], token: number): boolean {
  return lemmaOf(tree, token) === 'life' && childBy(tree, token, 'nmod:poss') === undefined;
}

/** "Nobody has been arrested", "Not a single pane was broken": it befell no one. */
export function isNobody(tree: Scene['tree'], token: number): boolean {
  const word = lowerOf(tree, token);
  const isNoOne = word === 'one' && lowerOf(tree, token - 1) === 'no';
  const isNotOne = childrenBy(tree, token, 'amod').some(
    (one) => lowerOf(tree, one) === 'single' && lowerOf(tree, one - 2) === 'not',
  );
  // "without harming anyone"; "anyone who prints it" are some.
  const isAnyone =
    ['anyone', 'anybody'].includes(word) && childBy(tree, token, 'acl', 'nmod', 'amod') === undefined;
  return ['nobody', 'none', 'nothing'].includes(word) || isNoOne || isNotOne || isAnyone;
}

/** "called the figure a fantasy", "demanded an inquiry": nouns that also name people or bodies, but whom nobody addresses. */
const MATTERS = new Set(['figure', 'inquiry', 'investigation', 'office', 'commission']);

/** Tells whether a noun that may name a body names a matter here. */
export function isMatter({ tree, parties }: Scene, token: number): boolean {
  const actor = parties.actors[actorAt(parties, token) ?? -1];
  const lemma = lemmaOf(tree, token);
  // "the office" that the report's country is guessed for may be somebody's; a figure is nobody's.
  const isGuess = actor?.why.rule === 'actors/report-country' && !BODIES.has(lemma);
  return MATTERS.has(lemma) && ((actor?.country ?? null) === null || isGuess);
}

const BODIES = new Set(['office', 'commission']);

/** "a raid in Kassala, 300 kilometres to the north-east": a direction is nobody. */
export function isDirection(tree: Scene['tree'], token: number): boolean {
  return (
    /^(?:north|south|east|west)(?:east|west)?$/u.test(lowerOf(tree, token)) &&
    childrenBy(tree, token, 'case').some((mark) => lowerOf(tree, mark) === 'to')
  );
}

const MARCHES = new Set(
  'march rally protest demonstration vigil sit-in gathering procession picket'.split(' '),
);

/** "broke up a rally", "dispersed a vigil": those who march are driven off. */
export function isDispersed({ tree }: Scene, token: number, { sense, slots }: Arguments): boolean {
  return sense.mode === 'crowd-control' && slots.obj.includes(token) && MARCHES.has(lemmaOf(tree, token));
}

/** "no use of force": not somebody's force. */
export function isBareForce(tree: Scene['tree'], token: number): boolean {
  return (
    lowerOf(tree, token) === 'force' &&
    childBy(tree, token, 'det', 'nmod:poss', 'amod', 'compound') === undefined
  );
}
