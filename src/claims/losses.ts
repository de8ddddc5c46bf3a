import type { Doc } from '../document/doc.ts';
import type { Party } from '../document/event-layers.ts';
import type { ActorMention } from '../document/mention-layers.ts';
import { childrenBy, headOf, lemmaOf, type Tree } from '../language/tree.ts';
import type { Addressed } from './addressed.ts';
import { innermost, type Told } from './told.ts';

/** Nouns for those whom a side has lost. */
const LOSSES = new Set('loss casualty fatality death dead'.split(' '));

const ADMITTING = new Set('admit own acknowledge concede confess mourn'.split(' '));

/**
 * Gives whose the dead of a toll are where no object says so: "put Togolese losses at nine" those that the words before it
 * name, "Lomé admits to nine losses" those of who admits them; null where neither is plain.
 */
export function losersOf({ layers, text }: Doc<'actors'>, tree: Tree, one: Told): Addressed | null {
  const { headToken, type } = one.event;
  if (type !== 'ASSAULT' || !LOSSES.has(lemmaOf(tree, headToken))) return null;
  const owners = childrenBy(tree, headToken, 'amod', 'compound', 'nmod:poss')
    .flatMap((word) => layers.actors.find((actor) => actor.headToken === word) ?? [])
    .filter(({ kind, country, sector }) => kind !== 'pronoun' && (country !== null || sector !== null));
  if (owners.length > 0) return lost(owners.map((owner) => partyOf(text, owner)));
  const source = innermost(one);
  // "The police admit to nineteen deaths": of others, at their hands.
  const isOwn = !['death', 'dead'].includes(lemmaOf(tree, headToken));
  const isAdmitted = isOwn && ADMITTING.has(lemmaOf(tree, headOf(tree, headToken)));
  return isAdmitted && source.kind === 'words' ? lost([source.party]) : null;
}

function partyOf(text: string, { start, end, country, sector, entity }: ActorMention): Party {
  return { start, end, text: text.slice(start, end), country, sector, entity };
}

function lost(parties: readonly Party[]): Addressed {
  const spans = parties.map(({ start, end }) => ({ start, end }));
  return { parties, why: { rule: 'claims/losses', spans, confidence: 0.6 } };
}

const COUNTING = new Set('count tally put set reckon number'.split(' '));
const COUNTED = new Set('body corpse tonne ton barrel'.split(' '));

/** "A clinic counted eleven dead", "puts the loss at 300": what a count counts is a number, not somebody. */
export function isMereCount(tree: Tree, { event }: Told, party: Party): boolean {
  const { headToken, why } = event;
  const isCount =
    why.rule === 'events/count' ||
    COUNTING.has(lemmaOf(tree, headToken)) ||
    COUNTING.has(lemmaOf(tree, headOf(tree, headToken)));
  if (!isCount) return false;
  for (let token = Math.max(0, headToken - REACH); token < headToken + REACH; token++) {
    const word = tree.tokens[token];
    const isInside = word !== undefined && party.start <= word.start && word.end <= party.end;
    const isNumber =
      ['NUM', 'ADV', 'ADP', 'ADJ', 'PUNCT'].includes(tree.tags[token]?.upos ?? '') ||
      COUNTED.has(lemmaOf(tree, token));
    if (isInside && !isNumber) return false;
  }
  return true;
}

/** A count stands within this many words of what it counts. */
const REACH = 12;
