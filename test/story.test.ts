/** What must hold for a story whatever the reports are: copies add nothing, order changes nothing, dates prove nothing. */
import { describe, expect, test } from 'vitest';
import { compareStories } from '../src/corroboration/evolution.ts';
import { buildStory, type Story, type StoryEvent } from '../src/corroboration/story.ts';
import { outletKey } from '../src/corroboration/tables.ts';
import { readingOf, type ShortEvent, type ShortReport, TABLES } from './story-builder.ts';

const build = (reports: readonly ShortReport[], arrivals?: ReadonlyMap<string, string>): Story =>
  buildStory(reports.map(readingOf), { tables: TABLES, ...(arrivals === undefined ? {} : { arrivals }) });

const eventWith = (story: Story, mention: string): StoryEvent =>
  story.events.find(({ mentions }) => mentions.includes(mention))!;

const DISPATCH = `Shell hits clinic in Dolna, mayor says

DOLNA, March 2 - A shell hit a maternity clinic in the river town of Dolna on Saturday, wounding six nurses, Mayor Vera Lisak said.

The shell struck the eastern wing at about four in the morning, she told reporters at the scene, when eleven patients slept inside.

Lisak blamed the Karvian Front, which has held the hills across the river since October.

A spokesman for the Front, Petar Vuk, said its gunners had fired at a barracks two kilometres away.

Dolna has been without running water since Thursday, and the road to Sarn was closed on Friday by snow.
`;

const CLINIC: ShortEvent = {
  words: 'A shell hit a maternity clinic in the river town of Dolna on Saturday',
  trigger: 'hit',
  type: 'ASSAULT',
  actor: 'the Karvian Front||REB',
  recipient: 'a maternity clinic||MED',
  place: 'Dolna|',
  on: '2024-03-02',
  by: ['Mayor Vera Lisak'],
};

const wire = (id: string, outlet: string, text = DISPATCH, at = '2024-03-02T10:00:00Z'): ShortReport => ({
  id,
  outlet,
  text,
  at,
  events: [{ ...CLINIC, words: text.includes(CLINIC.words!) ? CLINIC.words! : text.split('\n')[2]! }],
});

const WITNESS: ShortReport = {
  id: 'witness',
  outlet: 'Sarn Radio',
  at: '2024-03-02T15:00:00Z',
  text: `Patients tell of night in Dolna clinic

“We were under the beds when it hit the roof,” said Mila Ostoja, 29, a patient who carried her newborn out of the clinic in Dolna on Saturday.
`,
  events: [
    {
      words: 'it hit the roof',
      trigger: 'hit',
      type: 'ASSAULT',
      recipient: 'the clinic||MED',
      place: 'Dolna|',
      on: '2024-03-02',
      by: ['Mila Ostoja||CVL'],
    },
  ],
};

describe('copies count once', () => {
  test('a copy, a cut and a rewrite add no origin, and each outlet is in the group', () => {
    const cut = DISPATCH.split('\n\n').slice(0, 3).join('\n\n');
    const story = build([
      wire('a', 'Harbour Wire'),
      wire('b', 'Sarn Times'),
      wire('c', 'The Lowlander', cut),
      WITNESS,
    ]);
    expect(story.copies).toEqual([['a', 'b', 'c']]);
    expect(eventWith(story, 'a/e1').independentOrigins).toBe(2);
    expect(eventWith(story, 'a/e1').mentions).toContain('c/e1');
  });

  test('any number of copies leaves every origin count as it was', () => {
    const before = build([wire('a', 'Harbour Wire'), WITNESS]);
    const copies = Array.from({ length: 12 }, (_, i) => wire(`z${i}`, `Paper ${i}`));
    const after = build([wire('a', 'Harbour Wire'), WITNESS, ...copies]);
    expect(eventWith(after, 'a/e1').independentOrigins).toBe(eventWith(before, 'a/e1').independentOrigins);
    expect(eventWith(after, 'a/e1').status).toBe(eventWith(before, 'a/e1').status);
  });

  test('fifty sock puppets that rewrite one text in their own voice are one origin', () => {
    const openers = ['A shell', 'A heavy shell', 'One shell', 'An artillery shell', 'A single shell'];
    const verbs = ['hit', 'struck', 'tore into', 'landed on', 'slammed into'];
    const puppets = Array.from({ length: 50 }, (_, i) => {
      const lead = `${openers[i % 5]} ${verbs[Math.floor(i / 5) % 5]} a maternity clinic in the river town of Dolna on Saturday`;
      const text = [
        `Horror in Dolna ${i}`,
        `${lead}, and six nurses were wounded, site ${i} has learned.`,
        `The eastern wing was struck at about four in the morning, while eleven patients were asleep inside, reporters heard at the scene from Lisak.`,
        `The Karvian Front, holding the hills across the river since October, is blamed by Lisak.`,
        `Front spokesman Petar Vuk said the gunners fired at a barracks some two kilometres away.`,
        `Since Thursday Dolna has had no running water, and snow closed the Sarn road on Friday.`,
      ].join('\n\n');
      const event = {
        ...CLINIC,
        words: lead,
        trigger: verbs[Math.floor(i / 5) % 5]!.split(' ')[0]!,
        by: ['outlet'],
      };
      return {
        id: `p${String(i).padStart(2, '0')}`,
        outlet: `Truth Portal ${i}`,
        text,
        at: '2024-03-02T12:00:00Z',
        events: [event],
      };
    });
    const story = build([wire('a', 'Harbour Wire'), ...puppets]);
    expect(eventWith(story, 'a/e1').mentions.length).toBeGreaterThan(45);
    expect(eventWith(story, 'a/e1').independentOrigins).toBe(1);
  });

  test('a back-dated copy never becomes the root, by arrival or by credit', () => {
    const early = wire('thief', 'Truth Portal', DISPATCH, '2024-03-01T00:00:00Z');
    const credited = wire('b', 'Sarn Times', `${DISPATCH}\nSource: Harbour Wire\n`, '2024-02-28T00:00:00Z');
    const arrivals = new Map([
      ['a', '2024-03-02T10:01:00Z'],
      ['b', '2024-03-02T10:30:00Z'],
      ['thief', '2024-03-02T11:00:00Z'],
    ]);
    const { lineage } = build([wire('a', 'Harbour Wire'), early, credited], arrivals);
    expect(
      lineage.filter(({ relation }) => relation !== 'credit').map(({ from, to }) => `${from} ${to}`),
    ).toEqual(['b a', 'thief a']);
    const undated = build([wire('a', 'Harbour Wire'), credited]).lineage;
    expect(undated.find(({ from, relation }) => from === 'b' && relation === 'copy')?.to).toBe('a');
    expect(undated.find(({ relation }) => relation === 'credit')).toMatchObject({ from: 'b', to: 'a' });
  });

  test('another report of the same matter is no copy', () => {
    expect(build([wire('a', 'Harbour Wire'), WITNESS]).copies).toEqual([]);
  });
});

describe('order', () => {
  test('shuffled reports give the same bytes', () => {
    const reports = [
      wire('a', 'Harbour Wire'),
      wire('b', 'Sarn Times'),
      WITNESS,
      ...FRONT_DENIES,
      ...CORRECTION,
    ];
    const first = JSON.stringify(build(reports));
    for (let shift = 1; shift < reports.length; shift++) {
      const shuffled = [...reports.slice(shift), ...reports.slice(0, shift)].reverse();
      expect(JSON.stringify(build(shuffled))).toBe(first);
    }
  });
});

const FRONT_DENIES: readonly ShortReport[] = [
  {
    id: 'denial',
    outlet: 'Upland Voice',
    at: '2024-03-03T08:00:00Z',
    text: `Front rejects Dolna charge

The Karvian Front on Sunday dismissed as invention the report that its guns had hit a clinic in Dolna on Saturday.
`,
    events: [
      {
        words: 'The Karvian Front on Sunday dismissed as invention the report',
        trigger: 'dismissed',
        type: 'REJECT',
        actor: 'The Karvian Front||REB',
        on: '2024-03-03',
      },
      {
        words: 'its guns had hit a clinic in Dolna on Saturday',
        trigger: 'hit',
        type: 'ASSAULT',
        actor: 'The Karvian Front||REB',
        recipient: 'a clinic||MED',
        place: 'Dolna|',
        on: '2024-03-02',
        by: ['the report'],
      },
    ],
    links: ['e1 denies e2'],
  },
];

const CORRECTION: readonly ShortReport[] = [
  {
    id: 'fix',
    outlet: 'Harbour Wire',
    at: '2024-03-04T08:00:00Z',
    text: `Correction: Dolna bridge was not mined

Engineers found no mines under the bridge, Mayor Vera Lisak said on Monday. Earlier she had said that the Front mined the bridge on Sunday.
`,
    events: [
      {
        words: 'Engineers found no mines under the bridge',
        trigger: 'mines',
        type: 'ASSAULT',
        actor: 'the Front||REB',
        recipient: 'the bridge||',
        on: '2024-03-03',
        by: ['Mayor Vera Lisak'],
        not: true,
      },
      {
        words: 'the Front mined the bridge on Sunday',
        trigger: 'mined',
        type: 'ASSAULT',
        actor: 'the Front||REB',
        recipient: 'the bridge||',
        on: '2024-03-03',
        by: ['Mayor Vera Lisak'],
      },
    ],
    links: ['e1 corrects e2'],
  },
];

describe('disagreement', () => {
  test('a denial known through one report makes the event contested, and is an event of its own', () => {
    const story = build([wire('a', 'Harbour Wire'), ...FRONT_DENIES]);
    const event = eventWith(story, 'a/e1');
    expect(event.mentions).toContain('denial/e2');
    expect(event.status).toBe('contested');
    expect(event.deniedBy).toEqual(['Karvian Front']);
    expect(eventWith(story, 'denial/e1')).toMatchObject({
      status: 'single-source',
      independentOrigins: 1,
      assertedBy: ['Upland Voice'],
    });
  });

  test('what its only source took back is retracted, and its claims stay', () => {
    const event = eventWith(build(CORRECTION), 'fix/e2');
    expect(event.status).toBe('retracted');
    expect(event.claims.map(({ stance }) => stance).sort()).toEqual(['asserts', 'denies']);
    expect(event.credibility?.digit).toBe(5);
  });

  test('an eyewitness and an official are two origins, and the digit follows', () => {
    const event = eventWith(build([wire('a', 'Harbour Wire'), WITNESS]), 'a/e1');
    expect(event).toMatchObject({ status: 'corroborated', independentOrigins: 2, credibility: { digit: 1 } });
  });
});

describe('outlets', () => {
  const blast = (id: string, outlet: string, text: string): ShortReport => ({
    id,
    outlet,
    text,
    events: [{ trigger: 'explosion', type: 'ASSAULT', place: 'Kirovske|UKR', on: '2024-03-02' }],
  });

  test('two papers of one owner, each in its own voice, are one origin; two owners are two', () => {
    const one = build([
      blast('a', 'The Times', 'Huge explosion heard in Kirovske'),
      blast('b', 'The Sun', 'An explosion rocks Kirovske at dawn'),
    ]);
    expect(eventWith(one, 'a/e1')).toMatchObject({ independentOrigins: 1, status: 'single-source' });
    const two = build([
      blast('a', 'The Times', 'Huge explosion heard in Kirovske'),
      blast('b', 'Le Monde', 'An explosion rocks Kirovske at dawn'),
    ]);
    expect(eventWith(two, 'a/e1')).toMatchObject({ independentOrigins: 2, status: 'corroborated' });
  });

  test('a report that credits an agency rests on it', () => {
    const credited = blast(
      'b',
      'Le Monde',
      'An explosion rocks Kirovske at dawn\n\nKIROVSKE (Reuters) - The explosion broke windows.',
    );
    const story = build([blast('a', 'Reuters', 'Huge explosion heard in Kirovske'), credited]);
    expect(eventWith(story, 'a/e1').independentOrigins).toBe(1);
  });

  test('every outlet of the table has an owner and a kind', () => {
    expect(TABLES.outlets.size).toBeGreaterThan(90);
    for (const [key, { owner, kind }] of TABLES.outlets) {
      expect(outletKey(key)).toBe(key);
      expect(owner).not.toBe('');
      expect(kind).not.toBe('');
    }
  });
});

describe('what changed', () => {
  test('a new origin, a denial and a moved number are told one by one', () => {
    const toll = (id: string, at: string, count: string): ShortReport => ({
      ...wire(id, 'Harbour Wire', DISPATCH.replace('six', count), at),
      events: [{ ...CLINIC, counts: [`wounded ${count === 'six' ? 6 : 9}`] }],
    });
    const before = build([toll('a', '2024-03-02T10:00:00Z', 'six')]);
    const after = build([
      toll('a', '2024-03-02T10:00:00Z', 'six'),
      toll('b', '2024-03-02T18:00:00Z', 'nine'),
      WITNESS,
      ...FRONT_DENIES,
    ]);
    const kinds = compareStories(before, after)
      .filter(({ event }) => event === eventWith(after, 'a/e1').id)
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['new-origin', 'new-denial', 'number-moved', 'status-changed']);
    expect(compareStories(after, after)).toEqual([]);
  });
});

describe('a correction that tells of another act', () => {
  const wire = (
    id: string,
    at: string,
    text: string,
    events: ShortReport['events'],
    links: readonly string[] = [],
  ) => ({
    id,
    outlet: 'Harbour Wire',
    at,
    text,
    events,
    links,
  });
  const entered = (words: string, by: readonly string[]) =>
    ({
      words,
      trigger: 'entered',
      type: 'MOBILIZE',
      actor: 'Two boats|MLT|MIL',
      on: '2024-03-02',
      by,
    }) as const;
  const FIRST = 'Two boats entered the bay of Arla on Saturday, a Maltese coast guard said.';
  const SECOND =
    'Correction: an earlier story said that two boats entered the bay of Arla. A Maltese coast guard now says one boat turned back on Saturday.';
  const reports = [
    wire('one', '2024-03-02T20:00:00Z', FIRST, [
      entered('Two boats entered the bay of Arla on Saturday', ['a Maltese coast guard|MLT|MIL']),
    ]),
    wire(
      'two',
      '2024-03-04T08:00:00Z',
      SECOND,
      [
        entered('two boats entered the bay of Arla', ['an earlier story', 'A Maltese coast guard|MLT|MIL']),
        {
          words: 'one boat turned back on Saturday',
          trigger: 'turned back',
          type: 'RETREAT',
          actor: 'one boat|MLT|MIL',
          on: '2024-03-02',
          by: ['A Maltese coast guard|MLT|MIL'],
        },
      ],
      ['e2 corrects e1'],
    ),
  ];

  test('takes back what it replaces, in earlier reports too, and stands as an event of its own', () => {
    expect(eventWith(build(reports), 'one/e1').status).toBe('retracted');
    expect(eventWith(build(reports), 'two/e2').mentions).toEqual(['two/e2']);
    expect(eventWith(build(reports), 'two/e2').status).toBe('single-source');
  });
});
