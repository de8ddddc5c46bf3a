import type { PlaceMention } from '../document/mention-layers.ts';
import { type CoreSearch, textOf } from './place-core.ts';
import { pointTowards } from './place-geometry.ts';
import { BY_HOLDER, type PlaceChoice } from './place-holders.ts';
import type { PlaceCandidate } from './place-lexicon.ts';
import type { PlacePhrase } from './place-phrases.ts';

/** Where a mention lies and how exactly that is known. */
export type Location = Pick<PlaceMention, 'country' | 'disputed' | 'lat' | 'lon' | 'geonameId' | 'precision'>;

/** Gives the point and the precision of a phrase: of the named place, or of the point or part that the phrase tells. */
export function locate(
  search: CoreSearch,
  phrase: PlacePhrase,
  { place, country, rule }: PlaceChoice,
): Location {
  if (place === null) return { country, ...NOWHERE };
  const { disputed, lat, lon, geonameId } = place;
  // "the Russian border": a long line that no point stands for.
  if (phrase.relation === 'border' && place.extentKm > BORDER_KM_MAX) {
    return { ...NOWHERE, country, disputed, precision: 5 };
  }
  if (rule === BY_HOLDER) {
    const { lat, lon, precision } = place;
    return { country, disputed, lat, lon, geonameId: null, precision: precision === 1 ? 2 : precision };
  }
  const shifted = pointOfPhrase(search, phrase, place);
  if (shifted !== undefined) return { country, disputed, ...shifted, geonameId: null, precision: 2 };
  const precision = precisionOf(phrase, place);
  return { country, disputed, lat, lon, geonameId, precision };
}

/** Chosen by hand: the centre of a province still tells where its border is. */
const BORDER_KM_MAX = 300;

const NOWHERE = { disputed: false, lat: null, lon: null, geonameId: null, precision: null } as const;

/** "20 km north of X" names another point than X; "eastern X" keeps the centre of X, since no point is told. */
function pointOfPhrase(search: CoreSearch, phrase: PlacePhrase, place: PlaceCandidate) {
  if (phrase.relation !== 'distance') return undefined;
  const words = textOf(search, phrase).toLowerCase();
  const compass = COMPASS.exec(words)?.[1];
  const km = lengthKm(words);
  return compass === undefined || km === undefined ? undefined : pointTowards(place, compass, km);
}

const COMPASS = /\b((?:north|south)-?(?:east|west)|north|south|east|west)(?:ern)?\b/u;

/** Gives the length that a phrase opens with, in kilometres; undefined where its number is not in digits. */
function lengthKm(words: string): number | undefined {
  const match = /(\d[\d,.]{0,8})[- ]?(nautical|km|kilomet|mile|m\b|met|yard)/u.exec(words);
  const count = Number((match?.[1] ?? '').replaceAll(',', '').replace(/\.$/u, ''));
  if (match === null || !(count > 0)) return undefined;
  return count * (KM[match[2] ?? ''] ?? 1);
}

const KM: Readonly<Record<string, number>> = {
  nautical: 1.852,
  mile: 1.609,
  m: 0.001,
  met: 0.001,
  yard: 0.0009,
};

/** UCDP's where_prec: what the words say of the place, not how large it is. */
function precisionOf(
  { relation, className }: PlacePhrase,
  { precision }: PlaceCandidate,
): PlaceMention['precision'] {
  if (relation === 'near' || relation === 'distance') return precision <= 2 ? 2 : precision;
  if (relation === 'border') return 5;
  if (relation === 'part') return precision === 6 ? 5 : precision;
  if (precision !== 1) return precision;
  if (className === 'district') return 3;
  if (className === 'province') return 4;
  return className === 'region' || className === 'nature' ? 2 : 1;
}
