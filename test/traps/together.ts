import { act, type Trap, traps } from './trap.ts';

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
