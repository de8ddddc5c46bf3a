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
  type TokenRange,
  type Tree,
} from '../language/tree.ts';
import { clauseOf } from './contents.ts';
import type { Cue, CueSense } from './cues.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { isMistakenRelative, isSetBeside } from './relatives.ts';
import { canSpeak, sourceAt, UNNAMED } from './sources.ts';

/** "Kyiv's claim that its troops had crossed", "rumours that", "a report of a vessel approaching", "fears of an attack". */
export function readNoun(scene: Scene, cue: Cue): readonly Draft[] {
  const { tree, parties } = scene;
  const isCleft = childBy(tree, cue.token, 'expl') !== undefined;
  const content =
    (isCleft ? cleftClause(tree, cue.token) : undefined) ??
    toldClause(tree, cue.token, cue.sense) ??
    // "the line of tanks", "the story of a raid": only what holds words may hold them behind "of".
    (isEquatedOnly(cue.sense) ? undefined : ofThing(scene, cue.token));
  const range = content === undefined ? forComplement(tree, cue.token) : clauseOf(tree, content);
  // A plan, a demand or a threat that nobody is said to hold is an act of the report's own telling.
  if (range === undefined) return [];
  const holder =
    shownBy(tree, cue.token) ??
    childBy(tree, cue.token, 'nmod:poss') ??
    childrenBy(tree, cue.token, 'nmod').find((child) => hasCase(tree, child, ['by', 'from', 'among'])) ??
    putBy(tree, cue.token) ??
    // "the position of the embassy is that": whose position it is stands behind "of".
    (isCleft || isEquatedOnly(cue.sense) ? ofComplement(tree, cue.token) : undefined);
  const isHeld = holder !== undefined || makerOf(tree, cue.token) !== undefined;
  if (!isHeld && ['promise', 'demand', 'threaten'].includes(cue.sense.stance)) return [];
  const source = holder === undefined ? bearerOf(scene, cue) : sourceAt(parties, holder);
  return [
    draftOf(cue.sense, {
      source,
      cue: { firstToken: cue.token, endToken: cue.endToken },
      content: range,
      rule: holder === undefined ? 'attribution/noun-unnamed' : 'attribution/noun',
      confidence: 0.75,
    }),
  ];
}

const MAKING = new Set(
  'make repeat renew reiterate issue release deliver write post voice express raise give offer send air harbour harbor hold share withdraw drop spread'.split(
    ' ',
  ),
);

const FINDING = new Set('find have see cite present uncover gather obtain collect provide'.split(' '));
const EVIDENCE = new Set('evidence proof indication sign'.split(' '));

/** "voiced fears that the dam would burst", "repeated a threat to expel them": whoever does so with the words holds them. */
function makerOf(tree: Tree, noun: number): number | undefined {
  const verb = headOf(tree, noun);
  const isMade =
    relationOf(tree, noun) === 'obj' &&
    (MAKING.has(lemmaOf(tree, verb)) ||
      // "found evidence that rebels fired": whoever finds or holds it tells what it shows.
      (FINDING.has(lemmaOf(tree, verb)) && EVIDENCE.has(lemmaOf(tree, noun))));
  // "wants a truce and fears that the rebels could return": parsers make a noun of the second verb.
  const isVerb =
    relationOf(tree, noun) === 'conj' &&
    tree.tags[verb]?.upos === 'VERB' &&
    tree.tags[noun - 1]?.upos === 'CCONJ';
  return isMade || isVerb ? doerOf(tree, verb) : undefined;
}

/** "Reports in the local press that a drone had passed": a text that says something is a source in its own right; a claim is nobody's. */
function bearerOf({ tree, parties }: Scene, { token, sense }: Cue): SourceRef {
  const maker = makerOf(tree, token);
  if (maker !== undefined) return sourceAt(parties, maker);
  const isText = sense.kind === 'writing' || ['rumour', 'rumor'].includes(lemmaOf(tree, token));
  return isText ? sourceAt(parties, token) : UNNAMED;
}

/** "the claim that the bridge fell" tells what is claimed; "concerns that keep the guild awake" only describes them. */
function toldClause(tree: Tree, noun: number, sense: CueSense): number | undefined {
  if (isEquatedOnly(sense)) return equatedClause(tree, noun);
  const clauses = childrenBy(tree, noun, 'acl', 'ccomp').filter(
    (clause) =>
      (relationOf(tree, clause) !== 'acl:relcl' || childBy(tree, clause, 'mark') !== undefined) &&
      // "talks to end the war" have a purpose; "talk that the war is over" tells something.
      !(lowerOf(tree, noun) === 'talks' && hasCase(tree, clause, ['to'])) &&
      !isDoneToIt(tree, clause) &&
      !(isSetBeside(tree, noun) && isMistakenRelative(tree, clause)),
  );
  // "An allegation, made by two deputies, that the guards beat them": the clause behind "that" is what is alleged.
  const own = clauses.find((clause) => hasCase(tree, clause, ['that'])) ?? clauses[0];
  return own ?? equatedClause(tree, noun) ?? emergingClause(tree, noun) ?? clauseBeside(tree, noun);
}

/** "a report published on Monday", "a statement released by the army": what was done with the words is not what they say. */
function isDoneToIt(tree: Tree, clause: number): boolean {
  const isParticiple = tree.tags[clause]?.upos === 'VERB' && relationOf(tree, clause) === 'acl';
  return (
    isParticiple && childBy(tree, clause, 'mark', 'nsubj', 'nsubj:pass', 'aux', 'aux:pass') === undefined
  );
}

/** Nouns that tell something only where they are said to be it: "the army's line is that rebels fired first". */
function isEquatedOnly({ takes }: CueSense): boolean {
  return takes.has('equal');
}

/** "the claim, put about by rebels, that": who did so with the words, where a participle behind the noun tells. */
function putBy(tree: Tree, noun: number): number | undefined {
  const participle = childrenBy(tree, noun, 'acl').find(
    (child) => MAKING.has(lemmaOf(tree, child)) && relationOf(tree, child) === 'acl',
  );
  return participle === undefined ? undefined : childBy(tree, participle, 'obl:agent');
}

/** "It is the contention of the guild that the pier was mined": parsers hang the clause on whose contention it is. */
function cleftClause(tree: Tree, noun: number): number | undefined {
  return [noun, ...childrenBy(tree, noun, 'nmod')]
    .flatMap((holder) => childrenBy(tree, holder, 'acl', 'ccomp', 'csubj'))
    .find((clause) => {
      const first = subtreeOf(tree, clause)[0] ?? clause;
      return lowerOf(tree, first) === 'that' && childBy(tree, clause, 'nsubj', 'nsubj:pass') !== undefined;
    });
}

const EMERGING = new Set(
  'spread emerge surface circulate come arrive go reach leak grow mount abound swirl persist fly begin break appear follow'.split(
    ' ',
  ),
);

/** "Word came that soldiers had shot the abbot": what comes or goes round is what the that-clause behind its verb tells. */
function emergingClause(tree: Tree, noun: number): number | undefined {
  const verb = headOf(tree, noun);
  if (!isRelation(relationOf(tree, noun), ['nsubj']) || !EMERGING.has(lemmaOf(tree, verb))) return undefined;
  return childrenBy(tree, verb, 'ccomp', 'advcl', 'acl').find(
    (clause) => clause > verb && hasCase(tree, clause, ['that']) && lowerOf(tree, clause) !== 'that',
  );
}

const REJECTING = new Set('reject dismiss deny refute dispute contest doubt'.split(' '));

/** "rejected the reports, spread by rebels, that a jet had bombed it": parsers like to hang the clause on the verb. */
function clauseBeside(tree: Tree, noun: number): number | undefined {
  const end = subtreeOf(tree, noun).at(-1) ?? noun;
  const that = lowerOf(tree, end + 1) === ',' ? end + 2 : end + 1;
  const clause = headOf(tree, that);
  const verb = headOf(tree, clause);
  // "claimed, without offering evidence, that" claims what it says; what is rejected may stand far from its verb.
  const isOwn = headOf(tree, noun) === verb && relationOf(tree, noun) === 'obj';
  const isRejected = REJECTING.has(lemmaOf(tree, verb)) && verb < noun;
  if (!isOwn && !isRejected) return undefined;
  const isTold = lowerOf(tree, that) === 'that' && isRelation(relationOf(tree, that), ['mark']);
  return isTold &&
    clause > that &&
    isRelation(relationOf(tree, clause), ['ccomp']) &&
    headOf(tree, clause) < noun
    ? clause
    : undefined;
}

/** "The governor's view is that the bridge will hold": what the noun is said to be is what it tells. */
function equatedClause(tree: Tree, noun: number): number | undefined {
  // "That rebels fired first is the army's contention."
  const subject = childBy(tree, noun, 'csubj');
  if (subject !== undefined && subject < noun && childBy(tree, noun, 'nmod:poss') !== undefined)
    return subject;
  if (!isRelation(relationOf(tree, noun), ['nsubj'])) return undefined;
  const head = headOf(tree, noun);
  const told = lemmaOf(tree, head) === 'be' ? childBy(tree, head, 'ccomp') : head;
  if (told === undefined || told < noun) return undefined;
  const that = childrenBy(tree, told, 'mark').find((mark) => lowerOf(tree, mark) === 'that');
  return that !== undefined && ['is', 'was', 'remains'].includes(lowerOf(tree, that - 1)) ? told : undefined;
}

const IMAGES = new Set('image video photo photograph footage picture film recording clip'.split(' '));
const SHOWING = new Set(
  'show display publish release post broadcast air share screen run carry distribute circulate'.split(' '),
);

/** "State TV displayed images of a destroyed column": whoever shows a picture says what is on it. */
function shownBy(tree: Tree, token: number): number | undefined {
  const verb = headOf(tree, token);
  return IMAGES.has(lemmaOf(tree, token)) && SHOWING.has(lemmaOf(tree, verb))
    ? doerOf(tree, verb)
    : undefined;
}

function ofComplement(tree: Tree, token: number): number | undefined {
  return childrenBy(tree, token, 'nmod').find((child) => hasCase(tree, child, ['of', 'about', 'over']));
}

function ofThing(scene: Scene, noun: number): number | undefined {
  const child = ofComplement(scene.tree, noun);
  return child === undefined || isWhose(scene, noun, child) ? undefined : child;
}

const OWNED = new Set('word message statement claim account testimony view opinion declaration'.split(' '));

/** "the messages of the rebels", "an account of a nurse": whose words they are is not what they say. */
function isWhose({ tree, parties }: Scene, noun: number, child: number): boolean {
  return OWNED.has(lemmaOf(tree, noun)) && hasCase(tree, child, ['of']) && canSpeak(parties, child);
}

const ASKING = new Set('call appeal demand request plea petition'.split(' '));

/** "renewed its call for a truce on the lake": the thing asked for, without what is told of it. */
function forComplement(tree: Tree, noun: number): TokenRange | undefined {
  if (!ASKING.has(lemmaOf(tree, noun))) return undefined;
  const thing = childrenBy(tree, noun, 'nmod').find((child) => child > noun && hasCase(tree, child, ['for']));
  return thing === undefined
    ? undefined
    : { firstToken: clauseOf(tree, thing).firstToken, endToken: thing + 1 };
}

function hasCase(tree: Tree, token: number, words: readonly string[]): boolean {
  return childrenBy(tree, token, 'case', 'mark').some((mark) => words.includes(lowerOf(tree, mark)));
}
