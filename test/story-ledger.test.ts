/** What people decide on a story and what outlets take back: kept as entries, true after every re-reading, gone when undone. */
import { describe, expect, test } from 'vitest';
import type { Reading } from '../src/claims/reading.ts';
import { resolveDecisions, type StoryDecision } from '../src/corroboration/decisions.ts';
import { knownAt } from '../src/corroboration/kept.ts';
import { buildStory, type Story, type StoryEvent } from '../src/corroboration/story.ts';
import { memoryLedger } from '../src/ledger/memory-log.ts';
import { changesView } from '../src/views/changes.ts';
import { readingOf, type ShortReport, TABLES } from './story-builder.ts';

const strike = (
  id: string,
  outlet: string,
  place: string,
  rest: Partial<ShortReport['events'][0]> = {},
): ShortReport => ({
  id,
  outlet,
  at: '2024-03-02T10:00:00Z',
  text: `A rocket struck the depot in ${place} on Friday, the mayor of ${place} told ${outlet}.\n`,
  events: [
    {
      words: `A rocket struck the depot in ${place} on Friday`,
      trigger: 'struck',
      type: 'ASSAULT',
      recipient: 'the depot',
      place: `${place}|`,
      on: '2024-03-01',
      by: [`the mayor of ${place}`],
      ...rest,
    },
  ],
});

const REPORTS = [
  strike('a', 'Delta Wire', 'Orsk'),
  strike('b', 'Sarn Post', 'Orsk'),
  strike('c', 'Vale Radio', 'Lidd'),
];

const story = (reports: readonly ShortReport[], decisions: readonly StoryDecision[] = []): Story =>
  buildStory(reports.map(readingOf), { tables: TABLES, decisions });

const eventWith = ({ events }: Story, mention: string): StoryEvent =>
  events.find(({ mentions }) => mentions.includes(mention))!;

const anchor = (report: string) => ({ report, start: 9, end: 15 });

describe('decisions of people', () => {
  test('a merge joins what linking keeps apart, a split parts what it joins', () => {
    expect(eventWith(story(REPORTS), 'a/e1').mentions).toEqual(['a/e1', 'b/e1']);
    const decided = story(REPORTS, [
      { kind: 'merge', entry: 4, mentions: [anchor('a'), anchor('c')] },
      { kind: 'split', entry: 5, mentions: [anchor('b')], from: [anchor('a')] },
    ]);
    expect(decided.events.map(({ mentions }) => mentions)).toEqual([['a/e1', 'c/e1'], ['b/e1']]);
    expect(decided.events.map(({ decisions }) => decisions)).toEqual([[4, 5], [5]]);
  });

  test('the later of two decisions holds', () => {
    const merge: StoryDecision = { kind: 'merge', entry: 1, mentions: [anchor('a'), anchor('c')] };
    const split: StoryDecision = { kind: 'split', entry: 2, mentions: [anchor('c')], from: [anchor('a')] };
    expect(eventWith(story(REPORTS, [split, merge]), 'c/e1').mentions).toEqual(['c/e1']);
    expect(eventWith(story(REPORTS, [{ ...merge, entry: 3 }, split]), 'c/e1').mentions).toContain('a/e1');
  });

  test('a split holds against mentions that come later and are like both', () => {
    const more = [...REPORTS, strike('d', 'Oran Mail', 'Orsk'), strike('e', 'Tal News', 'Orsk')];
    const split: StoryDecision = { kind: 'split', entry: 1, mentions: [anchor('b')], from: [anchor('a')] };
    expect(eventWith(story(more, [split]), 'a/e1').mentions).not.toContain('b/e1');
  });

  test('a decision follows its words when a later reading names the event otherwise', () => {
    const reread = REPORTS.map(readingOf).map((reading: Reading) => ({
      ...reading,
      events: reading.events.map((event) => ({ ...event, id: 'e7' })),
    }));
    const decisions: readonly StoryDecision[] = [
      { kind: 'merge', entry: 4, mentions: [anchor('a'), anchor('c')] },
    ];
    const { events } = buildStory(reread, { tables: TABLES, decisions });
    expect(events.map(({ mentions }) => mentions)).toEqual([['a/e7', 'b/e7', 'c/e7']]);
  });

  test('a decision whose words are read as no event sleeps and is named', () => {
    const gone = { report: 'a', start: 0, end: 2 };
    const { dormantDecisions, events } = story(REPORTS, [
      { kind: 'merge', entry: 6, mentions: [gone, anchor('c')] },
    ]);
    expect(dormantDecisions).toEqual([6]);
    expect(events.flatMap(({ decisions }) => decisions)).toEqual([]);
  });

  test('a copy that a person tells apart from its original follows it no longer', () => {
    const copy = { ...strike('a', 'Delta Wire', 'Orsk'), id: 'z', outlet: 'Copy Post' };
    const split: StoryDecision = { kind: 'split', entry: 1, mentions: [anchor('z')], from: [anchor('a')] };
    expect(eventWith(story([REPORTS[0]!, copy]), 'a/e1').mentions).toEqual(['a/e1', 'z/e1']);
    expect(eventWith(story([REPORTS[0]!, copy], [split]), 'a/e1').mentions).toEqual(['a/e1']);
  });

  test('decisions in any order of the list come to the same', () => {
    const all: readonly StoryDecision[] = [
      { kind: 'merge', entry: 1, mentions: [anchor('a'), anchor('c')] },
      { kind: 'split', entry: 2, mentions: [anchor('b')], from: [anchor('a')] },
      { kind: 'merge', entry: 3, mentions: [anchor('b'), anchor('c')] },
    ];
    const readings = REPORTS.map(readingOf);
    expect(resolveDecisions([...all].reverse(), readings)).toEqual(resolveDecisions(all, readings));
  });
});

describe('retractions', () => {
  test('a retracted report withdraws its support and deletes nothing', () => {
    const reports = [
      strike('a', 'Delta Wire', 'Orsk'),
      strike('b', 'Sarn Post', 'Orsk', { by: ['the army|ORS|MIL'] }),
    ];
    expect(eventWith(story(reports), 'a/e1')).toMatchObject({
      independentOrigins: 2,
      status: 'corroborated',
    });
    const after = eventWith(story(reports, [{ kind: 'retract', entry: 3, report: 'b' }]), 'a/e1');
    expect(after).toMatchObject({ independentOrigins: 1, status: 'single-source' });
    expect(after.claims.map(({ withdrawn }) => withdrawn)).toEqual([null, 'report retracted']);
    expect(after.assertedBy).toHaveLength(2);
  });

  test('a copy falls with the report that it repeats', () => {
    const copy = {
      ...strike('a', 'Delta Wire', 'Orsk'),
      id: 'z',
      outlet: 'Copy Post',
      at: '2024-03-02T12:00:00Z',
    };
    const after = story([REPORTS[0]!, copy], [{ kind: 'retract', entry: 3, report: 'a' }]);
    expect(eventWith(after, 'a/e1')).toMatchObject({ status: 'retracted', mentions: ['a/e1', 'z/e1'] });
  });
});

describe('changes since a moment', () => {
  async function ledgerOf(days: readonly (readonly [string, ShortReport])[]) {
    let now = '';
    const ledger = memoryLedger({ by: 'ana', now: () => new Date(now) });
    const readings = new Map<string, Reading>();
    const keys = new Map<string, string>();
    for (const [at, short] of days) {
      now = at;
      const reading = readingOf(short);
      const { text, sha256: _sha256, ...meta } = reading.report;
      const arrival = {
        report: { meta, text },
        bytes: new TextEncoder().encode(text),
        mediaType: 'text/plain',
        path: short.id,
      };
      const { key } = await ledger.admit(arrival);
      readings.set(key, reading);
      keys.set(short.id, key);
    }
    const at = (moment: string | null): Story => {
      const { reports, arrivals, decisions } = knownAt(ledger.state, moment);
      return buildStory(
        reports.flatMap(({ key }) => readings.get(key) ?? []),
        { tables: TABLES, arrivals, decisions },
      );
    };
    const clock = (moment: string) => {
      now = moment;
    };
    return { ledger, keys, at, clock };
  }

  test('tell of a new independent origin with the words behind it', async () => {
    const { at } = await ledgerOf([
      ['2024-03-02T11:00:00.000Z', strike('a', 'Delta Wire', 'Orsk')],
      ['2024-03-04T11:00:00.000Z', strike('b', 'Sarn Post', 'Orsk', { by: ['the army|ORS|MIL'] })],
    ]);
    const groups = changesView(at('2024-03-03T00:00:00.000Z'), at(null));
    expect(groups.map(({ kind }) => kind)).toEqual(['new-origin', 'status-changed']);
    expect(groups[0]?.changes[0]).toMatchObject({
      sentence: 'army is a new independent origin: 1 before, 2 now.',
      quotes: [{ mention: 'b/e1', outlet: 'Sarn Post', text: 'A rocket struck the depot in Orsk on Friday' }],
    });
  });

  test('tell when an outlet softens its own words in a new version', async () => {
    const own = strike('a', 'Delta Wire', 'Orsk', { by: ['outlet'] });
    const { at } = await ledgerOf([
      ['2024-03-02T11:00:00.000Z', own],
      [
        '2024-03-04T11:00:00.000Z',
        {
          ...own,
          id: 'b',
          text: `${own.text}Update: it may be another depot.\n`,
          events: [{ ...own.events[0]!, certainty: 'possible' }],
        },
      ],
    ]);
    const [softened] = changesView(at('2024-03-03T00:00:00.000Z'), at(null));
    expect(softened).toMatchObject({
      kind: 'softened',
      changes: [
        { sentence: 'Delta Wire called it certain before, and possible now.', mentions: ['a/e1', 'b/e1'] },
      ],
    });
  });

  test('tell what decisions did, and nothing once they are undone', async () => {
    const { ledger, keys, at, clock } = await ledgerOf(
      REPORTS.map((short) => ['2024-03-02T11:00:00.000Z', short]),
    );
    const words = (id: string) => ({ report: keys.get(id)!, start: 9, end: 15 });
    clock('2024-03-05T00:00:00.000Z');
    const merged = await ledger.decide({
      kind: 'events-merged',
      mentions: [words('a'), words('c')],
      note: 'one depot',
    });
    clock('2024-03-06T00:00:00.000Z');
    await ledger.decide({ kind: 'report-retracted', report: keys.get('b')!, note: null });
    const before = at('2024-03-04T00:00:00.000Z');
    expect(changesView(before, at('2024-03-05T12:00:00.000Z')).map(({ kind }) => kind)).toContain('merged');
    expect(changesView(before, at(null)).map(({ kind }) => kind)).toContain('withdrawn');
    clock('2024-03-07T00:00:00.000Z');
    await ledger.undo(merged, null);
    expect(at('2024-03-06T12:00:00.000Z').events).toHaveLength(1);
    expect(at(null).events).toHaveLength(2);
    await expect(ledger.undo(merged, null)).rejects.toThrow('is no decision that holds');
  });
});
