import type { StoryClaim } from './claims.ts';
import type { Story, StoryEvent } from './story.ts';
import { byCode } from './words.ts';

/** What kind of news a change is. */
export type ChangeKind =
  | 'new-event'
  | 'new-origin'
  | 'lost-origin'
  | 'new-denial'
  | 'number-moved'
  | 'withdrawn'
  | 'retraction'
  | 'softened'
  | 'hardened'
  | 'merged'
  | 'split'
  | 'status-changed';

/** One thing that is otherwise than before, with the mentions that show it. */
export interface StoryChange {
  readonly kind: ChangeKind;
  /** The event's id in the later story. */
  readonly event: string;
  readonly what: string;
  /** One sentence with both values in it. */
  readonly sentence: string;
  readonly mentions: readonly string[];
}

/**
 * Tells what changed from an earlier story to a later one, in the order of the later story's events. Events are matched by the mentions
 * that they share, since their ids are only numbers; of an event that was parted, the larger part goes on as the old one.
 */
export function compareStories(before: Story, after: Story): readonly StoryChange[] {
  const { heirs, forebears } = matchEvents(before, after);
  return after.events.flatMap((event) => {
    const old = heirs.get(event.id);
    const others = (forebears.get(event.id) ?? []).filter((other) => other !== old);
    if (old === undefined) {
      const [first] = others;
      return [first === undefined ? newEvent(event) : partedEvent(first, event)];
    }
    return [
      ...others.map((other) => mergedEvent(other, event)),
      ...movedOrigins(old, event),
      ...newDenials(old, event),
      ...movedNumbers(old, event),
      ...withdrawnClaims(old, event),
      ...changedWords(old, event),
      ...changedStatus(old, event),
    ];
  });
}

interface Matches {
  /** By id of a later event, the one event that it goes on. */
  readonly heirs: ReadonlyMap<string, StoryEvent>;
  /** By id of a later event, the earlier events whose mentions are in it and that no other goes on. */
  readonly forebears: ReadonlyMap<string, readonly StoryEvent[]>;
}

function matchEvents(before: Story, after: Story): Matches {
  const eventAt = new Map(
    before.events.flatMap((event) => event.mentions.map((mention) => [mention, event] as const)),
  );
  const pairs = after.events.flatMap((event) => {
    const counts = new Map<StoryEvent, number>();
    for (const mention of event.mentions) {
      const old = eventAt.get(mention);
      if (old !== undefined) counts.set(old, (counts.get(old) ?? 0) + 1);
    }
    return [...counts].map(([old, shared]) => ({ old, event, shared }));
  });
  pairs.sort((p, q) => q.shared - p.shared || byCode(p.old.id, q.old.id) || byCode(p.event.id, q.event.id));
  const heirs = new Map<string, StoryEvent>();
  const forebears = new Map<string, StoryEvent[]>();
  const gone = new Set<StoryEvent>();
  for (const { old, event } of pairs) {
    forebears.set(event.id, [...(forebears.get(event.id) ?? []), old]);
    if (heirs.has(event.id) || gone.has(old)) continue;
    heirs.set(event.id, old);
    gone.add(old);
  }
  return { heirs, forebears };
}

function change(
  kind: ChangeKind,
  { id, what }: StoryEvent,
  sentence: string,
  mentions: readonly string[],
): StoryChange {
  return { kind, event: id, what, sentence, mentions };
}

function newEvent(event: StoryEvent): StoryChange {
  return change('new-event', event, `It is new, and ${event.status}.`, event.mentions);
}

function partedEvent(old: StoryEvent, event: StoryEvent): StoryChange {
  return change('split', event, `It was told as one event with “${old.what}” before.`, event.mentions);
}

function mergedEvent(old: StoryEvent, event: StoryEvent): StoryChange {
  const own = new Set(event.mentions);
  const mentions = old.mentions.filter((mention) => own.has(mention));
  return change('merged', event, `“${old.what}” was told as an event of its own before.`, mentions);
}

function movedOrigins(old: StoryEvent, event: StoryEvent): readonly StoryChange[] {
  const [was, is] = [old.independentOrigins, event.independentOrigins];
  if (was === is) return [];
  const other = new Set((is > was ? old : event).origins.map(({ key }) => key));
  const moved = (is > was ? event : old).origins.filter(({ key }) => !other.has(key));
  return moved.map(({ by, mentions }) =>
    is > was
      ? change('new-origin', event, `${by} is a new independent origin: ${was} before, ${is} now.`, mentions)
      : change(
          'lost-origin',
          event,
          `${by} no longer counts as an origin: ${was} before, ${is} now.`,
          mentions,
        ),
  );
}

function newDenials(old: StoryEvent, event: StoryEvent): readonly StoryChange[] {
  const known = new Set(old.deniedBy);
  return event.deniedBy
    .filter((name) => !known.has(name))
    .map((name) => change('new-denial', event, `${name} denies it.`, mentionsOf(event, name, 'denies')));
}

function mentionsOf({ claims }: StoryEvent, name: string, stance: StoryClaim['stance']): readonly string[] {
  return claims
    .filter(({ by, outlet, stance: own }) => (by.name === name || outlet === name) && own === stance)
    .map(({ mention }) => mention);
}

function movedNumbers(old: StoryEvent, event: StoryEvent): readonly StoryChange[] {
  return event.numbers.flatMap(({ of, byClaimant, values }) =>
    byClaimant.flatMap(({ by, best }) => {
      const before = old.numbers
        .find((number) => number.of === of)
        ?.byClaimant.find((range) => range.by === by);
      if (before === undefined || before.best === best) return [];
      const mentions = values.filter((value) => value.by === by).flatMap((value) => value.mentions);
      const sentence = `${by} put ${of} at ${before.best} before, and at ${best} now.`;
      return [change('number-moved', event, sentence, mentions)];
    }),
  );
}

/** Tells of each claimant whose word no longer counts; a retraction of the whole event is told by its status. */
function withdrawnClaims(old: StoryEvent, event: StoryEvent): readonly StoryChange[] {
  if (event.status === 'retracted') return [];
  const counted = new Set(
    old.claims.filter(({ withdrawn }) => withdrawn === null).map(({ mention, by }) => `${mention} ${by.key}`),
  );
  const sentences = new Map<string, string[]>();
  for (const { withdrawn, mention, by, outlet } of event.claims) {
    if (withdrawn === null || !counted.has(`${mention} ${by.key}`)) continue;
    const sentence =
      withdrawn === 'taken back'
        ? `${by.name} took it back.`
        : `${outlet ?? 'The outlet'} retracted the report that tells it of ${by.name}.`;
    sentences.set(sentence, [...(sentences.get(sentence) ?? []), mention]);
  }
  return [...sentences].map(([sentence, mentions]) => change('withdrawn', event, sentence, mentions));
}

const FIRMNESS = ['unknown', 'possible', 'probable', 'certain'];

/**
 * Compares what each claimant says now with what it said before: "killed" that becomes "may have killed" is news of its own, and so is
 * an outlet that gives as somebody's word what it told in its own voice.
 */
function changedWords(old: StoryEvent, event: StoryEvent): readonly StoryChange[] {
  const known = new Set(old.claims.map(({ mention }) => mention));
  const fresh = event.claims.filter((claim) => !known.has(claim.mention) && isWord(claim));
  const before = old.claims.filter(isWord);
  const claimants = [...new Set(fresh.map(({ by }) => by.key))].flatMap((key) =>
    changedFirmness(before, fresh, key, event),
  );
  return [...claimants, ...changedVoices(before, fresh, event)];
}

function isWord({ stance, basis, withdrawn }: StoryClaim): boolean {
  return (stance === 'asserts' || stance === 'leaves open') && basis === 'mention' && withdrawn === null;
}

function changedFirmness(
  before: readonly StoryClaim[],
  fresh: readonly StoryClaim[],
  key: string,
  event: StoryEvent,
): readonly StoryChange[] {
  const [was, is] = [firmest(before, key), firmest(fresh, key)];
  if (was === null || is === null || was.certainty === is.certainty) return [];
  const softer = FIRMNESS.indexOf(is.certainty) < FIRMNESS.indexOf(was.certainty);
  const sentence = `${is.by.name} called it ${was.certainty} before, and ${is.certainty} now.`;
  return [change(softer ? 'softened' : 'hardened', event, sentence, [was.mention, is.mention])];
}

function firmest(claims: readonly StoryClaim[], key: string): StoryClaim | null {
  const own = claims.filter(({ by }) => by.key === key);
  return [...own].sort((a, b) => FIRMNESS.indexOf(b.certainty) - FIRMNESS.indexOf(a.certainty))[0] ?? null;
}

/** An outlet's new report tells only as another's word what its old one told in its own voice, or the other way round. */
function changedVoices(
  before: readonly StoryClaim[],
  fresh: readonly StoryClaim[],
  event: StoryEvent,
): readonly StoryChange[] {
  const outlets = [...new Set(fresh.flatMap(({ outlet }) => outlet ?? []))];
  return outlets.flatMap((outlet) => {
    const [old, now] = [before, fresh].map((claims) => claims.filter((claim) => claim.outlet === outlet));
    const [was, is] = [old?.[0], now?.[0]];
    if (was === undefined || is === undefined) return [];
    const owned = (claims: readonly StoryClaim[] = []) => claims.some(({ ownVoice }) => ownVoice);
    if (owned(old) === owned(now)) return [];
    const other = (owned(old) ? now : old)?.map(({ by }) => by.name)[0] ?? '';
    const sentence = owned(old)
      ? `${outlet} told it in its own voice before, and as the word of ${other} now.`
      : `${outlet} told it as the word of ${other} before, and in its own voice now.`;
    return [change(owned(old) ? 'softened' : 'hardened', event, sentence, [was.mention, is.mention])];
  });
}

function changedStatus(old: StoryEvent, event: StoryEvent): readonly StoryChange[] {
  if (old.status === event.status) return [];
  const kind = event.status === 'retracted' ? 'retraction' : 'status-changed';
  return [change(kind, event, `It was ${old.status}, and is ${event.status} now.`, event.mentions)];
}
