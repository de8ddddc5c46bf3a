import type { Words } from '../claims/reading.ts';
import type { Certainty, Timeframe } from '../document/event-layers.ts';
import type { Claimant, ClaimantOf } from './claimant.ts';
import { isOwnVersion } from './claimants.ts';
import type { MentionGroup } from './clusters.ts';
import type { Linked } from './linking.ts';
import { claimingSource, type Mention } from './mentions.ts';

/** What a claimant does with an event. */
export type Stance = 'asserts' | 'denies' | 'predicts' | 'leaves open';

/** One claimant's word on one event, in one report. */
export interface StoryClaim {
  /** The mention that carries it: of the event itself, or of the denial that speaks of it. */
  readonly mention: string;
  readonly report: string;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
  readonly by: Claimant;
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly timeframe: Timeframe;
  readonly words: Words;
  /** True where the outlet says it in its own voice. */
  readonly ownVoice: boolean;
  /** How the claim bears on the event: read in the mention, or by a link of its report. */
  readonly basis: 'mention' | 'denies' | 'contradicts' | 'alternative-to' | 'corrects';
  /** Why the claim no longer counts, though it stays: its claimant took it back, or the outlet its report; null while it counts. */
  readonly withdrawn: 'taken back' | 'report retracted' | null;
}

/** What the links between a report's mentions add to the events: by index of the event, claims from outside it. */
export interface LinkedClaims {
  readonly claims: ReadonlyMap<number, readonly StoryClaim[]>;
  /** Pairs of events that explain one thing in two ways. */
  readonly rivals: readonly (readonly [number, number])[];
  /** Mentions that a correction replaced. */
  readonly corrected: ReadonlySet<string>;
  /** Mentions of those whose event a correction replaced by another. */
  readonly replaced: ReadonlySet<string>;
}

/** Gives the claim that a mention makes about its own event. */
export function claimOf(mention: Mention, claimantOf: ClaimantOf): StoryClaim {
  const { event, reading, voice } = mention;
  const said = claimingSource(event);
  // "Rejected reports that a jet bombed the market": the outlet tells what is denied, and says nothing of it itself.
  const source = said === 'outlet' && isDeniedInItsSentence(mention) ? 'unnamed' : said;
  return {
    ...carriedBy(mention),
    by: claimantOf(source === 'outlet' || isOwnVersion(source) ? reading : voice, source),
    stance: stanceOf(mention),
    ownVoice: source === 'outlet' || isOwnVersion(source),
    basis: 'mention',
    withdrawn: null,
  };
}

function isDeniedInItsSentence({ voice, event }: Mention): boolean {
  const { text } = voice.report;
  return voice.links.some(({ from, to, relation }) => {
    if (relation !== 'denies' || to !== event.id) return false;
    const denial = voice.events.find(({ id }) => id === from);
    if (denial === undefined || denial.trigger.end > event.trigger.start) return false;
    const between = text.slice(denial.trigger.end, event.trigger.start);
    return between.length <= MAX_SENTENCE && !/[.!?]["”’]?\s|\n/u.test(between);
  });
}

// Longer than any sentence in news.
const MAX_SENTENCE = 600;

function carriedBy({
  key,
  reading,
  event,
}: Mention): Omit<StoryClaim, 'by' | 'stance' | 'ownVoice' | 'basis' | 'withdrawn'> {
  const { outlet, publishedAt } = reading.report;
  const { certainty, timeframe, words } = event;
  return { mention: key, report: reading.id, outlet, publishedAt, certainty, timeframe, words };
}

function stanceOf({ event }: Mention): Stance {
  if (event.certainty === 'unknown') return 'leaves open';
  if (event.polarity === 'negative') return 'denies';
  return event.timeframe === 'future' || event.timeframe === 'hypothetical' ? 'predicts' : 'asserts';
}

/** Follows the links of all reports from event to event: denials, rival explanations, contradictions, corrections. */
export function claimsByLink({ groups, rivals: rivalPairs }: Linked, claimantOf: ClaimantOf): LinkedClaims {
  const at = new Map(
    groups.flatMap((group, i) => group.map((mention) => [mention.key, { mention, i }] as const)),
  );
  const claims = new Map<number, StoryClaim[]>();
  const rivals: (readonly [number, number])[] = [];
  const corrected = new Set<string>();
  const replaced = new Set<string>();
  const asserted = assertionsIn(groups, claimantOf);
  for (const reading of new Set(groups.flat().map((mention) => mention.reading))) {
    for (const { from, to, relation } of reading.links) {
      const source = at.get(`${reading.id}/${from}`);
      const target = at.get(`${reading.id}/${to}`);
      if (source === undefined || target === undefined) continue;
      if (relation === 'corrects') corrected.add(target.mention.key);
      if (source.i === target.i) continue;
      if (relation === 'corrects') replaced.add(target.mention.key);
      const claim = linkedClaim(source.mention, target.mention, relation, claimantOf);
      if (claim !== null && asserted.has(`${target.i} ${claim.report} ${claim.by.key}`)) continue;
      if (claim !== null) claims.set(target.i, [...(claims.get(target.i) ?? []), claim]);
      if (relation === 'alternative-to' && claim !== null) rivals.push([source.i, target.i]);
    }
  }
  for (const [a, b] of rivalPairs) {
    const [x, y] = [at.get(a), at.get(b)];
    if (x === undefined || y === undefined || x.i === y.i) continue;
    for (const [from, to] of [
      [x, y],
      [y, x],
    ] as const) {
      const claim = rivalClaim(from.mention, to.mention, claimantOf);
      if (claim !== null) claims.set(to.i, [...(claims.get(to.i) ?? []), claim]);
      if (claim !== null) rivals.push([from.i, to.i]);
    }
  }
  return { claims, rivals, corrected, replaced };
}

/** Gives "event report claimant" for what is asserted: whoever asserts an event does not deny it in another breath of one report. */
function assertionsIn(groups: readonly MentionGroup[], claimantOf: ClaimantOf): ReadonlySet<string> {
  return new Set(
    groups.flatMap((group, i) =>
      group
        .map((mention) => claimOf(mention, claimantOf))
        .filter(({ stance }) => stance === 'asserts')
        .map(({ report, by }) => `${i} ${report} ${by.key}`),
    ),
  );
}

function linkedClaim(
  from: Mention,
  to: Mention,
  relation: string,
  claimantOf: ClaimantOf,
): StoryClaim | null {
  switch (relation) {
    case 'denies':
      return denialClaim(from, to, claimantOf);
    case 'contradicts':
      return contradictionClaim(from, to, claimantOf);
    case 'alternative-to':
      return rivalClaim(from, to, claimantOf);
    default:
      return null;
  }
}

// "The ministry rejected the reports": the outlet tells of the denial, but the ministry is who denies.
function denialClaim(from: Mention, to: Mention, claimantOf: ClaimantOf): StoryClaim {
  const teller = from.event.sources.at(-1) ?? 'outlet';
  // Where the denier's words were not found, the outlet that tells of the denial is not the one.
  const denier = from.event.actor[0] ?? (teller === 'outlet' && from.verbal ? 'unnamed' : teller);
  const stance =
    to.event.polarity === 'negative' && from.event.polarity === 'positive' ? 'leaves open' : 'denies';
  return {
    ...carriedBy(from),
    by: claimantOf(denier === 'outlet' ? from.reading : from.voice, denier),
    stance,
    ownVoice: denier === 'outlet',
    basis: 'denies',
    withdrawn: null,
  };
}

// Two tolls of one strike contradict each other without either denying the strike.
function contradictionClaim(from: Mention, to: Mention, claimantOf: ClaimantOf): StoryClaim | null {
  const countsOnly = from.event.quantities.length > 0 && to.event.quantities.length > 0;
  if (countsOnly || to.event.polarity === 'negative' || from.by === to.by) return null;
  const claim = claimOf(from, claimantOf);
  return { ...claim, stance: 'denies', basis: 'contradicts' };
}

function rivalClaim(from: Mention, to: Mention, claimantOf: ClaimantOf): StoryClaim | null {
  const claim = claimOf(from, claimantOf);
  const other = claimOf(to, claimantOf);
  if (claim.stance !== 'asserts' || other.stance !== 'asserts' || claim.by.key === other.by.key) return null;
  return { ...claim, stance: 'denies', basis: 'alternative-to' };
}
