import type { PlaceMention } from '../document/mention-layers.ts';
import { spanOfTokens, type Tree } from '../language/tree.ts';
import type { CoreSearch } from './place-core.ts';

/**
 * Finds borders named by the peoples or countries beside them: "the Russian border", "the border with Russia",
 * "the border between X and Y", "the Afghan-Pakistani border". The country is the one named; none where two are.
 * They stand before the places that they swallow, `named`, which is sorted.
 */
export function findBorders(
  search: CoreSearch,
  tree: Tree,
  named: readonly PlaceMention[],
): readonly PlaceMention[] {
  const placeAt = new Map<number, PlaceMention>();
  for (const mention of named) placeAt.set(mention.firstToken, mention);
  return tree.tokens.flatMap((token, at) =>
    /^(?:borders?|frontier|boundary)$/iu.test(token.text) && tree.tags[at]?.upos !== 'VERB'
      ? (borderAt(search, tree, placeAt, at) ?? [])
      : [],
  );
}

function borderAt(
  search: CoreSearch,
  tree: Tree,
  placeAt: ReadonlyMap<number, PlaceMention>,
  noun: number,
): PlaceMention | undefined {
  const peoples = peoplesBefore(search, noun);
  const after = placesAfter(tree, placeAt, noun);
  const countries = [...new Set([...peoples.countries, ...after.countries])];
  if (countries.length === 0) return undefined;
  let firstToken = peoples.firstToken;
  while (isOpening(search, firstToken - 1)) firstToken--;
  const span = spanOfTokens(tree, { firstToken, endToken: after.endToken });
  return {
    ...span,
    firstToken,
    endToken: after.endToken,
    whereKind: 'literal',
    country: countries.length === 1 ? (countries[0] ?? null) : null,
    disputed: false,
    lat: null,
    lon: null,
    geonameId: null,
    precision: 5,
    why: { rule: 'places/border', spans: [span], confidence: 0.75 },
  };
}

/** Reads "Russian", "Afghan-Pakistani" and "Syrian - Turkish" before the noun. */
function peoplesBefore({ doc, lexicon }: CoreSearch, noun: number) {
  const countries: string[] = [];
  let firstToken = noun;
  for (let at = noun - 1; at >= Math.max(0, noun - 3); at--) {
    const text = doc.layers.tokens[at]?.text ?? '';
    const codes = text.split(/[-–]/u).flatMap((part) => lexicon.countryOfPeople(part) ?? countryNamed(part));
    if (codes.length > 0) {
      countries.push(...codes);
      firstToken = at;
    } else if (!/^[-–]$/u.test(text)) break;
  }
  return { countries, firstToken };

  function countryNamed(part: string): string | [] {
    const country = lexicon.findCurated(part).find(({ kind }) => kind === 'country');
    return country?.countries[0] ?? [];
  }
}

/** Reads "with Russia", "between Sudan and Chad" and "of Ukraine" after the noun. */
function placesAfter(tree: Tree, placeAt: ReadonlyMap<number, PlaceMention>, noun: number) {
  const countries: string[] = [];
  let endToken = noun + 1;
  const opening = (tree.tokens[endToken]?.text ?? '').toLowerCase();
  if (opening !== 'with' && opening !== 'between' && opening !== 'of') return { countries, endToken };
  let at = endToken + 1;
  for (let count = 0; count < 2; count++) {
    const place = placeAt.get(at) ?? placeAt.get(at + 1);
    if (place === undefined) break;
    if (place.country !== null) countries.push(place.country);
    endToken = place.endToken;
    if (opening === 'with' || (tree.tokens[endToken]?.text ?? '').toLowerCase() !== 'and') break;
    at = endToken + 1;
  }
  return { countries, endToken };
}

function isOpening({ doc, words }: CoreSearch, token: number): boolean {
  const text = (doc.layers.tokens[token]?.text ?? '').toLowerCase();
  return text === 'the' || text === 'its' || text === 'their' || words.is('side', text);
}
