import type { Matter, Mention } from './matters.ts';
import { voiceOf } from './voices.ts';

/** What one party says that something counted. */
export interface FigureValue {
  readonly by: string | null;
  readonly outlet: string | null;
  readonly report: string;
  readonly event: string;
  /** The words of the report, such as "at least 23". */
  readonly text: string;
  readonly min: number | null;
  readonly max: number | null;
}

/** Every value that the reports give for one thing, such as the killed; nobody's is preferred. */
export interface Figure {
  readonly of: string;
  readonly values: readonly FigureValue[];
}

/** Gives the figures of a matter side by side; the same value of the same party is shown once. */
export function figuresOf(matter: Matter, found: ReadonlyMap<string, Mention>): readonly Figure[] {
  const claimantOf = new Map(matter.claims.map(({ mention, claimant }) => [mention, claimant]));
  const valuesOf = new Map<string, Map<string, FigureValue>>();
  for (const mention of matter.mentions) {
    const { reading, event } = found.get(mention) ?? {};
    if (reading === undefined || event === undefined || event.polarity === 'negative') continue;
    const { by, outlet } = voiceOf(reading, event);
    for (const { of, text, min, max } of event.quantities) {
      const values = valuesOf.get(of) ?? new Map<string, FigureValue>();
      const key = `${claimantOf.get(mention) ?? by ?? ''}\n${min}-${max}`;
      if (!values.has(key))
        values.set(key, { by, outlet, report: reading.id, event: event.id, text, min, max });
      valuesOf.set(of, values);
    }
  }
  return [...valuesOf].map(([of, values]) => ({ of, values: [...values.values()] }));
}
