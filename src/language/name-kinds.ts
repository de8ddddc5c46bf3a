import type { Row } from '../document/table.ts';
import type { SentenceReading } from './engine.ts';

type FoundName = SentenceReading['names'][number];

/** What a name is by a word of it, from data/language/gazetteer.tsv; case matters. */
export interface NameWords {
  readonly groups: ReadonlySet<string>;
  readonly weapons: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  /** Last words of facilities' names: "Hamra Bridge". */
  readonly facilities: ReadonlySet<string>;
}

/** Reads the rows of data/language/gazetteer.tsv. */
export function readNameWords(rows: readonly Row[]): NameWords {
  const wordsOf = (kind: string): Set<string> =>
    new Set(rows.filter((row) => row['kind'] === kind).map((row) => row['word'] ?? ''));
  return {
    groups: wordsOf('group'),
    weapons: wordsOf('weapon'),
    places: wordsOf('place'),
    organisations: wordsOf('organisation'),
    facilities: wordsOf('facility'),
  };
}

/**
 * Gives an engine's names with the kinds that single words make certain ("Kyiv" is a place, "Irpin Bridge" a
 * facility), makes one of what nothing stands between, and adds listed words that it left out. Sorted; what the
 * engine found is never cut.
 */
export function refineNames(
  words: readonly string[],
  names: readonly FoundName[],
  table: NameWords,
): FoundName[] {
  const taken = new Uint8Array(words.length);
  const refined = joinNeighbours(words, names, table).map((name): FoundName => {
    taken.fill(1, name.firstToken, name.endToken);
    return { ...name, kind: kindOf(words, name, table) };
  });
  words.forEach((word, at) => {
    const kind = taken[at] === 1 ? null : loneKind(word, table);
    if (kind !== null) refined.push({ kind, firstToken: at, endToken: at + 1, confidence: LONE_CONFIDENCE });
  });
  return refined.sort((a, b) => a.firstToken - b.firstToken);
}

/**
 * "Minister Okello" and "Deir ez-Zor" are one name each, however an engine cuts them: two of one kind have a comma or a
 * word between them. Only a listed name stands beside another by itself, as in "the Russia Ukraine talks".
 */
function joinNeighbours(
  words: readonly string[],
  names: readonly FoundName[],
  table: NameWords,
): readonly FoundName[] {
  const isListed = ({ firstToken, endToken }: FoundName): boolean =>
    endToken === firstToken + 1 && loneKind(words[firstToken] ?? '', table) !== null;
  const joined: FoundName[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    const isOne = before !== undefined && before.endToken === name.firstToken && before.kind === name.kind;
    if (!isOne || isListed(before) || isListed(name)) joined.push(name);
    else
      joined[joined.length - 1] = {
        ...before,
        endToken: name.endToken,
        confidence: Math.min(before.confidence, name.confidence),
      };
  }
  return joined;
}

/** A listed word is nearly always what the list says. Chosen by hand. */
const LONE_CONFIDENCE = 0.9;

function kindOf(words: readonly string[], name: FoundName, table: NameWords): FoundName['kind'] {
  const last = words[name.endToken - 1] ?? '';
  const long = name.endToken - name.firstToken > 1;
  if (long && (name.kind === 'place' || name.kind === 'organisation') && table.facilities.has(last))
    return 'facility';
  return long ? name.kind : (loneKind(last, table) ?? name.kind);
}

function loneKind(word: string, table: NameWords): 'group' | 'place' | 'organisation' | 'weapon' | null {
  if (table.groups.has(word)) return 'group';
  if (table.places.has(word)) return 'place';
  if (table.organisations.has(word)) return 'organisation';
  return table.weapons.has(word) || isDesignation(word) ? 'weapon' : null;
}

/** Letters that open the designations of aircraft, armour, missiles and guns. */
const DESIGNATIONS = new Set([
  ...[
    'T',
    'Su',
    'MiG',
    'Mi',
    'Ka',
    'Kh',
    'Tu',
    'Il',
    'An',
    'Yak',
    'F',
    'B',
    'C',
    'A',
    'S',
    'AH',
    'UH',
    'CH',
    'MQ',
    'RQ',
  ],
  ...[
    'AK',
    'RPG',
    'BM',
    'BMP',
    'BTR',
    'M',
    'AC',
    'KC',
    'J',
    'JF',
    'JH',
    'KN',
    'RS',
    'R',
    'D',
    'MT',
    'FPV',
    'PKM',
    'SA',
  ],
]);

// "T-72s", "Su-25", "Kh-101", "S-300"; not "COVID-19" or "G-7".
function isDesignation(word: string): boolean {
  const hyphen = word.indexOf('-');
  if (hyphen < 1 || hyphen > 3 || !DESIGNATIONS.has(word.slice(0, hyphen))) return false;
  return /^\d{2,3}[A-Za-z]{0,3}$/u.test(word.slice(hyphen + 1));
}
