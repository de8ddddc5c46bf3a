import type { EventType, Party } from '../document/event-layers.ts';
import { childrenBy, lemmaOf, lowerOf, type Tree } from '../language/tree.ts';
import { areOneSide } from './alike.ts';
import { innermost, partiesOf, type Told } from './told.ts';

/** Verbs that say yes or no to somebody; who says them leaves open to what. */
const YES_OR_NO = new Set('accept agree consent comply oblige relent reply answer'.split(' '));

/** Refusals by the feet answer nobody's words: "The delegates walked out." */
const LEAVING = new Set('walk storm collapse boycott break leave quit abstain strike'.split(' '));

/** Objects that say nothing of their own: "would have none of it", "would do neither". */
const EMPTY = new Set(['none', 'neither', 'nothing']);

/** "at the price", "as a lie": what somebody balks at or waves away is said. */
const ABOUT = new Set('as at of from to over with about against for'.split(' '));

/** Tells whether an answer leaves out what it answers: "Oslo balked", "Chad has yet to reply", "The mayor would have none of it". */
export function isBareAnswer(tree: Tree, { event }: Told): boolean {
  const { headToken, type } = event;
  const lemma = lemmaOf(tree, headToken);
  const isAnswer =
    tree.tags[headToken]?.upos === 'VERB' &&
    ((type === 'REJECT' && !LEAVING.has(lemma)) || (type === 'AGREE' && YES_OR_NO.has(lemma)));
  const objects = childrenBy(tree, headToken, 'obj', 'nsubj:pass');
  if (!isAnswer || objects.some((object) => !EMPTY.has(lemmaOf(tree, object)))) return false;
  // What stands before it is what was said: "We sold nothing, Oslo scoffed."
  if (childrenBy(tree, headToken, 'ccomp', 'xcomp').some((token) => token > headToken)) return false;
  const rest = childrenBy(tree, headToken, 'obl');
  const isAbout = (token: number) =>
    childrenBy(tree, token, 'case').some((word) => ABOUT.has(lowerOf(tree, word)));
  return rest.every((token) => token < headToken || (objects.length === 0 && !isAbout(token)));
}

const ASKING: readonly EventType[] = ['REQUEST', 'AGREE', 'CONSULT'];
const SPEAKING: readonly EventType[] = [...ASKING, 'ACCUSE', 'THREATEN', 'REJECT'];

/** Gives who asked, offered or accused last, or, for a refusal, whose words were told last; none where nobody did. */
export function askersOf(tree: Tree, before: readonly Told[], one: Told): readonly Party[] {
  const isYes = one.event.type === 'AGREE';
  for (const earlier of [...before].reverse()) {
    // "Lima accepted; Quito has yet to reply": both answer the same.
    if (isBareAnswer(tree, earlier)) continue;
    const isSpoken = (isYes ? ASKING : SPEAKING).includes(earlier.event.type);
    const actors = isSpoken ? others(one, partiesOf(earlier, 'actor')) : [];
    if (actors.length > 0) return actors.filter(({ start }) => start === actors[0]?.start);
    const source = innermost(earlier);
    const said = source.kind === 'words' && !isYes ? others(one, [source.party]) : [];
    if (said.length > 0) return said;
  }
  return [];
}

function others(one: Told, parties: readonly Party[]): readonly Party[] {
  const source = innermost(one);
  const own = [...partiesOf(one, 'actor'), ...(source.kind === 'words' ? [source.party] : [])];
  return parties.filter((party) => !own.some((actor) => areOneSide(actor, party)));
}
