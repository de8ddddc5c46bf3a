import type { Reading } from '../claims/reading.ts';
import type { EventType } from '../document/event-layers.ts';
import type { ClaimantOf } from './claimant.ts';
import { resolveClaimants } from './claimants.ts';
import { claimOf, claimsByLink, type LinkedClaims, type StoryClaim } from './claims.ts';
import type { MentionGroup } from './clusters.ts';
import {
  type Decided,
  entriesFor,
  originalsLeft,
  resolveDecisions,
  type StoryDecision,
  throughOriginals,
} from './decisions.ts';
import { type Lineage, type LineageEdge, traceLineage } from './lineage.ts';
import { linkMentions } from './linking.ts';
import { gatherMentions, type Mention } from './mentions.ts';
import { numbersOf, type StoryNumber } from './numbers.ts';
import { findOriginals, repeatsOf, withoutRepeats } from './originals.ts';
import { findOrigins, type Origin } from './origins.ts';
import { type ProposedCredibility, proposeCredibility, type Status, statusOf } from './status.ts';
import type { Tables } from './tables.ts';
import { withWithdrawals } from './withdrawals.ts';
import { byCode } from './words.ts';

/** A slot's value in the words of the reports, with who said it so. */
export interface SaidValue {
  readonly value: string;
  readonly by: readonly string[];
  readonly mentions: readonly string[];
}

/** One event across reports: the claims about it, and what follows from them. */
export interface StoryEvent {
  /** S1, S2 … in the order of the first mention. */
  readonly id: string;
  /** One line in the reports' own words. */
  readonly what: string;
  readonly type: EventType;
  /** "<report>/<event>", by report and place in its text. */
  readonly mentions: readonly string[];
  /** Names of claimants, one form each; copies name every outlet. */
  readonly assertedBy: readonly string[];
  readonly deniedBy: readonly string[];
  readonly unconfirmedBy: readonly string[];
  readonly predictedBy: readonly string[];
  readonly independentOrigins: number;
  readonly status: Status;
  readonly numbers: readonly StoryNumber[];
  readonly claims: readonly StoryClaim[];
  readonly origins: readonly Origin[];
  readonly places: readonly SaidValue[];
  readonly times: readonly SaidValue[];
  /** Null where the machine has nothing to propose. */
  readonly credibility: ProposedCredibility | null;
  /** Ids of events that explain the same thing in another way. */
  readonly rivals: readonly string[];
  /** Numbers of the log's entries by which people joined or parted its mentions or noted a retraction of their report, sorted. */
  readonly decisions: readonly number[];
}

/** What several reports say together. The same reports give the same bytes in whatever order they come. */
export interface Story {
  readonly events: readonly StoryEvent[];
  readonly copies: readonly (readonly string[])[];
  readonly lineage: readonly LineageEdge[];
  /** Decisions whose words no reading at hand reads as events: they are kept, and have no effect for now. */
  readonly dormantDecisions: readonly number[];
}

/** What a story is built with. */
export interface StoryOptions {
  readonly tables: Tables;
  /** When each report first reached us, ISO 8601, by report id: beats the date that a report gives itself. */
  readonly arrivals?: ReadonlyMap<string, string>;
  /** What people decided: it holds against what linking finds. */
  readonly decisions?: readonly StoryDecision[];
}

/** Puts the readings of several reports together. Cost grows with the reports, not with pairs of them. */
export function buildStory(
  readings: readonly Reading[],
  { tables, arrivals = new Map(), decisions = [] }: StoryOptions,
): Story {
  const sorted = [...readings].sort((a, b) => byCode(a.id, b.id));
  const lineage = traceLineage(sorted, tables, arrivals);
  const resolved = resolveDecisions(decisions, sorted);
  const originals = originalsLeft(findOriginals(sorted, lineage), resolved);
  const decided = throughOriginals(resolved, originals);
  // What a copy repeats can neither name anybody anew nor join or part events: it follows its original.
  const own = withoutRepeats(sorted, originals);
  const claimantOf = resolveClaimants(own, lineage.groupOf, tables);
  const mentions = gatherMentions(own, lineage.groupOf, claimantOf, tables);
  const { groups: found, rivals } = linkMentions(mentions, tables, decided);
  const repeats = repeatsOf(sorted, originals, mentions);
  const groups = found
    .map((group) => group.flatMap((mention) => [mention, ...(repeats.get(mention.key) ?? [])]))
    .map(inReadingOrder)
    .sort((a, b) => compareMentionOrder(a[0], b[0]));
  const linked = claimsByLink({ groups, rivals }, claimantOf);
  const outletOf = new Map(sorted.map(({ id, report }) => [id, report.outlet ?? id]));
  const events = groups.map((group, i) =>
    eventOf(group, i, { lineage, claimantOf, linked, tables, outletOf, decided }),
  );
  return { events, copies: lineage.copies, lineage: lineage.edges, dormantDecisions: decided.dormant };
}

interface Surroundings {
  readonly lineage: Lineage;
  readonly claimantOf: ClaimantOf;
  readonly linked: LinkedClaims;
  readonly tables: Tables;
  readonly outletOf: ReadonlyMap<string, string>;
  readonly decided: Decided;
}

function inReadingOrder(group: MentionGroup): MentionGroup {
  return [...group].sort(compareMentionOrder);
}

function compareMentionOrder(a: Mention | undefined, b: Mention | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return (
    byCode(a.reading.id, b.reading.id) ||
    a.event.trigger.start - b.event.trigger.start ||
    byCode(a.key, b.key)
  );
}

function eventOf(group: MentionGroup, i: number, around: Surroundings): StoryEvent {
  const own = group.map((mention) => claimOf(mention, around.claimantOf));
  const claims = withWithdrawals([...own, ...(around.linked.claims.get(i) ?? [])], {
    ...around,
    retracted: around.decided.retracted,
    corrected: around.linked.corrected,
    replaced: around.linked.replaced,
  });
  const rivals = rivalsOf(i, around.linked);
  const origins = findOrigins({
    claims: claimsToCount(claims),
    verbal: group.some(({ verbal }) => verbal),
    actors: new Set(
      group.flatMap(({ voice, event }) => event.actor.map((party) => around.claimantOf(voice, party).key)),
    ),
    ...around,
  });
  const standing = { claims, origins, hasRival: rivals.length > 0 };
  const status = statusOf(standing);
  const face = faceOf(group);
  return {
    id: `S${i + 1}`,
    what: face === undefined ? '' : oneLine(face.event.words.text),
    type: face?.event.type ?? 'OTHER',
    mentions: group.map(({ key }) => key),
    assertedBy: namesOf(
      claims.filter(
        ({ stance }) => stance === 'asserts' || (status === 'predicted' && stance === 'predicts'),
      ),
    ),
    deniedBy: namesOf(claims.filter(({ stance }) => stance === 'denies')),
    unconfirmedBy: namesOf(claims.filter(({ stance }) => stance === 'leaves open')),
    predictedBy: namesOf(claims.filter(({ stance }) => stance === 'predicts')),
    independentOrigins: origins.length,
    status,
    numbers: numbersOf(group, claims, around.linked.corrected),
    claims,
    origins,
    places: saidValues(group, own, ({ event }) => event.place?.text ?? null),
    times: saidValues(group, own, ({ days }) => (days === null ? null : `${days.from}/${days.to}`)),
    credibility: proposeCredibility(standing, status),
    rivals,
    decisions: entriesFor(
      group.map(({ key }) => key),
      around.decided,
    ),
  };
}

function rivalsOf(i: number, { rivals }: LinkedClaims): readonly string[] {
  const others = rivals.flatMap(([a, b]) => (a === i ? [b] : b === i ? [a] : []));
  return [...new Set(others)].sort((a, b) => a - b).map((other) => `S${other + 1}`);
}

/**
 * Gives the claims whose origins are counted: who asserts it; failing these who predicts it; failing these who denies it. What was
 * withdrawn counts only where nothing is left.
 */
function claimsToCount(claims: readonly StoryClaim[]): readonly StoryClaim[] {
  for (const stance of ['asserts', 'predicts', 'denies', 'leaves open'] as const) {
    const found = claims.filter((claim) => claim.stance === stance);
    const standing = found.filter(({ withdrawn }) => withdrawn === null);
    if (found.length > 0) return standing.length > 0 ? standing : found;
  }
  return [];
}

/** Gives names once each, in the order of the claims; nobody's word is left out when somebody's is there. */
function namesOf(claims: readonly StoryClaim[]): readonly string[] {
  const named = claims.filter(({ by }) => by.kind !== 'unnamed' && by.kind !== 'document');
  const shown = named.length > 0 ? named : claims;
  const names = new Map(
    shown.map(({ by, outlet, ownVoice }) =>
      ownVoice && outlet !== null ? [outlet, outlet] : [by.key, by.name],
    ),
  );
  for (const [key, forms] of formsOfPeople(shown))
    names.set(key, forms.find((form) => /s$/iu.test(form)) ?? forms[0] ?? '');
  return [...new Set(names.values())];
}

/** Eyewitnesses of a report count once, but each event is told by those who speak of it: here by "survivors", there by a stallholder. */
function formsOfPeople(claims: readonly StoryClaim[]): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (const { by } of claims) {
    if (by.kind === 'witness') forms.set(by.key, [...(forms.get(by.key) ?? []), by.form]);
  }
  return forms;
}

/** Gives the mention that says most: asserted, current, with the most slots, the earliest of these. */
function faceOf(group: MentionGroup): Mention | undefined {
  const worth = ({ event, actor, recipient, place, days }: Mention) =>
    (event.polarity === 'positive' ? 4 : 0) +
    (event.timeframe === 'current' ? 2 : 0) +
    Number(actor.known) +
    Number(recipient.known) +
    Number(place !== null) +
    Number(days !== null);
  return [...group].sort((a, b) => worth(b) - worth(a) || compareMentionOrder(a, b))[0];
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

function saidValues(
  group: MentionGroup,
  claims: readonly StoryClaim[],
  wordsFor: (mention: Mention) => string | null,
): readonly SaidValue[] {
  const values = new Map<string, { by: Set<string>; mentions: string[] }>();
  for (const [i, mention] of group.entries()) {
    const value = wordsFor(mention);
    const by = claims[i]?.by.name;
    if (value === null || by === undefined) continue;
    const said = values.get(value) ?? { by: new Set(), mentions: [] };
    said.by.add(by);
    said.mentions.push(mention.key);
    values.set(value, said);
  }
  return [...values].map(([value, { by, mentions }]) => ({ value, by: [...by], mentions }));
}
