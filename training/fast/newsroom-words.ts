/** The words of `newsroom.ts`: forms with their lemmas. Names are of many countries; no sentence made of them tells anything true. */

/** Form, lemma, whether it is a plural. */
export type NounEntry = readonly [form: string, lemma: string, plural: boolean];

interface Act {
  readonly lemma: string;
  readonly past: string;
  readonly participle: string;
  readonly gerund: string;
  readonly object: 'target' | 'place' | 'weapon';
}

const list = (text: string): readonly string[] => text.split(' ').map((word) => word.replaceAll('_', ' '));
const nouns = (text: string, plural: boolean): NounEntry[] =>
  list(text).map((pair): NounEntry => {
    const [form = '', lemma = form] = pair.split('/');
    return [form, lemma, plural];
  });
const regular = (text: string, object: Act['object']): Act[] =>
  list(text).map((pair): Act => {
    const [lemma = '', past = `${lemma}ed`, participle = past, gerund = `${lemma.replace(/e$/u, '')}ing`] =
      pair.split('/');
    return { lemma, past, participle, gerund, object };
  });

export const ACTS: readonly Act[] = [
  ...regular(
    'bomb shell attack kill wound raid/raided ambush detain arrest injure/injured capture/captured seize/seized destroy hit/hit/hit/hitting strike/struck/struck strafe/strafed target rake/raked storm burn/burned burn/burnt/burnt torch loot evacuate/evacuated surround block release/released free/freed abduct kidnap/kidnapped/kidnapped/kidnapping behead execute/executed shoot/shot/shot beat/beat/beaten/beating round_up/rounded_up repel/repelled/repelled/repelling neutralise/neutralised neutralize/neutralized intercept expel/expelled/expelled/expelling deport disperse/dispersed condemn name/named treat warn summon sanction arm feed/fed/fed find/found/found bury/buried/buried/burying blockade/blockaded jam/jammed/jammed/jamming ram/rammed/rammed/ramming sink/sank/sunk'.replace(
      ' round_up/rounded_up',
      '',
    ),
    'target',
  ),
  ...regular(
    'enter cross/crossed/crossed/crossing invade/invaded occupy/occupied/occupied/occupying leave/left/left recapture/recaptured retake/retook/retaken besiege/besieged overrun/overran/overrun/overrunning reach approach',
    'place',
  ),
  ...regular(
    'fire/fired launch drop/dropped/dropped/dropping lay/laid/laid/laying lob/lobbed/lobbed/lobbing',
    'weapon',
  ),
];

export const FORCES: readonly NounEntry[] = [
  ...nouns(
    'troops/troop soldiers/soldier rebels/rebel gunmen/gunman militants/militant fighters/fighter insurgents/insurgent warplanes/warplane jets/jet helicopters/helicopter drones/drone police/police gendarmes/gendarme commandos/commando militiamen/militiaman paratroopers/paratrooper peacekeepers/peacekeeper guards/guard separatists/separatist tanks/tank gunboats/gunboat attackers/attacker protesters/protester forces/force',
    true,
  ),
  ...nouns(
    'army military navy jet convoy militia drone patrol column garrison battalion coastguard junta',
    false,
  ),
];
export const GROUPS = list(
  'Houthis Taliban M23 Arakan_Army Hezbollah Boko_Haram Wagner Hamas Kata_Front Rapid_Support_Forces Northern_Brigade Azawad_Front',
);
export const VICTIMS: readonly NounEntry[] = nouns(
  'people/person civilians/civilian villagers/villager soldiers/soldier children/child women/woman policemen/policeman fishermen/fisherman herders/herder passengers/passenger officers/officer miners/miner refugees/refugee worshippers/worshipper residents/resident',
  true,
);
export const TARGETS: readonly NounEntry[] = [
  ...nouns(
    'market checkpoint convoy village hospital school camp mosque church bridge port ferry tanker airfield depot base barracks/barracks ship clinic bus patrol outpost column ambulance post sites/site',
    false,
  ).filter(([form]) => form !== 'sites'),
  ...nouns(
    'villages/village positions/position homes/home sites/site trucks/truck tents/tent houses/house vehicles/vehicle radar_sites/site',
    true,
  ).filter(([form]) => !form.includes(' ')),
];
export const WEAPONS: readonly NounEntry[] = nouns(
  'rockets/rocket mortars/mortar shells/shell missiles/missile bombs/bomb shots/shot mines/mine flares/flare grenades/grenade',
  true,
);
export const SPOTS: readonly NounEntry[] = nouns(
  'town village port outskirts/outskirts district suburb hamlet city',
  false,
);
export const DEEDS = [
  ['attack', 'attack'],
  ['raid', 'raid'],
  ['ceasefire', 'ceasefire'],
  ['strike', 'strike'],
  ['shelling', 'shelling'],
  ['incursion', 'incursion'],
  ['inquiry', 'inquiry'],
  ['withdrawal', 'withdrawal'],
  ['bombing', 'bombing'],
  ['curfew', 'curfew'],
  ['embargo', 'embargo'],
] as const;
export const CONSEQUENCES = [
  ['killing', 'kill'],
  ['wounding', 'wound'],
  ['injuring', 'injure'],
  ['burying', 'bury'],
  ['displacing', 'displace'],
] as const;
export const SAYING = [
  ['said', 'say'],
  ['said', 'say'],
  ['said', 'say'],
  ['told', 'tell'],
  ['claimed', 'claim'],
  ['reported', 'report'],
  ['insisted', 'insist'],
  ['added', 'add'],
  ['announced', 'announce'],
  ['confirmed', 'confirm'],
  ['alleged', 'allege'],
  ['admitted', 'admit'],
  ['warned', 'warn'],
  ['wrote', 'write'],
] as const;
/** Form, lemma, and what follows: a gerund, an infinitive, an object and "of", a noun, or a preposition and a noun. */
export const STANCES = [
  ['denied', 'deny', 'gerund'],
  ['denied', 'deny', 'noun'],
  ['rejected', 'reject', 'noun'],
  ['condemned', 'condemn', 'noun'],
  ['threatened', 'threaten', 'to'],
  ['vowed', 'vow', 'to'],
  ['promised', 'promise', 'to'],
  ['refused', 'refuse', 'to'],
  ['offered', 'offer', 'to'],
  ['pledged', 'pledge', 'to'],
  ['accused', 'accuse', 'of'],
  ['suspected', 'suspect', 'of'],
  ['demanded', 'demand', 'noun'],
  ['imposed', 'impose', 'noun'],
  ['ordered', 'order', 'noun'],
  ['called', 'call', 'for'],
  ['responded', 'respond', 'with'],
  ['claimed', 'claim', 'noun'],
  ['blamed', 'blame', 'noun'],
  ['launched', 'launch', 'noun'],
] as const;
export const NUMBERS = list(
  'two three four five six seven eight nine eleven twelve 14 19 23 26 40 60 112 200',
);
export const DEMONYMS = list(
  'Sudanese Russian Ukrainian Israeli Turkish Ethiopian Congolese Pakistani Afghan Syrian Malian Yemeni Rwandan Iranian Saudi Chinese Philippine Colombian Burmese Indian French Lebanese Somali Kenyan Serbian Armenian Kurdish Nigerian',
);
export const PLACES = list(
  'Goma Bakhmut Nyala Kidal Menaka Aden Kandahar Myebon Sittwe Juba Gao Agdam Kherson Deir_al-Zor Lakki_Marwat El_Fasher Port_Sudan Cabo_Delgado Ras_Isa Angoor_Adda Mocimboa_da_Praia Kharkiv Tessalit Rafah Jenin Mekelle Bunia Buenaventura Jolo Marib',
);
export const SEATS = list(
  'Kiev Kyiv Moscow Khartoum Ankara Kigali Islamabad Kabul Bogotá Tehran Beirut Washington Mogadishu Juba Pretoria Minsk Delhi Beijing Manila Tbilisi Cairo Damascus Baku',
);
export const DAYS = list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');
export const PARTS = list('dawn dusk midnight noon nightfall sunset');
export const FIRST_NAMES = list(
  'Amina Ivan Khaing Yusuf Maria Adama Oleg Farzana Mustafa Jean Lucía Haji Nasr Doina Abdirahman Teresa Bo Guy Hawa Kenji Olena Samuel Rebecca Idriss',
);
export const SURNAMES = list(
  'Diallo Petrov Thura Karim Sokolova Sissouma Rudenko Achakzai Idris Ilunga Arbeláez Gul al-Shami Lupan Guled Lozano Kovalenko Abebe Tanaka Mbeki Hassan Nkunda Castillo Deby',
);
export const TITLES = list(
  'President Colonel General Commissioner Brigadier Captain Senator Governor Bishop Ambassador Commodore Major',
);
export const POSTS: readonly NounEntry[] = nouns(
  'spokesman spokeswoman official adviser resident analyst doctor nurse researcher commander teacher shopkeeper witness',
  false,
);
export const BODIES: readonly NounEntry[] = nouns(
  'ministry army government group council hospital police navy governor union embassy mission coalition',
  false,
);
export const UNNAMED: readonly NounEntry[] = nouns(
  'officials/official witnesses/witness residents/resident police/police sources/source medics/medic survivors/survivor activists/activist diplomats/diplomat',
  true,
);
