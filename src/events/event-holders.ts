import type { ActorMention, PlaceMention } from '../document/mention-layers.ts';
import { headOf, isRelation, lemmaOf, lowerOf, relationOf, type Tree } from '../language/tree.ts';
import type { Candidate } from './candidate.ts';
import type { Scene } from './scene.ts';

/** Tells whether an event is where the words for a party say that the party is: "fired on a crowd in Conakry", but not "the envoy to Chad said". */
export function isOfHolder(
  scene: Scene,
  candidate: Candidate,
  holder: ActorMention,
  place: PlaceMention,
): boolean {
  // "Syria's Idlib province": the phrase that holds the name names a place itself.
  if (scene.placeByToken.has(holder.headToken) || holder.kind === 'thing') return true;
  if (LANDS.has(lemmaOf(scene.tree, holder.headToken))) return true;
  if (isHeldBy(candidate, holder)) return true;
  if (!isLocated(scene, place)) return false;
  return isStruckIn(scene, candidate, holder) || isSeenBy(scene, candidate, holder);
}

/** "the eastern part of Juba", "the outskirts of the village of Vorsk": a stretch of a town. */
const LANDS = new Set(
  'area centre center corner edge environs fringe half heart outskirt outskirts part perimeter quarter section sector side stretch strip suburb swath swathe vicinity'.split(
    ' ',
  ),
);

type Holder = Pick<ActorMention, 'firstToken' | 'endToken' | 'headToken' | 'sector'>;

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
  return isArgument || isDoneBy(candidate, holder) || isAmongStruck(tree, candidate, holder);
}

/** Chosen by hand: "shot a guard of a supplier of a mission in Gao". */
const MOST_TO_STRUCK = 4;

/** "shot a driver of a mission in southern Mali", "raids on rebels in Bicol": whom it befalls is there with those beside them. */
function isAmongStruck(tree: Tree, { token, slots }: Candidate, { headToken, sector }: Holder): boolean {
  if ((sector !== null && SPEAKING.has(sector)) || isProtest(tree, [token, slots.verb ?? token]))
    return false;
  const own = [token, slots.verb ?? token, ...slots.obj];
  let at = headToken;
  for (let step = 0; step < MOST_TO_STRUCK; step++) {
    if (LEADING.has(lemmaOf(tree, at)) || relationOf(tree, at) === 'acl:relcl') return false;
    if (!isRelation(relationOf(tree, at), ['nmod', 'obl', 'acl', 'conj', 'obj'])) return false;
    at = headOf(tree, at);
    if (own.includes(at)) return true;
  }
  return false;
}

/** "the commander of the unit in Gao": what somebody leads is not where he is. */
const LEADING = new Set(
  'ambassador boss chief commander director envoy governor head leader mayor member minister official president representative spokesman spokeswoman'.split(
    ' ',
  ),
);

/** "A nurse in Mocha heard explosions": where those are who see and hear it. */
const SEEING = new Set('count film hear observe photograph record report see spot witness'.split(' '));

function isSeenBy({ tree }: Scene, { token }: Candidate, { headToken, sector }: Holder): boolean {
  const verb = headOf(tree, token);
  const isSeen = relationOf(tree, token) === 'obj' && SEEING.has(lemmaOf(tree, verb));
  const isSeer = headOf(tree, headToken) === verb && isRelation(relationOf(tree, headToken), ['nsubj']);
  return isSeen && isSeer && !(sector !== null && SPEAKING.has(sector) && sector !== 'JRN');
}

/** "the government in Dili", "a reporter in Dili": they tell where they sit. */
const SPEAKING: ReadonlySet<string> = new Set(['GOV', 'JRN', 'LEG', 'PTY', 'JUD']);

const LOCATIVE = new Set('in at near outside inside across around along throughout'.split(' '));

function isLocated({ tree }: Scene, { firstToken }: { readonly firstToken: number }): boolean {
  return LOCATIVE.has(lowerOf(tree, firstToken - 1)) || LOCATIVE.has(lowerOf(tree, firstToken));
}

/** Tells whether a party or a place is the one that does it. */
export function isDoneBy(
  { slots }: Candidate,
  { firstToken, endToken }: Pick<Holder, 'firstToken' | 'endToken'>,
): boolean {
  return slots.subj.some((token) => firstToken <= token && token < endToken);
}

const PROTESTING = new Set('demonstrate demonstration protest protester rally march strike riot'.split(' '));

/** Tells whether one of the tokens is a word for a protest. */
export function isProtest(tree: Tree, own: readonly number[]): boolean {
  return own.some((token) => PROTESTING.has(lemmaOf(tree, token)));
}
