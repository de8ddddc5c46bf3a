import type { PlaceCandidate, PlaceKind } from './place-lexicon.ts';
import type { ClassKind } from './place-words.ts';

/** Gives how likely a place is to be in the news at all, whatever the report. */
export function sizeOf({ kind, population, seat }: PlaceCandidate): number {
  const size = 0.5 * Math.log10(population + 1);
  switch (kind) {
    case 'country':
      return 8;
    case 'continent':
    case 'waters':
      return 7;
    case 'territory':
    case 'province':
    case 'region':
      return 4.5;
    case 'feature':
    case 'border':
    case 'site':
    case 'district':
      return 3.5;
    // Towns of the curated tables are contested, and so in the news more than their size says.
    case 'town':
      return 4.5;
    case 'capital':
      return size + 1.8;
    case 'admin1':
      return 2 + size * 0.5;
    case 'admin2':
      return size * 0.5;
    case 'quarter':
      return size - 1;
    case 'city':
      return size + (seat ? 0.4 : 0);
  }
}

const FITS: Readonly<Partial<Record<ClassKind, Partial<Record<PlaceKind, number>>>>> = {
  settlement: {
    capital: 1.5,
    city: 1.5,
    town: 1.5,
    quarter: 1.5,
    admin1: -2,
    admin2: -1.5,
    territory: -2,
    province: -2,
  },
  district: {
    admin2: 2.5,
    district: 2.5,
    admin1: 0.5,
    city: 0.5,
    quarter: 1.5,
    region: 0.5,
    country: -6,
    capital: -1,
  },
  province: {
    admin1: 3,
    territory: 3,
    province: 3,
    region: 1.5,
    admin2: 0.5,
    city: -1,
    capital: -1,
    country: -6,
  },
  region: { admin1: 2.5, territory: 2.5, province: 2.5, region: 2.5, country: -3, feature: 1 },
  nature: { feature: 3, waters: 3, region: 1, country: -4 },
  site: { site: 3, town: 0.5, country: -4 },
  border: { admin1: 3, city: -1, capital: -1 },
};

/** Gives how well a kind of place fits the common noun beside its name. */
export function fitOf(className: ClassKind | null, kind: PlaceKind): number {
  return className === null ? 0 : (FITS[className]?.[kind] ?? 0);
}

/** Tells whether a town gave a division its name: "in Kindia" means the town that gave its province the name, unless the town is a small part of it. */
export function namesTown(
  candidates: readonly PlaceCandidate[],
  { kind, admin1, population }: PlaceCandidate,
): boolean {
  if (kind !== 'admin1') return false;
  return candidates.some(
    (other) =>
      (other.kind === 'city' || other.kind === 'capital') &&
      other.admin1 === admin1 &&
      other.population >= population * TOWN_SHARE,
  );
}

/** Chosen by hand: Kandahar and Labé are towns first, Tennessee is not. */
const TOWN_SHARE = 0.35;
