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
} from '../../language/tree.ts';
import { isAnnouncedLoss } from '../announced.ts';
import type { Candidate } from '../candidate.ts';
import { conditionsHold } from '../conditions.ts';
import { joinedAt } from '../hyphens.ts';
import type { TriggerSense } from '../lexicon.ts';
import type { Scene } from '../scene.ts';
import { carrierOf, slotsOfNoun, slotsOfState } from '../slots.ts';
import { isCalledSo, slotsOfPredicate } from './adjectives.ts';

/** Finds the event that a noun names, or undefined: "a Ukrainian incursion", "the deployment of 3,000 troops", "a curfew". */
export function readNoun(scene: Scene, token: number): Candidate | undefined {
  const { tree, tables } = scene;
  const joined = joinedAt(tree, token);
  const word = isGerund(scene, token) ? lowerOf(tree, token) : lemmaOf(tree, token);
  const ofJoined = tables.lexicon.get(`noun ${joined?.lemma}`);
  const senses = ofJoined ?? tables.lexicon.get(`noun ${word}`);
  if (senses === undefined || !(ofJoined !== undefined || isNominal(scene, token)) || scene.named.has(token))
    return undefined;
  const lastWord = ofJoined === undefined ? token : (joined?.firstToken ?? token);
  if (isModifier(scene, token) || isFixed(scene, token) || isForce(scene, token)) return undefined;
  if (isToldByCarrier(scene, token)) return undefined;
  // "called that blackmail" accuses: what the word names as an act of its own is not told.
  if (isJudgement(scene, token) && accuses(scene, word)) return undefined;
  const lightVerb = lightVerbOf(scene, token);
  const slots = isJudgement(scene, token)
    ? slotsOfPredicate(scene, token)
    : isState(scene, token)
      ? slotsOfState(tree, token)
      : slotsOfNoun(tree, token, lightVerb);
  for (const sense of senses) {
    const firstToken = startOfPhrase(scene, lastWord, sense);
    if (firstToken === undefined || !conditionsHold(tree, scene.classes, slots, sense.conditions)) continue;
    if (lightVerb === null && !isParticular(scene, token)) return undefined;
    const rule = lightVerb === null ? `events/noun-${sense.line}` : `events/light-verb-${sense.line}`;
    return {
      token,
      firstToken,
      endToken: token + 1,
      sense,
      slots,
      rule,
      confidence: lightVerb === null ? 0.7 : 0.85,
    };
  }
  return undefined;
}

function isNominal(scene: Scene, token: number): boolean {
  // "persona non grata": no tagger knows it for a noun.
  const isForeign = lowerOf(scene.tree, token) === 'grata';
  return (
    ['NOUN', 'PROPN'].includes(scene.tree.tags[token]?.upos ?? '') || isForeign || isGerund(scene, token)
  );
}

/** "declared the consul persona non grata": no tagger knows the phrase for a noun, and it is said of one person. */
function isForeign(tree: Tree, token: number): boolean {
  return lowerOf(tree, token) === 'grata';
}

/** "If fighting were to return": taggers call a bare gerund a verb. */
function isGerund({ tree }: Scene, token: number): boolean {
  return (
    tree.tags[token]?.upos === 'VERB' &&
    lowerOf(tree, token).endsWith('ing') &&
    (isRelation(relationOf(tree, token), ['csubj', 'nsubj', 'nsubj:pass']) || isLasting(tree, token)) &&
    childrenBy(tree, token, 'obj', 'nsubj').length === 0
  );
}

function accuses({ tables }: Scene, word: string): boolean {
  return (tables.lexicon.get(`adj ${word}`) ?? []).some(({ type }) => type === 'ACCUSE');
}

const JUDGING = new Set('call brand label deem term dub pronounce declare'.split(' '));

/** "called the raid an outrage", "calling the visit a provocation": whoever calls it so accuses. */
function isJudgement({ tree }: Scene, token: number): boolean {
  const head = headOf(tree, token);
  if (isCalledSo(tree, token)) return childBy(tree, head, 'obj', 'nsubj:pass') !== undefined;
  return (
    relationOf(tree, token) === 'xcomp' &&
    JUDGING.has(lemmaOf(tree, head)) &&
    (childBy(tree, head, 'obj') ?? childBy(tree, token, 'nsubj')) !== undefined
  );
}

/** "strike aircraft", "the ceasefire talks": a noun before a noun names no event of its own. */
function isModifier({ tree }: Scene, token: number): boolean {
  return isRelation(relationOf(tree, token), ['compound', 'flat']) && headOf(tree, token) > token;
}

/** "in order to hide it" orders nothing; "withdrew in protest at the arrest" tells why. */
function isFixed({ tree }: Scene, token: number): boolean {
  if (lowerOf(tree, token) === 'protest' && lowerOf(tree, token - 1) === 'in') return true;
  return (
    lowerOf(tree, token) === 'order' &&
    lowerOf(tree, token - 1) === 'in' &&
    ['to', 'that'].includes(lowerOf(tree, token + 1))
  );
}

/** Nouns of movement that name a force as well. */
const FORCES = new Set('patrol convoy column garrison checkpoint roadblock flotilla'.split(' '));

/** Verbs that set a movement going or make more of it. */
const STEPPING_UP = new Set(
  'step increase intensify boost reinforce resume launch conduct mount extend expand strengthen'.split(' '),
);

/** "The patrol did not return fire": who does or suffers something in a clause is a force, not a movement; "stepped up patrols" moves. */
function isForce({ tree }: Scene, token: number): boolean {
  const head = headOf(tree, token);
  const relation = relationOf(tree, token);
  if (!FORCES.has(lemmaOf(tree, token)) || tree.tags[head]?.upos !== 'VERB') return false;
  const isSteppedUp = isRelation(relation, ['obj', 'nsubj:pass']) && STEPPING_UP.has(lemmaOf(tree, head));
  return isRelation(relation, ['nsubj', 'nsubj:pass', 'obj', 'obl']) && !isSteppedUp;
}

function startOfPhrase({ tree }: Scene, token: number, { words }: TriggerSense): number | undefined {
  const first = token - words.length + 1;
  const agrees = words.every(
    (word, i) =>
      i === words.length - 1 || lowerOf(tree, first + i) === word || lemmaOf(tree, first + i) === word,
  );
  return agrees ? first : undefined;
}

/** What one calls for a day. "called the killing a disgrace", "they called that blackmail" set nothing going. */
const CALLED = new Set(
  'strike rally election meeting vote protest march boycott ceasefire cease-fire truce summit session halt referendum hearing demonstration shutdown stoppage walkout mobilisation mobilization'.split(
    ' ',
  ),
);

/** Gives the verb that only lends the noun its tense ("launched an attack", "a curfew was imposed"), or null. */
function lightVerbOf({ tree, tables }: Scene, token: number): number | null {
  const carrier = carrierOf(tree, token);
  const head = headOf(tree, carrier);
  if (head < 0 || !isLight(tree, tables.lightVerbs, head) || isAnnouncedLoss(tree, token)) return null;
  // "called the offensive off"
  const isOff = childrenBy(tree, head, 'compound:prt').length > 0 || lowerOf(tree, head + 1) === 'off';
  const isCalled = lemmaOf(tree, head) === 'call' && !isOff;
  if (isCalled && !CALLED.has(lemmaOf(tree, token))) return null;
  return isRelation(relationOf(tree, carrier), ['obj', 'nsubj:pass']) ? head : null;
}

/** "a wave of arrests": where the wave is told as the event, its arrests are the same one. */
function isToldByCarrier(scene: Scene, token: number): boolean {
  const carrier = carrierOf(scene.tree, token);
  return carrier !== token && readNoun(scene, carrier) !== undefined;
}

/** "carried out", "launched": a light verb, with its particle where the table has one. */
function isLight(tree: Scene['tree'], lightVerbs: ReadonlySet<string>, verb: number): boolean {
  const lemma = lemmaOf(tree, verb);
  return lightVerbs.has(lemma) || lightVerbs.has(`${lemma} ${lowerOf(tree, verb + 1)}`);
}

/**
 * Tells whether the noun names a particular event: it says who, whom, where, when or how many, or it is new
 * ("an explosion"). "The raid" alone goes back to a raid that was told before, and "any fighting" names none.
 */
export function isParticular(scene: Scene, token: number): boolean {
  const { tree } = scene;
  const determiner = childBy(tree, token, 'det');
  const article = determiner === undefined ? '' : lowerOf(tree, determiner);
  // "has not seen any influx of refugees" says that there was none.
  if (article === 'any' && isNegatedObject(tree, token)) return true;
  if (['any', 'every', 'each', 'such', 'some'].includes(article)) return false;
  if (isForeign(tree, token)) return true;
  if (scene.accused.has(token) || isAnother(scene, token) || isLasting(tree, token)) return true;
  if (isSaid(scene, token) || tellsMore(scene, token) || isState(scene, token)) return true;
  if (['the', 'this', 'that', 'these', 'those'].includes(article)) return false;
  if (childBy(tree, token, 'nmod:poss') !== undefined) return false;
  const isIndefinite = ['a', 'an', 'another', 'no'].includes(article);
  return (
    isIndefinite && isRelation(relationOf(tree, token), ['nsubj', 'obj', 'nsubj:pass', 'root', 'obl', 'conj'])
  );
}

const TELLING = new Set('confirm report recall mention specify rule remember claim announce'.split(' '));

function isNegatedObject(tree: Tree, token: number): boolean {
  return (
    !TELLING.has(lemmaOf(tree, headOf(tree, token))) &&
    isRelation(relationOf(tree, token), ['obj', 'nsubj:pass']) &&
    childrenBy(tree, headOf(tree, token), 'advmod').some((word) =>
      ['not', 'n’t', "n't", 'never', 'neither'].includes(lowerOf(tree, word)),
    )
  );
}

const SPELLS = new Set('hour day night week month year'.split(' '));

/** "two days of fighting", "a night of shelling": how long it lasted makes it a particular one. */
function isLasting(tree: Tree, token: number): boolean {
  return (
    isRelation(relationOf(tree, token), ['nmod', 'acl']) &&
    SPELLS.has(lemmaOf(tree, headOf(tree, token))) &&
    childrenBy(tree, token, 'case', 'mark').some((mark) => lowerOf(tree, mark) === 'of')
  );
}

/** "further raids", "a fresh attack", "before the first blast": one more than those told, or one of several. */
function isAnother({ tree }: Scene, token: number): boolean {
  return childrenBy(tree, token, 'amod', 'det').some((word) =>
    ['further', 'fresh', 'another', 'new', 'more', 'similar', 'first', 'second', 'third'].includes(
      lowerOf(tree, word),
    ),
  );
}

/** Predicates that a noun of an event can have: "a curfew was in force", "shelling continued". */
const HAPPENING = new Set(
  'flare recur ensue unfold take get kick spread spill intensify escalate subside abate rage loom founder falter stall drag conclude expire lapse prevail go return survive fail collapse rise climb reach stand jump exceed pass fall drop be begin start continue resume erupt break occur happen follow rage end stop hold hear report deny confirm'.split(
    ' ',
  ),
);

function isSaid({ tree }: Scene, token: number): boolean {
  const head = headOf(tree, token);
  const relation = relationOf(tree, token);
  // "the war that broke out in April": the clause that describes it says that it happened.
  if (childrenBy(tree, token, 'acl:relcl').some((clause) => HAPPENING.has(lemmaOf(tree, clause))))
    return true;
  if (head < 0) return false;
  if (isRelation(relation, ['nsubj', 'nsubj:pass', 'csubj']))
    return (
      HAPPENING.has(lemmaOf(tree, head)) ||
      childBy(tree, head, 'cop') !== undefined ||
      // "The withdrawal was scheduled to begin on Friday": what it is to do tells the event.
      childrenBy(tree, head, 'xcomp').some((clause) => HAPPENING.has(lemmaOf(tree, clause)))
    );
  return relation === 'obj' && HAPPENING.has(lemmaOf(tree, head));
}

/** States that somebody is put in or under: "on alert", "in custody", "under siege", "behind bars". */
const STATES = new Set(
  'alert bar bars custody detention arrest siege attack fire bombardment blockade curfew occupation lockdown quarantine surveillance'.split(
    ' ',
  ),
);

function isState({ tree }: Scene, token: number): boolean {
  return (
    STATES.has(lemmaOf(tree, token)) &&
    childrenBy(tree, token, 'case').some((mark) =>
      ['on', 'in', 'under', 'into', 'behind'].includes(lowerOf(tree, mark)),
    )
  );
}

/** "protests against a plan", "fighting over the wells": what a noun of strife is about makes it a particular one. */
const ABOUT = ['against', 'over', 'between', 'at', 'on'];

function tellsMore(scene: Scene, token: number): boolean {
  const { tree } = scene;
  const isAbout = childrenBy(tree, token, 'nmod').some((child) =>
    childrenBy(tree, child, 'case').some((mark) => ABOUT.includes(lowerOf(tree, mark))),
  );
  if (isAbout) return true;
  const own = subtreeOf(tree, token).filter((other) => other !== token && !isInClause(scene, other, token));
  return own.some(
    (other) =>
      scene.placeByToken.has(other) ||
      scene.timeByToken.has(other) ||
      scene.quantityByToken.has(other) ||
      isParty(scene, other),
  );
}

function isParty(scene: Scene, token: number): boolean {
  const actor = scene.parties.byHead.get(token);
  return actor !== undefined && scene.parties.actors[actor]?.kind !== 'pronoun';
}

function isInClause({ tree }: Scene, token: number, top: number): boolean {
  for (let at = token; at !== top && at >= 0; at = headOf(tree, at)) {
    if (isRelation(relationOf(tree, at), ['acl:relcl', 'appos', 'conj'])) return true;
  }
  return false;
}
