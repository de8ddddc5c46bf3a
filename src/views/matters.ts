import type { ReadEvent, Reading } from '../claims/reading.ts';

/** Event mentions of one or more reports that speak of one event. */
export interface Matter {
  /** `<report id>/<event id>`, in the order of the reports. */
  readonly mentions: readonly string[];
  /** How many accounts of it began on their own; null when that was not worked out. */
  readonly origins: number | null;
}

/** An event with the report that speaks of it. */
export interface Mention {
  readonly reading: Reading;
  readonly event: ReadEvent;
}

/** Gives every event of the readings by `<report id>/<event id>`. */
export function mentionsByKey(readings: readonly Reading[]): ReadonlyMap<string, Mention> {
  return new Map(
    readings.flatMap((reading) =>
      reading.events.map((event) => [`${reading.id}/${event.id}`, { reading, event }] as const),
    ),
  );
}

/** Gives the matters of each report by itself, joined by what the reading linked as the same event. */
export function mattersWithinReports(readings: readonly Reading[]): readonly Matter[] {
  return readings.flatMap((reading) => {
    const leaderOf = new Map<string, string>();
    for (const { from, to, relation } of reading.links) {
      const [a, b] = [leaderIn(leaderOf, from), leaderIn(leaderOf, to)];
      if (relation === 'same-as' && a !== b) leaderOf.set(a, b);
    }
    const mentionsOf = new Map<string, string[]>();
    for (const { id } of reading.events) {
      const leader = leaderIn(leaderOf, id);
      const mentions = mentionsOf.get(leader) ?? [];
      mentions.push(`${reading.id}/${id}`);
      mentionsOf.set(leader, mentions);
    }
    return [...mentionsOf.values()].map((mentions) => ({ mentions, origins: null }));
  });
}

function leaderIn(leaderOf: ReadonlyMap<string, string>, id: string): string {
  let leader = id;
  for (let above = leaderOf.get(leader); above !== undefined; above = leaderOf.get(leader)) leader = above;
  return leader;
}
