import type { ActorMention, Sector } from '../document/mention-layers.ts';
import { doerOf } from '../language/control.ts';
import {
  childrenBy,
  headOf,
  isRelation,
  isUnder,
  lemmaOf,
  lowerOf,
  relationOf,
  type Tree,
} from '../language/tree.ts';
import { isSpeaker, speakersIn } from './chains-quotes.ts';
import type { Gender, Linking } from './chains-state.ts';
import { firstActorsOf } from './chains-state.ts';

type Class = 'he' | 'she' | 'it' | 'they' | 'speaker' | 'relative';

const CLASSES: Readonly<Record<string, Class>> = {
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
  it: 'it',
  its: 'it',
  itself: 'it',
  they: 'they',
  them: 'they',
  their: 'they',
  theirs: 'they',
  themselves: 'they',
  we: 'speaker',
  us: 'speaker',
  our: 'speaker',
  ours: 'speaker',
  ourselves: 'speaker',
  i: 'speaker',
  me: 'speaker',
  my: 'speaker',
  mine: 'speaker',
  who: 'relative',
  whom: 'relative',
  whose: 'relative',
  which: 'relative',
  that: 'relative',
};

/** A pronoun looks back over this many mentions and sentences at most. */
const MENTION_REACH = 60;
const SENTENCE_REACH = 3;

/** Tells what a pronoun asks of its antecedent; undefined for words that stand alone ("others"). */
export function pronounClass(linking: Linking, mention: number): Class | undefined {
  return CLASSES[lowerOf(linking.tree, linking.actors[mention]?.headToken ?? -1)];
}

/** Gives the chain that a pronoun of the third person or a relative pronoun stands for; undefined when none fits. */
export function findAntecedent(linking: Linking, mention: number): number | undefined {
  const asked = pronounClass(linking, mention);
  if (asked === undefined || asked === 'speaker') return undefined;
  return asked === 'relative' ? findRelative(linking, mention) : findThird(linking, mention, asked);
}

/** "Rwanda, which denies it", "fighters who fled": the noun that the clause hangs on. */
function findRelative({ tree, actors, mentionAt, chainOf }: Linking, mention: number): number | undefined {
  let at = actors[mention]?.headToken ?? -1;
  while (at >= 0 && !isRelation(relationOf(tree, at), ['acl:relcl', 'acl'])) at = headOf(tree, at);
  const antecedent = at < 0 ? undefined : mentionAt.get(headOf(tree, at));
  const chain = antecedent === undefined ? undefined : chainOf[antecedent];
  return chain === undefined || chain < 0 ? undefined : chain;
}

function findThird(
  linking: Linking,
  mention: number,
  asked: 'he' | 'she' | 'it' | 'they',
): number | undefined {
  const { actors, tree, chainOf } = linking;
  const pronoun = actors[mention];
  if (pronoun === undefined) return undefined;
  const client = clientOf(linking, pronoun, asked);
  if (client !== undefined) return client;
  const sentence = tree.tokens[pronoun.headToken]?.sentence ?? 0;
  const barred = barredChains(linking, pronoun);
  const isCounted = isPartitive(tree, pronoun.headToken);
  const isClosing = isClosingSpeaker(tree, pronoun.headToken);
  const others = objectsBeside(linking, pronoun);
  let best: number | undefined;
  let bestScore = 0;
  for (let at = mention - 1, seen = 0; at >= 0 && seen < MENTION_REACH; at--, seen++) {
    const candidate = actors[at];
    const chain = chainOf[at] ?? -1;
    if (candidate === undefined || chain < 0 || barred.has(chain)) continue;
    if (isOneOf(linking, chain, others)) continue;
    const distance = sentence - (tree.tokens[candidate.headToken]?.sentence ?? 0);
    if (distance > SENTENCE_REACH) break;
    // "No rebels slept in the mill, they said": who closes a sentence by saying so is nobody in it.
    if (distance === 0 && isClosing && isInside(tree, candidate.headToken, pronoun.headToken)) continue;
    // "A patrol boat came under fire. Nine men died, it said": no boat says so.
    if (candidate.kind === 'thing' && isSpeaker(tree, pronoun.headToken)) continue;
    // "came under fire from two canoes and sank both of them": what is sunk is hardly people.
    const isWrecked = candidate.kind === 'thing' && asked === 'they' && isWreck(tree, pronoun.headToken);
    // "destroyed all of them. Nine men died, it said": what is several is not "it".
    if (asked === 'it' && SEVERAL.has(lowerOf(tree, candidate.headToken))) continue;
    // "Thirty of them crossed": those who are counted are several.
    const fit = isCounted && !isPlural(tree, candidate) ? 0 : fitOf(linking, chain, candidate, asked);
    if (fit === 0 || (candidate.endToken > pronoun.headToken && candidate.firstToken <= pronoun.headToken))
      continue;
    const score =
      fit +
      (isWrecked ? WRECKED : 0) +
      salience(linking, candidate, pronoun, distance) +
      frequency(linking, chain);
    if (score > bestScore) {
      best = chain;
      bestScore = score;
    }
  }
  return best;
}

const SEVERAL = new Set('all both some many most several few others'.split(' '));

const WRECKED = 1.5;
const WRECKING = new Set(
  'destroy sink burn torch demolish seize impound confiscate intercept down dismantle'.split(' '),
);

/** Whether a pronoun, or what is counted of it, is what a verb wrecks or takes. */
function isWreck(tree: Tree, pronoun: number): boolean {
  const object = isPartitive(tree, pronoun) ? headOf(tree, pronoun) : pronoun;
  return isRelation(relationOf(tree, object), ['obj']) && WRECKING.has(lemmaOf(tree, headOf(tree, object)));
}

const SPEAKING_FOR = new Set(
  'lawyer attorney counsel barrister family relative wife husband mother father son daughter'.split(' '),
);

/** "Her lawyer insists that she knew nothing": who has others speak for her is whom they speak of. */
function clientOf(
  { tree, mentionAt, chainOf }: Linking,
  pronoun: ActorMention,
  asked: Class,
): number | undefined {
  let clause = headOf(tree, pronoun.headToken);
  while (clause >= 0 && !isRelation(relationOf(tree, clause), ['ccomp'])) clause = headOf(tree, clause);
  const speaker = clause < 0 ? undefined : childrenBy(tree, headOf(tree, clause), 'nsubj')[0];
  if (speaker === undefined || !SPEAKING_FOR.has(lemmaOf(tree, speaker))) return undefined;
  const owner = childrenBy(tree, speaker, 'nmod:poss').find((one) => CLASSES[lowerOf(tree, one)] === asked);
  const chain = owner === undefined ? undefined : chainOf[mentionAt.get(owner) ?? -1];
  return chain === undefined || chain < 0 ? undefined : chain;
}

/** "The envoy went on: the mortar, he said": who stands before a colon, or speaks, is no part of what is said. */
function isInside(tree: Tree, candidate: number, pronoun: number): boolean {
  if (isSpeaker(tree, candidate)) return false;
  return !tree.tokens.slice(candidate, pronoun).some(({ text }) => text === ':' || text === ';');
}

function isClosingSpeaker(tree: Tree, token: number): boolean {
  const verb = headOf(tree, token);
  return (
    isSpeaker(tree, token) &&
    /^[,”"]$/u.test(tree.tokens[token - 1]?.text ?? '') &&
    childrenBy(tree, verb, 'ccomp', 'xcomp', 'obj').every((said) => said < token)
  );
}

/** Chains that a pronoun cannot mean: the subject of its own clause, and inside a quote the one who speaks. */
function barredChains(linking: Linking, pronoun: ActorMention): ReadonlySet<number> {
  const { tree, mentionAt, chainOf } = linking;
  const barred = new Set<number>();
  const bar = (token: number): void => {
    const mention = mentionAt.get(token);
    const chain = mention === undefined ? undefined : chainOf[mention];
    if (chain !== undefined && chain >= 0) barred.add(chain);
  };
  const isPossessive = isRelation(relationOf(tree, pronoun.headToken), ['nmod:poss']);
  const isReflexive = /sel(?:f|ves)$/u.test(lowerOf(tree, pronoun.headToken));
  if (!isPossessive && !isReflexive) {
    for (const subject of childrenBy(tree, headOf(tree, pronoun.headToken), 'nsubj'))
      if (subject !== pronoun.headToken) bar(subject);
    // "The troops repelled the raiders and killed fourteen of them": they did not kill their own.
    // "The judge meant to charge them": nor does who means to do it.
    const governor = headOf(tree, pronoun.headToken);
    const isObject = isRelation(relationOf(tree, pronoun.headToken), ['obj', 'iobj']);
    const verb = isPartitive(tree, pronoun.headToken) ? headOf(tree, governor) : isObject ? governor : -1;
    const doer = verb < 0 ? undefined : doerOf(tree, verb);
    if (doer !== undefined && doer !== headOf(tree, pronoun.headToken)) bar(doer);
  }
  const speaker = speakerOf(linking, pronoun.headToken);
  if (speaker !== undefined && (linking.quotes.byToken[pronoun.headToken] ?? -1) >= 0) bar(speaker);
  return barred;
}

/** Whom a pronoun's own verb has for an object: in "It urged the Taliban to investigate" the Taliban, who did not urge themselves. */
function objectsBeside({ tree, actors, mentionAt }: Linking, pronoun: ActorMention): readonly ActorMention[] {
  if (!isRelation(relationOf(tree, pronoun.headToken), ['nsubj'])) return [];
  return childrenBy(tree, headOf(tree, pronoun.headToken), 'obj', 'iobj').flatMap((object) => {
    const other = actors[mentionAt.get(object) ?? -1];
    return other === undefined || other.kind === 'pronoun' ? [] : [other];
  });
}

function isOneOf({ tree, actors, chains }: Linking, chain: number, others: readonly ActorMention[]): boolean {
  if (others.length === 0) return false;
  const named = (chains[chain]?.mentions ?? []).slice(0, NAMED_EARLY).map((mention) => actors[mention]);
  return others.some((other) => named.some((one) => one !== undefined && isNamedAlike(tree, other, one)));
}

/** Among so many of its first mentions a chain has its name. */
const NAMED_EARLY = 4;

function isNamedAlike(tree: Tree, one: ActorMention, other: ActorMention): boolean {
  if (one.entity !== null && one.entity === other.entity) return true;
  const isName = tree.tags[one.headToken]?.upos === 'PROPN';
  return isName && lowerOf(tree, one.headToken) === lowerOf(tree, other.headToken);
}

/** "thirty of them", "some of whom": one of several. */
function isPartitive(tree: Tree, pronoun: number): boolean {
  const counted = headOf(tree, pronoun);
  return (
    isRelation(relationOf(tree, pronoun), ['nmod']) &&
    (tree.tags[counted]?.upos === 'NUM' || tree.tags[counted]?.upos === 'DET') &&
    childrenBy(tree, pronoun, 'case').some((mark) => lowerOf(tree, mark) === 'of')
  );
}

/** A country is rarely "they"; only where nothing else stands near. */
const AGAINST = -2;

/** "The front took the town … they beat us": a force is its men. */
const ARMED: readonly (Sector | null)[] = ['MIL', 'REB', 'UAF', 'COP', 'PRM'];

/** How well a chain answers to the pronoun's number, gender and animacy; 0 where it cannot. */
function fitOf(
  linking: Linking,
  chain: number,
  candidate: ActorMention,
  asked: 'he' | 'she' | 'it' | 'they',
): number {
  const named = candidate.kind === 'pronoun' ? firstActorsOf(linking, chain)[0] : candidate;
  const growing = linking.chains[chain];
  if (named === undefined || growing === undefined) return 0;
  if (asked === 'he' || asked === 'she') {
    const wanted: Gender = asked === 'he' ? 'Masc' : 'Fem';
    if (!growing.isPerson) return 0;
    return growing.gender === wanted ? 1.3 : growing.gender === null ? 1 : 0;
  }
  if (growing.isPerson) return 0;
  const isPlural = linking.tree.tags[named.headToken]?.features.number === 'Plur';
  if (asked === 'they') {
    if (named.kind === 'people') return 1.5;
    if (named.kind === 'thing') return isPlural ? 0.6 : 0;
    if (named.kind !== 'organisation') return AGAINST;
    return named.sector !== null && ARMED.includes(named.sector) ? 1.3 : 0.7;
  }
  if (named.kind === 'people') return 0;
  if (named.kind === 'thing') return isPlural ? 0 : 0.4;
  return isPlural && named.entity === null ? 0.2 : 1;
}

/** By sentences back: whom the last sentence told of is far more present than whom the one before it did. */
const PRESENCE: readonly number[] = [3, 2, 0.8, 0];

/** How present a candidate is where the pronoun stands: subjects before objects, near before far, speakers before others. */
function salience(
  linking: Linking,
  candidate: ActorMention,
  pronoun: ActorMention,
  distance: number,
): number {
  const { tree, quotes } = linking;
  const relation = relationOf(tree, candidate.headToken);
  // "One of the sailors, Petty Officer Mina, contradicted him": the name is subject with what it explains.
  const host = isRelation(relation, ['appos']) ? headOf(tree, candidate.headToken) : candidate.headToken;
  const isSubject = isRelation(relationOf(tree, host), ['nsubj']);
  let score = PRESENCE[distance] ?? 0;
  if (isSubject) score += 1.2;
  else if (isRelation(relation, ['obj', 'iobj', 'appos'])) score += 0.4;
  else if (isRelation(relation, ['compound', 'amod', 'nmod:poss', 'nmod'])) score -= 0.5;
  // "Kigali denied that its soldiers …": the subject of the clause above the pronoun.
  if (distance === 0 && isSubject && isUnder(tree, pronoun.headToken, headOf(tree, host))) score += 0.8;
  // "seized the boat and detained its crew": those who do harm seldom do it to their own.
  if (distance === 0 && isHarming(tree, candidate.headToken, pronoun.headToken)) score -= 2.2;
  // "Police arrested two smugglers. The mayor freed them": whom something befell, more comes upon.
  if (isPatient(tree, pronoun.headToken)) score += isPatient(tree, candidate.headToken) ? 0.8 : 0;
  // "urged the junta to stop its raids": whoever is to do what the infinitive tells stands nearer than who asks.
  if (distance === 0 && isBidden(tree, candidate.headToken, pronoun.headToken)) score += 2;
  if (isSpeaker(tree, pronoun.headToken) && isSpeaker(tree, candidate.headToken)) score += 0.6;
  if ((quotes.byToken[candidate.headToken] ?? -1) !== (quotes.byToken[pronoun.headToken] ?? -1)) score -= 0.3;
  // "Little has changed, people there say. “They took down one flag,” said a nurse": residents do not mean residents.
  const isQuoted = (quotes.byToken[pronoun.headToken] ?? -1) >= 0;
  const isResident = candidate.kind === 'people' && (candidate.sector === null || candidate.sector === 'CVL');
  if (isQuoted && isResident && isSpeaker(tree, candidate.headToken)) score -= 2;
  return score;
}

/** What is done to others' people and things. */
const HARM = new Set(
  'kill wound injure shoot beat bomb shell hit strike attack seize detain arrest capture kidnap abduct ram burn loot destroy sink torch raid storm target rob murder torture impound confiscate damage'.split(
    ' ',
  ),
);

/** Whether a noun does harm to what the pronoun owns: "guards beat three of its drivers". */
function isHarming(tree: Tree, candidate: number, pronoun: number): boolean {
  if (!isRelation(relationOf(tree, pronoun), ['nmod:poss']) || lowerOf(tree, pronoun + 1) === 'own')
    return false;
  const owned = headOf(tree, pronoun);
  const counted = isRelation(relationOf(tree, owned), ['nmod']) ? headOf(tree, owned) : owned;
  const verb = headOf(tree, counted);
  return (
    isRelation(relationOf(tree, counted), ['obj']) &&
    HARM.has(lemmaOf(tree, verb)) &&
    doerOf(tree, verb) === candidate
  );
}

function isPatient(tree: Tree, token: number): boolean {
  return ['obj', 'nsubj:pass'].includes(relationOf(tree, token));
}

/** Whether a noun is the object of a verb whose infinitive it does, with the pronoun inside: "asked Oslo to open its ports". */
function isBidden(tree: Tree, candidate: number, pronoun: number): boolean {
  const verb = headOf(tree, candidate);
  return (
    isRelation(relationOf(tree, candidate), ['obj', 'iobj']) &&
    childrenBy(tree, verb, 'xcomp', 'advcl').some(
      (infinitive) => isUnder(tree, pronoun, infinitive) && doerOf(tree, infinitive) === candidate,
    )
  );
}

function isPlural(tree: Tree, { headToken, kind }: ActorMention): boolean {
  return (
    kind === 'pronoun' ||
    tree.tags[headToken]?.features.number === 'Plur' ||
    NUMBERED.has(lowerOf(tree, headToken))
  );
}

/** Nouns whose plural looks like the singular: "41 aircraft". */
const NUMBERED = new Set(['aircraft', 'police', 'people', 'craft', 'infantry', 'cattle', 'personnel']);

function frequency(linking: Linking, chain: number): number {
  return 0.1 * Math.min(5, linking.chains[chain]?.mentions.length ?? 0);
}

/**
 * Gives the token of the one who speaks the quote in which a token stands: the subject of a verb of saying in the
 * sentences that the quote touches, else in the sentence before. Undefined outside quotes and where nobody is named.
 */
export function speakerOf({ tree, quotes, zoneOfSentence }: Linking, token: number): number | undefined {
  const quote = quotes.ranges[quotes.byToken[token] ?? -1];
  if (quote === undefined) return undefined;
  const first = sentenceStart(tree, quote.firstToken);
  const inside = speakersIn(tree, quotes, first, sentenceEnd(tree, quote.endToken - 1));
  const nearest = inside.sort((a, b) => Math.abs(a - quote.endToken) - Math.abs(b - quote.endToken))[0];
  if (nearest !== undefined) return nearest;
  const before = first - 1;
  const sentenceBefore = tree.tokens[before]?.sentence;
  const sentence = tree.tokens[first]?.sentence ?? 0;
  if (sentenceBefore === undefined || zoneOfSentence[sentenceBefore] !== zoneOfSentence[sentence])
    return undefined;
  return speakersIn(tree, quotes, sentenceStart(tree, before), first).at(-1);
}

function sentenceStart(tree: Tree, token: number): number {
  let first = token;
  while (first > 0 && tree.tokens[first - 1]?.sentence === tree.tokens[token]?.sentence) first--;
  return first;
}

function sentenceEnd(tree: Tree, token: number): number {
  let end = token + 1;
  while (tree.tokens[end] !== undefined && tree.tokens[end]?.sentence === tree.tokens[token]?.sentence) end++;
  return end;
}
