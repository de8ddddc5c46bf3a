import { headOf, isRelation, lemmaOf, relationOf, type Tree } from '../language/tree.ts';

const ANNOUNCING = new Set('announce proclaim'.split(' '));

/** Acts and losses that are announced once they are over; a withdrawal, a strike or a ceasefire is announced before. */
const DONE = new Set(
  `abduction apprehension arrest assassination beheading bust capture capsizing collapse crash dead death defeat destruction
  detention disappearance discovery dismantling downing drowning elimination ending execution explosion fall fatality
  interception kidnapping killing liberation loss murder neutralisation neutralization outbreak recapture recovery rescue
  seizure shooting sinking slaying surrender theft victory wounding`.split(/\s+/u),
);

/** What the body that announces it need not have done: "The ministry announced the deaths of four soldiers." */
const SUFFERED = new Set(
  `abduction beheading capsizing collapse crash dead death disappearance drowning explosion fall fatality kidnapping killing
  loss murder outbreak shooting slaying surrender theft wounding`.split(/\s+/u),
);

/** Tells whether a noun is what its verb announces as done: "announced the arrest of three men", "the seizure was announced". */
export function isAnnouncedDone(tree: Tree, noun: number): boolean {
  return isAnnounced(tree, noun) && DONE.has(lemmaOf(tree, noun));
}

/** Tells whether a noun is a loss that is announced, by whomever it was caused. */
export function isAnnouncedLoss(tree: Tree, noun: number): boolean {
  return isAnnounced(tree, noun) && SUFFERED.has(lemmaOf(tree, noun));
}

function isAnnounced(tree: Tree, noun: number): boolean {
  return (
    isRelation(relationOf(tree, noun), ['obj', 'nsubj:pass']) &&
    ANNOUNCING.has(lemmaOf(tree, headOf(tree, noun)))
  );
}
