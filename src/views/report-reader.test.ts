import { expect, test } from 'vitest';
import { buildReading, RAID } from '../../test/desk-readings.ts';
import { viewBoard } from './board.ts';
import { viewReport } from './report-reader.ts';

const page = viewReport(RAID);

test('gives every character of every paragraph back, at its place', () => {
  for (const { start, end, segments } of page.paragraphs) {
    expect(segments.map(({ text }) => text).join('')).toBe(RAID.report.text.slice(start, end));
    for (const segment of segments)
      expect(RAID.report.text.slice(segment.start, segment.end)).toBe(segment.text);
  }
});

test('knows that the text opens with its title', () => {
  expect(page.opensWithTitle).toBe(true);
  expect(page.paragraphs.map(({ events }) => events)).toEqual([
    [],
    ['e1', 'e2', 'e3'],
    ['e4', 'e5', 'e6', 'e7'],
  ]);
});

test('marks words by kind, and what is denied as contested', () => {
  const shown = page.paragraphs.flatMap(({ segments }) => segments).filter(({ trigger }) => trigger);
  expect(shown.map(({ text, kind, contested }) => [text, kind, contested])).toEqual([
    ['attacked', 'claimed', true],
    ['killing', 'claimed', false],
    ['crossed', 'denied', false],
    ['dead', 'claimed', false],
    ['fled', 'hedged', false],
    ['send', 'forecast', false],
    ['fought', 'background', false],
  ]);
});

test('gives a card that names the denier, and where source and cue stand', () => {
  const [card] = page.events;
  expect(card?.deniedBy).toMatchObject([{ by: 'Lucía Montalvo', event: 'e3', direct: true }]);
  const words = ({ start, end }: { start: number; end: number }) => RAID.report.text.slice(start, end);
  expect(card?.sourceSpans.map(words)).toEqual(["Ecuador's army"]);
  expect(words(card!.cueSpan!)).toBe('said');
  expect(card?.rules).toMatchObject([{ field: 'event', rule: 'events/by-hand', confidence: 0.9 }]);
});

test('names a relative once: a denier is no relative beside', () => {
  const [claim, toll] = page.events;
  expect(claim?.relatives).toEqual([]);
  expect(toll?.relatives).toMatchObject([{ relation: 'contradicts', event: 'e4', direction: 'to' }]);
});

test('shows an event on both sides of a paragraph’s end', () => {
  const text = 'He said they fled\n\nand came back.';
  const reading = buildReading({
    id: 'x',
    text,
    events: [{ words: 'they fled\n\nand came back', trigger: 'fled' }],
  });
  const marked = viewReport(reading).paragraphs.map(({ segments }) =>
    segments.some(({ kind }) => kind !== null),
  );
  expect(marked).toEqual([true, true]);
});

test('takes the content of a denial for denied, and not for contested by its own denier', () => {
  const reading = buildReading({
    id: 'x',
    text: 'Peru denied that its troops had attacked.',
    events: [
      { words: 'Peru denied', trigger: 'denied', actor: 'Peru', differs: { type: 'REJECT' } },
      {
        words: 'its troops had attacked',
        trigger: 'attacked',
        sources: ['Peru'],
        differs: { polarity: 'negative' },
      },
    ],
    links: ['e1 denies e2'],
  });
  expect(viewReport(reading).events.map(({ kind, contested }) => [kind, contested])).toEqual([
    ['denied', false],
    ['denied', false],
  ]);
});

test('tells on a card who denies the event in another report', () => {
  const text = 'No soldier crossed, Lima said.';
  const words = { words: 'No soldier crossed', trigger: 'crossed', sources: ['Lima'], cue: 'said' };
  const answer = buildReading({
    id: 'answer',
    text,
    report: { outlet: 'The Lima Sentinel' },
    events: [{ ...words, differs: { polarity: 'negative' } }],
  });
  const claims = [
    { mention: 'raid/e1', stance: 'asserts', claimant: 'army' },
    { mention: 'answer/e1', stance: 'denies', claimant: 'lima' },
  ] as const;
  const mentions = claims.map(({ mention }) => mention);
  const matters = [{ mentions, claims, origins: 1, status: 'contested', rivals: [] } as const];
  const reading = { ...RAID, links: [] };
  const board = viewBoard([reading, answer], { matters, copies: [] });
  const [card] = viewReport(reading, board).events;
  expect(card?.across?.denies).toMatchObject([{ by: 'Lima', outlet: 'The Lima Sentinel' }]);
  expect(card?.contested).toBe(true);
  expect(card?.sentence).toContain(
    'Lima denied this, in the words of The Lima Sentinel: “No soldier crossed”.',
  );
});

test('copies a denial beside what it denies', () => {
  const card = page.events.find(({ id }) => id === 'e3');
  expect(card?.sentence).toMatch(
    /^Ecuador's army said.*Lucía Montalvo denied this: “Not one soldier has crossed/,
  );
});
