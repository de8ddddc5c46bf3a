import type { Name } from '../document/language-layers.ts';
import type { Tree } from '../language/tree.ts';
import { childBy, childrenBy, headOf, isRelation, lemmaOf, lowerOf, relationOf } from '../language/tree.ts';
import type { Match } from './actor-matches.ts';
import type { ActorText } from './actor-phrase.ts';

/** A token that heads words which may name a party. */
export interface Candidate {
  readonly head: number;
  /**
   * `phrase` is a noun phrase, `modifier` a word that names a party before a noun that is none ("Russian" in "Russian
   * incursion"), `counted` a number or amount ("thousands of people", where `of` is the counted noun).
   */
  readonly form: 'phrase' | 'modifier' | 'pronoun' | 'counted';
  readonly of: number | null;
}

/** Finds the heads of all words that may name a party, one a token, in the order of the text. */
export function findCandidates(text: ActorText, names: readonly Name[]): readonly Candidate[] {
  const heads = headsOf(text, names);
  const found: Candidate[] = [];
  text.tree.tokens.forEach((_, token) => {
    const form = formOf(text, heads, token);
    if (form !== undefined)
      found.push({ head: token, form, of: form === 'counted' ? countedNoun(text.tree, heads, token) : null });
  });
  return found;
}

/** The tokens that head a name or a match of the tables. */
function headsOf({ tree, matches, names: byToken }: ActorText, names: readonly Name[]): ReadonlySet<number> {
  const heads = new Set<number>();
  for (const name of names) {
    if (name.kind !== 'weapon' && name.kind !== 'other' && name.kind !== 'place')
      heads.add(headOfRange(tree, name));
  }
  for (const [token, match] of matches.entries()) {
    if (match === undefined || match.firstToken !== token) continue;
    const head = headOfRange(tree, match);
    // "a private in the army" has a head; "private talks" and "guards the bridge" have none.
    if (!isRole(match) || isNoun(tree, head) || isSubstantive(tree, head))
      heads.add(byToken[head] === undefined ? head : headOfRange(tree, widest(byToken[head], match)));
  }
  return heads;
}

function widest(
  name: Name | undefined,
  match: Match,
): { readonly firstToken: number; readonly endToken: number } {
  return name !== undefined && name.endToken - name.firstToken > match.endToken - match.firstToken
    ? name
    : match;
}

/** The token of a run that hangs on something outside it; the last one where several do. */
function headOfRange(
  tree: Tree,
  { firstToken, endToken }: { readonly firstToken: number; readonly endToken: number },
): number {
  for (let token = endToken - 1; token >= firstToken; token--) {
    const head = headOf(tree, token);
    if (
      (head < firstToken || head >= endToken) &&
      !isRelation(relationOf(tree, token), ['punct', 'case', 'det'])
    )
      return token;
  }
  return endToken - 1;
}

function isRole({ entry }: Match): boolean {
  return entry.kind === 'role';
}

function isNoun(tree: Tree, token: number): boolean {
  const upos = tree.tags[token]?.upos;
  return upos === 'NOUN' || upos === 'PROPN' || upos === 'X';
}

/** "the wounded", "the British": an adjective that stands as a noun. */
function isSubstantive(tree: Tree, token: number): boolean {
  return isRelation(relationOf(tree, token), ARGUMENTS) && childBy(tree, token, 'det') !== undefined;
}

const ARGUMENTS = [
  'nsubj',
  'obj',
  'iobj',
  'obl',
  'nmod',
  'conj',
  'appos',
  'root',
  'parataxis',
  'ccomp',
  'advcl',
  'acl',
  'xcomp',
  'vocative',
  'dislocated',
];
const MODIFIERS = ['compound', 'amod', 'flat', 'nmod:desc', 'goeswith'];

function formOf(text: ActorText, heads: ReadonlySet<number>, token: number): Candidate['form'] | undefined {
  const { tree } = text;
  const relation = relationOf(tree, token);
  if (isPronoun(tree, token)) return 'pronoun';
  if (heads.has(token)) {
    if (isRelation(relation, MODIFIERS)) return isModifier(text, heads, token) ? 'modifier' : undefined;
    if (isDemonym(text, token) && !isNoun(tree, token) && !isSubstantive(tree, token)) return undefined;
    return isPlaceOnly(text, token) ? undefined : 'phrase';
  }
  if (countedNoun(tree, heads, token) !== null) return 'counted';
  if (isBareNumber(tree, token)) return 'counted';
  return isUnknownName(text, token) ? 'phrase' : undefined;
}

function isDemonym({ matches }: ActorText, token: number): boolean {
  const entry = matches[token]?.entry;
  return entry?.kind === 'country' && (entry.form === 'adjective' || entry.form === 'region-adjective');
}

/** Tells whether a word before a noun names a party by itself: "Russian" in "Russian incursion", but not in "Russian troops". */
function isModifier({ tree, matches, names }: ActorText, heads: ReadonlySet<number>, token: number): boolean {
  const of = headOf(tree, token);
  if (of < 0 || heads.has(of) || matches[of] !== undefined) return false;
  const match = matches[token];
  if (match === undefined) return names[token] !== undefined && names[of] !== names[token];
  if (match.before === 'pro' || match.before === 'anti' || match.after !== '') return false;
  return match.entry.kind !== 'role' || match.entry.use === 'both';
}

const PLACE_CASES = new Set([
  'in',
  'at',
  'near',
  'inside',
  'around',
  'across',
  'throughout',
  'within',
  'outside',
  'along',
  'into',
  'onto',
]);

/** "in Ukraine", "near the village": where, not who. "into Ukraine" may be an attack on it and stays. */
function isPlaceOnly({ tree, matches }: ActorText, token: number): boolean {
  const entry = matches[token]?.entry;
  const isThing = entry?.kind === 'role' && entry.noun === 'thing';
  const isPlace = isThing || entry?.kind === 'country' || (entry?.kind === 'body' && entry.sector === 'PRE');
  if (!isPlace || !isRelation(relationOf(tree, token), ['obl', 'nmod'])) return false;
  const preposition = childBy(tree, token, 'case');
  const word = preposition === undefined ? '' : lowerOf(tree, preposition);
  if (word === 'at' && AIMING.has(lemmaOf(tree, headOf(tree, token)))) return false;
  return PLACE_CASES.has(word) && word !== 'into' && word !== 'onto';
}

/** "fired at a Greek trawler", "aimed at the embassy": what is aimed at is no mere place. */
const AIMING = new Set(
  'aim bark direct fire fling hurl launch level lob lunge point shoot shout spit strike swing target throw train'.split(
    ' ',
  ),
);

const AMOUNTS = new Set([
  'thousand',
  'hundred',
  'dozen',
  'score',
  'million',
  'ten',
  'number',
  'handful',
  'majority',
  'most',
  'some',
  'many',
  'several',
  'half',
  'third',
  'quarter',
  'all',
  'both',
  'none',
  'few',
  'couple',
  'one',
  'part',
  'each',
  'either',
  'any',
  'rest',
  'remains',
  'wave',
  'pair',
  'trio',
  'group',
  'other',
  'others',
  'two-thirds',
  'percent',
]);

/** The noun that a number or amount counts with "of": "two of its battalions", "thousands of people". */
function countedNoun(tree: Tree, heads: ReadonlySet<number>, token: number): number | null {
  if (
    tree.tags[token]?.upos !== 'NUM' &&
    !AMOUNTS.has(lemmaOf(tree, token)) &&
    !AMOUNTS.has(lowerOf(tree, token))
  )
    return null;
  const counted = childrenBy(tree, token, 'nmod', 'obl').find((child) => {
    const preposition = childBy(tree, child, 'case');
    return (
      preposition !== undefined &&
      lowerOf(tree, preposition) === 'of' &&
      (heads.has(child) || isPronoun(tree, child))
    );
  });
  return counted ?? null;
}

// "killing nine": the dead are counted, not named.
function isBareNumber(tree: Tree, token: number): boolean {
  const isNumber = tree.tags[token]?.upos === 'NUM' || isRoundNumber(tree, token);
  if (!isNumber || !isRelation(relationOf(tree, token), ['nsubj', 'obj'])) return false;
  return !/[%$€£]/u.test(tree.tokens[token]?.text ?? '') && childrenBy(tree, token, 'nmod').length === 0;
}

/** "Thousands marched", "dozens were arrested": people, where nothing says of what; "a score" and "a dozen" count anything. */
function isRoundNumber(tree: Tree, token: number): boolean {
  return (
    ['thousand', 'hundred', 'dozen'].includes(lemmaOf(tree, token)) && lowerOf(tree, token).endsWith('s')
  );
}

const PRONOUNS = new Set([
  'he',
  'him',
  'his',
  'she',
  'her',
  'hers',
  'it',
  'its',
  'they',
  'them',
  'their',
  'theirs',
  'we',
  'us',
  'our',
  'ours',
  'i',
  'me',
  'my',
  'mine',
  'you',
  'your',
  'who',
  'whom',
  'whose',
  'himself',
  'herself',
  'itself',
  'themselves',
  'ourselves',
]);
const STANDING_ALONE = new Set([
  'those',
  'these',
  'both',
  'others',
  'another',
  'all',
  'some',
  'many',
  'everyone',
  'everybody',
  'someone',
  'somebody',
  'nobody',
  'anyone',
  'none',
  'neither',
  'either',
  'other',
]);

function isPronoun(tree: Tree, token: number): boolean {
  const lower = lowerOf(tree, token);
  const relation = relationOf(tree, token);
  if (isRelation(relation, ['expl', 'det', 'amod', 'nummod', 'advmod', 'cc', 'fixed', 'mark'])) return false;
  if (PRONOUNS.has(lower)) return lower !== 'us' || tree.tokens[token]?.text !== 'US';
  if ((lower === 'which' || lower === 'that') && tree.tags[token]?.upos === 'PRON')
    return isRelation(relation, ['nsubj', 'obj']) && isInRelativeClause(tree, token);
  if (!STANDING_ALONE.has(lower) || !isRelation(relation, ['nsubj', 'obj', 'iobj', 'conj', 'obl']))
    return false;
  return childBy(tree, token, 'nmod') === undefined;
}

function isInRelativeClause(tree: Tree, token: number): boolean {
  return isRelation(relationOf(tree, headOf(tree, token)), ['acl:relcl']);
}

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|gmt|utc|islam|ramadan|easter|christmas|covid|covid-19)$/u;

/** A capitalised noun in the place of a party that no table knows: kept, and kept unknown. */
function isUnknownName({ tree, matches, names }: ActorText, token: number): boolean {
  if (
    tree.tags[token]?.upos !== 'PROPN' ||
    matches[token] !== undefined ||
    CALENDAR.test(lowerOf(tree, token))
  )
    return false;
  if (isHitShip(tree, token)) return true;
  const kind = names[token]?.kind;
  if (kind === 'weapon' || kind === 'other') return false;
  return isRelation(relationOf(tree, token), ['nsubj', 'obj', 'iobj', 'nmod:poss', 'obl:agent', 'appos']);
}

const HITTING = new Set(
  'attack board bombard damage fire hijack hit intercept rain rake ram sabotage seize shell shoot sink spray strafe strike torpedo'.split(
    ' ',
  ),
);

/** "Bullets rained on the Nadia", "pirates boarded the Nadia": what is hit and has an article and a bare name is a ship. */
function isHitShip(tree: Tree, token: number): boolean {
  if (lowerOf(tree, token - 1) !== 'the' || !HITTING.has(lemmaOf(tree, headOf(tree, token)))) return false;
  const preposition = childBy(tree, token, 'case');
  const isAimedAt = preposition !== undefined && ['on', 'at', 'aboard'].includes(lowerOf(tree, preposition));
  return (
    isRelation(relationOf(tree, token), ['obj', 'nsubj:pass']) ||
    (relationOf(tree, token) === 'obl' && isAimedAt)
  );
}
