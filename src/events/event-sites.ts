import type { PlaceMention } from '../document/mention-layers.ts';
import { headOf, isRelation, lemmaOf, lowerOf, relationOf, type Tree } from '../language/tree.ts';
import type { Scene } from './scene.ts';

/** Tells whether a place's name before a noun tells where that is: "his Amman home", "Bern's main station", but not "Afghan border guards". */
export function isSite(
  { tree, placeByToken }: Scene,
  { endToken, precision, country }: PlaceMention,
  noun: number,
): boolean {
  const lemma = lemmaOf(tree, noun);
  if (PARTS.has(lemma) || placeByToken.has(noun)) return true;
  const isOwned =
    relationOf(tree, endToken - 1) === 'nmod:poss' || /^['’]s$/u.test(lowerOf(tree, endToken - 1));
  return SITES.has(lemma) && (precision !== 6 || isOwned || CITY_STATES.has(country));
}

/** Nouns for what stands somewhere or goes on there. */
const SITES = new Set(
  'airfield airport airspace airstrip apartment area arena bakery bar barracks barrio base battle battlefield bazaar beach bridge building bungalow cafe café camp campus canal casino cathedral cemetery center centre chapel checkpoint church city clinic club coastline complex compound conflict constituency consulate convent court courthouse crossing dam depot district dock embassy enclave facility factory farm favela field flat forest front frontline garage garden garrison ghetto grounds hall hamlet hangar harbor harbour headquarters hideout highway hinterland home hospital hotel house installation island jail junction jungle kindergarten laboratory library mall market metro mill mine monastery mosque mountain museum neighborhood neighbourhood nightclub office oilfield operation orphanage outpost outskirts palace park penitentiary pier plant plaza port prison province pub quarry quarter ranch refinery refuge region reservoir residence restaurant road roadblock rooftop school seafront shelter shop shrine skyscraper slum square stadium station store street stronghold suburb subway supermarket synagogue temple terminal territory theater theatre tower town township tunnel underground university valley villa village war warehouse waterfront waterway wharf yard zone'.split(
    ' ',
  ),
);
/** Nouns for parts of a land, which even a country's name may stand before: "the Taiwan capital", but not "the U.S. base". */
const PARTS = new Set(
  'airspace border capital city coast coastline countryside desert east highland interior jungle north province region shore shoreline skies sky soil south territory town village waters west'.split(
    ' ',
  ),
);

/** Countries that are one city: "a Singapore hotel". */
const CITY_STATES: ReadonlySet<string | null> = new Set(['GIB', 'HKG', 'MAC', 'MCO', 'SGP', 'VAT']);

/** Gives the noun that a place's name stands before: "Amman" of "his Amman home", "Mexico" of "Mexico's police chief". */
export function modifiedNoun(tree: Tree, { firstToken, endToken }: PlaceMention): number | undefined {
  for (let token = endToken - 1; token >= firstToken; token--) {
    const head = headOf(tree, token);
    if (head >= endToken && isRelation(relationOf(tree, token), ['compound', 'nmod:poss'])) return head;
  }
  return undefined;
}
