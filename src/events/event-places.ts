import { childrenBy, headOf, isRelation, lemmaOf, lowerOf, relationOf } from '../language/tree.ts';
import { namedPlace } from '../mentions/place-generics.ts';
import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';

/**
 * Gives where an event is, by index into the places: `nearest` to it in the tree, or the town that it glosses; else what
 * "there" or a relative clause stands for; else the state's own land for what states do at home. Null where nothing tells.
 */
export function placeOf(scene: Scene, candidate: Candidate, nearest: number | null): number | null {
  const place =
    placeOfClause(scene, candidate, nearest) ??
    glossedPlace(scene, nearest) ??
    placeOfThere(scene, candidate) ??
    placeOfIt(scene, candidate) ??
    placeOfWhere(scene, candidate) ??
    describedPlace(scene, candidate) ??
    homePlace(scene, candidate);
  return place === null ? null : namedPlace(scene.layers.places, townOf(scene, place));
}

/** "is to fly to Lusaka, where she will ask for water": a clause of a place is there, unless its verb itself names another. */
function placeOfClause(scene: Scene, candidate: Candidate, nearest: number | null): number | null {
  const { tree, layers, text } = scene;
  let verb = candidate.slots.verb ?? candidate.token;
  while (isRelation(relationOf(tree, verb), ['conj', 'xcomp'])) verb = headOf(tree, verb);
  const place = layers.places[nearest ?? -1];
  if (!relationOf(tree, verb).endsWith(':relcl') || place === undefined) return null;
  const own = [candidate.token, candidate.slots.verb ?? candidate.token];
  const isOwn = tree.tokens
    .slice(place.firstToken, place.endToken)
    .some((_, at) => own.includes(headOf(tree, place.firstToken + at)));
  const described = isOwn ? undefined : layers.places[describedPlace(scene, candidate) ?? -1];
  // "in a hall that looks like a school in Bama": the hall without a name is told by the town.
  const isNamed = described !== undefined && /\p{Lu}/u.test(text.slice(described.start, described.end));
  return isNamed ? layers.places.indexOf(described) : null;
}

/** "outside the Turkish embassy in Bishkek": a building without a name is told by the town behind it. */
function townOf({ tree, layers }: Scene, index: number): number {
  const [place, next] = layers.places.slice(index, index + 2);
  if (place === undefined || next === undefined || place.why.rule !== 'places/antecedent') return index;
  const isHeld =
    next.firstToken === place.endToken + 1 && ['in', 'at'].includes(lowerOf(tree, place.endToken));
  return isHeld && next.whereKind === 'literal' && (next.precision ?? 3) <= 3 ? index + 1 : index;
}

/** "a chief in Kolokuma said that soldiers burned houses there": the named place told last, in this sentence or the one before. */
function placeOfThere({ tree, layers, text }: Scene, { token, slots }: Candidate): number | null {
  const verb = slots.verb ?? token;
  const there = childrenBy(tree, verb, 'advmod').find((child) => lowerOf(tree, child) === 'there');
  if (there === undefined) return null;
  const sentence = tree.tokens[there]?.sentence ?? 0;
  const index = layers.places.findLastIndex(
    ({ start, end, endToken, whereKind }) =>
      endToken <= there && whereKind === 'literal' && /\p{Lu}/u.test(text.slice(start, end)),
  );
  const from = tree.tokens[layers.places[index]?.firstToken ?? -1]?.sentence;
  return from !== undefined && sentence - from <= 1 ? index : null;
}

/** What is done to a place: "in control of the town since they took it". */
const DONE_TO_PLACES = new Set(
  'take retake capture recapture seize overrun shell bomb bombard storm enter leave abandon besiege surround raid hold lose'.split(
    ' ',
  ),
);

/** "the rebels, in control of Kidal since they took it": the place told last in the sentence. */
export function placeOfIt({ tree, layers }: Scene, { token, slots }: Candidate): number | null {
  const it = slots.obj.find((at) => lowerOf(tree, at) === 'it');
  if (it === undefined || !DONE_TO_PLACES.has(lemmaOf(tree, slots.verb ?? token))) return null;
  const index = layers.places.findLastIndex(
    ({ endToken, whereKind }) => endToken <= it && whereKind === 'literal',
  );
  const first = layers.places[index]?.firstToken ?? -1;
  return tree.tokens[first]?.sentence === tree.tokens[it]?.sentence ? index : null;
}

/** "talks in Muscat, where envoys brought them together": the place just before "where", whatever the clause hangs on. */
function placeOfWhere({ tree, layers }: Scene, { token, slots }: Candidate): number | null {
  const where = childrenBy(tree, slots.verb ?? token, 'advmod').find(
    (child) => lowerOf(tree, child) === 'where',
  );
  if (where === undefined) return null;
  const end = lowerOf(tree, where - 1) === ',' ? where - 1 : where;
  const index = layers.places.findIndex(
    ({ endToken, whereKind }) => endToken === end && whereKind === 'literal',
  );
  return index < 0 ? null : index;
}

/** What may stand between a town and the words that tell where it lies: ", just 30 kilometres south of". */
const GLOSSING = new Set(['ADP', 'DET', 'ADV', 'ADJ', 'NUM', 'PUNCT']);
const MEASURES = new Set('km kilometre kilometer mile metre meter capital centre center hour'.split(' '));

/** How many glosses may follow one another: "in Rawiya, near Sere Kaniye, in the province of Hasakah". */
const MOST_GLOSSES = 3;

/** "in Amara, south of Baghdad": of a town and what tells where it lies, the town is the place. */
function glossedPlace({ tree, layers }: Scene, place: number | null): number | null {
  let index = place;
  for (let step = 0; index !== null && step < MOST_GLOSSES; step++) {
    const before = layers.places[index - 1];
    const here = layers.places[index];
    if (before === undefined || here === undefined || before.whereKind === 'metonym') return index;
    const comma = tree.tokens[before.endToken];
    const isNear = here.firstToken - before.endToken <= 8;
    if (comma?.text !== ',' || !isNear || comma.sentence !== tree.tokens[here.firstToken]?.sentence)
      return index;
    for (let token = before.endToken; token < here.firstToken; token++) {
      const isPart = GLOSSING.has(tree.tags[token]?.upos ?? '') || MEASURES.has(lemmaOf(tree, token));
      if (!isPart) return index;
    }
    index -= 1;
  }
  return index;
}

/** "in Doha, where mediators met the rebels", "the town, which fell in May": the place that a relative clause describes. */
function describedPlace({ tree, placeByToken, layers }: Scene, { token, slots }: Candidate): number | null {
  let verb = slots.verb ?? token;
  while (isRelation(relationOf(tree, verb), ['conj', 'xcomp'])) verb = headOf(tree, verb);
  if (relationOf(tree, verb) !== 'acl:relcl') return null;
  const noun = headOf(tree, verb);
  // "Tessalit, a garrison town they held for a year": what glosses the town.
  const glossed = relationOf(tree, noun) === 'appos' ? placeByToken.get(headOf(tree, noun)) : undefined;
  const index = placeByToken.get(noun) ?? glossed;
  return index !== undefined && layers.places[index]?.whereKind === 'literal' ? index : null;
}

/** Acts that a state does at home. */
const AT_HOME = new Set(
  'alert standby emergency curfew mobilisation mobilization mobilise mobilize call-up reservist expel'.split(
    ' ',
  ),
);
/** "Oman hosted the talks", "Vienna will host a summit": it is where the host is. */
const HOSTING = 'host';

/** "Chad declared a state of emergency": it is Chad's, where the words name no other place. */
function homePlace({ tree, placeByToken, parties }: Scene, { token, slots }: Candidate): number | null {
  const verb = HOSTING === lemmaOf(tree, headOf(tree, token)) ? headOf(tree, token) : (slots.verb ?? token);
  const isHosted = lemmaOf(tree, verb) === HOSTING;
  if (!isHosted && !AT_HOME.has(lemmaOf(tree, token))) return null;
  // "Oslo, which will host the rivals".
  const isAside = isHosted && relationOf(tree, verb) === 'acl:relcl';
  const subjects = verb === slots.verb || verb === token ? slots.subj : childrenBy(tree, verb, 'nsubj');
  const host = isAside
    ? headOf(tree, verb)
    : subjects.find((at) => isHosted || parties.actors[parties.byHead.get(at) ?? -1]?.kind === 'country');
  return placeByToken.get(host ?? -1) ?? null;
}
