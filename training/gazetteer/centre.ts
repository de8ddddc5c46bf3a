import { distanceKm } from '../../src/mentions/place-geometry.ts';

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/**
 * Gives the middle of an area known by its settlements, and the distance that holds nine tenths of them. Settlements
 * crowd, so each cell of half a degree counts once: that comes close to the middle of the area itself.
 */
export function centreOf(members: readonly Point[]): { lat: number; lon: number; radiusKm: number } {
  const cells = new Map<string, { lat: number; lon: number; count: number }>();
  for (const { lat, lon } of members) {
    const key = `${Math.floor(lat * 2)} ${Math.floor(lon * 2)}`;
    const cell = cells.get(key) ?? { lat: 0, lon: 0, count: 0 };
    cells.set(key, { lat: cell.lat + lat, lon: cell.lon + lon, count: cell.count + 1 });
  }
  let lat = 0;
  let x = 0;
  let y = 0;
  for (const cell of cells.values()) {
    const east = (cell.lon / cell.count / 180) * Math.PI;
    lat += cell.lat / cell.count;
    x += Math.cos(east);
    y += Math.sin(east);
  }
  const centre = { lat: lat / cells.size, lon: (Math.atan2(y, x) / Math.PI) * 180 };
  const distances = members.map((member) => distanceKm(centre, member)).sort((a, b) => a - b);
  return { ...centre, radiusKm: Math.round(distances[Math.floor(distances.length * 0.9)] ?? 0) };
}
