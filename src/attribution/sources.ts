import type { SourceRef } from '../document/event-layers.ts';
import { doerOf } from '../language/control.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lowerOf,
  relationOf,
  subtreeOf,
  type Tree,
} from '../language/tree.ts';
import { actorAt, isPronoun, type Parties, partyAt } from '../mentions/parties.ts';

/** A source whom the report does not name ("reportedly", "it is feared"). */
export const UNNAMED: SourceRef = { kind: 'unnamed' };

/** Gives the source that a token's noun phrase names; nobody named where it names nobody ("it is feared"). */
export function sourceAt(parties: Parties, token: number): SourceRef {
  const { tree } = parties;
  const word = lowerOf(tree, token);
  const isImpersonal = word === 'one' && childBy(tree, token, 'nmod') === undefined;
  if (relationOf(tree, token) === 'expl' || isImpersonal || ['there', 'what'].includes(word)) return UNNAMED;
  return { kind: 'words', party: partyAt(parties, token) };
}

/**
 * Gives the token of who speaks a verb of saying: the party named right before it, appositions and all
 * ("…, Khaing Thura, the group's spokesman, told"), else its doer, else the party behind it ("…, said Farzana Achakzai"),
 * which parsers like to call an object. Undefined when nobody is named.
 */
export function speakerOf(parties: Parties, verb: number): number | undefined {
  const { tree } = parties;
  // "the commander, it said, died of malaria": nobody but the pronoun speaks.
  if (isPronoun(tree, verb - 1) && relationOf(tree, verb - 1) === 'nsubj' && headOf(tree, verb - 1) === verb)
    return doerOf(tree, verb);
  const named = partyBefore(parties, verb) ?? partyBeside(parties, verb);
  if (named !== undefined) return named;
  // "…, warns the analyst Oleg Rudenko": behind a comma or a closing mark, who speaks comes after the verb;
  // but "…, fearing a new wave of refugees" has its speaker before it.
  const isInverted =
    /^[,”"’']$/u.test(tree.tokens[verb - 1]?.text ?? '') &&
    !lowerOf(tree, verb).endsWith('ing') &&
    !hasSubjectUpTo(tree, verb);
  const behind = isInverted ? partyBehind(parties, verb) : undefined;
  if (behind !== undefined) return behind;
  const subject = doerOf(tree, verb);
  // "…, the chief said Monday": parsers like to make a bare day the subject.
  const doer = subject !== undefined && DAYS.test(lowerOf(tree, subject)) ? undefined : subject;
  if (doer !== undefined && ((doer < verb && canSpeak(parties, doer)) || isPronoun(tree, doer))) return doer;
  return doer !== undefined && doer < verb ? doer : (partyBehind(parties, verb) ?? doer);
}

/** "A doctor at the clinic, reached by telephone, put": the subject's own words end where the verb begins. */
function hasSubjectUpTo(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, 'nsubj').some((subject) => {
    const words = subtreeOf(tree, subject).filter((token) => tree.tags[token]?.upos !== 'PUNCT');
    return subject < verb && words.at(-1) === verb - 2;
  });
}

const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/u;

/** Words that can open a clause whose subject follows at once: "after the Arakan Army said". */
const OPENERS = new Set(
  'after before when while as since because if that but and although though until once whether which what who'.split(
    ' ',
  ),
);

/** The party whose words end where the verb begins, unless a preposition puts it inside another phrase ("an officer in Goma said"). */
function partyBeside(parties: Parties, verb: number): number | undefined {
  const { tree, actors, outerByToken } = parties;
  let last = verb - 1;
  while (['ADV', 'AUX'].includes(tree.tags[last]?.upos ?? '')) last--;
  const actor = actors[outerByToken.get(last) ?? -1];
  if (actor === undefined || actor.endToken !== last + 1 || actor.kind === 'thing') return undefined;
  return OPENERS.has(lowerOf(tree, actor.firstToken - 1)) ? actor.headToken : undefined;
}

function canSpeak({ actors, ...parties }: Parties, token: number): boolean {
  const actor = actors[actorAt({ actors, ...parties }, token) ?? -1];
  return actor !== undefined && actor.kind !== 'thing';
}

/** How many tokens before a verb of saying its speaker's name and appositions may take. */
const LONGEST_SPEAKER = 40;

/** The leftmost of the parties that stand before a verb, one comma apart; relative clauses among them are passed over. */
function partyBefore(parties: Parties, verb: number): number | undefined {
  const { tree } = parties;
  let end = verb;
  let found: number | undefined;
  let name: number | undefined;
  while (end > 0 && verb - end < LONGEST_SPEAKER) {
    if (lowerOf(tree, end - 1) === ',') end--;
    else if (end !== verb) break;
    const start = segmentStart(tree, end);
    if (start === end || tree.tokens[start]?.sentence !== tree.tokens[verb]?.sentence) break;
    const isClause = ['who', 'which', 'whose', 'whom'].includes(lowerOf(tree, start));
    // "Chad, which Sudan accuses of arming the militia": the clause has a speaker of its own.
    if (isClause && end === verb && isRelation(relationOf(tree, verb), ['acl:relcl'])) return undefined;
    const party = isClause ? undefined : partyFilling(parties, start, end);
    if (party === undefined && !isClause) break;
    // "…, one of them a nurse, villagers said": a part of somebody is no speaker.
    if (party !== undefined && found !== undefined && isPart(tree, start, end)) break;
    if (party !== undefined && isPersonName(parties, party)) name = party;
    found = party ?? found;
    end = start;
  }
  // "The task force commander, Brigadier Musa Bello, said": the name, where one is given.
  return name ?? found;
}

function isPart(tree: Tree, start: number, end: number): boolean {
  for (let token = start; token < end; token++)
    if (['them', 'us', 'whom', 'which'].includes(lowerOf(tree, token)) && lowerOf(tree, token - 1) === 'of')
      return true;
  return ['including', 'among'].includes(lowerOf(tree, start));
}

function isPersonName({ tree, actors, byHead }: Parties, token: number): boolean {
  return tree.tags[token]?.upos === 'PROPN' && actors[byHead.get(token) ?? -1]?.kind === 'person';
}

/** Where the words between this comma and the one before begin; a quotation mark or the sentence's start ends them too. */
function segmentStart(tree: Tree, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_SPEAKER) {
    const before = tree.tokens[start - 1];
    if (
      before === undefined ||
      /^[,;:”"“.?!()]$/u.test(before.text) ||
      before.sentence !== tree.tokens[end - 1]?.sentence
    )
      break;
    start--;
  }
  return start;
}

/** The party whose phrase opens a segment and fills it but for its own modifiers; a verb in between tells that it does not. */
function partyFilling({ tree, actors, byFirst }: Parties, from: number, end: number): number | undefined {
  let start = from;
  while (start < end && ['CCONJ', 'SCONJ', 'ADV'].includes(tree.tags[start]?.upos ?? '')) start++;
  const actor = (byFirst.get(start) ?? [])
    .map((index) => actors[index])
    .find((one) => one !== undefined && one.endToken <= end);
  if (actor === undefined || actor.kind === 'thing') return undefined;
  for (let token = start; token < end; token++) {
    const upos = tree.tags[token]?.upos;
    if (upos === 'VERB' || upos === 'CCONJ' || upos === 'SCONJ' || (upos === 'AUX' && token < end - 1))
      return undefined;
  }
  return actor.headToken < end ? actor.headToken : undefined;
}

function partyBehind({ tree, ...parties }: Parties, verb: number): number | undefined {
  const hung = childrenBy(tree, verb, 'obj', 'nsubj', 'obl', 'dep').find(
    (child) =>
      child > verb &&
      child - verb < 12 &&
      !DAYS.test(lowerOf(tree, child)) &&
      actorAt({ tree, ...parties }, child) !== undefined &&
      childBy(tree, child, 'case') === undefined,
  );
  if (hung !== undefined) return hung;
  // "said a nurse reached by telephone": parsers make a clause of what only describes her.
  const next = parties.actors[(parties.byFirst.get(verb + 1) ?? [])[0] ?? -1];
  return next === undefined || next.kind === 'thing' ? undefined : next.headToken;
}
