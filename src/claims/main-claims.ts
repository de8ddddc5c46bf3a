import type { Doc } from '../document/doc.ts';
import type { Claim } from '../document/event-layers.ts';

/**
 * Gives pictures and traces that a report shows in sentences of their own ("Footage appears to show barns ablaze"), by index
 * into the evidence: they belong to the happening that the report is about, if it is about one.
 */
export function looseEvidence({ layers }: Doc<'claims' | 'events' | 'evidence'>): readonly number[] {
  const used = new Set(layers.events.flatMap(({ evidence }) => evidence));
  const kinds = ['video', 'photo', 'satellite', 'debris', 'intercept', 'data', 'witness'];
  return layers.evidence.flatMap(({ kind }, index) =>
    !used.has(index) && kinds.includes(kind) ? [index] : [],
  );
}

/**
 * Gives the claims of what the report is about: its first happening of force that is told as news, and what the same source
 * tells of it in the same sentence ("bombed a market, killing 23"); empty where there is none.
 */
export function mainClaims({ layers }: Doc<'claims' | 'events' | 'tokens'>): ReadonlySet<Claim> {
  const force = layers.claims.filter(
    ({ event, timeframe, polarity }) =>
      timeframe === 'current' && polarity === 'positive' && layers.events[event]?.type === 'ASSAULT',
  );
  const sentenceOf = ({ event }: Claim) => layers.tokens[layers.events[event]?.headToken ?? -1]?.sentence;
  const wordsOf = ({ sources }: Claim) => {
    const source = sources.at(-1);
    return source?.kind === 'words' ? source.party.text : source?.kind;
  };
  const [first] = force;
  return new Set(
    force.filter(
      (claim) =>
        first !== undefined && sentenceOf(claim) === sentenceOf(first) && wordsOf(claim) === wordsOf(first),
    ),
  );
}
