import type { Name } from '../document/language-layers.ts';
import type { TokenRange } from '../language/tree.ts';
import { type CoreSearch, isCapitalised, NAME_TOKENS_MAX, type PlaceCore, textOf } from './place-core.ts';
import { followsPlaceVerb, followsPreposition, standsAlone } from './place-evidence.ts';
import { judgeName } from './place-names.ts';
import { capitalRuns, coresOfRun } from './place-runs.ts';

/**
 * Finds the bare names of places: what the language layer calls a place, names of the curated tables, and names of
 * the gazetteer after a locative preposition or before the name of what holds them. Sorted, not overlapping.
 */
export function findCores(search: CoreSearch): readonly PlaceCore[] {
  const { tokens, names } = search.doc.layers;
  const taken = new Int8Array(tokens.length);
  const cores: PlaceCore[] = [];
  const keep = (core: PlaceCore) => {
    cores.push(core);
    taken.fill(1, core.firstToken, core.endToken);
  };
  for (const [i, name] of names.entries()) {
    const verdict = endsBody(search, names[i - 1], name) ? 'none' : judgeName(search, name);
    if (verdict === 'none') taken.fill(2, name.firstToken, name.endToken);
    else if (verdict !== 'open') keep(verdict);
  }
  const written = datelineCore(search, taken);
  if (written !== undefined) keep(written);
  for (const run of capitalRuns(search, taken)) for (const core of coresOfRun(search, run)) keep(core);
  for (const core of listedCores(search, [...cores], taken)) keep(core);
  for (const core of repeatedCores(search, cores, taken)) keep(core);
  return cores.sort((a, b) => a.firstToken - b.firstToken);
}

/** "Tehrik-e-Taliban Pakistan": a place's name right after a body's is the end of the body's. */
function endsBody({ lexicon, doc }: CoreSearch, before: Name | undefined, { firstToken }: Name): boolean {
  if (before === undefined || before.endToken !== firstToken) return false;
  const last = doc.layers.tokens[before.endToken - 1]?.text ?? '';
  const isBody = before.kind === 'organisation' || before.kind === 'group';
  return isBody && lexicon.countryOfPeople(last) === undefined && isCapitalised(last);
}

/** "NAMPULA — Gunmen torched": the listed name that opens a dateline is where the report was written, if nothing else is found there. */
function datelineCore(search: CoreSearch, taken: Int8Array): PlaceCore | undefined {
  const { tokens, zones } = search.doc.layers;
  const zone = zones.find(({ kind }) => kind === 'dateline');
  const first = tokens.findIndex(({ start }) => zone !== undefined && zone.start <= start);
  if (zone === undefined || first < 0 || taken[first] === 1) return undefined;
  let end = first;
  while (isCapitalised(tokens[end]?.text) && (tokens[end]?.end ?? zone.end + 1) <= zone.end) end++;
  for (; end > first && taken[end - 1] !== 1; end--) {
    const range = { firstToken: first, endToken: end };
    const name = textOf(search, range);
    const isTown = search.lexicon
      .find(name)
      .some(({ mainName, population }) => mainName && population > 2000);
    if (isTown) return { ...range, name, by: 'container', site: false, confidence: 0.5 };
  }
  return undefined;
}

/** "Kisumu, Kakamega and Busia": a name beside a place in a list, or after a comma, is a place as well. */
function* listedCores(
  search: CoreSearch,
  cores: readonly PlaceCore[],
  taken: Int8Array,
): Generator<PlaceCore> {
  const { tokens } = search.doc.layers;
  const byEnd = [...cores].sort((a, b) => a.endToken - b.endToken);
  for (const core of byEnd) {
    let end = core.endToken;
    for (let length = 0; length < LIST_MAX; length++) {
      const next = listedAfter(search, end, taken);
      if (next === undefined) break;
      yield next;
      end = next.endToken;
    }
    if (tokens[end] === undefined) return;
  }
}

const LIST_MAX = 12;

function listedAfter(search: CoreSearch, end: number, taken: Int8Array): PlaceCore | undefined {
  const { tokens } = search.doc.layers;
  let at = end;
  if (tokens[at]?.text === ',') at++;
  if (tokens[at]?.text === 'and' || tokens[at]?.text === 'or') at++;
  if (at === end || tokens[at]?.sentence !== tokens[end - 1]?.sentence) return undefined;
  if (taken[at] !== 0 || !isCapitalised(tokens[at]?.text)) return undefined;
  let runEnd = at + 1;
  while (runEnd < tokens.length && taken[runEnd] === 0 && isCapitalised(tokens[runEnd]?.text)) runEnd++;
  const range = { firstToken: at, endToken: runEnd };
  const name = textOf(search, range);
  if (search.words.is('never', name.toLowerCase()) || runEnd - at > NAME_TOKENS_MAX) return undefined;
  const known = search.lexicon.find(name).some(({ mainName, population }) => mainName && population > 1000);
  const follows = (tokens[runEnd]?.text ?? '').toLowerCase();
  // "in Kabul, Khan said": a verb after the name makes it a person.
  const closes = /^(?:[^\p{L}\p{N}]|and|or|in|on|to|from|after|where|which|when|as|for|with|by)/u.test(
    follows,
  );
  return known && closes ? { ...range, name, by: 'container', site: false, confidence: 0.5 } : undefined;
}

/** "unless the rebels leave Lubero": where the words go to or strike a name that was a place before, it is one again. */
function isReached(search: CoreSearch, range: TokenRange): boolean {
  return followsPlaceVerb(search, range.firstToken) || followsPreposition(search, range);
}

/**
 * Gives where names begin that are places again: "The town of Kenge fell silent. Kenge will burn" has a name that the language
 * layer takes for a person's here and for a place's elsewhere, and that no one in the report bears in full.
 */
function placesElsewhere({ doc }: CoreSearch): ReadonlySet<number> {
  const { names, tokens } = doc.layers;
  const spell = ({ start, end }: Name) => doc.text.slice(start, end);
  const places = new Set(names.flatMap((name) => (name.kind === 'place' ? [spell(name)] : [])));
  const borne = new Set<string | undefined>();
  for (const name of names) {
    if (name.kind !== 'person' || name.endToken - name.firstToken < 2 || places.has(spell(name))) continue;
    for (let token = name.firstToken; token < name.endToken; token++) borne.add(tokens[token]?.text);
  }
  const isPlace = (name: Name) =>
    name.kind === 'person' && places.has(spell(name)) && !borne.has(tokens[name.firstToken]?.text);
  return new Set(names.flatMap((name) => (isPlace(name) ? [name.firstToken] : [])));
}

/** Finds further places of names that were found once: "Wana" after "in Wana". */
function* repeatedCores(
  search: CoreSearch,
  cores: readonly PlaceCore[],
  taken: Int8Array,
): Generator<PlaceCore> {
  const { tokens } = search.doc.layers;
  const elsewhere = placesElsewhere(search);
  const byFirst = new Map<string, PlaceCore>();
  for (const core of cores) {
    const first = tokens[core.firstToken]?.text ?? '';
    const known = byFirst.get(first);
    if (known === undefined || core.endToken - core.firstToken < known.endToken - known.firstToken) {
      byFirst.set(first, core);
    }
  }
  for (let at = 0; at < tokens.length; at++) {
    const core = byFirst.get(tokens[at]?.text ?? '');
    if (core === undefined) continue;
    const range = { firstToken: at, endToken: at + core.endToken - core.firstToken };
    if (
      textOf(search, range) !== core.name ||
      taken
        .subarray(range.firstToken, range.endToken)
        .some((t) => t === 1 || (t === 2 && !isReached(search, range) && !elsewhere.has(at)))
    ) {
      continue;
    }
    const run = {
      firstToken: isCapitalised(tokens[at - 1]?.text) ? at - 1 : at,
      endToken: isCapitalised(tokens[range.endToken]?.text) ? range.endToken + 1 : range.endToken,
    };
    if (!standsAlone(search, range, run)) continue;
    yield { ...range, name: core.name, by: 'again', site: core.site, confidence: 0.6 };
    at = range.endToken - 1;
  }
}
