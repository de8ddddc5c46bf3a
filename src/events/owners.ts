import { childrenBy, lemmaOf, lowerOf } from '../language/tree.ts';
import { partyAt } from '../mentions/parties.ts';
import type { Scene } from './scene.ts';
import { prepositional } from './slots.ts';

/** Gives those of whom the words before some nouns say that they are theirs: "Lima's claim", "Ethiopian flags". */
export function ownersAmong({ tree, parties }: Scene, things: readonly number[]): readonly number[] {
  return things
    .flatMap((token) => childrenBy(tree, token, 'nmod:poss', 'amod', 'compound'))
    .filter((token) => {
      const actor = parties.actors[parties.byHead.get(token) ?? -1];
      return actor !== undefined && actor.kind !== 'pronoun' && actor.country !== null;
    });
}

/** Tells whether something is its doer's own: "recalled its envoy", but not "released its leader" where the group's leader is meant. */
export function isOwn({ tree, parties }: Scene, token: number, doers: readonly number[]): boolean {
  const owner = childrenBy(tree, token, 'nmod:poss').find((one) =>
    ['its', 'their', 'his', 'her'].includes(lowerOf(tree, one)),
  );
  if (owner === undefined) return false;
  const { text } = partyAt(parties, owner);
  const isUnknown = text.toLowerCase() === lowerOf(tree, owner);
  return isUnknown || doers.length === 0 || doers.some((doer) => partyAt(parties, doer).text === text);
}

const GROUND = new Set('airspace territory water soil frontier border sky land zone'.split(' '));

/** Gives those whose ground some nouns name: "violated Latvian airspace", "crossed into its waters": done to whose ground it is. */
export function ownersOfGround({ tree, parties }: Scene, things: readonly number[]): readonly number[] {
  return things
    .filter((thing) => GROUND.has(lemmaOf(tree, thing)))
    .flatMap((thing) => childrenBy(tree, thing, 'nmod:poss', 'amod', 'compound'))
    .filter((owner) => partyAt(parties, owner).country !== null);
}

const PROPERTY = new Set(
  'account asset belongings estate fund holding money property reserve share stake villa wealth yacht'.split(
    ' ',
  ),
);

/** Gives those who hold some property: "froze the assets of two dealers"; "seized the capital of Chad" is no holding. */
export function heldBy(scene: Scene, things: readonly number[]): readonly number[] {
  const held = things.filter((thing) => PROPERTY.has(lemmaOf(scene.tree, thing)));
  return prepositional(scene.tree, held, 'of').filter((token) => scene.classes.is(token, 'party'));
}

/** Gives another state that "its" or "their" stands for: "Were the North to strike, Beijing might cut off its oil"; never the doer's own. */
export function ownersByPronoun(
  { tree, parties }: Scene,
  things: readonly number[],
  doers: readonly number[],
): readonly number[] {
  const own = doers.map((doer) => partyAt(parties, doer).country);
  if (own.length === 0 || own.includes(null)) return [];
  return things
    .flatMap((thing) => childrenBy(tree, thing, 'nmod:poss'))
    .filter((owner) => {
      const { country } = partyAt(parties, owner);
      return ['its', 'their'].includes(lowerOf(tree, owner)) && country !== null && !own.includes(country);
    });
}
