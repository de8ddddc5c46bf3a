import { expect, test } from 'vitest';
import { buildReading, comparedWithinReports, RAID } from '../../test/desk-readings.ts';
import { viewBoard } from './board.ts';

const boardOf = (...readings: (typeof RAID)[]) => viewBoard(readings, comparedWithinReports(readings));
const rowsOf = (status: string, ...readings: (typeof RAID)[]) =>
  boardOf(...readings).groups.find((group) => group.status === status)?.rows ?? [];

test('puts what is denied under contested, with who says it and who denies it', () => {
  const [row] = rowsOf('contested', RAID);
  expect(row?.trigger).toBe('attacked');
  expect(row?.says.flatMap(({ voices }) => voices).map(({ by, cue }) => [by, cue])).toEqual([
    ["Ecuador's army", 'said'],
  ]);
  expect(row?.denies.flatMap(({ voices }) => voices).map(({ by, words }) => [by, words])).toEqual([
    ['Lucía Montalvo', 'Not one soldier has crossed the river'],
  ]);
});

test('shows contested first', () => {
  expect(boardOf(RAID).groups[0]?.status).toBe('contested');
});

test('gives a denial no row of its own', () => {
  const rows = boardOf(RAID).groups.flatMap((group) => group.rows);
  expect(rows.map(({ trigger }) => trigger)).not.toContain('crossed');
  expect(rows).toHaveLength(6);
});

test('takes a rival toll for no denial', () => {
  expect(rowsOf('contested', RAID).map(({ trigger }) => trigger)).not.toContain('killing');
  expect(rowsOf('claimed', RAID).map(({ trigger }) => trigger)).toEqual(['killing', 'dead']);
});

test('keeps plans and history apart from the news', () => {
  expect(rowsOf('forecast', RAID).map(({ trigger }) => trigger)).toEqual(['send']);
  expect(rowsOf('background', RAID).map(({ trigger }) => trigger)).toEqual(['fought']);
  expect(rowsOf('asserted', RAID).map(({ trigger }) => trigger)).toEqual(['fled']);
});

test('puts figures of one matter side by side, each with its claimant, and prefers none', () => {
  const claims = [
    { mention: 'raid/e2', stance: 'asserts', claimant: 'army' },
    { mention: 'raid/e4', stance: 'asserts', claimant: 'hospital' },
  ] as const;
  const mentions = claims.map(({ mention }) => mention);
  const matters = [{ mentions, claims, origins: 2, status: 'corroborated', rivals: [] } as const];
  const { groups } = viewBoard([RAID], { matters, copies: [] });
  const [row] = groups.flatMap((group) => group.rows);
  expect(row?.figures).toMatchObject([
    {
      of: 'killed',
      values: [
        { by: "Ecuador's army", min: 3 },
        { by: 'A hospital', min: 5 },
      ],
    },
  ]);
  expect(row?.origins).toBe(2);
});

test('lets the denier speak where the outlet tells of a denial', () => {
  const reading = buildReading({
    id: 'told',
    text: 'Peru denied that its troops entered.',
    events: [
      { words: 'Peru denied', trigger: 'denied', actor: 'Peru', differs: { type: 'REJECT' } },
      { words: 'its troops entered', trigger: 'entered', sources: ['unnamed'] },
    ],
    links: ['e1 denies e2'],
  });
  const [row] = rowsOf('contested', reading);
  expect(row?.denies).toMatchObject([{ voices: [{ by: 'Peru', own: false, cue: 'denied' }] }]);
});

test('files what only a denial speaks of under denied', () => {
  const reading = buildReading({
    id: 'only',
    text: 'Peru said no helicopter flew.',
    events: [
      { words: 'no helicopter flew', trigger: 'flew', sources: ['Peru'], differs: { polarity: 'negative' } },
    ],
  });
  expect(rowsOf('denied', reading)).toHaveLength(1);
});

test('marks which report repeats which', () => {
  const copy = { ...RAID, id: 'copy' };
  const { reports } = viewBoard([RAID, copy], { matters: [], copies: [['raid', 'copy']] });
  expect(reports.map(({ copyOf }) => copyOf)).toEqual([null, 'raid']);
});

test('quotes a denial by its plainest words', () => {
  const reading = buildReading({
    id: 'twice',
    text: 'Troops entered, Quito said. Lima denied it. “Nobody entered,” Lima said.',
    events: [
      { words: 'Troops entered', trigger: 'entered', sources: ['Quito'] },
      { words: 'Lima denied it', trigger: 'denied', actor: 'Lima', differs: { type: 'REJECT' } },
      { words: 'Nobody entered', trigger: 'entered', sources: ['Lima'], differs: { polarity: 'negative' } },
    ],
    links: ['e2 denies e1', 'e3 contradicts e1'],
  });
  const [row] = rowsOf('contested', reading);
  expect(row?.denies).toMatchObject([{ key: 'Lima', voices: [{ words: 'Nobody entered', direct: true }] }]);
});

test('takes a party that takes its own word back for no contest', () => {
  const claims = [
    { mention: 'raid/e1', stance: 'asserts', claimant: 'army' },
    { mention: 'raid/e3', stance: 'denies', claimant: 'army' },
  ] as const;
  const mentions = claims.map(({ mention }) => mention);
  const matters = [{ mentions, claims, origins: 1, status: 'retracted', rivals: [] } as const];
  const rows = viewBoard([RAID], { matters, copies: [] }).groups.flatMap((group) => group.rows);
  expect(rows).toMatchObject([{ status: 'claimed', retracted: true, denies: [{ key: 'army' }] }]);
});
