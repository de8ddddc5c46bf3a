import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { byCode } from './words.ts';

/** How alike two reports' texts are; shares are of the smaller text, 0 to 1. */
export interface Likeness {
  /** Runs of four words outside quotations that the larger text has too. */
  readonly words: number;
  /** Names and numbers that the other has too. */
  readonly facts: number;
  /** Stems of words that carry meaning. */
  readonly stems: number;
  /** Stems of the opening sentences that the other's opening has too. */
  readonly lead: number;
  /** Names and numbers of the opening that the other's opening has too. */
  readonly leadFacts: number;
  /** Sentences that have their like in the other text, in the same order. */
  readonly order: number;
}

/** Two reports that repeat one text. */
export interface CopyPair {
  readonly a: string;
  readonly b: string;
  /** `copy` keeps the words, `rewrite` keeps the matter sentence by sentence in words of its own. */
  readonly relation: 'copy' | 'rewrite';
  readonly likeness: Likeness;
}

/** Finds copies of a report among those seen before; a new report costs about the same however many there are. */
export interface CopyIndex {
  /** Adds a report and gives the earlier ones that it copies or that copy it. Texts are compared, dates are not. */
  add(id: string, text: string): readonly CopyPair[];
}

// Keys that more reports share than this say nothing ("on Monday the"), and looking them all up would be quadratic.
const MAX_POSTINGS = 64;
const MAX_CANDIDATES = 12;

// Measured on the corpus of training/copies. One desk repeats its background ("The war began when …") in report after
// report, up to 0.4 of the words: so a copy must keep the opening too, unless it keeps nearly everything.
const COPY_WORDS = 0.3;
const COPY_LEAD = 0.5;
// "Moreau wins Aldery" and "Moreau wins Castrel" are written to one pattern: who and where in the opening tells.
const COPY_LEAD_FACTS = 0.8;
const WHOLE_WORDS = 0.8;
const REWRITE_LEAD = 0.35;

/** Gives an empty index of copies. */
export function createCopyIndex(): CopyIndex {
  const prints = new Map<string, Fingerprint>();
  const byShingle = new Map<number, string[]>();
  const byFact = new Map<string, string[]>();
  return {
    add(id, text) {
      const print = fingerprintOf(id, text);
      const facts = [...print.facts];
      const candidates = new Set([
        ...mostShared(print.sample, byShingle, 2),
        ...mostShared(facts, byFact, Math.max(2, Math.ceil(facts.length / 4))),
      ]);
      prints.set(id, print);
      post(print.sample, byShingle, id);
      post(facts, byFact, id);
      return [...candidates].sort(byCode).flatMap((other) => {
        const pair = comparePrints(print, prints.get(other));
        return pair === null ? [] : [pair];
      });
    },
  };
}

function post<K>(keys: readonly K[], postings: Map<K, string[]>, id: string): void {
  for (const key of keys) {
    const ids = postings.get(key);
    if (ids === undefined) postings.set(key, [id]);
    else if (ids.length < MAX_POSTINGS) ids.push(id);
  }
}

function mostShared<K>(
  keys: readonly K[],
  postings: ReadonlyMap<K, string[]>,
  least: number,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const key of keys) {
    for (const id of postings.get(key) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, m], [b, n]) => n - m || byCode(a, b))
    .slice(0, MAX_CANDIDATES)
    .map(([id]) => id);
}

function comparePrints(a: Fingerprint, b: Fingerprint | undefined): CopyPair | null {
  if (b === undefined) return null;
  const [small, large] = a.wordCount <= b.wordCount ? [a, b] : [b, a];
  if (isFarOff(small, large)) return null;
  const likeness = likenessOf(small, large);
  const relation = relationOf(likeness, small);
  return relation === null ? null : { a: a.id, b: b.id, relation, likeness };
}

// Most candidates share a few names and nothing else: their openings and a quarter of their runs of words tell at once.
function isFarOff(small: Fingerprint, large: Fingerprint): boolean {
  const lead = sharedCount(small.lead, large.lead) / Math.max(1, Math.min(small.lead.size, large.lead.size));
  if (lead >= REWRITE_LEAD) return false;
  const shared = small.sample.filter((hash) => large.shingles.has(hash)).length;
  return shared < 0.6 * small.sample.length;
}

function relationOf(likeness: Likeness, small: Fingerprint): CopyPair['relation'] | null {
  const { words, lead, leadFacts } = likeness;
  if (words >= WHOLE_WORDS || (words >= COPY_WORDS && lead >= COPY_LEAD && leadFacts >= COPY_LEAD_FACTS))
    return 'copy';
  return isRewrite(likeness, small) ? 'rewrite' : null;
}

// A desk that rewrites a dispatch keeps who, where, how many, and mostly the order of its sentences; two reporters at
// one briefing share names, but neither the order nor nearly all of the facts.
function isRewrite({ facts, stems, lead, leadFacts, order }: Likeness, small: Fingerprint): boolean {
  if (small.sentences.length < 3 || small.facts.size < 4) {
    return facts >= 0.99 && small.facts.size >= 3 && stems >= 0.6;
  }
  return (
    facts >= 0.6 &&
    stems >= 0.38 &&
    order >= 0.5 &&
    lead >= REWRITE_LEAD &&
    leadFacts >= 0.8 &&
    facts + stems + order + lead >= 2.1
  );
}

function likenessOf(small: Fingerprint, large: Fingerprint): Likeness {
  const facts = shareOf(small.facts, large.facts);
  const stems = shareOf(small.stems, large.stems);
  const lead = sharedCount(small.lead, large.lead) / Math.max(1, Math.min(small.lead.size, large.lead.size));
  const leadFacts = sharedFacts(small, large);
  // The cheap shares first: aligning the sentences is worth it only where they leave a rewrite possible.
  const order =
    facts >= 0.5 && stems >= 0.3 && lead >= 0.3 ? orderShare(small.sentences, large.sentences) : 0;
  return { words: shareOf(small.shingles, large.shingles), facts, stems, lead, leadFacts, order };
}

function sharedFacts(small: Fingerprint, large: Fingerprint): number {
  const [few, many] = small.leadFacts.size <= large.leadFacts.size ? [small, large] : [large, small];
  return shareOf(few.leadFacts, many.leadFacts);
}

/** Gives the share of sentences that find their like in the other text without turning back. */
function orderShare(small: readonly ReadonlySet<string>[], large: readonly ReadonlySet<string>[]): number {
  const tails: number[] = [];
  for (const sentence of small) {
    const at = bestMatch(sentence, large);
    if (at < 0) continue;
    const slot = tails.findIndex((tail) => tail >= at);
    if (slot < 0) tails.push(at);
    else tails[slot] = at;
  }
  return small.length === 0 ? 0 : tails.length / small.length;
}

function bestMatch(sentence: ReadonlySet<string>, others: readonly ReadonlySet<string>[]): number {
  let best = -1;
  let bestShare = 0.2;
  for (const [i, other] of others.entries()) {
    const share = sharedCount(sentence, other) / Math.min(sentence.size, other.size);
    if (share > bestShare) {
      best = i;
      bestShare = share;
    }
  }
  return best;
}

function shareOf<T>(small: ReadonlySet<T>, large: ReadonlySet<T>): number {
  return small.size === 0 ? 0 : sharedCount(small, large) / small.size;
}

function sharedCount<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0;
  for (const member of a) if (b.has(member)) count++;
  return count;
}
