import type { ReadEvent, Reading, ReadSource } from '../claims/reading.ts';
import type { Lineage } from './lineage.ts';
import { type Mention, mentionKey } from './mentions.ts';
import { byCode, contentStems, stemOf } from './words.ts';

/** What the events of copies repeat: by mention of a copy, the mention of the original. */
export type Originals = ReadonlyMap<string, string>;

// Chosen by hand: the same trigger in nearly the same clause, or another word for it in a clause that is all but the same.
const SAME_TRIGGER_SHARE = 0.4;
const OTHER_TRIGGER_SHARE = 0.75;

/**
 * Finds which events of a copy are events of the original told again, by type, trigger and words. Versions by one outlet are left out:
 * what an outlet changes in its own report is news.
 */
export function findOriginals(readings: readonly Reading[], { groupOf, rootOf }: Lineage): Originals {
  const byId = new Map(readings.map((reading) => [reading.id, reading]));
  const originals = new Map<string, string>();
  for (const reading of readings) {
    const root = byId.get(rootOf.get(groupOf.get(reading.id) ?? reading.id) ?? reading.id);
    if (root === undefined || root.id === reading.id || isVersion(reading, root)) continue;
    for (const [copied, original] of alignEvents(reading, root)) {
      originals.set(mentionKey(reading, copied), mentionKey(root, original));
    }
  }
  return originals;
}

function isVersion(a: Reading, b: Reading): boolean {
  return a.report.outlet !== null && a.report.outlet === b.report.outlet;
}

function alignEvents(copy: Reading, root: Reading): readonly (readonly [ReadEvent, ReadEvent])[] {
  const byType = new Map<string, ReadEvent[]>();
  for (const event of root.events) byType.set(event.type, [...(byType.get(event.type) ?? []), event]);
  const pairs = copy.events.flatMap((copied) =>
    (byType.get(copied.type) ?? []).flatMap((original) => {
      const score = sameness(copied, original);
      return score === null ? [] : [{ copied, original, score }];
    }),
  );
  // Of equal clauses ("killed three" twice) the one that stands as far into its report is meant.
  const distance = (a: ReadEvent, b: ReadEvent) => Math.abs(a.trigger.start - b.trigger.start);
  pairs.sort(
    (p, q) =>
      q.score - p.score ||
      distance(p.copied, p.original) - distance(q.copied, q.original) ||
      byCode(p.copied.id, q.copied.id) ||
      byCode(p.original.id, q.original.id),
  );
  const taken = new Set<ReadEvent>();
  return pairs.flatMap(({ copied, original }) => {
    if (taken.has(copied) || taken.has(original)) return [];
    taken.add(copied).add(original);
    return [[copied, original] as const];
  });
}

/** Gives how alike two clauses are, 0 to 2; null where they do not tell the same. */
function sameness(a: ReadEvent, b: ReadEvent): number | null {
  if (!canBeSameSource(a.sources.at(-1), b.sources.at(-1)) || !canBeSameActor(a, b)) return null;
  const sameTrigger = stemOf(a.trigger.text.toLowerCase()) === stemOf(b.trigger.text.toLowerCase());
  if (sameTrigger && haveSameWords(a, b)) return 2;
  if (a.polarity !== b.polarity || a.timeframe !== b.timeframe) return null;
  const share = sharedStems(a.words.text, b.words.text);
  const least = sameTrigger ? SAME_TRIGGER_SHARE : OTHER_TRIGGER_SHARE;
  return share < least ? null : share + (sameTrigger ? 0.5 : 0);
}

// A desk shortens "Ecuador's defence ministry" to "the ministry" or leaves it out; "prisoners say" for "guards say" is other work.
function canBeSameSource(copied: ReadSource | undefined, original: ReadSource | undefined): boolean {
  if (copied === undefined || typeof copied === 'string') return true;
  const stems = contentStems(copied.text);
  if (stems.length === 0) return true;
  return original !== undefined && typeof original !== 'string' && sharesStem(stems, original.text);
}

// "Israel struck the hospital" and "A Hamas rocket struck the hospital" are rivals, however alike their words.
function canBeSameActor({ actor: a }: ReadEvent, { actor: b }: ReadEvent): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const stems = a.flatMap(({ text }) => contentStems(text));
  return stems.length === 0 || b.some(({ text }) => sharesStem(stems, text));
}

function sharesStem(stems: readonly string[], words: string): boolean {
  const others = contentStems(words);
  return others.length === 0 || others.some((stem) => stems.includes(stem));
}

/** Tells whether two clauses are the same but for blanks. */
function haveSameWords(a: ReadEvent, b: ReadEvent): boolean {
  return oneSpaced(a.words.text) === oneSpaced(b.words.text);
}

function oneSpaced(words: string): string {
  return words.replace(/\s+/gu, ' ').trim();
}

function sharedStems(a: string, b: string): number {
  const [x, y] = [new Set(contentStems(a)), new Set(contentStems(b))];
  const both = [...x].filter((stem) => y.has(stem)).length;
  const all = x.size + y.size - both;
  return all === 0 ? 0 : both / all;
}

/** Gives the readings without what copies only repeat: what claimants and events are found by. */
export function withoutRepeats(readings: readonly Reading[], originals: Originals): readonly Reading[] {
  return readings.map((reading) => {
    const events = reading.events.filter((event) => !originals.has(mentionKey(reading, event)));
    if (events.length === reading.events.length) return reading;
    const kept = new Set(events.map(({ id }) => id));
    return {
      ...reading,
      events,
      links: reading.links.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    };
  });
}

/**
 * Gives the mentions by which copies repeat those of originals, by the original's key. Who says it, who did it and to whom is read in the
 * original, since a copy shortens names: "Ecuador's defence ministry" becomes "the ministry".
 */
export function repeatsOf(
  readings: readonly Reading[],
  originals: Originals,
  mentions: readonly Mention[],
): ReadonlyMap<string, readonly Mention[]> {
  const byKey = new Map(mentions.map((mention) => [mention.key, mention]));
  const repeats = new Map<string, Mention[]>();
  for (const reading of readings) {
    const isRepeat = (id: string) => originals.has(`${reading.id}/${id}`);
    const outward = reading.links.filter(({ from, to }) => !isRepeat(from) && isRepeat(to));
    const repeating = { ...reading, links: outward };
    for (const event of reading.events) {
      const key = mentionKey(reading, event);
      const original = byKey.get(originals.get(key) ?? '');
      if (original === undefined) continue;
      const repeat = { ...original, key, reading: repeating, event: retold(event, original.event) };
      repeats.set(original.key, [...(repeats.get(original.key) ?? []), repeat]);
    }
  }
  return repeats;
}

function retold(copied: ReadEvent, original: ReadEvent): ReadEvent {
  const { sources, actor, recipient, polarity, certainty, timeframe } = original;
  const stance = haveSameWords(copied, original) ? { polarity, certainty, timeframe } : {};
  return { ...copied, sources, actor, recipient, ...stance };
}
