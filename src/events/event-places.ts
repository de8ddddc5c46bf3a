import type { ActorMention, PlaceMention } from '../document/mention-layers.ts';
import { childrenBy, headOf, isRelation, lemmaOf, lowerOf, relationOf, type Tree } from '../language/tree.ts';
import { namedPlace } from '../mentions/place-generics.ts';
import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';

/**
 * Gives where an event is, by index into the places: `nearest` to it in the tree, or the town that it glosses; else what
 * "there" or a relative clause stands for; else the state's own land for what states do at home. Null where nothing tells.
 */
export function placeOf(scene: Scene, candidate: Candidate, nearest: number | null): number | null {
  const place =
    glossedPlace(scene, nearest) ??
    placeOfThere(scene, candidate) ??
    placeOfIt(scene, candidate) ??
    placeOfWhere(scene, candidate) ??
    describedPlace(scene, candidate) ??
    homePlace(scene, candidate);
  return place === null ? null : namedPlace(scene.layers.places, townOf(scene, place));
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

/** Tells whether a place may be where it happened: a literal one that does not tell where some other party sits: "a security official in Wana" is not where it was. */
export function isWhere(scene: Scene, candidate: Candidate, token: number, index: number): boolean {
  const { slots } = candidate;
  const place = scene.layers.places[index];
  if (place === undefined) return false;
  if (isNamePart(scene, place)) return false;
  // "the U.S.-led offensive" is led from there; a dash after a space parts clauses.
  if (/^[-‐‑–]$/u.test(scene.text.charAt(place.end))) return false;
  // "Afghan border guards" are not told to be at the border; "his Amman home", "Mecca's main hospital" are places.
  const noun = modifiedNoun(scene.tree, place);
  if (noun !== undefined) return isSite(scene, place, noun);
  if (isOrigin(scene, candidate, index) || isElsewhere(scene, candidate, place)) return false;
  // "The United States captured two": who does it is not where; "Kenge spent a night under fire" is.
  if (isDoneBy(candidate, place))
    return place.whereKind === 'literal' && isUndergone(scene, candidate, place);
  if (place.whereKind === 'metonym') return slots.obj.includes(token) && !scene.classes.is(token, 'party');
  // "awarded the islands to Eritrea": who is given something is not where it was given.
  const isGiven = lowerOf(scene.tree, place.firstToken - 1) === 'to' && scene.classes.is(token, 'party');
  if (isGiven && GIVING.has(lemmaOf(scene.tree, candidate.token))) return false;
  const holder = scene.parties.actors[scene.parties.outerByToken.get(token) ?? -1];
  // "Syria's Idlib province": the phrase that holds the name names a place itself.
  if (holder === undefined || scene.placeByToken.has(holder.headToken) || holder.kind === 'thing')
    return true;
  return isHeldBy(candidate, holder) || (isLocated(scene, place) && isStruckIn(scene, candidate, holder));
}

/** What happens to a town that is the subject. */
const UNDERGOING = new Set(
  'burn fall suffer endure spend see face wake shake tremble starve come remain witness experience smoulder smolder lie'.split(
    ' ',
  ),
);

/** "Kenge fell to the rebels", "the town spent a fourth night under siege": a town undergoes what a state would do. */
function isUndergone(
  { tree }: Scene,
  { token, slots }: Candidate,
  { precision, firstToken, endToken }: PlaceMention,
): boolean {
  if (precision === 6) return false;
  const verb = slots.verb ?? token;
  const subject = slots.subj.find((at) => firstToken <= at && at < endToken) ?? token;
  return UNDERGOING.has(lemmaOf(tree, verb)) || UNDERGOING.has(lemmaOf(tree, headOf(tree, subject)));
}

/** "marched against the war in Tigray": what is protested against, or for, is not where. */
const TOPICS = new Set(['against', 'about', 'over', 'for']);
const PROTESTING = new Set('demonstrate demonstration protest protester rally march strike riot'.split(' '));

/** What leads somewhere: "on the road to Vorukh" is where, "the cable to Hiiumaa" and "the envoy to Chad" are not. */
const WAYS = new Set(
  'road highway route way path track access entrance gateway approach visit trip tour journey voyage flight march return'.split(
    ' ',
  ),
);

/** "was seized and sent to a camp", "came in from Kosti and imposed a curfew", "the cable to Saaremaa": where something else goes or comes from. */
function isElsewhere({ tree }: Scene, candidate: Candidate, place: PlaceMention): boolean {
  const { token, slots } = candidate;
  const own = [token, slots.verb ?? token];
  const head = headOfPlace(tree, place);
  const holder = headOf(tree, head);
  const before = lowerOf(tree, place.firstToken - 1);
  if (isProtest(tree, own) && isTopic(tree, own, head)) return true;
  if (own.includes(holder)) return false;
  if (tree.tags[holder]?.upos === 'NOUN')
    return before === 'to' && relationOf(tree, head) === 'nmod' && !WAYS.has(lemmaOf(tree, holder));
  if (tree.tags[holder]?.upos !== 'VERB' || relationOf(tree, head) !== 'obl') return false;
  if (before === 'from') return !LEAVING.has(lemmaOf(tree, holder));
  // "moved into Bria and shelled its market": what came first may have led there.
  return WHITHER.has(before) && holder > token && relationOf(tree, holder) === 'conj';
}

/** "agreed to withdraw from the valley, and its troops pulled out": what is left is where it is left, and what is shot from is where it is shot. */
const LEAVING = new Set(
  'withdraw retreat pull drive expel oust evict eject remove evacuate fire launch shoot retire depart'.split(
    ' ',
  ),
);

function isProtest(tree: Tree, own: readonly number[]): boolean {
  return own.some((token) => PROTESTING.has(lemmaOf(tree, token)));
}

/** Climbs from a place to what the protest is about, a few steps at most. */
function isTopic(tree: Tree, own: readonly number[], place: number): boolean {
  let at = place;
  for (let step = 0; step < MOST_TO_TOPIC && !own.includes(at); step++) {
    const cases = childrenBy(tree, at, 'case').map((child) => lowerOf(tree, child));
    if (isRelation(relationOf(tree, at), ['obl', 'nmod']) && cases.some((word) => TOPICS.has(word)))
      return own.includes(headOf(tree, at));
    at = headOf(tree, at);
  }
  return false;
}

/** Chosen by hand: "against the killing of a trader in the market of Bama". */
const MOST_TO_TOPIC = 5;

function headOfPlace(tree: Tree, { firstToken, endToken }: PlaceMention): number {
  for (let token = firstToken; token < endToken; token++) {
    const head = headOf(tree, token);
    if (head < firstToken || head >= endToken) {
      if (!isRelation(relationOf(tree, token), ['case', 'det', 'punct'])) return token;
    }
  }
  return endToken - 1;
}

/** "flown up from Gedaref", "rushed in from Gedaref": the direction is told from where the forces come to. */
const HITHER = new Set(['in', 'up', 'down', 'over', 'across']);
const WHITHER = new Set(['to', 'into', 'towards', 'toward']);

/** "rushed a brigade in from Gedaref", "moved tanks from Gedaref to Kassala": where forces come from is not where they are sent. */
function isOrigin({ tree, layers }: Scene, { sense }: Candidate, index: number): boolean {
  const [place, next] = layers.places.slice(index, index + 2);
  if (place === undefined || sense.type !== 'MOBILIZE') return false;
  if (lowerOf(tree, place.firstToken - 1) !== 'from') return false;
  if (HITHER.has(lowerOf(tree, place.firstToken - 2))) return true;
  const isGoal = next !== undefined && next.firstToken - place.endToken <= MOST_TO_GOAL;
  return isGoal && WHITHER.has(lowerOf(tree, next.firstToken - 1));
}

/** Chosen by hand: "from the barracks at Gedaref late on Monday to Kassala". */
const MOST_TO_GOAL = 5;

/** "a camp of Jamaat Sahel": the name of a group ends in where it is from, which need not be where the camp is. */
function isNamePart({ tree, parties }: Scene, { firstToken, endToken }: PlaceMention): boolean {
  const before = firstToken - 1;
  if (tree.tags[before]?.upos !== 'PROPN') return false;
  for (let token = firstToken; token < endToken; token++) {
    const actor = parties.actors[parties.byHead.get(token) ?? -1];
    if (actor !== undefined && actor.kind !== 'country' && actor.firstToken <= before)
      return actor.sector !== null;
  }
  return false;
}

/** Nouns for what stands somewhere or goes on there. */
const SITES = new Set(
  'airfield airport airstrip area barracks base battle battlefield bazaar bridge building camp campus canal cathedral cemetery checkpoint chapel church city clinic compound conflict consulate convent court courthouse crossing dam depot district dock embassy facility factory farm front frontline garrison harbor harbour headquarters highway home hospital hotel house installation island jail junction market mine monastery mosque mountain museum neighborhood neighbourhood office oilfield operation outskirts outpost palace park penitentiary pier plant plaza port prison province quarry quarter refinery region reservoir residence restaurant road school shop shrine slum square stadium station street suburb synagogue temple terminal theater theatre town tunnel university valley village war warehouse zone'.split(
    ' ',
  ),
);
/** Nouns for parts of a land, which even a country's name may stand before: "the Taiwan capital", but not "the U.S. base". */
const PARTS = new Set(
  'border capital coast coastline countryside desert east highland interior north south waters west'.split(
    ' ',
  ),
);

function isSite({ tree, placeByToken }: Scene, { endToken, precision }: PlaceMention, noun: number): boolean {
  const lemma = lemmaOf(tree, noun);
  if (PARTS.has(lemma) || placeByToken.has(noun)) return true;
  const isOwned =
    relationOf(tree, endToken - 1) === 'nmod:poss' || /^['’]s$/u.test(lowerOf(tree, endToken - 1));
  return SITES.has(lemma) && (precision !== 6 || isOwned);
}

/** Gives the noun that a place's name stands before: "Amman" of "his Amman home", "Mexico" of "Mexico's police chief". */
function modifiedNoun(tree: Tree, { firstToken, endToken }: PlaceMention): number | undefined {
  for (let token = endToken - 1; token >= firstToken; token--) {
    const head = headOf(tree, token);
    if (head >= endToken && isRelation(relationOf(tree, token), ['compound', 'nmod:poss'])) return head;
  }
  return undefined;
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

const GIVING = new Set(
  'award give hand cede sell grant transfer offer promise pledge present supply lend owe'.split(' '),
);

type Holder = Pick<ActorMention, 'firstToken' | 'endToken' | 'headToken'>;

/** "pulled three of its companies out of Bria": where those are who undergo it, there it happened. */
function isHeldBy({ slots }: Candidate, { firstToken, endToken }: Holder): boolean {
  return slots.obj.some((token) => firstToken <= token && token < endToken);
}

/** "fired on a crowd in Conakry", "miners in Arequipa burned tyres": where the parties to it were, there it happened. */
function isStruckIn({ tree }: Scene, candidate: Candidate, holder: Holder): boolean {
  const { token, slots } = candidate;
  const isArgument =
    [token, slots.verb].includes(headOf(tree, holder.headToken)) &&
    isRelation(relationOf(tree, holder.headToken), ['obl', 'nmod']);
  return isArgument || isDoneBy(candidate, holder);
}

function isDoneBy({ slots }: Candidate, { firstToken, endToken }: Omit<Holder, 'headToken'>): boolean {
  return slots.subj.some((token) => firstToken <= token && token < endToken);
}

const LOCATIVE = new Set('in at near outside inside across around along throughout'.split(' '));

function isLocated({ tree }: Scene, { firstToken }: { readonly firstToken: number }): boolean {
  return LOCATIVE.has(lowerOf(tree, firstToken - 1)) || LOCATIVE.has(lowerOf(tree, firstToken));
}

/** How much farther a place counts that tells first of all where who does it sits. */
const DOER_DETOUR = 3;

/** What makes a place a less likely answer than a nearer one. */
export function awkwardnessOf(scene: Scene, candidate: Candidate, token: number): number {
  const holder = scene.parties.actors[scene.parties.outerByToken.get(token) ?? -1];
  const own = [candidate.token, candidate.slots.verb ?? candidate.token];
  // "Students in Sokodé demonstrated": where protesters are, there they protest.
  const isDoer =
    holder !== undefined &&
    !scene.placeByToken.has(holder.headToken) &&
    isDoneBy(candidate, holder) &&
    !isProtest(scene.tree, own);
  const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
  // "the Belarus capital, Minsk": the capital says more.
  const isModifier = place !== undefined && modifiedNoun(scene.tree, place) !== undefined;
  const isWide = place?.precision === 6;
  const detour = (isNamed(scene, token) ? 0 : GENERIC_DETOUR) + (isDoer ? DOER_DETOUR : 0);
  return detour + (isModifier ? 1 : 0) + (isWide ? 1 : 0);
}

/** "in Doha, where mediators met the rebels", "the town, which fell in May": the place that a relative clause describes. */
function describedPlace({ tree, placeByToken, layers }: Scene, { token, slots }: Candidate): number | null {
  let verb = slots.verb ?? token;
  while (isRelation(relationOf(tree, verb), ['conj', 'xcomp'])) verb = headOf(tree, verb);
  if (relationOf(tree, verb) !== 'acl:relcl') return null;
  const index = placeByToken.get(headOf(tree, verb));
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
  const isHosted = lemmaOf(tree, slots.verb ?? token) === HOSTING;
  if (!isHosted && !AT_HOME.has(lemmaOf(tree, token))) return null;
  const host = slots.subj.find(
    (at) => isHosted || parties.actors[parties.byHead.get(at) ?? -1]?.kind === 'country',
  );
  return placeByToken.get(host ?? -1) ?? null;
}

/** "a clinic beside the canal at Pedra Alta": a place with a name tells more than "the river", if it is not much farther. */
const GENERIC_DETOUR = 3;

function isNamed({ placeByToken, layers, text }: Scene, token: number): boolean {
  const place = layers.places[placeByToken.get(token) ?? -1];
  return place !== undefined && /\p{Lu}/u.test(text.slice(place.start, place.end));
}
