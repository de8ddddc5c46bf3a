import type { ShortEvent } from './story-builder.ts';

/** Two or more headlines, each an outlet, a text and what is read in it, and what may be made of them. */
export interface Trap {
  readonly name: string;
  readonly headlines: readonly (readonly [outlet: string, text: string, event: ShortEvent, at?: string])[];
  /** Whether all of them tell of one event; left out where both readings can be defended. */
  readonly one?: boolean;
  /** What is expected of the event of the first headline. */
  readonly status?: string;
  readonly origins?: number;
  readonly deniers?: number;
}

const DAY = '2024-03-02';
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

type Pair = readonly [first: string, second: string, a: ShortEvent, b: ShortEvent];

function traps(
  kind: string,
  one: boolean | undefined,
  expected: Partial<Trap>,
  pairs: readonly Pair[],
): readonly Trap[] {
  return pairs.map(([first, second, a, b]) => ({
    name: `${kind}: “${first}” and “${second}”`,
    headlines: [
      ['Alder Post', first, a],
      ['Birch News', second, b],
    ],
    ...(one === undefined ? {} : { one }),
    ...expected,
  }));
}

const act = (trigger: string, type: ShortEvent['type'], more: Partial<ShortEvent> = {}): ShortEvent => ({
  trigger,
  type,
  on: DAY,
  ...more,
});
const rebels = 'rebels|COD|REB';
const army = 'army|COD|MIL';

export const FLIPPED: readonly Trap[] = traps('flipped', false, { status: 'single-source', origins: 1 }, [
  [
    'The army attacked the rebels at Bunia',
    'The rebels attacked the army at Bunia',
    act('attacked', 'ASSAULT', { actor: army, recipient: rebels, place: 'Bunia|COD' }),
    act('attacked', 'ASSAULT', { actor: rebels, recipient: army, place: 'Bunia|COD' }),
  ],
  [
    'Armenia shelled Azerbaijani posts in Tavush',
    'Azerbaijan shelled Armenian posts in Tavush',
    act('shelled', 'ASSAULT', {
      actor: 'Armenia|ARM|',
      recipient: 'Azerbaijani posts|AZE|MIL',
      place: 'Tavush|',
    }),
    act('shelled', 'ASSAULT', {
      actor: 'Azerbaijan|AZE|',
      recipient: 'Armenian posts|ARM|MIL',
      place: 'Tavush|',
    }),
  ],
  [
    'India expels two Pakistani diplomats',
    'Pakistan expels two Indian diplomats',
    act('expels', 'SANCTION', { actor: 'India|IND|', recipient: 'Pakistani diplomats|PAK|GOV' }),
    act('expels', 'SANCTION', { actor: 'Pakistan|PAK|', recipient: 'Indian diplomats|IND|GOV' }),
  ],
  [
    'Chad accuses Sudan of arming rebels',
    'Sudan accuses Chad of arming rebels',
    act('accuses', 'ACCUSE', { actor: 'Chad|TCD|', recipient: 'Sudan|SDN|' }),
    act('accuses', 'ACCUSE', { actor: 'Sudan|SDN|', recipient: 'Chad|TCD|' }),
  ],
  [
    'Guards killed two smugglers near Yola',
    'Smugglers killed two guards near Yola',
    act('killed', 'ASSAULT', { actor: 'Guards|NGA|COP', recipient: 'smugglers|NGA|CRM', place: 'Yola|NGA' }),
    act('killed', 'ASSAULT', { actor: 'Smugglers|NGA|CRM', recipient: 'guards|NGA|COP', place: 'Yola|NGA' }),
  ],
  [
    'Serbia warns Kosovo over the north',
    'Kosovo warns Serbia over the north',
    act('warns', 'THREATEN', { actor: 'Serbia|SRB|', recipient: 'Kosovo|XKX|' }),
    act('warns', 'THREATEN', { actor: 'Kosovo|XKX|', recipient: 'Serbia|SRB|' }),
  ],
]);

export const OTHER_DAY: readonly Trap[] = traps('other day', false, { origins: 1 }, [
  [
    'Strike on Sumy kills four on Friday',
    'Strike on Sumy kills four on Sunday',
    act('Strike', 'ASSAULT', { place: 'Sumy|UKR', on: '2024-03-01' }),
    act('Strike', 'ASSAULT', { place: 'Sumy|UKR', on: '2024-03-03' }),
  ],
  [
    'Troops entered Goma on Monday',
    'Troops entered Goma again on Thursday',
    act('entered', 'MOBILIZE', { actor: 'Troops|COD|MIL', place: 'Goma|COD', on: '2024-02-26' }),
    act('entered', 'MOBILIZE', { actor: 'Troops|COD|MIL', place: 'Goma|COD', on: '2024-02-29' }),
  ],
  [
    'Police arrested nine in Minsk on 3 May',
    'Police arrested nine in Minsk on 9 May',
    act('arrested', 'COERCE', { actor: 'Police|BLR|COP', place: 'Minsk|BLR', on: '2024-05-03' }),
    act('arrested', 'COERCE', { actor: 'Police|BLR|COP', place: 'Minsk|BLR', on: '2024-05-09' }),
  ],
  [
    'Rockets hit Erbil overnight to Tuesday',
    'Rockets hit Erbil overnight to Friday',
    act('hit', 'ASSAULT', { place: 'Erbil|IRQ', on: '2024-03-05' }),
    act('hit', 'ASSAULT', { place: 'Erbil|IRQ', on: '2024-03-08' }),
  ],
  [
    'Ministers met in Doha on 1 March',
    'Ministers met in Doha on 4 March',
    act('met', 'CONSULT', { actor: 'Ministers|QAT|GOV', place: 'Doha|QAT', on: '2024-03-01' }),
    act('met', 'CONSULT', { actor: 'Ministers|QAT|GOV', place: 'Doha|QAT', on: '2024-03-04' }),
  ],
  [
    'Protest in Tbilisi on Saturday',
    'Protest in Tbilisi on Sunday',
    act('Protest', 'PROTEST', { place: 'Tbilisi|GEO', on: '2024-03-02' }),
    act('Protest', 'PROTEST', { place: 'Tbilisi|GEO', on: '2024-03-03' }),
  ],
]);

export const OTHER_PLACE: readonly Trap[] = traps('other place', false, { origins: 1 }, [
  [
    'Air strike on Idlib market kills nine',
    'Air strike on Aleppo market kills nine',
    act('strike', 'ASSAULT', { recipient: 'market|SYR|CVL', place: 'Idlib|SYR' }),
    act('strike', 'ASSAULT', { recipient: 'market|SYR|CVL', place: 'Aleppo|SYR' }),
  ],
  [
    'Gunmen raid a village near Jos',
    'Gunmen raid a village near Zaria',
    act('raid', 'ASSAULT', { actor: 'Gunmen|NGA|UAF', recipient: 'a village|NGA|CVL', place: 'Jos|NGA' }),
    act('raid', 'ASSAULT', { actor: 'Gunmen|NGA|UAF', recipient: 'a village|NGA|CVL', place: 'Zaria|NGA' }),
  ],
  [
    'Drone hits depot in Kursk region',
    'Drone hits depot in Bryansk region',
    act('hits', 'ASSAULT', { recipient: 'depot|RUS|', place: 'Kursk region|RUS' }),
    act('hits', 'ASSAULT', { recipient: 'depot|RUS|', place: 'Bryansk region|RUS' }),
  ],
  [
    'Soldiers withdrew from Tigray',
    'Soldiers withdrew from Afar',
    act('withdrew', 'RETREAT', { actor: 'Soldiers|ETH|MIL', place: 'Tigray|ETH' }),
    act('withdrew', 'RETREAT', { actor: 'Soldiers|ETH|MIL', place: 'Afar|ETH' }),
  ],
  [
    'Clashes erupt in Tripoli, Libya',
    'Clashes erupt in Tripoli, Lebanon',
    act('Clashes', 'ASSAULT', { place: 'Tripoli|LBY' }),
    act('Clashes', 'ASSAULT', { place: 'Tripoli|LBN' }),
  ],
  [
    'Curfew imposed in Khartoum',
    'Curfew imposed in Port Sudan',
    act('Curfew', 'COERCE', { place: 'Khartoum|SDN' }),
    act('Curfew', 'COERCE', { place: 'Port Sudan|SDN' }),
  ],
]);

export const CLAIM_AND_DENIAL: readonly Trap[] = traps(
  'claim and denial',
  true,
  { status: 'contested', origins: 1, deniers: 1 },
  [
    [
      'Junta planes bombed a clinic in Mobye, fighters say',
      'Army spokesman: no clinic was bombed in Mobye',
      act('bombed', 'ASSAULT', {
        actor: 'Junta planes|MMR|MIL',
        recipient: 'a clinic|MMR|MED',
        place: 'Mobye|MMR',
        by: ['fighters|MMR|REB'],
      }),
      act('bombed', 'ASSAULT', {
        recipient: 'no clinic|MMR|MED',
        place: 'Mobye|MMR',
        by: ['Army spokesman|MMR|MIL'],
        not: true,
      }),
    ],
    [
      'Rwandan soldiers crossed into Rutshuru, Kinshasa says',
      'Kigali says not one soldier crossed into Rutshuru',
      act('crossed', 'MOBILIZE', {
        actor: 'Rwandan soldiers|RWA|MIL',
        place: 'Rutshuru|COD',
        by: ['Kinshasa|COD|GOV'],
      }),
      act('crossed', 'MOBILIZE', {
        actor: 'soldier|RWA|MIL',
        place: 'Rutshuru|COD',
        by: ['Kigali|RWA|GOV'],
        not: true,
      }),
    ],
    [
      'Police shot three marchers in Nairobi, lawyers say',
      'Police did not shoot any marchers in Nairobi, minister says',
      act('shot', 'ASSAULT', {
        actor: 'Police|KEN|COP',
        recipient: 'marchers|KEN|CVL',
        place: 'Nairobi|KEN',
        by: ['lawyers|KEN|JUD'],
      }),
      act('shoot', 'ASSAULT', {
        actor: 'Police|KEN|COP',
        recipient: 'marchers|KEN|CVL',
        place: 'Nairobi|KEN',
        by: ['minister|KEN|GOV'],
        not: true,
      }),
    ],
    [
      'Rebels seized the airport at Kismayo, residents say',
      'Government: airport at Kismayo was never seized',
      act('seized', 'ASSAULT', {
        actor: 'Rebels|SOM|REB',
        recipient: 'airport|SOM|',
        place: 'Kismayo|SOM',
        by: ['residents|SOM|CVL'],
      }),
      act('seized', 'ASSAULT', {
        recipient: 'airport|SOM|',
        place: 'Kismayo|SOM',
        by: ['Government|SOM|GOV'],
        not: true,
      }),
    ],
    [
      'Opposition leader detained in Kampala, party says',
      'Opposition leader was not detained, Kampala police say',
      act('detained', 'COERCE', {
        recipient: 'Opposition leader|UGA|OPP',
        place: 'Kampala|UGA',
        by: ['party|UGA|PTY'],
      }),
      act('detained', 'COERCE', {
        recipient: 'Opposition leader|UGA|OPP',
        by: ['Kampala police|UGA|COP'],
        not: true,
      }),
    ],
    [
      'Iran sent drones to Sudan, officials say',
      'Tehran denies it sent drones to Sudan',
      act('sent', 'AID', { actor: 'Iran|IRN|', recipient: 'Sudan|SDN|', by: ['officials|USA|GOV'] }),
      act('sent', 'AID', { actor: 'it|IRN|GOV', recipient: 'Sudan|SDN|', by: ['Tehran|IRN|GOV'], not: true }),
    ],
    [
      'Convoy looted near El Fasher, aid workers say',
      'No convoy was looted near El Fasher, says the militia',
      act('looted', 'ASSAULT', {
        recipient: 'Convoy|SDN|NGO',
        place: 'El Fasher|SDN',
        by: ['aid workers|SDN|NGO'],
      }),
      act('looted', 'ASSAULT', {
        recipient: 'convoy|SDN|NGO',
        place: 'El Fasher|SDN',
        by: ['the militia|SDN|UAF'],
        not: true,
      }),
    ],
    [
      'Warship fired on a fishing boat off Masinloc, Manila says',
      'Beijing: no ship fired on a fishing boat off Masinloc',
      act('fired', 'ASSAULT', {
        actor: 'Warship|CHN|MIL',
        recipient: 'a fishing boat|PHL|CVL',
        place: 'Masinloc|PHL',
        by: ['Manila|PHL|GOV'],
      }),
      act('fired', 'ASSAULT', {
        actor: 'ship|CHN|MIL',
        recipient: 'a fishing boat|PHL|CVL',
        place: 'Masinloc|PHL',
        by: ['Beijing|CHN|GOV'],
        not: true,
      }),
    ],
  ],
);

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

export const PREDICTIONS: readonly Trap[] = traps(
  'prediction',
  undefined,
  { status: 'single-source', origins: 1 },
  [
    [
      'Ethiopian troops entered Gedo',
      'Ethiopian troops may enter Gedo, analysts say',
      act('entered', 'MOBILIZE', { actor: 'Ethiopian troops|ETH|MIL', place: 'Gedo|SOM' }),
      act('enter', 'MOBILIZE', {
        actor: 'Ethiopian troops|ETH|MIL',
        place: 'Gedo|SOM',
        on: undefined,
        by: ['analysts||'],
        timeframe: 'future',
        certainty: 'possible',
      }),
    ],
    [
      'Kosovo police raided a bank in Mitrovica',
      'Kosovo police plan to raid a bank in Mitrovica, mayor fears',
      act('raided', 'COERCE', {
        actor: 'Kosovo police|XKX|COP',
        recipient: 'a bank|XKX|BUS',
        place: 'Mitrovica|XKX',
      }),
      act('raid', 'COERCE', {
        actor: 'Kosovo police|XKX|COP',
        recipient: 'a bank|XKX|BUS',
        place: 'Mitrovica|XKX',
        on: undefined,
        by: ['mayor|XKX|GOV'],
        timeframe: 'hypothetical',
        certainty: 'possible',
      }),
    ],
    [
      'Rebels attacked Cabo Delgado port',
      'Rebels will attack Cabo Delgado port, minister warns',
      act('attacked', 'ASSAULT', {
        actor: 'Rebels|MOZ|REB',
        recipient: 'port|MOZ|',
        place: 'Cabo Delgado|MOZ',
      }),
      act('attack', 'ASSAULT', {
        actor: 'Rebels|MOZ|REB',
        recipient: 'port|MOZ|',
        place: 'Cabo Delgado|MOZ',
        on: undefined,
        by: ['minister|MOZ|GOV'],
        timeframe: 'future',
      }),
    ],
    [
      'Navy blockades the port of Latakia',
      'Navy to blockade the port of Latakia, admiral says',
      act('blockades', 'COERCE', {
        actor: 'Navy|TUR|MIL',
        recipient: 'the port of Latakia|SYR|',
        place: 'Latakia|SYR',
      }),
      act('blockade', 'COERCE', {
        actor: 'Navy|TUR|MIL',
        recipient: 'the port of Latakia|SYR|',
        place: 'Latakia|SYR',
        on: undefined,
        by: ['admiral|TUR|MIL'],
        timeframe: 'future',
      }),
    ],
    [
      'Guards fired on refugees at Jalawla',
      'Guards could fire on refugees at Jalawla, charity fears',
      act('fired', 'ASSAULT', { actor: 'Guards|IRQ|COP', recipient: 'refugees||REF', place: 'Jalawla|IRQ' }),
      act('fire', 'ASSAULT', {
        actor: 'Guards|IRQ|COP',
        recipient: 'refugees||REF',
        place: 'Jalawla|IRQ',
        on: undefined,
        by: ['charity|NGO|'],
        timeframe: 'hypothetical',
        certainty: 'possible',
      }),
    ],
    [
      'Army withdrew from Anbar',
      'Army promised to withdraw from Anbar',
      act('withdrew', 'RETREAT', { actor: 'Army|IRQ|MIL', place: 'Anbar|IRQ' }),
      act('withdraw', 'RETREAT', {
        actor: 'Army|IRQ|MIL',
        place: 'Anbar|IRQ',
        on: undefined,
        by: ['Army|IRQ|MIL'],
        timeframe: 'future',
      }),
    ],
  ],
);

export const OTHER_ACT: readonly Trap[] = traps('other act', false, { origins: 1 }, [
  [
    'President visited Kherson',
    'Rockets hit Kherson',
    act('visited', 'CONSULT', { actor: 'President|UKR|GOV', place: 'Kherson|UKR' }),
    act('hit', 'ASSAULT', { actor: 'Rockets|RUS|MIL', place: 'Kherson|UKR' }),
  ],
  [
    'Police arrested two in Baku',
    'Protesters marched in Baku',
    act('arrested', 'COERCE', { actor: 'Police|AZE|COP', place: 'Baku|AZE' }),
    act('marched', 'PROTEST', { actor: 'Protesters|AZE|OPP', place: 'Baku|AZE' }),
  ],
  [
    'Jet bombed a market in Thantlang',
    'Jet fired on an ambulance in Thantlang',
    act('bombed', 'ASSAULT', { actor: 'Jet|MMR|MIL', recipient: 'a market|MMR|CVL', place: 'Thantlang|MMR' }),
    act('fired', 'ASSAULT', {
      actor: 'Jet|MMR|MIL',
      recipient: 'an ambulance|MMR|MED',
      place: 'Thantlang|MMR',
    }),
  ],
  [
    'France condemned the coup in Niamey',
    'France suspended aid over Niamey',
    act('condemned', 'ACCUSE', { actor: 'France|FRA|', place: 'Niamey|NER' }),
    act('suspended', 'SANCTION', { actor: 'France|FRA|', place: 'Niamey|NER' }),
  ],
  [
    'Army denied shelling a school in Kadugli',
    'Army denied arming a militia in Kadugli',
    act('denied', 'REJECT', { actor: 'Army|SDN|MIL', recipient: 'a school|SDN|EDU', place: 'Kadugli|SDN' }),
    act('arming', 'AID', {
      words: 'arming a militia in Kadugli',
      actor: 'Army|SDN|MIL',
      recipient: 'a militia|SDN|UAF',
      place: 'Kadugli|SDN',
    }),
  ],
  [
    'Ceasefire took hold in Tawila',
    'Fighters looted Tawila',
    act('Ceasefire', 'RETREAT', { place: 'Tawila|SDN' }),
    act('looted', 'ASSAULT', { actor: 'Fighters|SDN|REB', place: 'Tawila|SDN' }),
  ],
]);

export const RIVAL_CULPRIT: readonly Trap[] = traps(
  'rival culprit',
  false,
  { status: 'contested', origins: 1 },
  [
    [
      'Russian shells hit a kindergarten in Stanytsia, Kyiv says',
      'Ukrainian shells hit a kindergarten in Stanytsia, separatists say',
      act('hit', 'ASSAULT', {
        actor: 'Russian shells|RUS|MIL',
        recipient: 'a kindergarten|UKR|EDU',
        place: 'Stanytsia|UKR',
        by: ['Kyiv|UKR|GOV'],
      }),
      act('hit', 'ASSAULT', {
        actor: 'Ukrainian shells|UKR|MIL',
        recipient: 'a kindergarten|UKR|EDU',
        place: 'Stanytsia|UKR',
        by: ['separatists|UKR|REB'],
      }),
    ],
    [
      'Soldiers burned the church at Zopui, villagers say',
      'Rebels burned the church at Zopui, the army says',
      act('burned', 'ASSAULT', {
        actor: 'Soldiers|MMR|MIL',
        recipient: 'the church|MMR|REL',
        place: 'Zopui|MMR',
        by: ['villagers|MMR|CVL'],
      }),
      act('burned', 'ASSAULT', {
        actor: 'Rebels|MMR|REB',
        recipient: 'the church|MMR|REL',
        place: 'Zopui|MMR',
        by: ['the army|MMR|MIL'],
      }),
    ],
    [
      'Israel struck the hospital in Khan Younis, ministry says',
      'A Hamas rocket struck the hospital in Khan Younis, army says',
      act('struck', 'ASSAULT', {
        actor: 'Israel|ISR|',
        recipient: 'the hospital|PSE|MED',
        place: 'Khan Younis|PSE',
        by: ['ministry|PSE|GOV'],
      }),
      act('struck', 'ASSAULT', {
        actor: 'A Hamas rocket|PSE|REB',
        recipient: 'the hospital|PSE|MED',
        place: 'Khan Younis|PSE',
        by: ['army|ISR|MIL'],
      }),
    ],
    [
      'Colombian troops shot the mayor of Toribio, ELN says',
      'ELN gunmen shot the mayor of Toribio, general says',
      act('shot', 'ASSAULT', {
        actor: 'Colombian troops|COL|MIL',
        recipient: 'the mayor of Toribio|COL|GOV',
        place: 'Toribio|COL',
        by: ['ELN|COL|REB'],
      }),
      act('shot', 'ASSAULT', {
        actor: 'ELN gunmen|COL|REB',
        recipient: 'the mayor of Toribio|COL|GOV',
        place: 'Toribio|COL',
        by: ['general|COL|MIL'],
      }),
    ],
  ],
);

export const ONE_CLAIMANT: readonly Trap[] = traps(
  'one claimant',
  true,
  { status: 'single-source', origins: 1, deniers: 0 },
  [
    [
      'Drone hit a refinery in Tuapse, the defence ministry says',
      'Defence minister: drone hit a refinery in Tuapse',
      act('hit', 'ASSAULT', {
        actor: 'Drone|UKR|MIL',
        recipient: 'a refinery|RUS|',
        place: 'Tuapse|RUS',
        by: ['the defence ministry|RUS|MIL'],
      }),
      act('hit', 'ASSAULT', {
        actor: 'drone|UKR|MIL',
        recipient: 'a refinery|RUS|',
        place: 'Tuapse|RUS',
        by: ['Defence minister|RUS|MIL'],
      }),
    ],
    [
      'Shabaab took Adale, the group says',
      'Al-Shabaab says its men took Adale',
      act('took', 'ASSAULT', { actor: 'Shabaab|SOM|REB', place: 'Adale|SOM', by: ['Shabaab|SOM|REB'] }),
      act('took', 'ASSAULT', { actor: 'its men|SOM|REB', place: 'Adale|SOM', by: ['Al-Shabaab|SOM|REB'] }),
    ],
    [
      'Tigrayan forces shelled Kobo, Ethiopian army says',
      'Ethiopian military accuses Tigrayan forces: they shelled Kobo',
      act('shelled', 'ASSAULT', {
        actor: 'Tigrayan forces|ETH|REB',
        place: 'Kobo|ETH',
        by: ['Ethiopian army|ETH|MIL'],
      }),
      act('shelled', 'ASSAULT', {
        actor: 'Tigrayan forces|ETH|REB',
        place: 'Kobo|ETH',
        by: ['Ethiopian military|ETH|MIL'],
      }),
    ],
    [
      'The ministry warned Warsaw',
      'The ministry has warned Warsaw',
      act('warned', 'THREATEN', { actor: 'The ministry|BLR|GOV', recipient: 'Warsaw|POL|GOV' }),
      act('warned', 'THREATEN', { actor: 'The ministry|BLR|GOV', recipient: 'Warsaw|POL|GOV' }),
    ],
    [
      'Army killed a warlord in Farah, Kabul police say',
      'Police in Kabul: army killed a warlord in Farah',
      act('killed', 'ASSAULT', {
        actor: 'Army|AFG|MIL',
        recipient: 'a warlord|AFG|UAF',
        place: 'Farah|AFG',
        by: ['Kabul police|AFG|COP'],
      }),
      act('killed', 'ASSAULT', {
        actor: 'army|AFG|MIL',
        recipient: 'a warlord|AFG|UAF',
        place: 'Farah|AFG',
        by: ['Police in Kabul|AFG|COP'],
      }),
    ],
    [
      'Navy boards a tanker off Bandar, officials tell Reuters',
      'Reuters: navy boards a tanker off Bandar',
      act('boards', 'COERCE', {
        actor: 'Navy|IRN|MIL',
        recipient: 'a tanker||',
        place: 'Bandar|IRN',
        by: ['officials|IRN|GOV'],
      }),
      act('boards', 'COERCE', {
        actor: 'navy|IRN|MIL',
        recipient: 'a tanker||',
        place: 'Bandar|IRN',
        by: ['unnamed'],
      }),
    ],
  ],
);

export const TWO_ORIGINS: readonly Trap[] = traps(
  'two origins',
  true,
  { status: 'corroborated', origins: 2, deniers: 0 },
  [
    [
      'Shell hit a school in Hodeidah, residents say',
      'Shell hit a school in Hodeidah, the army admits',
      act('hit', 'ASSAULT', {
        recipient: 'a school|YEM|EDU',
        place: 'Hodeidah|YEM',
        by: ['residents|YEM|CVL'],
      }),
      act('hit', 'ASSAULT', {
        recipient: 'a school|YEM|EDU',
        place: 'Hodeidah|YEM',
        by: ['the army|YEM|MIL'],
      }),
    ],
    [
      'Bridge at Kupiansk blown up, governor says',
      'Satellite analysts: bridge at Kupiansk blown up',
      act('blown', 'ASSAULT', { recipient: 'Bridge|UKR|', place: 'Kupiansk|UKR', by: ['governor|UKR|GOV'] }),
      act('blown', 'ASSAULT', {
        recipient: 'bridge|UKR|',
        place: 'Kupiansk|UKR',
        by: ['Satellite analysts||'],
      }),
    ],
    [
      'M23 captured Sake, M23 says',
      'M23 captured Sake, United Nations says',
      act('captured', 'ASSAULT', { actor: 'M23|COD|REB', place: 'Sake|COD', by: ['M23|COD|REB'] }),
      act('captured', 'ASSAULT', { actor: 'M23|COD|REB', place: 'Sake|COD', by: ['United Nations|UNO|'] }),
    ],
    [
      'Prison at Moa set on fire, guards say',
      'Prison at Moa set on fire, prisoners say',
      act('fire', 'ASSAULT', { recipient: 'Prison|HTI|', place: 'Moa|HTI', by: ['guards|HTI|COP'] }),
      act('fire', 'ASSAULT', { recipient: 'Prison|HTI|', place: 'Moa|HTI', by: ['prisoners|HTI|CRM'] }),
    ],
    [
      'Two ministries are hit in Sanaa, Houthis say',
      'Two ministries are hit in Sanaa, Red Cross says',
      act('hit', 'ASSAULT', {
        recipient: 'Two ministries|YEM|GOV',
        place: 'Sanaa|YEM',
        by: ['Houthis|YEM|REB'],
      }),
      act('hit', 'ASSAULT', {
        recipient: 'Two ministries|YEM|GOV',
        place: 'Sanaa|YEM',
        by: ['Red Cross|IGO|'],
      }),
    ],
    [
      'Witnesses saw tanks enter Lashkar',
      'A doctor saw tanks enter Lashkar',
      act('enter', 'MOBILIZE', { actor: 'tanks|AFG|MIL', place: 'Lashkar|AFG', by: ['Witnesses|AFG|CVL'] }),
      act('enter', 'MOBILIZE', { actor: 'tanks|AFG|MIL', place: 'Lashkar|AFG', by: ['A doctor|AFG|MED'] }),
    ],
  ],
);
