import { type CoreSearch, type PlaceCore, textOf } from './place-core.ts';

/** A town of fewer people is no hint of where a report plays when a body bears its name. */
const POPULATION_MIN = 1000;

/**
 * Finds the places that names of bodies open with ("Douglas County Hospital", "Kherson Regional Council"). They are no
 * mentions of places, but they tell where a report plays. Sorted.
 */
export function findBodyCores(search: CoreSearch): readonly PlaceCore[] {
  const { names } = search.doc.layers;
  return names.flatMap(({ kind, firstToken, endToken }) =>
    kind === 'organisation' || kind === 'other' ? (openingPlace(search, firstToken, endToken) ?? []) : [],
  );
}

function openingPlace(search: CoreSearch, first: number, limit: number): PlaceCore | undefined {
  for (let endToken = Math.min(limit - 1, first + 3); endToken > first; endToken--) {
    const name = textOf(search, { firstToken: first, endToken });
    const isKnown = search.lexicon
      .find(name)
      .some(({ curated, mainName, population }) => curated || (mainName && population > POPULATION_MIN));
    if (isKnown) return { firstToken: first, endToken, name, by: 'body', site: false, confidence: 0.4 };
  }
  return undefined;
}
