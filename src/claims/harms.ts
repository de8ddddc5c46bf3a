import type { Party } from '../document/event-layers.ts';
import type { QuantityMention } from '../document/mention-layers.ts';
import { KILLED, WOUNDED } from '../events/casualties.ts';
import { childrenBy, headOf, lemmaOf, lowerOf, relationOf, type Tree } from '../language/tree.ts';
import { agreement, areOneSide, sameWord, sharedNouns } from './alike.ts';
import { type DisputeScene, innermost, isElsewhere, partiesOf, sentencesBetween, type Told } from './told.ts';

/** What became of people: death, injury, or any harm ("nobody was hurt", "beat two clerks"). */
type HarmKind = 'death' | 'injury' | 'harm';

/** How many people, from least to most; null where it is open upwards. */
interface Count {
  readonly of: string;
  readonly min: number | null;
  readonly max: number | null;
}

/** Words for harm of any kind. */
const HARMED = new Set('harm beat touch torture mistreat assault treat molest shoot stab'.split(' '));
/** Words for deaths besides those that kill: who loses men tells of its own dead. */
const LOST = new Set('lose loss casualty'.split(' '));

const SOMEBODY = /\b(?:nobody|none|no one|man|men|soldiers?|fighters?|people|members?|guards?)\b/iu;

/** Gives what an event says became of people; null where it says nothing of that. */
export function harmOf(tree: Tree, { event }: Told): HarmKind | null {
  const lemma = lemmaOf(tree, event.headToken);
  // "60,000 barrels had been lost": nobody was harmed.
  const isOfPeople = event.roles.some(({ party }) => SOMEBODY.test(party.text));
  const isUnlisted =
    event.why.rule === 'events/disputed' && (HARMED.has(lemma) || (LOST.has(lemma) && isOfPeople));
  if (event.quantities.length > 0 && countsBodies(tree, event)) return 'death';
  if (event.type !== 'ASSAULT' && !isUnlisted) return null;
  if (KILLED.has(lemma) || LOST.has(lemma)) return 'death';
  // "No one was hurt": neither killed nor wounded.
  if (WOUNDED.has(lemma)) return lemma === 'hurt' ? 'harm' : 'injury';
  return HARMED.has(lemma) ? 'harm' : null;
}

/** "The parish had buried forty-one", "a nurse had counted eleven bodies": whoever does so counts the dead. */
function countsBodies(tree: Tree, { headToken, roles }: Told['event']): boolean {
  const lemma = lemmaOf(tree, headToken);
  if (['body', 'corpse'].includes(lemma)) return true;
  const objects = childrenBy(tree, headToken, 'obj', 'nsubj:pass');
  if (objects.some((noun) => ['body', 'corpse'].includes(lemmaOf(tree, noun))))
    return ['bury', 'count', 'find', 'recover', 'pull', 'collect', 'see'].includes(lemma);
  // "had buried nine cables": nobody lies there.
  const isOfPeople =
    objects.some((noun) => tree.tags[noun]?.upos === 'NUM') || roles.some(({ name }) => name === 'recipient');
  return lemma === 'bury' && isOfPeople;
}

/** Gives whom the harm befell: who lost men, or who was killed; empty where nobody is named. */
function victimsOf(tree: Tree, told: Told): readonly Party[] {
  const isLoss = LOST.has(lemmaOf(tree, told.event.headToken));
  const [losers, hit] = [partiesOf(told, 'actor'), partiesOf(told, 'recipient')];
  const source = innermost(told);
  // "Baku owns up to a single fatality": whoever admits deaths speaks of its own.
  if (!isLoss && hit.length === 0 && source.kind === 'words' && isAdmitted(tree, told)) return [source.party];
  if (!isLoss) return hit;
  // "put the enemy's losses at six": whose they are depends on who speaks.
  if (isOfEnemy(tree, told)) return [];
  if (losers.length > 0) return losers;
  // "put Armenian losses at 20": these are not the speaker's.
  const isOfOthers = childrenBy(tree, told.event.headToken, 'amod', 'nmod', 'compound').some((word) =>
    /^\p{Lu}/u.test(tree.tokens[word]?.text ?? ''),
  );
  const own = source.kind === 'words' && !isOfOthers ? [source.party] : [];
  return own.length > 0 ? own : hit;
}

function isAdmitted(tree: Tree, { event: { headToken } }: Told): boolean {
  return (
    ['NOUN', 'NUM'].includes(tree.tags[headToken]?.upos ?? '') &&
    ['admit', 'own', 'acknowledge', 'concede', 'confess'].includes(lemmaOf(tree, headOf(tree, headToken)))
  );
}

function isOfEnemy(tree: Tree, { event: { headToken } }: Told): boolean {
  return childrenBy(tree, headToken, 'nmod:poss', 'nmod', 'amod', 'compound').some((word) =>
    ['enemy', 'foe', 'adversary', 'opponent'].includes(lemmaOf(tree, word)),
  );
}

/**
 * Tells whether two claims about the harmed cannot both be right: nobody against somebody, or two figures for the same people
 * that exclude each other. A part ("two nuns were among those killed") is no rival of the whole.
 */
export function harmsClash(scene: DisputeScene, a: Told, b: Told): boolean {
  const { tree } = scene;
  const [kindA, kindB] = [harmOf(tree, a), harmOf(tree, b)];
  if (kindA === null || kindB === null || isElsewhere(a, b) || !areSamePeople(tree, a, b)) return false;
  const [noneA, noneB] = [isNone(a), isNone(b)];
  if (noneA && noneB) return false;
  if (noneA || noneB) {
    const [nobody, somebody] = noneA ? [a, b] : [b, a];
    if (isLost(tree, nobody) && !isOpponent(tree, somebody)) return false;
    const [none, some] = noneA ? [kindA, kindB] : [kindB, kindA];
    // "No one was killed" answers a death, "no one was hurt" any harm.
    if (isIllTreatment(tree, nobody)) return some === 'harm';
    if (isOtherManner(tree, nobody, somebody)) return false;
    return none === 'harm' || none === some;
  }
  return kindA === kindB && kindA !== 'harm' && figuresClash(scene, a, b);
}

/**
 * Gives the harm that "nobody was hurt" answers: any that another has claimed. Said in one breath with a deed ("the jets hit a
 * school but nobody was hurt") it is of that deed alone, and answers only what stands right before.
 */
export function harmsAnswered(scene: DisputeScene, others: readonly Told[], nobody: Told): readonly Told[] {
  const { tree } = scene;
  const verb = nobody.event.headToken;
  const isJoined =
    relationOf(tree, verb) === 'conj' &&
    childrenBy(tree, verb, 'nsubj', 'nsubj:pass').length > 0 &&
    scene.told.some(({ event }) => event.type === 'ASSAULT' && event.headToken === headOf(tree, verb));
  const all = others.filter(
    (other) =>
      (!isJoined || sentencesBetween(tree, other, nobody) <= 1) &&
      !isOtherManner(tree, nobody, other) &&
      harmsClash(scene, other, nobody),
  );
  // "Not one of its men had died" answers an enemy's boast rather than the dead that the outlet counts itself.
  const isOwn = /\b(?:its|their|our|his|her)\b/iu.test(partiesOf(nobody, 'recipient')[0]?.text ?? '');
  const claimed = isOwn ? all.filter((other) => innermost(other).kind === 'words') : [];
  return claimed.length > 0 ? claimed : all;
}

const CALLINGS =
  /\b(?:peacekeeper|observer|monitor|inspector|journalist|reporter|diplomat|tourist|foreigner|hostage|prisoner|child|pupil|nurse|doctor|medic)(?:s|ren)?\b/iu;

/** "No peacekeeper was hurt" says nothing of the soldiers who were. */
function isOfOtherCalling(nobody: Told, somebody: Told): boolean {
  const [calling] = CALLINGS.exec(partiesOf(nobody, 'recipient')[0]?.text ?? '') ?? [];
  if (calling === undefined) return false;
  const stem = calling.toLowerCase().slice(0, 5);
  return !partiesOf(somebody, 'recipient').some(({ text }) => text.toLowerCase().includes(stem));
}

/** Words for killing in one way alone. */
const MANNERS = new Set('behead decapitate execute lynch hang stone strangle crucify'.split(' '));

/** "Nobody was beheaded" says nothing of two men who were shot, "no peacekeeper was hurt" nothing of soldiers. */
export function isOtherManner(tree: Tree, nobody: Told, somebody: Told): boolean {
  if (harmOf(tree, nobody) !== null && isOfOtherCalling(nobody, somebody)) return true;
  return MANNERS.has(lemmaOf(tree, nobody.event.headToken)) && !sameWord(tree, nobody, somebody);
}

/** "There is no torture": whoever says so speaks of no deaths. */
function isIllTreatment(tree: Tree, { event }: Told): boolean {
  return ['torture', 'mistreat', 'treat', 'molest', 'beat'].includes(lemmaOf(tree, event.headToken));
}

function isLost(tree: Tree, { event }: Told): boolean {
  return LOST.has(lemmaOf(tree, event.headToken));
}

/** "lost no man" answers an enemy who claims to have killed some of them: no civilians, and none of the claimant's own. */
function isOpponent(tree: Tree, killing: Told): boolean {
  const speaker = innermost(killing);
  return (
    !isLost(tree, killing) &&
    speaker.kind === 'words' &&
    victimsOf(tree, killing).every(
      (victim) => !areOneSide(victim, speaker.party) && !PEACEFUL.has(victim.sector ?? ''),
    )
  );
}

const PEACEFUL = new Set('CVL AGR MED EDU JRN REL REF LAB BUS NGO'.split(' '));

/** "No civilians were killed": the claim is turned round. */
function isNone({ claim }: Told): boolean {
  return claim.polarity === 'negative';
}

/** "No civilians were killed" answers "killing nine people in Khost", but says nothing of soldiers. */
function areSamePeople(tree: Tree, a: Told, b: Told): boolean {
  const [xs, ys] = [victimsOf(tree, a), victimsOf(tree, b)];
  const mayBe = (x: string | null, y: string | null): boolean => x === null || y === null || x === y;
  return (
    xs.length === 0 ||
    ys.length === 0 ||
    xs.some((x) =>
      ys.some((y) => areOneSide(x, y) || (mayBe(x.country, y.country) && mayBe(x.sector, y.sector))),
    )
  );
}

function figuresClash(scene: DisputeScene, a: Told, b: Told): boolean {
  return isSameCount(scene, a, b) && clash(scene, a, b);
}

/** Tells whether two claims count the same thing and their figures cannot both be right. */
export function clash(scene: DisputeScene, a: Told, b: Told): boolean {
  const [xs, ys] = [countsOf(scene, a), countsOf(scene, b)];
  return ys.some((y) => {
    // A bare count says nothing of what it counts.
    const sameThing = xs.filter((x) => x.of === y.of || isBare(a) || isBare(b));
    return sameThing.length > 0 && sameThing.every((x) => disagree(x, y));
  });
}

function isBare({ event }: Told): boolean {
  return event.why.rule === 'events/count';
}

/** Words for people of any kind: a count of them is the whole. */
const PEOPLE = new Set('people persons dead others bodies victims'.split(' '));
/** Words for those who fight: two sides seldom use the same one of the same men. */
const FIGHTERS = new Set(
  'men soldiers troops fighters rebels militants terrorists insurgents gunmen guerrillas raiders members policemen officers guards servicemen militiamen'.split(
    ' ',
  ),
);

const BARE_NUMBER =
  /^(?:[\d,.]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{L}+)?|dozens?|scores|hundreds|more|several)$/u;

function countedIn(tree: Tree, told: Told): string {
  const [hit] = partiesOf(told, 'recipient');
  const word = hit?.text.split(' ').at(-1)?.toLowerCase() ?? '';
  // "The army put its losses at seven": the army is whose they are, not what is counted.
  const isNoun = tree.tags[told.event.headToken]?.upos === 'NOUN';
  if (hit !== undefined && isNoun && (isLost(tree, told) || isSourceOf(told, hit))) return '';
  // "killed five": the number stands for people that nobody names.
  if (BARE_NUMBER.test(word)) return '';
  return FIGHTERS.has(word) || FIGHTERS.has(`${word}s`) ? 'men' : word;
}

function isSourceOf(told: Told, party: Party): boolean {
  const source = innermost(told);
  return source.kind === 'words' && areOneSide(source.party, party);
}

/**
 * "Two nuns were among those killed" is no rival of nine people: a part is not the whole; but three people in all cannot
 * be nine villagers.
 */
function isSameCount(scene: DisputeScene, a: Told, b: Told): boolean {
  const [x, y] = [countedIn(scene.tree, a), countedIn(scene.tree, b)];
  if (x === y || x === '' || y === '' || (PEOPLE.has(x) && PEOPLE.has(y))) return true;
  const [whole, part] = PEOPLE.has(x) ? [a, b] : [b, a];
  if (!PEOPLE.has(countedIn(scene.tree, whole))) return false;
  const most = Math.max(0, ...countsOf(scene, whole).map(({ max }) => max ?? Infinity));
  return countsOf(scene, part).every(({ min }) => (min ?? 0) > most);
}

/** The figures of a claim: those of a toll count the killed, those of a loss the lost. */
function countsOf({ tree, layers: { quantities } }: DisputeScene, told: Told): readonly Count[] {
  const isDeath = harmOf(tree, told) === 'death';
  if (isDeath && told.event.quantities.length === 0 && isSingle(tree, told))
    return [{ of: 'killed', min: 1, max: 1 }];
  return told.event.quantities.flatMap(({ quantity, of }) => {
    const mention = quantities[quantity];
    if (mention === undefined || isShare(tree, mention)) return [];
    return [{ of: isDeath && of !== 'wounded' ? 'killed' : of, min: mention.min, max: mention.max }];
  });
}

/** "a single fatality", "one lone death" */
function isSingle(tree: Tree, { event: { headToken } }: Told): boolean {
  return childrenBy(tree, headToken, 'amod').some((word) =>
    ['single', 'sole', 'lone', 'solitary'].includes(lowerOf(tree, word)),
  );
}

/** "Eight of the wounded have died since": a share of those counted before is no count of its own. */
function isShare(tree: Tree, { nounToken, end }: QuantityMention): boolean {
  for (let token = nounToken; token <= nounToken + 3; token++) {
    if ((tree.tokens[token]?.start ?? 0) < end) continue;
    return (
      lowerOf(tree, token) === 'of' &&
      ['the', 'them', 'those', 'its', 'their'].includes(lowerOf(tree, token + 1))
    );
  }
  return false;
}

/** Whoever says "at least eleven" does not mean seventeen: an open figure is taken to reach to half as many again. */
const OPEN = 1.5;
/** Figures this many times apart count different things; chosen by hand. */
const FAR = 100;

function disagree(a: Count, b: Count): boolean {
  // Six thousand dead of a war are no rival of the twenty of today.
  const [leastA, leastB] = [a.min ?? a.max ?? 0, b.min ?? b.max ?? 0];
  if (Math.max(leastA, leastB) > FAR * Math.max(1, Math.min(leastA, leastB)) && Math.min(leastA, leastB) > 0)
    return false;
  const [mostA, mostB] = [a.max ?? (a.min ?? Infinity) * OPEN, b.max ?? (b.min ?? Infinity) * OPEN];
  return mostA < (b.min ?? 0) || mostB < (a.min ?? 0);
}

const DESTROYING = new Set('down shoot sink destroy hit strike wreck capture seize torpedo'.split(' '));

/** Tells whether a loss is of what another says it destroyed: "shot down a drone", "no drone was lost". */
export function isLossOf(tree: Tree, destroyed: Told, lost: Told): boolean {
  return (
    isLost(tree, lost) &&
    DESTROYING.has(lemmaOf(tree, destroyed.event.headToken)) &&
    sentencesBetween(tree, destroyed, lost) <= 2 &&
    sharedNouns(tree, destroyed, lost) > 0
  );
}

/** Tells whether two claims of harm speak of one side's own losses and another's: each tells of its own. */
export function isOwnLoss(tree: Tree, a: Told, b: Told): boolean {
  const isLoss = (told: Told): boolean => isLost(tree, told);
  if (isLoss(a) && isLoss(b)) return !areSamePeople(tree, a, b);
  return (isLoss(a) || isLoss(b)) && harmOf(tree, a) === null && agreement(a, b, 'actor') < 1;
}
