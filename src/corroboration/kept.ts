import type { KeptDecision, KeptReport, LedgerState } from '../ledger/state.ts';
import type { EventAnchor, StoryDecision } from './decisions.ts';

/** What a ledger knew at a moment, as a story is built from it. */
export interface Known {
  /** In the order in which they came. */
  readonly reports: readonly KeptReport[];
  /** When each report reached us, by its id. */
  readonly arrivals: ReadonlyMap<string, string>;
  readonly decisions: readonly StoryDecision[];
}

/** Gives what a ledger knew at a moment (ISO 8601, UTC, as entries have it); all that it knows without one. */
export function knownAt(state: LedgerState, moment: string | null = null): Known {
  const reports = [...state.reports.values()].filter(({ addedAt }) => moment === null || addedAt <= moment);
  const idOf = new Map(reports.map(({ key, meta }) => [key, meta.id]));
  return {
    reports,
    arrivals: new Map(reports.map(({ meta, addedAt }) => [meta.id, addedAt])),
    decisions: state.decisions
      .filter((kept) => heldAt(kept, moment))
      .flatMap((kept) => storyDecision(kept, idOf)),
  };
}

function heldAt({ at, undoneAt }: KeptDecision, moment: string | null): boolean {
  if (moment === null) return undoneAt === null;
  return at <= moment && (undoneAt === null || undoneAt > moment);
}

function storyDecision(
  { decision, seq: entry }: KeptDecision,
  idOf: ReadonlyMap<string, string>,
): readonly StoryDecision[] {
  const named = (
    anchors: readonly { report: string; start: number; end: number }[],
  ): readonly EventAnchor[] =>
    anchors.flatMap(({ report: key, start, end }) => {
      const report = idOf.get(key);
      return report === undefined ? [] : [{ report, start, end }];
    });
  switch (decision.kind) {
    case 'events-merged':
      return [{ kind: 'merge', entry, mentions: named(decision.mentions) }];
    case 'event-split':
      return [{ kind: 'split', entry, mentions: named(decision.mentions), from: named(decision.from) }];
    case 'report-retracted': {
      const report = idOf.get(decision.report);
      return report === undefined ? [] : [{ kind: 'retract', entry, report }];
    }
  }
}
