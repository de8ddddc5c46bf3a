import type { SourceRef } from '../document/event-layers.ts';
import { doerOf } from '../language/control.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  subtreeOf,
  type Tree,
} from '../language/tree.ts';
import { actorAt, isPronoun, type Parties, partyAt } from '../mentions/parties.ts';
import { wordsAbove } from './contents.ts';

/** A source whom the report does not name ("reportedly", "it is feared"). */
export const UNNAMED: SourceRef = { kind: 'unnamed' };

/** Gives the source that a token's noun phrase names; nobody named where it names nobody ("it is feared"). */
export function sourceAt(parties: Parties, token: number): SourceRef {
  const { tree } = parties;
  const word = lowerOf(tree, token);
  const isImpersonal = word === 'one' && childBy(tree, token, 'nmod') === undefined;
  if (relationOf(tree, token) === 'expl' || isImpersonal || ['there', 'what'].includes(word)) return UNNAMED;
  return { kind: 'words', party: partyAt(parties, nameOf(parties, token)) };
}

/** "said one of them, Rodel Macaraeg", "the phone-maker Lanxi": whoever is described by a noun is called by the name beside it. */
function nameOf(parties: Parties, token: number): number {
  const { tree } = parties;
  if (!['NOUN', 'NUM'].includes(tree.tags[token]?.upos ?? '')) return token;
  const names = childrenBy(tree, token, 'appos').filter((name) => tree.tags[name]?.upos === 'PROPN');
  // Parsers make two subjects of "The bloc ECOWAS".
  if (isRelation(relationOf(tree, token + 1), ['nsubj']) && headOf(tree, token + 1) === headOf(tree, token))
    names.push(token + 1);
  const beside = names.find((name) => isPersonName(parties, name) || name === token + 1);
  if (beside !== undefined) return canSpeak(parties, beside) ? beside : token;
  return nameBehindComma(parties, token) ?? token;
}

/** "said one of them, Rodel Macaraeg, 34": behind its verb the name may hang on that. */
function nameBehindComma(parties: Parties, token: number): number | undefined {
  const { tree, actors, byFirst } = parties;
  const isBehind = headOf(tree, token) < token && isRelation(relationOf(tree, token), ['nsubj', 'obj']);
  const end = subtreeOf(tree, token).at(-1) ?? token;
  if (!isBehind || lowerOf(tree, end + 1) !== ',') return undefined;
  const next = actors[(byFirst.get(end + 2) ?? [])[0] ?? -1];
  return next !== undefined && isPersonName(parties, next.headToken) ? next.headToken : undefined;
}

/**
 * Gives the token of who speaks a verb of saying: the party named right before it, appositions and all
 * ("…, Adan Warsame, the clan's envoy, told"), else its doer, else the party behind it ("…, said Farzana Achakzai"),
 * which parsers like to call an object. Undefined when nobody is named.
 */
export function speakerOf(parties: Parties, verb: number): number | undefined {
  const { tree } = parties;
  // "the general, it said, died of fever": nobody but the pronoun speaks.
  if (isPronoun(tree, verb - 1) && relationOf(tree, verb - 1) === 'nsubj' && headOf(tree, verb - 1) === verb)
    return doerOf(tree, verb);
  const tagged = taggedBefore(tree, verb);
  if (tagged !== undefined) return tagged;
  const inverted = insertedBehind(parties, verb);
  if (inverted !== undefined) return inverted;
  const named = isHangingParticiple(tree, verb)
    ? undefined
    : (partyBefore(parties, verb) ?? partyBeside(parties, verb));
  if (named !== undefined) return named;
  // "…, warns the analyst Oleg Rudenko": behind a comma or a closing mark, who speaks comes after the verb;
  // but "…, fearing another flood of exiles" has its speaker before it.
  const isInverted =
    /^[,”"’']$/u.test(tree.tokens[verb - 1]?.text ?? '') &&
    !lowerOf(tree, verb).endsWith('ing') &&
    !hasSubjectUpTo(tree, verb);
  const behind = isInverted ? partyBehind(parties, verb) : undefined;
  if (behind !== undefined) return behind;
  const quoted = quotedBy(tree, verb) ?? writerOf(parties, verb);
  if (quoted !== undefined) return quoted;
  const first = joinedTo(tree, verb);
  if (first !== undefined) return speakerOf(parties, first);
  const subject = doerOf(tree, verb) ?? mislabelled(tree, verb);
  // "…, the chief said Monday": parsers like to make a bare day the subject.
  const doer = subject !== undefined && DAYS.test(lowerOf(tree, subject)) ? undefined : subject;
  if (doer !== undefined && ((doer < verb && canSpeak(parties, doer)) || isPronoun(tree, doer))) return doer;
  return doer !== undefined && doer < verb ? doer : (partyBehind(parties, verb) ?? doer);
}

/** "“Nobody drove us out,” he said, putting losses at forty": a participle behind "he said," goes with who said it. */
function taggedBefore(tree: Tree, verb: number): number | undefined {
  const said = verb - 2;
  const isTag =
    lowerOf(tree, verb).endsWith('ing') &&
    lowerOf(tree, verb - 1) === ',' &&
    ['say', 'add', 'tell', 'write'].includes(lemmaOf(tree, said)) &&
    tree.tags[said]?.upos === 'VERB';
  return isTag ? childrenBy(tree, said, 'nsubj').at(-1) : undefined;
}

const INVERTED = new Set(
  'say add claim argue insist note report warn believe reckon think allege recall admit concede explain maintain suggest complain write'.split(
    ' ',
  ),
);

/** "The rebels, says Khartoum, bombed the refinery": between two marks a verb and a party behind it are an aside of that party's. */
function insertedBehind({ tree, actors, byFirst }: Parties, verb: number): number | undefined {
  const mark = lowerOf(tree, verb - 1);
  if (!/^[,–—]$/u.test(mark) || !INVERTED.has(lemmaOf(tree, verb)) || lowerOf(tree, verb).endsWith('ing'))
    return undefined;
  const behind = (byFirst.get(verb + 1) ?? [])
    .map((index) => actors[index])
    .find((actor) => actor !== undefined && lowerOf(tree, actor.endToken) === mark);
  if (behind === undefined || behind.kind === 'thing' || behind.kind === 'pronoun') return undefined;
  // "He met the envoy, thanked Chad, and left" shares a subject.
  const isJoined =
    relationOf(tree, verb) === 'conj' || childrenBy(tree, verb, 'nsubj', 'aux').some((child) => child < verb);
  return isJoined ? undefined : behind.headToken;
}

/** "The envoy flew to Doha, Qatar, arguing that": behind a comma a participle goes with the subject, not with what stands before it. */
function isHangingParticiple(tree: Tree, verb: number): boolean {
  return (
    lowerOf(tree, verb).endsWith('ing') &&
    lowerOf(tree, verb - 1) === ',' &&
    isRelation(relationOf(tree, verb), ['advcl']) &&
    headOf(tree, verb) < verb
  );
}

/** "were quoted by local media as saying", "quoted a sailor as saying": who is quoted says it. */
function quotedBy(tree: Tree, verb: number): number | undefined {
  const head = headOf(tree, verb);
  const isAs = childrenBy(tree, verb, 'mark', 'case').some((mark) => lowerOf(tree, mark) === 'as');
  if (!isAs || !['quote', 'cite'].includes(lemmaOf(tree, head))) return undefined;
  return childBy(tree, head, 'nsubj:pass') ?? childBy(tree, head, 'obj');
}

const TEXTS = new Set(
  'statement letter message note memo memorandum communiqué communique email telegram post tweet release bulletin article column essay petition editorial video recording'.split(
    ' ',
  ),
);
const ISSUING = new Set(
  'release issue send write post deliver sign circulate draft pen tweet make'.split(' '),
);

/** "The navy issued a statement saying that": whoever puts a text out says what it says; a letter received speaks for itself. */
function writerOf(parties: Parties, verb: number): number | undefined {
  const { tree } = parties;
  const noun = headOf(tree, verb);
  const isText = relationOf(tree, verb) === 'acl' && TEXTS.has(lemmaOf(tree, noun));
  // "released a video showing graves": a video shows by itself what it shows.
  if (!isText || !lowerOf(tree, verb).endsWith('ing') || lemmaOf(tree, verb) === 'show') return undefined;
  const above = headOf(tree, noun);
  const isIssued = relationOf(tree, noun) === 'obj' && ISSUING.has(lemmaOf(tree, above));
  const writer = isIssued ? doerOf(tree, above) : undefined;
  return writer !== undefined && (canSpeak(parties, writer) || isPronoun(tree, writer)) ? writer : undefined;
}

/** "Its spokesman, Captain Bello, rejected the claim and said": the second verb is spoken by whoever speaks the first. */
function joinedTo(tree: Tree, verb: number): number | undefined {
  if (childBy(tree, verb, 'nsubj', 'nsubj:pass', 'csubj') !== undefined) return undefined;
  const above = wordsAbove(tree, verb);
  if (above !== undefined) return above;
  const first = headOf(tree, verb);
  const isShared =
    relationOf(tree, verb) === 'conj' &&
    // "Sule is a baker but concedes that": what somebody is stands in for a verb.
    (tree.tags[first]?.upos === 'VERB' || childBy(tree, first, 'cop') !== undefined) &&
    first < verb &&
    childBy(tree, first, 'nsubj') !== undefined &&
    childBy(tree, first, 'aux:pass') === undefined;
  return isShared ? (aboveRelative(tree, verb, first) ?? first) : undefined;
}

/** "have charged Ruiz, who fled in 2019, and expect to find him": a verb of another tense behind a comma goes on with the sentence. */
function aboveRelative(tree: Tree, verb: number, first: number): number | undefined {
  const coordinator = childBy(tree, verb, 'cc');
  const isApart = coordinator !== undefined && lowerOf(tree, coordinator - 1) === ',';
  const isSame = tree.tags[verb]?.features.tense === tree.tags[first]?.features.tense;
  if (relationOf(tree, first) !== 'acl:relcl' || !isApart || isSame) return undefined;
  let above = headOf(tree, first);
  while (above >= 0 && tree.tags[above]?.upos !== 'VERB') above = headOf(tree, above);
  return above >= 0 && childBy(tree, above, 'nsubj') !== undefined ? above : undefined;
}

/** "The letter, which could not be dated, threatened to": a passive clause in between makes parsers call the subject a passive one. */
function mislabelled(tree: Tree, verb: number): number | undefined {
  return childBy(tree, verb, 'aux:pass') === undefined ? childBy(tree, verb, 'nsubj:pass') : undefined;
}

/** "A doctor at the clinic, reached by telephone, put": the subject's own words end where the verb begins. */
function hasSubjectUpTo(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, 'nsubj').some((subject) => {
    const words = subtreeOf(tree, subject).filter((token) => tree.tags[token]?.upos !== 'PUNCT');
    return subject < verb && (words.at(-1) === verb - 2 || isBehindAside(tree, subject, verb));
  });
}

/** "Egypt, for its part, accused": an aside without a verb parts the subject from what it does. */
function isBehindAside(tree: Tree, subject: number, verb: number): boolean {
  if (lowerOf(tree, subject + 1) !== ',') return false;
  for (let token = subject + 1; token < verb; token++)
    if (/^[”"“;:]$/u.test(lowerOf(tree, token)) || ['VERB', 'AUX'].includes(tree.tags[token]?.upos ?? ''))
      return false;
  return true;
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
  // "Doctors in the town and aid workers said": the last of those who speak is joined to the first.
  if (
    relationOf(tree, actor.headToken) === 'conj' &&
    tree.tags[headOf(tree, actor.headToken)]?.upos === 'NOUN'
  )
    return undefined;
  return OPENERS.has(lowerOf(tree, actor.firstToken - 1)) ? actor.headToken : undefined;
}

/** Tells whether a token names somebody, not a thing. */
export function canSpeak({ actors, ...parties }: Parties, token: number): boolean {
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
    // "Iran, the envoy claimed, was arming them": what has its own verb behind the aside does not speak in it.
    if (party !== undefined && found !== undefined && isSubjectBehind(tree, party, verb)) break;
    // "…, one of them a nurse, villagers said": a part of somebody is no speaker.
    if (party !== undefined && found !== undefined && isPart(tree, start, end)) break;
    if (party !== undefined && isPersonName(parties, party)) name = party;
    found = party ?? found;
    end = start;
  }
  // "The task force commander, Brigadier Musa Bello, said": the name, where one is given.
  return name ?? found;
}

function isSubjectBehind(tree: Tree, party: number, verb: number): boolean {
  const isTied = isRelation(relationOf(tree, party), ['nsubj']) && headOf(tree, party) > verb;
  const next = verb + 2;
  const isVerbNext =
    ['VERB', 'AUX'].includes(tree.tags[next]?.upos ?? '') && !lowerOf(tree, next).endsWith('ing');
  return isTied || (lowerOf(tree, verb + 1) === ',' && isVerbNext);
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
      /^[,;:”"“.?!()–—]$/u.test(before.text) ||
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
  // "Brigadier-General Sule Danladi": a mention begins behind the hyphen.
  if (lowerOf(tree, start + 1) === '-' && !byFirst.has(start)) start += 2;
  const actor = (byFirst.get(start) ?? [])
    .map((index) => actors[index])
    // "Its Mindanao command said": whose command it is does not speak.
    .find(
      (one) => one !== undefined && one.endToken <= end && (one.kind !== 'pronoun' || one.endToken === end),
    );
  if (actor === undefined || actor.kind === 'thing') return undefined;
  for (let token = start; token < end; token++) {
    const upos = tree.tags[token]?.upos;
    // "a relative of one of the detained": a participle behind its article is a noun.
    if (upos === 'VERB' && lowerOf(tree, token - 1) === 'the') continue;
    // "the man who police say shot him": another speaks in the clause about the man.
    if (upos === 'PRON' && token > start && ['who', 'whom', 'that', 'which'].includes(lowerOf(tree, token)))
      return undefined;
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
  // "said a teacher met at the border": parsers make a clause of what only describes her.
  const next = parties.actors[(parties.byFirst.get(verb + 1) ?? [])[0] ?? -1];
  if (next === undefined || next.kind === 'thing') return undefined;
  // "The chief, for example, said Sudan had shelled the mill": whoever does something in what is said does not say it.
  const isToldOf =
    isRelation(relationOf(tree, next.headToken), ['nsubj']) &&
    headOf(tree, next.headToken) > verb &&
    childrenBy(tree, verb, 'nsubj').some(
      (subject) => subject < verb && canSpeak({ tree, ...parties }, subject),
    );
  return isToldOf ? undefined : next.headToken;
}
