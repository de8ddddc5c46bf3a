import type { PlaceMention } from '../document/mention-layers.ts';
import { headOf, lowerOf, relationOf, spanOfTokens, type Tree } from '../language/tree.ts';
import type { CoreSearch } from './place-core.ts';
import { followsPlaceVerb } from './place-evidence.ts';

/** What a state has in all directions: "Estonian airspace", "Moldovan soil". */
const LANDS = new Set(['airspace', 'soil', 'territory', 'waters', 'skies']);
/** Whose land it is, where no name tells. */
const OWNERS = new Set([
  'its',
  'their',
  'our',
  'his',
  'home',
  'enemy',
  'foreign',
  'neutral',
  'international',
]);
/** Words between the owner and the land: "Omani territorial waters", "its own soil". */
const BETWEEN = new Set(
  'own sovereign territorial coastal internal inland northern southern eastern western restricted disputed contested'.split(
    ' ',
  ),
);
/** "restricted waters", "contested airspace": what is told of the land in place of an owner. */
const TOLD = new Set('restricted disputed contested territorial coastal'.split(' '));

/**
 * Finds the land, the waters and the skies of a state: "Estonian airspace", "Oman's territorial waters", "on its own soil".
 * The country is the one named; none where a pronoun or "international" stands. They stand before the places that they swallow.
 */
export function findLands(
  search: CoreSearch,
  tree: Tree,
  named: readonly PlaceMention[],
): readonly PlaceMention[] {
  return tree.tokens.flatMap((_, at) => {
    const land = LANDS.has(lowerOf(tree, at)) && !isModifier(tree, at) ? landAt(search, tree, at) : undefined;
    if (land === undefined) return [];
    return [land.country === null ? { ...land, country: ownerBefore(tree, named, land.firstToken) } : land];
  });
}

/** "Greece scrambled jets after drones entered its airspace": the one state that is named before in the sentence, if it does something. */
function ownerBefore(tree: Tree, named: readonly PlaceMention[], pronoun: number): string | null {
  if (lowerOf(tree, pronoun) !== 'its') return null;
  const sentence = tree.tokens[pronoun]?.sentence;
  const states = named.filter(
    ({ endToken, precision, whereKind }) =>
      endToken <= pronoun &&
      tree.tokens[endToken - 1]?.sentence === sentence &&
      (precision === 6 || whereKind === 'metonym'),
  );
  const [country, ...others] = new Set(states.map((state) => state.country));
  const isDoer = states.some((state) => isSubject(tree, state));
  return others.length === 0 && isDoer ? (country ?? null) : null;
}

function isSubject(tree: Tree, { firstToken, endToken }: PlaceMention): boolean {
  for (let token = firstToken; token < endToken; token++) {
    const isOut = headOf(tree, token) < firstToken || headOf(tree, token) >= endToken;
    if (isOut && relationOf(tree, token) === 'nsubj') return true;
  }
  return false;
}

/** "Ukrainian soil samples", "Palestinian territory-wide". */
function isModifier(tree: Tree, noun: number): boolean {
  return tree.tags[noun + 1]?.upos === 'NOUN' || /^[-‐‑–]$/u.test(lowerOf(tree, noun + 1));
}

function landAt(search: CoreSearch, tree: Tree, noun: number): PlaceMention | undefined {
  let owner = noun - 1;
  while (BETWEEN.has(lowerOf(tree, owner))) owner--;
  const sentence = tree.tokens[noun]?.sentence;
  if (tree.tokens[owner]?.sentence !== sentence) return undefined;
  const named = countryAt(search, tree, owner);
  const firstToken = named?.firstToken ?? (OWNERS.has(lowerOf(tree, owner)) ? owner : owner + 1);
  const isTold = named !== undefined || firstToken === owner || TOLD.has(lowerOf(tree, owner + 1));
  if (!isTold || (named === undefined && !isPlaced(search, tree, firstToken))) return undefined;
  const opens = lowerOf(tree, firstToken - 1) === 'the' ? firstToken - 1 : firstToken;
  const span = spanOfTokens(tree, { firstToken: opens, endToken: noun + 1 });
  return {
    ...span,
    firstToken: opens,
    endToken: noun + 1,
    whereKind: 'literal',
    country: named?.country ?? null,
    disputed: false,
    lat: null,
    lon: null,
    geonameId: null,
    precision: 5,
    why: { rule: 'places/land', spans: [span], confidence: named === undefined ? 0.5 : 0.75 },
  };
}

/** "Estonian" before the land, or "Estonia's". A hyphen tells of another hold on it: "Russian-held territory". */
function countryAt(
  { doc, lexicon }: CoreSearch,
  tree: Tree,
  owner: number,
): { readonly country: string; readonly firstToken: number } | undefined {
  const isOwned = /^['’]s?$/u.test(lowerOf(tree, owner));
  const last = isOwned ? owner - 1 : owner;
  for (let firstToken = last - 1; firstToken <= last; firstToken++) {
    const name = doc.text.slice(doc.layers.tokens[firstToken]?.start ?? 0, doc.layers.tokens[last]?.end ?? 0);
    const country = isOwned
      ? lexicon.findCurated(name).find(({ kind }) => kind === 'country')?.countries[0]
      : lexicon.countryOfPeople(name);
    if (country !== undefined && !/[-‐‑–]/u.test(name)) return { country, firstToken };
  }
  return undefined;
}

function isPlaced(search: CoreSearch, tree: Tree, token: number): boolean {
  return search.words.is('locative', lowerOf(tree, token - 1)) || followsPlaceVerb(search, token);
}
