import type { PlaceMention } from '../document/mention-layers.ts';
import { childrenBy, headOf, isRelation, lemmaOf, lowerOf, relationOf, type Tree } from '../language/tree.ts';
import type { Candidate } from './candidate.ts';
import { isDoneBy, isOfHolder, isProtest } from './event-holders.ts';
import { isSite, modifiedNoun } from './event-sites.ts';
import type { Scene } from './scene.ts';

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
  if (isOfListed(scene, place)) return false;
  // "The United States captured two": who does it is not where; "Kenge spent a night under fire" is.
  if (isDoneBy(candidate, place))
    return place.whereKind === 'literal' && isUndergone(scene, candidate, place);
  if (place.whereKind === 'metonym') return slots.obj.includes(token) && !scene.classes.is(token, 'party');
  // "awarded the islands to Eritrea": who is given something is not where it was given.
  // "drove to Gedaref and promised help" is no gift to it.
  const isGiven =
    lowerOf(scene.tree, place.firstToken - 1) === 'to' &&
    scene.classes.is(token, 'party') &&
    relationOf(scene.tree, candidate.token) !== 'conj';
  if (isGiven && GIVING.has(lemmaOf(scene.tree, candidate.token))) return false;
  const holder = scene.parties.actors[scene.parties.outerByToken.get(token) ?? -1];
  return holder === undefined || isOfHolder(scene, candidate, holder, place);
}

/** "the ambassadors of France, Chad and Japan": all that are listed tell whose people they are. */
function isOfListed({ tree, parties, placeByToken }: Scene, place: PlaceMention): boolean {
  const last = headOfPlace(tree, place);
  let first = last;
  while (relationOf(tree, first) === 'conj') first = headOf(tree, first);
  if (first === last || relationOf(tree, first) !== 'nmod') return false;
  const holder = headOf(tree, first);
  const isOf = childrenBy(tree, first, 'case').some((token) => lowerOf(tree, token) === 'of');
  return isOf && parties.byHead.has(holder) && !placeByToken.has(holder);
}

/** What happens to a town that is the subject. */
const UNDERGOING = new Set(
  'burn fall go suffer endure spend see face wake shake tremble starve come remain witness experience smoulder smolder lie'.split(
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

/** Climbs from a place to what the protest is about, a few steps at most. */
function isTopic(tree: Tree, own: readonly number[], place: number): boolean {
  let at = place;
  let isTopicItself = true;
  for (let step = 0; step < MOST_TO_TOPIC && !own.includes(at); step++) {
    const cases = childrenBy(tree, at, 'case').map((child) => lowerOf(tree, child));
    if (isRelation(relationOf(tree, at), ['obl', 'nmod']) && cases.some((word) => TOPICS.has(word)))
      return own.includes(headOf(tree, at)) && (isTopicItself || isHappening(tree, at));
    if (relationOf(tree, at) !== 'conj') isTopicItself = false;
    at = headOf(tree, at);
  }
  return false;
}

/** "against the war in Tigray" is of there; "against a law in Lima", "over prices in Lima" were shouted there. */
const HAPPENINGS = new Set(
  'abuse arrest arrival assault atrocity attack blockade bombardment bombing campaign conflict coup crackdown death deployment detention election escalation execution fighting genocide incursion intervention invasion killing massacre murder occupation offensive operation persecution presence rape rule shelling shooting siege strike treatment trip violence visit war'.split(
    ' ',
  ),
);

function isHappening(tree: Tree, topic: number): boolean {
  return HAPPENINGS.has(lemmaOf(tree, topic));
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

const GIVING = new Set(
  'award give hand cede sell grant transfer offer promise pledge present supply lend owe'.split(' '),
);

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
  const isLand = place?.why.rule === 'places/land';
  const detour = (isNamed(scene, token) && !isLand ? 0 : GENERIC_DETOUR) + (isDoer ? DOER_DETOUR : 0);
  return detour + (isModifier ? 1 : 0) + (isWide ? 1 : 0);
}

/** "a clinic beside the canal at Pedra Alta": a place with a name tells more than "the river", if it is not much farther. */
const GENERIC_DETOUR = 3;

function isNamed({ placeByToken, layers, text }: Scene, token: number): boolean {
  const place = layers.places[placeByToken.get(token) ?? -1];
  return place !== undefined && /\p{Lu}/u.test(text.slice(place.start, place.end));
}
