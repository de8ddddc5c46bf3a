import type { StoryClaim } from './claims.ts';
import type { Story, StoryEvent } from './story.ts';
import { byCode } from './words.ts';

/** One thing that is otherwise than before, with the mentions that show it. */
export interface StoryChange {
  readonly kind:
    | 'new-event'
    | 'new-origin'
    | 'new-denial'
    | 'number-moved'
    | 'retraction'
    | 'softened'
    | 'hardened'
    | 'status-changed';
  /** The event's id in the later story. */
  readonly event: string;
  readonly what: string;
  /** One sentence with both values in it. */
  readonly sentence: string;
  readonly mentions: readonly string[];
}

/**
 * Tells what changed from an earlier story to a later one, in the order of the later story's events. Events are matched by the mentions
 * that they share, since their ids are only numbers.
 */
export function compareStories(before: Story, after: Story): readonly StoryChange[] {
  const eventAt = new Map(
    before.events.flatMap((event) => event.mentions.map((mention) => [mention, event] as const)),
  );
  return after.events.flatMap((event) => {
    const old = bestMatch(event, eventAt);
    if (old === null) return [newEvent(event)];
    return [
      ...newOrigins(old, event),
      ...newDenials(old, event),
      ...movedNumbers(old, event),
      ...changedWords(old, event),
      ...changedStatus(old, event),
    ];
  });
}

function bestMatch(event: StoryEvent, eventAt: ReadonlyMap<string, StoryEvent>): StoryEvent | null {
  const counts = new Map<StoryEvent, number>();
  for (const mention of event.mentions) {
    const old = eventAt.get(mention);
    if (old !== undefined) counts.set(old, (counts.get(old) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || byCode(a.id, b.id));
  return best?.[0] ?? null;
}

function change(
  kind: StoryChange['kind'],
  { id, what }: StoryEvent,
  sentence: string,
  mentions: readonly string[],
): StoryChange {
  return { kind, event: id, what, sentence, mentions };
}

function newEvent(event: StoryEvent): StoryChange {
  return change('new-event', event, `It is new, and ${event.status}.`, event.mentions);
}

function newOrigins(old: StoryEvent, event: StoryEvent): readonly StoryChange[] {
  const known = new Set(old.origins.map(({ key }) => key));
  if (event.independentOrigins <= old.independentOrigins) return [];
  return event.origins
    .filter(({ key }) => !known.has(key))
    .map(({ by, mentions }) =>
      change(
        'new-origin',
        event,
        `${by} is a new independent origin: ${old.independentOrigins} before, ${event.independentOrigins} now.`,
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
    .filter(({ by, stance: own }) => by.name === name && own === stance)
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
      return [
        change(
          'number-moved',
          event,
          `${by} put ${of} at ${before.best} before, and at ${best} now.`,
          mentions,
        ),
      ];
    }),
  );
}

const FIRMNESS = ['unknown', 'possible', 'probable', 'certain'];

/** Compares the firmest word of each claimant: "killed" that becomes "may have killed" is news of its own. */
function changedWords(old: StoryEvent, event: StoryEvent): readonly StoryChange[] {
  const known = new Set(old.claims.map(({ mention }) => mention));
  const fresh = event.claims.filter(({ mention, stance }) => !known.has(mention) && stance === 'asserts');
  return [...new Set(fresh.map(({ by }) => by.key))].flatMap((key) => {
    const was = firmest(old.claims, key);
    const is = firmest(fresh, key);
    if (was === null || is === null || was.certainty === is.certainty) return [];
    const softer = FIRMNESS.indexOf(is.certainty) < FIRMNESS.indexOf(was.certainty);
    const sentence = `${is.by.name} called it ${was.certainty} before, and ${is.certainty} now.`;
    return [change(softer ? 'softened' : 'hardened', event, sentence, [was.mention, is.mention])];
  });
}

function firmest(claims: readonly StoryClaim[], key: string): StoryClaim | null {
  const own = claims.filter(({ by, stance }) => by.key === key && stance === 'asserts');
  return [...own].sort((a, b) => FIRMNESS.indexOf(b.certainty) - FIRMNESS.indexOf(a.certainty))[0] ?? null;
}

function changedStatus(old: StoryEvent, event: StoryEvent): readonly StoryChange[] {
  if (old.status === event.status) return [];
  const kind = event.status === 'retracted' ? 'retraction' : 'status-changed';
  return [change(kind, event, `It was ${old.status}, and is ${event.status} now.`, event.mentions)];
}
