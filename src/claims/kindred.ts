import type { Party } from '../document/event-layers.ts';
import { lemmaOf, lowerOf, type Tree } from '../language/tree.ts';
import { areOneSide } from './alike.ts';
import { claimantOf, partiesOf, sentencesBetween, type Told } from './told.ts';

/** How many sentences before it a denial in words of its own still answers. */
const NEAR = 4;

/**
 * Deeds that deniers name in words of their own: "obstructing anyone" answers "kept inspectors away", "ill-treatment" answers
 * "were beaten". Each line holds the words for one kind of deed, written from reading news.
 */
const KINDS: readonly ReadonlySet<string>[] = [
  'mistreatment ill-treatment maltreatment mistreat ill-treat maltreat abuse torture brutality cruelty beat beating whip flog kick punch slap electrocute cane lash rape humiliate starve strip molest manhandle',
  'obstruct obstruction block blockage blockade hinder hindrance impede impediment hamper prevent restrict interfere interference thwart turn send keep hold stop halt delay bar refuse detain close shut seal divert deny',
  'deploy deployment send dispatch station enter cross set incursion presence transfer move mass arrive fight redeploy reinforce intrude infiltrate pull withdraw stray',
  'detain detention arrest hold seize abduct abduction kidnap kidnapping capture take jail imprison intern snatch pick disappear touch',
  'kill killing execute execution murder shoot massacre slay slaughter lynch gun behead butcher',
  'loot looting pillage plunder rob robbery steal theft ransack',
  'burn burning torch arson blaze raze',
  'arm supply provide deliver ship sell smuggle fund finance bankroll pay payment train equip transfer traffic support',
  'deport deportation expel expulsion abduct remove removal transfer displace drive evict eviction uproot',
  'leak spill escape release contaminate contamination',
  'hack hacking cyberattack intrusion breach infiltrate spy espionage eavesdrop tap intercept bug',
  'gas chemical poison chlorine sarin',
  'mine plant lay booby-trap',
  'recruit recruitment conscript conscription enlist press-gang',
].map((words) => new Set(words.split(' ')));

/** Gives the kinds of deeds that a word may name, as places in the list; empty where it names none. */
export function kindsOf(lemma: string): readonly number[] {
  return KINDS.flatMap((words, kind) => (words.has(lemma) ? [kind] : []));
}

/** Tells whether a word may name the deed of an event. */
export function isKindred(tree: Tree, lemma: string, { event }: Told): boolean {
  const kinds = kindsOf(lemma);
  return kindsOf(lemmaOf(tree, event.headToken)).some((kind) => kinds.includes(kind));
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

/** "guards", of whom nothing is known, may be the army's; men of another country or camp are not. */
function mayBe(actor: Party, party: Party): boolean {
  const isOpen = (x: string | null, y: string | null): boolean => x === null || y === null || x === y;
  return isOpen(actor.country, party.country) && isOpen(actor.sector, party.sector);
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
