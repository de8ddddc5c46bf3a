import { chargedWith, doerOf } from '../language/control.ts';
import { childBy, childrenBy, headOf, lemmaOf, lowerOf, relationOf, type Tree } from '../language/tree.ts';
import { actorAt, partyAt } from '../mentions/parties.ts';
import type { Candidate } from './candidate.ts';
import { ownersAmong } from './owners.ts';
import { saysWhose } from './role-parties.ts';
import type { Scene } from './scene.ts';
import { prepositional, slotsOfNoun, slotsOfVerb } from './slots.ts';
import { visitorOf } from './visited.ts';

/** Who did something and to whom, where the words around it tell, by head token. */
export interface Borrowed {
  readonly doers: readonly number[];
  readonly undergoers: readonly number[];
}

/**
 * Gives who does what a noun names or a weapon does, where neither has a subject of its own that could: who vowed revenge,
 * whose troops withdraw, who launched the drone. Empty where the clause does not say.
 */
export function doersAround(scene: Scene, candidate: Candidate): readonly number[] {
  const { sense, slots } = candidate;
  if (sense.part !== 'noun' && !DEEDS.includes(sense.type)) return [];
  if (sense.part !== 'noun')
    return slots.subj.length > 0
      ? slots.subj.flatMap((token) => [...sendersOf(scene, token), ...strikersOf(scene, token)])
      : platformsOf(scene, candidate.token);
  // "air strikes", "a ground offensive": not every modifier is somebody.
  if (slots.subj.some((one) => actorAt(scene.parties, one) !== undefined)) return [];
  const charged = DEEDS.includes(sense.type) ? chargedWith(scene.tree, candidate.token) : undefined;
  if (charged !== undefined) return [charged];
  return (
    intenderOf(scene, candidate) ??
    answererOf(scene, candidate) ??
    visitorOf(scene, candidate) ??
    nearingOf(scene, candidate) ??
    moversIn(scene, candidate)
  );
}

const SENT = new Set('launch fire drop lay plant send shoot'.split(' '));

/** "a drone launched by Egypt", "shells that Egypt fired": what a weapon does was done by who sent it. */
function sendersOf(scene: Scene, weapon: number): readonly number[] {
  const { tree, classes } = scene;
  if (!classes.is(weapon, 'weapon')) return [];
  const sent = childrenBy(tree, weapon, 'acl').find((clause) => SENT.has(lemmaOf(tree, clause)));
  if (sent === undefined) return [];
  const sender = doerOf(tree, sent);
  return sender === undefined || sender === weapon ? platformsOf(scene, sent) : [sender];
}

const STRIKES = new Set(
  'fire gunfire shellfire shelling bombing bombardment strike airstrike raid attack assault offensive artillery barrage salvo operation incursion advance ambush'.split(
    ' ',
  ),
);

/** "killed by Omani fire", "Omani strikes killed nine": what an act does is done by whose act the words say it is. */
function strikersOf(scene: Scene, act: number): readonly number[] {
  return STRIKES.has(lemmaOf(scene.tree, act)) ? ownersAmong(scene, [act]) : [];
}

/** "rockets fired from an Omani corvette": whose the thing is that they were fired from; a place fires nothing. */
function platformsOf(scene: Scene, verb: number): readonly number[] {
  if (!SENT.has(lemmaOf(scene.tree, verb))) return [];
  return prepositional(scene.tree, [verb], 'from').filter(
    (token) => !scene.classes.is(token, 'place') && saysWhose(scene, partyAt(scene.parties, token)),
  );
}

/** Verbs whose subject would do, or has said that it did or will not do, what their object names. */
const INTENDING = new Set(
  'vow promise pledge threaten plan prepare rehearse consider weigh mull contemplate rule order authorise authorize approve halt suspend end stop pause resume renew continue abandon postpone cancel admit confess acknowledge own justify defend deny avoid complete expand intensify'.split(
    ' ',
  ),
);

/** "vowed revenge", "did not rule out strikes": of an act that is somebody's to do, whoever has it in mind. */
function intenderOf({ tree }: Scene, { token, sense }: Candidate): readonly number[] | undefined {
  const verb = headOf(tree, token);
  const isMeant =
    MEANT.includes(sense.type) && relationOf(tree, token) === 'obj' && INTENDING.has(lemmaOf(tree, verb));
  const isAgreed =
    AGREED.includes(sense.type) &&
    relationOf(tree, token) === 'obl' &&
    AGREEING.has(lemmaOf(tree, verb)) &&
    childrenBy(tree, token, 'case').some((mark) => ['to', 'on'].includes(lowerOf(tree, mark)));
  // "stopped the fighting between two schools": who makes peace does not fight.
  const isEnded = STRIFE.has(lemmaOf(tree, token)) && ['end', 'stop', 'halt'].includes(lemmaOf(tree, verb));
  const { subj } = slotsOfVerb(tree, verb);
  return ((isMeant && !isEnded) || isAgreed) && subj.length > 0 ? subj : undefined;
}

const STRIFE = new Set('war conflict fighting clash violence unrest riot feud strife bloodshed'.split(' '));

type Types = readonly Candidate['sense']['type'][];

const ANSWERING = new Set('answer respond retaliate reply react'.split(' '));

/** "The army answered with air strikes": of what somebody answers with, whoever answers. */
function answererOf({ tree }: Scene, { token, sense }: Candidate): readonly number[] | undefined {
  const verb = headOf(tree, token);
  const isAnswer =
    DEEDS.includes(sense.type) &&
    relationOf(tree, token) === 'obl' &&
    ANSWERING.has(lemmaOf(tree, verb)) &&
    childrenBy(tree, token, 'case').some((mark) => lowerOf(tree, mark) === 'with');
  const { subj } = slotsOfVerb(tree, verb);
  return isAnswer && subj.length > 0 ? subj : undefined;
}

const NEARING = new Set('near approach inch edge move draw get come close'.split(' '));

/** "is close to a deal", "edged nearer to an accord": whoever nears it would be of it. */
function nearingOf({ tree }: Scene, { token, sense }: Candidate): readonly number[] | undefined {
  const head = headOf(tree, token);
  const verb =
    ['near', 'close'].includes(lemmaOf(tree, head)) && tree.tags[head]?.upos === 'ADV'
      ? headOf(tree, head)
      : head;
  if (sense.type !== 'AGREE' || !NEARING.has(lemmaOf(tree, verb))) return undefined;
  const nearer = childBy(tree, verb, 'nsubj') ?? doerOf(tree, verb);
  return nearer === undefined ? undefined : [nearer];
}

const DEEDS: Types = ['ASSAULT', 'MOBILIZE', 'RETREAT', 'COERCE'];

/** "is weighing a freeze on aid": what is done on paper is somebody's to do as well. */
const MEANT: Types = [...DEEDS, 'SANCTION', 'CONCEDE', 'AID'];

/** "Both generals consented to a truce": what is agreed, those do who agree to it. */
const AGREED: Types = ['CONCEDE', 'RETREAT'];
const AGREEING = new Set('agree consent assent accede commit'.split(' '));

const MOVEMENTS = new Set(
  'withdrawal pullout pullback retreat departure deployment redeployment arrival advance incursion massing mobilisation mobilization buildup'.split(
    ' ',
  ),
);

/** "the withdrawal of Burundian troops": who is said to be moved moves. */
function moversIn({ tree, classes }: Scene, { token, slots }: Candidate): readonly number[] {
  return MOVEMENTS.has(lemmaOf(tree, token)) ? slots.obj.filter((mover) => classes.is(mover, 'force')) : [];
}

const NAMING = new Set(
  'call label brand deem term dub describe characterise characterize portray present denounce condemn'.split(
    ' ',
  ),
);

/**
 * Gives the parties of an act that is told by another name: "shelled the port in what the front called revenge" is revenge
 * by who shelled upon whom they shelled, not by who calls it so; undefined where the noun is no such name.
 */
export function renamedAct(scene: Scene, { token, sense, slots }: Candidate): Borrowed | undefined {
  const { tree } = scene;
  const verb = headOf(tree, token);
  if (!DEEDS.includes(sense.type) || sense.part === 'verb' || !isName(tree, token, verb)) return undefined;
  const above = headOf(tree, verb);
  const isFree = above >= 0 && lowerOf(tree, above) === 'what' && relationOf(tree, verb) === 'acl:relcl';
  if (isFree && relationOf(tree, above) === 'obl') {
    const { subj, obj } = slotsOfVerb(tree, headOf(tree, above));
    const sides = slots.fillers('between');
    return sides.length > 0 ? { doers: sides, undergoers: [] } : { doers: subj, undergoers: obj };
  }
  const object = isFree ? undefined : childBy(tree, verb, 'obj', 'nsubj:pass');
  if (object === undefined || tree.tags[object]?.upos !== 'NOUN') return { doers: [], undergoers: [] };
  const own = slotsOfNoun(tree, object, null);
  const isParty = (one: number): boolean =>
    partyAt(scene.parties, one).country !== null || scene.classes.is(one, 'party');
  return { doers: own.subj.filter(isParty), undergoers: own.obj.filter(isParty) };
}

function isName(tree: Tree, token: number, verb: number): boolean {
  if (verb < 0 || !NAMING.has(lemmaOf(tree, verb))) return false;
  const isAs = childrenBy(tree, token, 'case', 'mark').some((mark) => lowerOf(tree, mark) === 'as');
  return ['xcomp', 'obj'].includes(relationOf(tree, token))
    ? !['describe', 'portray', 'present', 'denounce', 'condemn'].includes(lemmaOf(tree, verb)) || isAs
    : relationOf(tree, token) === 'obl' && isAs;
}
