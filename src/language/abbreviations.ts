const words = (text: string): string[] => text.split(' ');

/** Titles before a name: what follows them never opens a sentence. */
export const TITLES: ReadonlySet<string> = new Set(
  words(
    'Mr Mrs Ms Mx Dr Prof Gen Lt Col Maj Brig Capt Cpt Sgt Cpl Pvt Adm Cmdr Comdr Gov Sen Rep Reps Sens Rev Hon Pres St Ste Msgr Fr Supt Insp Det Amb Min Atty Mme Mlle Messrs Maj-Gen Lt-Gen vs v Fig cf approx Ft Mt',
  ),
);

/** Words that keep their full stop. Case matters: "Gen." but not "gen.". */
export const ABBREVIATIONS: ReadonlySet<string> = new Set([
  ...TITLES,
  ...words(
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jr Sr Inc Corp Co Ltd Bros LLC etc est dept Dept',
  ),
  ...words(
    'Ave Blvd Rd Univ Assn Gen-Col al eds vol ed pp ca Calif Fla Ariz Va Pa Conn Tenn Wash Colo Ore Wis Minn',
  ),
]);

/** Abbreviations only before a number: "No. 5", but "The answer was no." */
export const NUMBER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  words('no nos art arts para p pp sec ch fig vol'),
);

/** Parts that stay with the word after the hyphen: "anti-tank", "ex-commander"; other compounds are split. */
export const COMPOUND_PREFIXES: ReadonlySet<string> = new Set(
  words(
    'anti co counter de e ex extra inter intra mid mini multi non pan post pre pro pseudo re semi socio sub super trans ultra un vice',
  ),
);

/** Words that open a sentence more often than they follow an abbreviation: "in the U.S. He said …". */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  words(
    'The A An He She It They We I You This That These Those There Here His Her Its Their Our My But And Or So Yet In On At By For From With After Before When While As If Since Although Though However Meanwhile Earlier Later Both Some Many Most Several No Not What Who Why How Where Under Over During According Asked Once One Two Now Then Still Officials Police Witnesses Local Russian Residents Another Other Such Each All Also',
  ),
);
