interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Gives the distance of two points on the sphere in kilometres (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const half =
    Math.sin(((b.lat - a.lat) * radians) / 2) ** 2 +
    Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(((b.lon - a.lon) * radians) / 2) ** 2;
  return 12742 * Math.asin(Math.min(1, Math.sqrt(half)));
}

const BEARINGS: Readonly<Record<string, number>> = {
  north: 0,
  northeast: 45,
  east: 90,
  southeast: 135,
  south: 180,
  southwest: 225,
  west: 270,
  northwest: 315,
};

/** Gives the point so many kilometres from another towards a compass point ("north-east"); undefined for another word. */
export function pointTowards(from: Point, compass: string, km: number): Point | undefined {
  const bearing = BEARINGS[compass.toLowerCase().replace(/[- ]/gu, '')];
  if (bearing === undefined) return undefined;
  const radians = (bearing / 180) * Math.PI;
  const lat = from.lat + (Math.cos(radians) * km) / 111.2;
  const width = Math.max(0.01, Math.cos((from.lat / 180) * Math.PI));
  return { lat, lon: from.lon + (Math.sin(radians) * km) / (111.2 * width) };
}
