import type { CoreSearch, PlaceCore } from './place-core.ts';
import type { PlaceCandidate } from './place-lexicon.ts';

/** The candidates that are weighed for one name; the largest come first, so the rest are hamlets of the same name. */
const CANDIDATES_MAX = 60;

/**
 * Gives what a name may mean. Where the whole name is unknown, "Idjwi island" is looked up without the noun for its
 * kind, and a site by the town that its name opens with ("Da Nang International Airport", "Izium Central Hospital").
 */
export function candidatesOf(
  { lexicon, words }: CoreSearch,
  { name, site }: PlaceCore,
): readonly PlaceCandidate[] {
  const whole = lexicon.find(name);
  if (whole.length > 0) return preferred(whole).slice(0, CANDIDATES_MAX);
  const isSite = site || words.classOf(name.slice(name.lastIndexOf(' ') + 1).toLowerCase()) === 'site';
  const isKind = KIND_AT_END.test(name);
  for (let end = name.lastIndexOf(' '); end > 0 && (isKind || isSite); end = name.lastIndexOf(' ', end - 1)) {
    const opening = lexicon.find(name.slice(0, end));
    const known = site || isKind ? opening : opening.filter(isTown);
    if (known.length > 0) return preferred(known).slice(0, CANDIDATES_MAX);
    if (!isSite) return [];
  }
  return [];
}

/** "Hope Hospital", "Union Station": only the name of a real town places what is called after it. */
function isTown({ curated, mainName, population }: PlaceCandidate): boolean {
  return curated || (mainName && population > SITE_TOWN_POPULATION);
}

/** Chosen by hand. */
const SITE_TOWN_POPULATION = 1000;

/** "Mexico" is an alternate name of its capital, too: beside a country, only main names are weighed. */
function preferred(found: readonly PlaceCandidate[]): readonly PlaceCandidate[] {
  const isCountry = found.some(({ kind }) => kind === 'country' || kind === 'continent');
  return isCountry ? found.filter(({ mainName }) => mainName) : found;
}

const KIND_AT_END =
  /\b(?:state|province|district|region|county|city|town|township|village|island|islands|oblast|governorate|department|camp|airport|crossing|municipality|raion|prefecture|commune|parish)$/iu;

/** Gives what two mentions of one name share: "MANSFIELD" in a dateline is the Mansfield of the text. */
export function keyOf({ name }: PlaceCore): string {
  return name.includes('.') ? name : name.toLowerCase();
}
