import type { PlaceMention } from '../document/mention-layers.ts';
import { overlaps, type Span } from '../document/span.ts';
import type { Stage } from '../document/stage.ts';
import { growTree, spanOfTokens, type TokenRange } from '../language/tree.ts';
import type { Gazetteer } from './gazetteer.ts';
import { findBorders } from './place-borders.ts';
import type { CoreSearch, PlaceDoc } from './place-core.ts';
import { findCores } from './place-cores.ts';
import { followsPlaceVerb } from './place-evidence.ts';
import { findGenerics } from './place-generics.ts';
import { withGrounds } from './place-grounds.ts';
import type { PlaceChoice } from './place-holders.ts';
import { findLands } from './place-lands.ts';
import { createPlaceLexicon, type PlaceTables } from './place-lexicon.ts';
import { locate } from './place-locate.ts';
import { isMetonym } from './place-metonymy.ts';
import { growPhrases } from './place-phrases.ts';
import { resolvePhrases } from './place-resolve.ts';
import { createPlaceWords } from './place-words.ts';

type PlaceNeeds = 'zones' | 'sentences' | 'tokens' | 'tags' | 'dependencies' | 'names';

/**
 * Reads the places of a report: finds their words, tells a place from the government that bears its name, and
 * settles which place is meant. A place that no list knows is still a mention, without coordinates; nothing is
 * filled in from a country's capital or centre.
 */
export function createPlaces(tables: PlaceTables, gazetteer: Gazetteer): Stage<PlaceNeeds, 'places'> {
  const lexicon = createPlaceLexicon(tables, gazetteer);
  const words = createPlaceWords(tables.words);
  return {
    name: 'places',
    version: 1,
    needs: ['zones', 'sentences', 'tokens', 'tags', 'dependencies', 'names'],
    gives: ['places'],
    run: (doc) => ({ places: readPlaces({ doc, lexicon, words }) }),
  };
}

function readPlaces(search: CoreSearch): readonly PlaceMention[] {
  const tree = growTree((search.doc satisfies PlaceDoc).layers);
  const phrases = growPhrases(search, findCores(search));
  const choices = resolvePhrases(search, phrases);
  const test = {
    tree,
    words: search.words,
    lexicon: search.lexicon,
    followsPlaceVerb: (token: number) => followsPlaceVerb(search, token),
  };
  const named = phrases.flatMap((phrase, i): readonly PlaceMention[] => {
    const found = choices[i] as PlaceChoice; // One a phrase, in the same order.
    // "the arrest of Arcos": nothing but a far namesake makes it a place.
    if (phrase.core.by === 'name' && found.place === null && !isAcross(search, phrase, found)) return [];
    const own = found.place === null ? search.lexicon.countryOfOwn(phrase.core.name) : undefined;
    const choice = own !== undefined ? ownLand(own) : isGuess(found) ? UNCERTAIN : found;
    const span = spanOfTokens(tree, phrase);
    const mention: PlaceMention = {
      ...span,
      firstToken: phrase.firstToken,
      endToken: phrase.endToken,
      whereKind: isMetonym(test, phrase, choice.place) ? 'metonym' : 'literal',
      ...locate(search, phrase, choice),
      why: { rule: choice.rule, spans: [span], confidence: choice.confidence * phrase.core.confidence },
    };
    return [mention];
  });
  const lands = findLands(search, tree, named);
  const placed = withoutOverlaps([...findBorders(search, tree, named), ...lands, ...named]);
  return withGrounds(search.doc.text, withoutOverlaps([...placed, ...findGenerics(search, tree, placed)]));
}

/** "across the Rio Blanco", but not "the arrest of Arcos": no person has the article. */
function isAcross({ doc, words }: CoreSearch, { firstToken }: TokenRange, { rule }: PlaceChoice): boolean {
  const { tokens } = doc.layers;
  const before = (tokens[firstToken - 1]?.text ?? '').toLowerCase();
  return rule.endsWith('namesake') && tokens[firstToken]?.text === 'the' && words.is('locative', before);
}

/** A name of the gazetteer that is held less surely than this is one of several namesakes: which one stays unknown. */
const LEAST_SURE = 0.3;
const UNCERTAIN: PlaceChoice = { place: null, country: null, rule: 'places/uncertain', confidence: 0.5 };

/** A land of the user's own table has no point that we know. */
function ownLand(country: string): PlaceChoice {
  return { place: null, country, rule: 'places/own', confidence: 0.9 };
}

function isGuess({ rule, confidence }: PlaceChoice): boolean {
  return rule === 'places/gazetteer' && confidence < LEAST_SURE;
}

/** Keeps the earlier of two mentions in the list that share characters, and sorts the rest. */
function withoutOverlaps(mentions: readonly PlaceMention[]): readonly PlaceMention[] {
  const order = mentions.map((mention, rank) => ({ mention, rank }));
  order.sort((a, b) => a.mention.start - b.mention.start || a.rank - b.rank);
  const kept: { mention: PlaceMention; rank: number }[] = [];
  for (const entry of order) {
    let keep = true;
    while (kept.length > 0 && overlaps(lastOf(kept), entry.mention)) {
      if ((kept.at(-1)?.rank ?? 0) < entry.rank) {
        keep = false;
        break;
      }
      kept.pop();
    }
    if (keep) kept.push(entry);
  }
  return kept.map(({ mention }) => mention);
}

function lastOf(kept: readonly { readonly mention: PlaceMention }[]): Span {
  return kept.at(-1)?.mention ?? { start: -1, end: -1 };
}
