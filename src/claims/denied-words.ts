import { isSaying, namesSaying } from '../events/sayings.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  isUnder,
  lemmaOf,
  lowerOf,
  relationOf,
  subtreeOf,
  type Tree,
} from '../language/tree.ts';
import type { Told } from './told.ts';

/**
 * Tells whether an event stands in what is denied: negative there ("denied shelling"), or told by the words that are denied
 * ("rejected reports that a jet had bombed it"). What is joined to the denial, or set behind a colon, is not.
 */
export function isContent(tree: Tree, other: Told, denial: Told): boolean {
  const verb = denial.event.headToken;
  const token = other.event.headToken;
  if (isSaidBy(other, denial) && isRightBehind(tree, verb, token)) return true;
  if (!isUnder(tree, token, verb)) return false;
  const isReported = isInNoun(tree, token, verb) || isComplement(tree, token, verb);
  if (other.claim.polarity !== 'negative' && !isReported) return false;
  for (let at = token; at !== verb && at >= 0; at = headOf(tree, at)) {
    if (headOf(tree, at) !== verb) continue;
    if (isRelation(relationOf(tree, at), ['conj', 'parataxis', 'nsubj'])) return false;
    if (isRelation(relationOf(tree, at), ['advcl']) && !isReported) return false;
    // "Kyiv accused Moscow of it, a charge Moscow denies": nobody denies in words that come first.
    if (isRelation(relationOf(tree, at), ['ccomp', 'xcomp']) && at < verb) return false;
  }
  return !isBehindColon(tree, verb, token);
}

/** "denied having paid the clan, as a leaked letter says": the clause of the verb itself, whatever else it hangs on. */
function isComplement(tree: Tree, token: number, verb: number): boolean {
  return (
    lemmaOf(tree, verb) === 'deny' &&
    headOf(tree, token) === verb &&
    isRelation(relationOf(tree, token), ['ccomp', 'xcomp'])
  );
}

/** The denial's verb is what turns the event: it is the cue of whoever denies it. */
function isSaidBy({ claim: { why } }: Told, { event: { trigger } }: Told): boolean {
  return (
    why.polarity.rule === 'claims/stance-deny' &&
    why.polarity.spans.some(({ start, end }) => start < trigger.end && trigger.start < end)
  );
}

/** "denied that its crews had opened fire; only flares …": no mark lies between a denial and its content. */
function isRightBehind(tree: Tree, verb: number, token: number): boolean {
  if (token < verb) return false;
  for (let at = verb + 1; at < token; at++) if (tree.tags[at]?.upos === 'PUNCT') return false;
  return true;
}

/** "rejected the reports that a jet had bombed it": the clause of a noun for what was said, itself the object. */
function isInNoun(tree: Tree, token: number, verb: number): boolean {
  for (let at = token; at !== verb && at >= 0; at = headOf(tree, at)) {
    if (relationOf(tree, at) === 'conj') return false;
    if (relationOf(tree, at) === 'nmod' && isOf(tree, at) && namesSaying(tree, headOf(tree, at))) return true;
    if (childrenBy(tree, at, 'mark').some((mark) => lowerOf(tree, mark) === 'that'))
      return isSaying(tree, headOf(tree, at)) || (relationOf(tree, at) === 'advcl' && saysBefore(tree, at));
  }
  return false;
}

/** "reports of a leak", not "reports from the front". */
function isOf(tree: Tree, noun: number): boolean {
  return childrenBy(tree, noun, 'case').some((word) => ['of', 'about'].includes(lowerOf(tree, word)));
}

/** The noun may stand apart from its clause: "rejected the reports, spread by the rebels, that a jet had bombed it". */
function saysBefore(tree: Tree, clause: number): boolean {
  const first = childBy(tree, clause, 'mark') ?? clause;
  for (let at = first - 1; at > first - 24 && at >= 0; at--) {
    if (tree.tokens[at]?.sentence !== tree.tokens[clause]?.sentence) return false;
    if (tree.tags[at]?.upos === 'NOUN' && isSaying(tree, at)) return true;
  }
  return false;
}

function isBehindColon(tree: Tree, verb: number, token: number): boolean {
  for (let at = verb + 1; at < token; at++) if ([':', ';'].includes(tree.tokens[at]?.text ?? '')) return true;
  return false;
}

/** Gives what is denied or judged: the object, the subject of a passive or of a judgement ("the claim is baseless"), or what is scoffed "at". */
export function objectOf(tree: Tree, verb: number): number | undefined {
  const described = describedSaying(tree, verb);
  if (described !== undefined) return described;
  const own = childBy(tree, verb, 'obj', 'nsubj:pass') ?? sayingAmong(tree, verb, 'obl', 'nmod');
  if (own !== undefined) return own;
  // "called the suggestion ridiculous": the judging word hangs on the verb that the object hangs on.
  const carrier = headOf(tree, verb);
  if (isRelation(relationOf(tree, verb), ['xcomp', 'obl', 'advcl']) && carrier >= 0)
    return childBy(tree, carrier, 'obj', 'nsubj:pass');
  return sayingAmong(tree, verb, 'nsubj') ?? relativeObject(tree, verb);
}

/** "a figure that it contests", "a suggestion which it called baseless": the clause describes what was said. */
function describedSaying(tree: Tree, verb: number): number | undefined {
  const clause = isRelation(relationOf(tree, verb), ['acl', 'acl:relcl']) ? verb : headOf(tree, verb);
  if (clause >= 0 && isRelation(relationOf(tree, clause), ['acl', 'acl:relcl'])) {
    const noun = headOf(tree, clause);
    if (namesSaying(tree, noun)) return noun;
  }
  return sayingBefore(tree, verb);
}

/** "…, a charge Moscow denies": parsers take the short relative clause for the sentence. */
function sayingBefore(tree: Tree, verb: number): number | undefined {
  for (let at = verb - 1; at > verb - 8 && at > 1; at--) {
    if (tree.tags[at]?.upos === 'PUNCT') return undefined;
    const isOpen = ['a', 'an'].includes(lowerOf(tree, at - 1)) && lowerOf(tree, at - 2) === ',';
    if (isOpen && (namesSaying(tree, at) || lowerOf(tree, at) === 'something')) return at;
  }
  return undefined;
}

function sayingAmong(tree: Tree, verb: number, ...relations: readonly string[]): number | undefined {
  return childrenBy(tree, verb, ...relations).find((child) => isSaying(tree, child));
}

/** "…, which it denied": the object comes first and may be taken for a subject. */
function relativeObject(tree: Tree, verb: number): number | undefined {
  const subject = childrenBy(tree, verb, 'nsubj').find((token) => lowerOf(tree, token) !== 'which');
  // "the junta, which denied that …": here it is who denies.
  if (subject === undefined) return undefined;
  const near = [verb - 1, verb - 2, verb - 3].filter((token) => lowerOf(tree, token) === 'which');
  return [...(tree.children[verb] ?? []), ...near].find((token) => lowerOf(tree, token) === 'which');
}

/** Gives the clause that is denied: of the verb, or of the noun that it denies ("a report that it had jailed two men"). */
export function clauseOf(tree: Tree, verb: number, object: number | undefined): number | undefined {
  const own = childrenBy(tree, verb, 'ccomp', 'xcomp').find((clause) => !isBehindColon(tree, verb, clause));
  if (own !== undefined || object === undefined) return own;
  return childrenBy(tree, object, 'acl', 'ccomp').find(
    (clause) =>
      relationOf(tree, clause) !== 'acl:relcl' ||
      childrenBy(tree, clause, 'mark').some((mark) => lowerOf(tree, mark) === 'that'),
  );
}

/** Words for having had to do with a deed: whoever denies them denies that the deed was theirs. */
const DISOWNING = new Set('involve implicate responsible complicit behind part role hand'.split(' '));

/** "was not involved", "had nothing to do with it", "played no part in it": the deed is disowned, not the words. */
export function isDisowning(tree: Tree, headToken: number): boolean {
  if (DISOWNING.has(lemmaOf(tree, headToken)) || DISOWNING.has(lowerOf(tree, headToken))) return true;
  if (['play', 'take', 'have', 'bear'].includes(lemmaOf(tree, headToken))) {
    const object = childBy(tree, headToken, 'obj');
    if (object !== undefined && PARTS.has(lemmaOf(tree, object))) return true;
  }
  return lemmaOf(tree, headToken) === 'have' && isDoWith(tree, headToken);
}

const PARTS = new Set('part role hand responsibility involvement blame'.split(' '));

function isDoWith(tree: Tree, verb: number): boolean {
  return subtreeOf(tree, verb).some(
    (token) => token > verb && lowerOf(tree, token) === 'do' && lowerOf(tree, token + 1) === 'with',
  );
}

/** Tells whether a clause only names what was claimed: "denied that the raid had ever happened". */
export function isHappening(tree: Tree, clause: number): boolean {
  const lemma = lemmaOf(tree, clause);
  // "Nobody has taken anything" speaks of a seizure.
  if (lemma === 'take')
    return (tree.children[clause] ?? []).some((child) => lemmaOf(tree, child) === 'place');
  return ['happen', 'occur'].includes(lemma);
}
