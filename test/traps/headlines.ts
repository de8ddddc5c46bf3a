import type { ShortEvent } from '../story-builder.ts';
import { act, DAY, type Trap, traps } from './trap.ts';

const strike = (text: string, more: Partial<ShortEvent> = {}): ShortEvent => ({
  trigger:
    /\b(?:Strike|strike|Shelling|Raid|raid|Attack|attack|shell|bombed|hits?|struck|shelled)\b/.exec(
      text,
    )?.[0] ?? 'kills',
  type: 'ASSAULT',
  on: DAY,
  ...more,
});

const KREMLIN = ['Kremlin|RUS|GOV'];
const FOILED: ShortEvent = {
  words: 'Ukrainian incursion into Rostov region',
  trigger: 'incursion',
  type: 'ASSAULT',
  actor: 'Ukrainian|UKR|',
  place: 'Rostov region|RUS',
  by: KREMLIN,
  on: DAY,
};
const SABOTEURS: ShortEvent = {
  trigger: 'killed',
  type: 'ASSAULT',
  actor: 'Russian forces|RUS|MIL',
  recipient: 'Ukrainian saboteurs|UKR|MIL',
  place: 'the border|',
  on: DAY,
};

/** The seven headline traps of a survey of dashboards: what was counted twice there must not be counted twice here. */
export const HEADLINE_TRAPS: readonly Trap[] = [
  {
    name: 'A: a claim and its denial in the same words are one event with one claim and one denial',
    headlines: [
      [
        'Alder Post',
        'Russia says Russian forces killed five Ukrainian saboteurs at the border',
        { ...SABOTEURS, by: ['Russia|RUS|'], counts: ['killed 5'] },
      ],
      [
        'Birch News',
        'Ukraine denies Russian forces killed five Ukrainian saboteurs at the border',
        { ...SABOTEURS, by: ['Ukraine|UKR|'], not: true },
      ],
    ],
    one: true,
    status: 'contested',
    origins: 1,
    deniers: 1,
  },
  {
    name: 'B: a claim and its denial in other words are one event with one claim and one denial',
    headlines: [
      [
        'Alder Post',
        'Moscow says its troops destroyed a Ukrainian sabotage group near Rostov',
        {
          trigger: 'destroyed',
          type: 'ASSAULT',
          actor: 'its troops|RUS|MIL',
          recipient: 'a Ukrainian sabotage group|UKR|MIL',
          place: 'Rostov|RUS',
          on: DAY,
          by: ['Moscow|RUS|GOV'],
        },
      ],
      [
        'Birch News',
        'Kyiv: no sabotage group of ours was attacked by Russians near Rostov',
        {
          trigger: 'attacked',
          type: 'ASSAULT',
          actor: 'Russians|RUS|MIL',
          recipient: 'no sabotage group of ours|UKR|MIL',
          place: 'Rostov|RUS',
          on: DAY,
          by: ['Kyiv|UKR|GOV'],
          not: true,
        },
      ],
    ],
    one: true,
    status: 'contested',
    origins: 1,
    deniers: 1,
  },
  {
    name: 'C: one claimant through three outlets is one origin',
    headlines: [
      ['Reuters', 'Kremlin says it foiled Ukrainian incursion into Rostov region', FOILED],
      ['BBC', 'Ukrainian incursion into Rostov region foiled, Kremlin says', FOILED],
      ['Al Jazeera', 'Russia: Kremlin claims Ukrainian incursion into Rostov region was stopped', FOILED],
    ],
    one: true,
    status: 'single-source',
    origins: 1,
    deniers: 0,
  },
  {
    name: 'D: two tolls of one strike are one event with two numbers',
    headlines: [
      [
        'Alder Post',
        'Strike on Kharkiv kills 5',
        strike('Strike', { place: 'Kharkiv|UKR', counts: ['killed 5'] }),
      ],
      [
        'Birch News',
        'Strike on Kharkiv kills 50',
        strike('Strike', { place: 'Kharkiv|UKR', counts: ['killed 50'] }),
      ],
    ],
    one: true,
  },
  {
    name: 'E: a prediction does not confirm a report',
    headlines: [
      [
        'Alder Post',
        'Russian attack on Kyiv under way',
        strike('attack', { actor: 'Russian|RUS|', place: 'Kyiv|UKR' }),
      ],
      [
        'Birch News',
        'US expects Russian attack on Kyiv',
        strike('attack', {
          actor: 'Russian|RUS|',
          place: 'Kyiv|UKR',
          by: ['US|USA|'],
          timeframe: 'future',
          certainty: 'probable',
          on: undefined,
        }),
      ],
    ],
    status: 'single-source',
    origins: 1,
  },
  {
    name: 'F: who shells whom is not one event the other way round',
    headlines: [
      [
        'Alder Post',
        'Russian forces shell Ukrainian positions near Luhansk',
        strike('shell', {
          actor: 'Russian forces|RUS|MIL',
          recipient: 'Ukrainian positions|UKR|MIL',
          place: 'Luhansk|UKR',
        }),
      ],
      [
        'Birch News',
        'Ukrainian forces shell Russian positions near Luhansk',
        strike('shell', {
          actor: 'Ukrainian forces|UKR|MIL',
          recipient: 'Russian positions|RUS|MIL',
          place: 'Luhansk|UKR',
        }),
      ],
    ],
    one: false,
    status: 'single-source',
    origins: 1,
  },
  {
    name: 'G: troops that enter and troops that have not are a claim and a denial',
    headlines: [
      [
        'Alder Post',
        'Russian troops enter Donetsk',
        {
          trigger: 'enter',
          type: 'MOBILIZE',
          actor: 'Russian troops|RUS|MIL',
          place: 'Donetsk|UKR',
          on: DAY,
        },
      ],
      [
        'Birch News',
        'Russian troops have not entered Donetsk, Pentagon says',
        {
          trigger: 'entered',
          type: 'MOBILIZE',
          actor: 'Russian troops|RUS|MIL',
          place: 'Donetsk|UKR',
          on: DAY,
          by: ['Pentagon|USA|MIL'],
          not: true,
        },
      ],
    ],
    one: true,
    status: 'contested',
    origins: 1,
    deniers: 1,
  },
];

export const NUMBERS: readonly Trap[] = traps('numbers', true, {}, [
  [
    'Shelling of Nikopol kills two',
    'Shelling of Nikopol kills seven',
    act('Shelling', 'ASSAULT', { place: 'Nikopol|UKR', counts: ['killed 2'] }),
    act('Shelling', 'ASSAULT', { place: 'Nikopol|UKR', counts: ['killed 7'] }),
  ],
  [
    'Mali ambush left 11 soldiers dead',
    'Mali ambush left 42 soldiers dead',
    act('ambush', 'ASSAULT', { recipient: 'soldiers|MLI|MIL', place: 'Mali|MLI', counts: ['killed 11'] }),
    act('ambush', 'ASSAULT', { recipient: 'soldiers|MLI|MIL', place: 'Mali|MLI', counts: ['killed 42'] }),
  ],
  [
    'Some 300 people were arrested in Yerevan',
    'Police: 87 people arrested in Yerevan',
    act('arrested', 'COERCE', {
      recipient: 'people|ARM|CVL',
      place: 'Yerevan|ARM',
      counts: ['detained 300'],
    }),
    act('arrested', 'COERCE', {
      recipient: 'people|ARM|CVL',
      place: 'Yerevan|ARM',
      counts: ['detained 87'],
      by: ['Police|ARM|COP'],
    }),
  ],
  [
    'Blast at Quetta station kills at least 9',
    'Death toll of Quetta station blast 26, hospital says',
    act('Blast', 'ASSAULT', { place: 'Quetta|PAK', counts: ['killed 9-'] }),
    act('blast', 'ASSAULT', { place: 'Quetta|PAK', counts: ['killed 26'], by: ['hospital|PAK|MED'] }),
  ],
  [
    'Thousands protest in Belgrade',
    'Ministry: 900 people protest in Belgrade',
    act('protest', 'PROTEST', { place: 'Belgrade|SRB', counts: ['protesters 2000-'] }),
    act('protest', 'PROTEST', {
      place: 'Belgrade|SRB',
      counts: ['protesters 900'],
      by: ['Ministry|SRB|GOV'],
    }),
  ],
  [
    'Two bombs dropped on Kutum market',
    'Six bombs dropped on Kutum market',
    act('dropped', 'ASSAULT', { recipient: 'market|SDN|CVL', place: 'Kutum|SDN', counts: ['bombs 2'] }),
    act('dropped', 'ASSAULT', { recipient: 'market|SDN|CVL', place: 'Kutum|SDN', counts: ['bombs 6'] }),
  ],
]);
