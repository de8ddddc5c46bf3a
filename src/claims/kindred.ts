import type { Party } from '../document/event-layers.ts';
import { lemmaOf, lowerOf, type Tree } from '../language/tree.ts';
import { areOneSide, campOf } from './alike.ts';
import { claimantOf, partiesOf, sentencesBetween, type Told } from './told.ts';

/** How many sentences before it a denial in words of its own still answers. */
const NEAR = 4;

/**
 * Deeds that deniers name in words of their own: "obstructing anyone" answers "kept inspectors away", "ill-treatment" answers
 * "were beaten". Before the bar stand words that name one kind of deed and no other, behind it words that may tell it among
 * much else, so that of two of those neither answers the other. Written from reading news.
 */
const KINDS: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>])[] = [
  'mistreatment ill-treatment maltreatment mistreat ill-treat maltreat abuse torture brutality cruelty beat beating whip flog electrocute cane lash rape humiliate starve molest manhandle | treatment kick punch slap strip',
  'obstruct obstruction block blockage blockade hinder hindrance impede impediment hamper interference thwart | prevent restrict interfere stop halt delay bar refuse close seal divert',
  'deploy deployment dispatch station enter incursion presence redeploy intrude infiltrate overfly stray send | cross transfer move mass arrive fight fly patrol',
  'overfly sortie mission fly flight | bomb bombing bombard strike airstrike',
  'detain detention arrest abduct abduction kidnap kidnapping imprison intern | hold seize capture take jail snatch pick disappear touch',
  'kill killing execute execution murder massacre slay slaughter lynch behead butcher | shoot gun',
  'loot looting pillage plunder rob robbery theft ransack | steal strip',
  'burn burning torch arson raze | blaze',
  'arm smuggle bankroll fund finance | supply provide deliver ship sell pay payment train equip transfer traffic support',
  'deport deportation expulsion evict eviction uproot | expel abduct remove removal transfer displace drive',
  'leak spill contaminate contamination | escape release',
  'hack hacking cyberattack espionage eavesdrop spy spying | intrusion breach infiltrate tap intercept bug',
  'collision collide ram | strike hit bump crash',
  'recruit recruitment conscript conscription enlist | press take',
].map((line) => {
  const [names = '', deeds = ''] = line.split(' | ');
  return [new Set(names.split(' ')), new Set(deeds.split(' '))] as const;
});

/** Tells whether a word may name the deed of an event, in other words than it was told in. */
export function isKindred(tree: Tree, lemma: string, { event }: Told): boolean {
  const told = deedAt(tree, event.headToken);
  if (lemma === told && lemma === 'shoot') return true;
  return KINDS.some(
    ([names, deeds]) =>
      (names.has(lemma) && (names.has(told) || deeds.has(told))) || (deeds.has(lemma) && names.has(told)),
  );
}

/** Gives the lemma that names a deed: of "turned back" and "kept away" what they come to, of "set foot" an entry. */
export function deedAt(tree: Tree, token: number): string {
  const lemma = lemmaOf(tree, token);
  const standsWith = (words: readonly string[]): boolean =>
    [token + 1, ...(tree.children[token] ?? [])].some((word) => words.includes(lowerOf(tree, word)));
  if (['turn', 'send', 'keep', 'hold'].includes(lemma) && standsWith(['back', 'away', 'up', 'out']))
    return 'obstruct';
  // "No sniper pulled a trigger"
  if (lemma === 'pull' && standsWith(['trigger', 'triggers'])) return 'shoot';
  return lemma === 'set' && standsWith(['foot']) ? 'enter' : lemma;
}

/**
 * Gives the claims that a denial answers in words of another lemma: the nearest deed of that kind, told by another source or
 * by the outlet, of which the denier is the doer or nobody is.
 */
export function kindredBefore(
  tree: Tree,
  others: readonly Told[],
  { denial, lemma, deniers }: { denial: Told; lemma: string; deniers: readonly Party[] },
): readonly Told[] {
  const near = others.filter(
    (earlier) =>
      earlier.claim.timeframe === 'current' &&
      sentencesBetween(tree, earlier, denial) <= NEAR &&
      isKindred(tree, lemma, earlier) &&
      mayBeOf(earlier, deniers),
  );
  const claimed = near.filter((earlier) => claimantOf(earlier) !== null);
  return (claimed.length > 0 ? claimed : near).slice(-1);
}

/** Tells whether a deed is said to be the work of one of the parties, or of nobody in particular. */
export function mayBeOf(told: Told, parties: readonly Party[]): boolean {
  const actors = partiesOf(told, 'actor');
  return (
    actors.length === 0 ||
    actors.some((actor) => parties.some((party) => areOneSide(actor, party) || mayBe(actor, party)))
  );
}

/** "guards", of whom nothing is known, may be the army's; men of another country or of the other camp are not. */
function mayBe(actor: Party, party: Party): boolean {
  const isOpen = (x: string | null, y: string | null): boolean => x === null || y === null || x === y;
  return isOpen(actor.country, party.country) && isOpen(campOf(actor), campOf(party));
}

const FORGED = /^(?:forg|fake|fabricat|falsif|counterfeit|inauthentic|doctored|hoax)/u;
const DOCUMENT =
  /\b(?:documents?|letters?|memos?|memorand(?:um|a)|plans?|cables?|e-?mails?|recordings?|leaflets?|papers?|files?|drafts?|footage|videos?|transcripts?|orders?|posts?|messages?)\b/iu;

/** "Moscow dismissed it as a forgery": what the document tells, be it to come, is denied with it. */
export function forgedBefore(tree: Tree, before: readonly Told[], denial: Told): readonly Told[] {
  const { headToken } = denial.event;
  const isForgery = [0, 1, 2, 3, 4, 5].some(
    (step) =>
      tree.tokens[headToken + step]?.sentence === tree.tokens[headToken]?.sentence &&
      FORGED.test(lowerOf(tree, headToken + step)),
  );
  if (!isForgery) return [];
  return before
    .filter(
      (earlier) =>
        earlier.claim.polarity === 'positive' &&
        sentencesBetween(tree, earlier, denial) <= 2 &&
        earlier.claim.sources.some((source) => source.kind === 'words' && DOCUMENT.test(source.party.text)),
    )
    .slice(-1);
}
