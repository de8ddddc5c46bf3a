import { type Fingerprint, fingerprintOf } from './fingerprint.ts';
import { createLexicon } from './lexicon.ts';
import { type NumberSet, sharedCount } from './number-set.ts';
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
  /** Sentences that have their like in the other text, in the same order; null where the words alone told. */
  readonly order: number | null;
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
  /**
   * Adds a report and gives the earlier ones that it copies or that copy it. Texts are compared, dates are not. Of two reports of
   * which `isCredited` tells that one names the other's outlet as its source, less likeness is asked.
   */
  add(id: string, text: string, isCredited?: (other: string) => boolean): readonly CopyPair[];
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
  const lexicon = createLexicon();
  const prints: Fingerprint[] = [];
  const byShingle = createPostings();
  const byFact = createPostings();
  return {
    add(id, text, isCredited = () => false) {
      const print = fingerprintOf(id, text, lexicon);
      const candidates = new Set([
        ...byShingle.mostShared(print.sample, 2, prints),
        ...byFact.mostShared(print.facts, Math.max(2, Math.ceil(print.facts.length / 4)), prints),
      ]);
      byShingle.post(print.sample, prints.length);
      byFact.post(print.facts, prints.length);
      prints.push(print);
      return [...candidates]
        .sort((a, b) => byCode(a.id, b.id))
        .flatMap((other) => comparePrints(print, other, isCredited(other.id)) ?? []);
    },
  };
}

interface Postings {
  post(keys: NumberSet, at: number): void;
  /** Gives the fingerprints that share the most keys, at least so many. */
  mostShared(keys: NumberSet, least: number, prints: readonly Fingerprint[]): readonly Fingerprint[];
}

function createPostings(): Postings {
  const postings = new Map<number, number[]>();
  // One counter a report, zero again after each question: no map has to be built for it.
  const counts: number[] = [];
  return {
    post(keys, at) {
      counts[at] = 0;
      for (const key of keys) {
        const reports = postings.get(key);
        if (reports === undefined) postings.set(key, [at]);
        else if (reports.length < MAX_POSTINGS) reports.push(at);
      }
    },
    mostShared(keys, least, prints) {
      const met: number[] = [];
      for (const key of keys) {
        const reports = postings.get(key);
        if (reports === undefined) continue;
        for (const at of reports) {
          const count = counts[at] ?? 0;
          if (count === 0) met.push(at);
          counts[at] = count + 1;
        }
      }
      const found: { readonly print: Fingerprint; readonly count: number }[] = [];
      for (const at of met) {
        const [count = 0, print] = [counts[at], prints[at]];
        counts[at] = 0;
        if (count >= least && print !== undefined) found.push({ print, count });
      }
      found.sort((a, b) => b.count - a.count || byCode(a.print.id, b.print.id));
      return found.slice(0, MAX_CANDIDATES).map(({ print }) => print);
    },
  };
}

function comparePrints(a: Fingerprint, b: Fingerprint, credited: boolean): CopyPair | null {
  const [small, large] = a.wordCount <= b.wordCount ? [a, b] : [b, a];
  if (isFarOff(small, large)) return null;
  const likeness = likenessOf(small, large);
  if (isCopy(likeness)) return { a: a.id, b: b.id, relation: 'copy', likeness };
  // Aligning the sentences costs more than all the rest, and tells only rewrites.
  const order =
    mayBeRewrite(likeness) || (credited && mayBeRetold(likeness))
      ? orderShare(small.sentences, large.sentences)
      : 0;
  if (!isRewrite(likeness, order, small) && !(credited && isRetold(likeness, order))) return null;
  return { a: a.id, b: b.id, relation: 'rewrite', likeness: { ...likeness, order } };
}

// Most candidates share a few names and nothing else: their openings and a quarter of their runs of words tell at once.
function isFarOff(small: Fingerprint, large: Fingerprint): boolean {
  const lead =
    sharedCount(small.lead, large.lead) / Math.max(1, Math.min(small.lead.length, large.lead.length));
  if (lead >= REWRITE_LEAD) return false;
  return sharedCount(small.sample, large.sample) < 0.6 * small.sample.length;
}

function isCopy({ words, lead, leadFacts }: Likeness): boolean {
  return words >= WHOLE_WORDS || (words >= COPY_WORDS && lead >= COPY_LEAD && leadFacts >= COPY_LEAD_FACTS);
}

function mayBeRewrite({ facts, stems, lead, leadFacts }: Likeness): boolean {
  return facts >= 0.6 && stems >= 0.38 && lead >= REWRITE_LEAD && leadFacts >= 0.8;
}

// A desk that rewrites a dispatch keeps who, where, how many, and mostly the order of its sentences; two reporters at
// one briefing share names, but neither the order nor nearly all of the facts.
function isRewrite(likeness: Likeness, order: number, small: Fingerprint): boolean {
  const { facts, stems, lead } = likeness;
  if (small.sentences.length < 3 || small.facts.length < 4) {
    return facts >= 0.99 && small.facts.length >= 3 && stems >= 0.6;
  }
  return mayBeRewrite(likeness) && order >= 0.5 && facts + stems + order + lead >= 2.1;
}

// Chosen by hand: a desk that names the agency hides nothing, and turns every sentence; what it cannot turn is who, where and how many.
function mayBeRetold({ facts, stems, lead, leadFacts }: Likeness): boolean {
  return facts >= 0.55 && stems >= 0.3 && lead >= REWRITE_LEAD && leadFacts >= 0.75;
}

function isRetold(likeness: Likeness, order: number): boolean {
  const { facts, stems, lead } = likeness;
  return mayBeRetold(likeness) && order >= 0.35 && facts + stems + order + lead >= 1.6;
}

function likenessOf(small: Fingerprint, large: Fingerprint): Likeness {
  return {
    words: shareOf(small.shingles, large.shingles),
    facts: shareOf(small.facts, large.facts),
    stems: shareOf(small.stems, large.stems),
    lead: sharedCount(small.lead, large.lead) / Math.max(1, Math.min(small.lead.length, large.lead.length)),
    leadFacts: sharedFacts(small, large),
    order: null,
  };
}

function sharedFacts(small: Fingerprint, large: Fingerprint): number {
  const [few, many] = small.leadFacts.length <= large.leadFacts.length ? [small, large] : [large, small];
  return shareOf(few.leadFacts, many.leadFacts);
}

/** Gives the share of sentences that find their like in the other text without turning back. */
function orderShare(small: readonly (readonly number[])[], large: readonly (readonly number[])[]): number {
  const others = large.map((stems) => new Set(stems));
  const tails: number[] = [];
  for (const sentence of small) {
    const at = bestMatch(sentence, others);
    if (at < 0) continue;
    const slot = tails.findIndex((tail) => tail >= at);
    if (slot < 0) tails.push(at);
    else tails[slot] = at;
  }
  return small.length === 0 ? 0 : tails.length / small.length;
}

function bestMatch(sentence: readonly number[], others: readonly ReadonlySet<number>[]): number {
  let best = -1;
  let bestShare = 0.2;
  for (const [i, other] of others.entries()) {
    const share = sentence.filter((stem) => other.has(stem)).length / Math.min(sentence.length, other.size);
    if (share > bestShare) {
      best = i;
      bestShare = share;
    }
  }
  return best;
}

function shareOf(small: NumberSet, large: NumberSet): number {
  return small.length === 0 ? 0 : sharedCount(small, large) / small.length;
}
