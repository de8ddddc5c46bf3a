import type { PlaceMention } from '../document/mention-layers.ts';

/** A country must be spoken of this often, and this many times as often as the next, to be the ground of a report. */
const LEAST = 3;
const LEAD = 2;
const CONFIDENCE = 0.45;

/** Waters, lines and roads lie where states meet, whatever the rest of a report is about. */
const NO_GROUND =
  /\b(?:seas?|ocean|gulf|straits?|shoal|reef|bank|channel|atoll|canal|river|bay|cape|border|frontier|line|route|corridor|zone|islands?|airspace)\b/iu;

/**
 * Gives a named place that no list knows the country in which nearly all places of the report lie: "the village of Ntete"
 * in a report from Pemba, Nampula and Maputo. Its coordinates stay unknown. Where two countries are as present, it has none.
 */
export function withGrounds(text: string, places: readonly PlaceMention[]): readonly PlaceMention[] {
  const ground = groundOf(places);
  if (ground === undefined) return places;
  const { country } = ground;
  return places.map((place) =>
    place.country === null && isUnknownTown(text, place)
      ? {
          ...place,
          country,
          why: {
            rule: 'places/ground-country',
            spans: [...place.why.spans, { start: ground.start, end: ground.end }],
            confidence: Math.min(place.why.confidence, CONFIDENCE),
          },
        }
      : place,
  );
}

function isUnknownTown(text: string, { start, end, disputed, whereKind, lat }: PlaceMention): boolean {
  const words = text.slice(start, end);
  const isNamed = /\p{Lu}\p{L}+[^\p{Lu}]*$/u.test(words) && /^(?:the |an? )?[\p{L}]/u.test(words);
  return !disputed && whereKind === 'literal' && lat === null && isNamed && !NO_GROUND.test(words);
}

/** The first place in the country that has the lead among the places of a report, or undefined. */
function groundOf(places: readonly PlaceMention[]): PlaceMention | undefined {
  const counts = new Map<string, number>();
  for (const { country } of places) if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  const [first, second] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  if (first === undefined || first[1] < LEAST || first[1] < LEAD * (second?.[1] ?? 0)) return undefined;
  return places.find(({ country }) => country === first[0]);
}
