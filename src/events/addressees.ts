import { doerOf, isPassive } from '../language/control.ts';
import { childrenBy, headOf, lemmaOf, lowerOf, relationOf, type Tree } from '../language/tree.ts';
import { partyAt } from '../mentions/parties.ts';
import type { Candidate } from './candidate.ts';
import { isOwn, ownersAmong } from './owners.ts';
import type { Scene } from './scene.ts';
import { prepositional, slotsOfVerb } from './slots.ts';

/** Gives those to whom a threat, a demand, a promise or a refusal is put, where that is said inside of what it is about. */
export function addresseesOf(scene: Scene, candidate: Candidate): readonly number[] {
  const { sense, slots, token } = candidate;
  const verbs = slots.fillers('comp').filter((verb) => !isCondition(scene, verb));
  const finders: readonly (() => readonly number[])[] = [
    () => (sense.type === 'THREATEN' ? verbs.flatMap((verb) => threatenedBy(scene, verb)) : []),
    () => (sense.type === 'THREATEN' ? pressedBy(scene, [token, ...verbs], ['unless', 'if']) : []),
    // "refuses to talk before the rebels leave": whoever could end the refusal.
    () => (sense.type === 'REJECT' ? pressedBy(scene, [token, ...verbs], ['unless', 'until', 'before']) : []),
    () => (sense.type === 'ACCUSE' ? verbs.flatMap((verb) => faultedBy(scene, candidate, verb)) : []),
    () => ignoredBy(scene, candidate),
    () => (sense.type === 'REQUEST' ? askedOf(scene, candidate) : meantFor(scene, candidate)),
  ];
  for (const find of finders) {
    const found = find();
    if (found.length > 0) return found;
  }
  return [];
}

/** "threatened to put sanctions on judges of the court": whoever would undergo it is threatened. */
function threatenedBy(scene: Scene, verb: number): readonly number[] {
  const slots = slotsOfVerb(scene.tree, verb);
  // "warned that editors who print it will face trial"
  const bearers = BEARING.has(lemmaOf(scene.tree, verb)) ? slots.subj : [];
  return [...bearers, ...slots.obj, ...slots.fillers('on'), ...slots.fillers('against')].filter((token) =>
    scene.classes.is(token, 'party'),
  );
}

/** "complained that Bamako grounds its drones": whoever does what is complained of; what Rabat does itself is no complaint. */
function faultedBy({ tree, parties }: Scene, { slots }: Candidate, verb: number): readonly number[] {
  const doer = relationOf(tree, verb) === 'ccomp' ? doerOf(tree, verb) : undefined;
  if (doer === undefined) return [];
  const { country } = partyAt(parties, doer);
  const isOther = slots.subj.every((one) => partyAt(parties, one).country !== country);
  return country !== null && isOther ? [doer] : [];
}

const BEARING = new Set('face pay suffer regret lose forfeit rue'.split(' '));

/** "threatened to halt exports unless the ministry paid", "warned of war if the rebels advanced": whoever can avert it is threatened. */
function pressedBy(scene: Scene, verbs: readonly number[], marks: readonly string[]): readonly number[] {
  const { tree, classes } = scene;
  return verbs
    .flatMap((verb) => childrenBy(tree, verb, 'advcl'))
    .filter((clause) => childrenBy(tree, clause, 'mark').some((mark) => marks.includes(lowerOf(tree, mark))))
    .filter((clause) => !isPassive(tree, clause))
    .flatMap((clause) => childrenBy(tree, clause, 'nsubj'))
    .filter((token) => classes.is(token, 'party'));
}

function isCondition({ tree }: Scene, clause: number): boolean {
  return childrenBy(tree, clause, 'mark').some((mark) => ['unless', 'if'].includes(lowerOf(tree, mark)));
}

/** "demanded that the militia leave the town": asked of whoever is to do it; "that he be freed" does not say of whom. */
function askedOf(scene: Scene, { slots }: Candidate): readonly number[] {
  const { tree, classes } = scene;
  const bidden = slots
    .fillers('comp')
    .filter((clause) => childrenBy(tree, clause, 'mark').some((mark) => lowerOf(tree, mark) === 'that'))
    .flatMap((clause) => bidBy(tree, clause))
    .filter((token) => classes.is(token, 'party'));
  if (bidden.length > 0) return bidden;
  // "demanded an apology from Lima", "asked for Chinese help": from whose it would be.
  const things = [...slots.obj, ...slots.fillers('for')].filter((thing) => !classes.is(thing, 'party'));
  const from = prepositional(tree, things, 'from').filter((token) => classes.is(token, 'party'));
  if (from.length > 0) return from;
  const owners = ownersAmong(scene, things);
  return owners.length > 0 ? owners : thoseIn(scene, things);
}

/** What those who rule or fight in a land can give: "sought asylum in Ghana", "appealed for peace in Ghana". */
const LOCAL = new Set('asylum refuge sanctuary peace calm restraint dialogue truce ceasefire'.split(' '));

function thoseIn({ tree, layers, placeByToken }: Scene, things: readonly number[]): readonly number[] {
  const given = things.filter((thing) => LOCAL.has(lemmaOf(tree, thing)));
  return prepositional(tree, given, 'in').filter(
    (token) => (layers.places[placeByToken.get(token) ?? -1]?.country ?? null) !== null,
  );
}

/** "demanded that the crew be freed by Lima": what is to befall somebody is not asked of him. */
function bidBy(tree: Tree, clause: number): readonly number[] {
  if (!isPassive(tree, clause)) return childrenBy(tree, clause, 'nsubj');
  const agent = doerOf(tree, clause);
  return agent === undefined ? [] : [agent];
}

/** "refused to return the prisoners to Lima", "promised to sell Lima four radars": whoever would have it. */
function meantFor(scene: Scene, { sense, slots, token }: Candidate): readonly number[] {
  if (!['REJECT', 'AGREE'].includes(sense.type) || sense.part !== 'verb') return [];
  const { tree, parties, classes } = scene;
  return childrenBy(tree, slots.verb ?? token, 'xcomp')
    .flatMap((verb) => [
      ...takersOf(tree, verb),
      ...(HANDING.has(lemmaOf(tree, verb))
        ? prepositional(tree, [verb, ...childrenBy(tree, verb, 'obj')], 'to')
        : []),
      ...(sense.type === 'AGREE' ? prepositional(tree, [verb], 'with') : []),
    ])
    .filter(
      (one) =>
        partyAt(parties, one).country !== null && classes.is(one, 'party') && !isOwn(scene, one, slots.subj),
    );
}

const HANDING = new Set(
  'hand give return sell send supply deliver lend grant provide transfer pay extradite surrender release speak talk apologise apologize yield concede submit'.split(
    ' ',
  ),
);

const IGNORING = new Set(
  'ignore reject defy heed dismiss answer accept refuse disregard flout resist obey follow meet spurn decline'.split(
    ' ',
  ),
);

/** "ignoring a plea by Oslo", "defied an order from the court": whoever pays heed to it or does not. */
function ignoredBy({ tree, classes }: Scene, { sense, token }: Candidate): readonly number[] {
  const verb = headOf(tree, token);
  const isHeard =
    sense.part === 'noun' &&
    ['REQUEST', 'THREATEN', 'AGREE'].includes(sense.type) &&
    relationOf(tree, token) === 'obj' &&
    IGNORING.has(lemmaOf(tree, verb));
  const doer = isHeard ? doerOf(tree, verb) : undefined;
  return doer !== undefined && classes.is(doer, 'party') ? [doer] : [];
}

/** Gives who gets something by a verb; of two objects the first: "sold Lima four radars". */
export function takersOf(tree: Tree, verb: number): readonly number[] {
  const takers = childrenBy(tree, verb, 'iobj');
  const objects = childrenBy(tree, verb, 'obj');
  return takers.length > 0 ? takers : objects.slice(0, objects.length > 1 ? 1 : 0);
}
