import { childrenBy, lemmaOf } from '../language/tree.ts';
import { partyAt } from '../mentions/parties.ts';
import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';
import { prepositional } from './slots.ts';

/** Gives those at the other end of a way that something is done to: "cordoned off the roads leading into Chad", "tapped the links to Chad". */
export function behindWays(scene: Scene, { sense, slots }: Candidate): readonly number[] {
  if (sense.type !== 'COERCE') return [];
  const { tree, parties, layers, placeByToken } = scene;
  const own = slots.subj.map((token) => partyAt(parties, token).country);
  // Parsers take the particle of "cordoned off" for a preposition.
  const ways = [...slots.obj, ...slots.fillers('off')].filter((token) => WAYS.has(lemmaOf(tree, token)));
  const nouns = [...ways, ...ways.flatMap((way) => childrenBy(tree, way, 'acl'))];
  return ['into', 'to']
    .flatMap((slot) => prepositional(tree, nouns, slot))
    .filter((token) => {
      const country =
        partyAt(parties, token).country ?? layers.places[placeByToken.get(token) ?? -1]?.country ?? null;
      return country !== null && own.length > 0 && !own.includes(country) && !own.includes(null);
    });
}

const WAYS = new Set('road highway route street link line cable bridge track path railway'.split(' '));

/** Gives those who rule where something was done that only rulers do: "criticised the arrests in Minsk", "the closure of schools in Minsk". */
export function rulersWhere(scene: Scene, { sense }: Candidate, nouns: readonly number[]): readonly number[] {
  if (sense.type !== 'ACCUSE' || sense.part !== 'verb') return [];
  const { tree, tables, layers, placeByToken } = scene;
  const isRuling = (noun: number): boolean =>
    tables.lexicon.get(`noun ${lemmaOf(tree, noun)}`)?.some(({ type }) => type === 'COERCE') === true;
  const ruled = nouns.filter(isRuling);
  return prepositional(tree, [...ruled, ...prepositional(tree, ruled, 'of')], 'in').filter((token) => {
    const place = layers.places[placeByToken.get(token) ?? -1];
    return place !== undefined && place.country !== null && tree.tags[token]?.upos === 'PROPN';
  });
}
