import { act, type Trap, traps } from './trap.ts';

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
