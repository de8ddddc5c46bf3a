import { type ChangeKind, compareStories, type StoryChange } from '../corroboration/evolution.ts';
import type { Story } from '../corroboration/story.ts';

/** The words of a report that show a change. */
export interface ChangeQuote {
  /** `<report id>/<event id>` */
  readonly mention: string;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly text: string;
}

/** A change with the words behind it. */
export interface ShownChange extends StoryChange {
  readonly quotes: readonly ChangeQuote[];
}

/** Changes of one kind, under its heading. */
export interface ChangeGroup {
  readonly kind: ChangeKind;
  readonly heading: string;
  readonly changes: readonly ShownChange[];
}

// What may make a published line wrong stands first, what is merely new last.
const HEADINGS: readonly (readonly [ChangeKind, string])[] = [
  ['retraction', 'Retracted'],
  ['withdrawn', 'Taken back'],
  ['softened', 'Told less firmly'],
  ['new-denial', 'Denied'],
  ['lost-origin', 'Fewer independent origins'],
  ['new-origin', 'New independent origins'],
  ['number-moved', 'Numbers that moved'],
  ['status-changed', 'Standing otherwise'],
  ['hardened', 'Told more firmly'],
  ['merged', 'Put together'],
  ['split', 'Told apart'],
  ['new-event', 'New events'],
];

/** Gives what changed from an earlier story to a later one, by kind, the gravest first; kinds without a change are left out. */
export function changesView(before: Story, after: Story): readonly ChangeGroup[] {
  const quotes = quotesIn([before, after]);
  const changes = compareStories(before, after).map((change) => ({
    ...change,
    quotes: change.mentions.flatMap((mention) => quotes.get(mention) ?? []),
  }));
  return HEADINGS.map(([kind, heading]) => ({
    kind,
    heading,
    changes: changes.filter((change) => change.kind === kind),
  })).filter((group) => group.changes.length > 0);
}

function quotesIn(stories: readonly Story[]): ReadonlyMap<string, ChangeQuote> {
  const quotes = new Map<string, ChangeQuote>();
  for (const { events } of stories) {
    for (const { claims } of events) {
      for (const { mention, outlet, publishedAt, words } of claims)
        quotes.set(mention, { mention, outlet, publishedAt, text: words.text.replace(/\s+/gu, ' ').trim() });
    }
  }
  return quotes;
}
