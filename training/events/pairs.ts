import { everyNth, ownActorsOf, type PairCase, readLines } from './corpora.ts';
import { type Counts, type MeasureOptions, openReading, type ReadDoc, scores } from './reading.ts';

/**
 * Measures who does it to whom in the unit sentences of an older coder, whose actors are loaded as a user's own table.
 * A pair is two actors by the first three letters of their codes, once a sentence; pairs in which the coder had no code for
 * one side are left out, and so are the cases that only test how it takes broken input. A meeting counts both ways, as
 * CAMEO has it.
 */
export async function measurePairs(
  path: string,
  actors: string,
  { engine, every, showErrors }: MeasureOptions,
): Promise<void> {
  const read = await openReading(engine, ownActorsOf(actors));
  const all: Counts = { gold: 0, read: 0, hits: 0 };
  for (const one of everyNth(readLines<PairCase>(path), every)) {
    if (one.cat === 'ERROR' || one.expected.some(({ sourcecode }) => sourcecode === null)) continue;
    const day = `${one.date.slice(0, 4)}-${one.date.slice(4, 6)}-${one.date.slice(6, 8)}`;
    const asked = new Set(
      one.expected
        .map(({ sourcecode, targetcode }) => pairOf(sourcecode, targetcode))
        .filter((pair) => pair !== null),
    );
    const given = pairsOf(read(one.id, one.text, `${day}T12:00:00Z`));
    const hits = [...asked].filter((pair) => given.has(pair)).length;
    all.gold += asked.size;
    all.read += given.size;
    all.hits += hits;
    if (showErrors && (hits < asked.size || hits < given.size))
      console.log(`${one.id}\tasked ${[...asked].join(' ')}\tread ${[...given].join(' ')}\t${one.text}`);
  }
  console.log(`who to whom  ${scores(all)}`);
}

function pairOf(source: string | null, target: string | null): string | null {
  const [from, to] = [(source ?? '').slice(0, 3), (target ?? '').slice(0, 3)];
  return /^[A-Z]{3}$/u.test(from) && /^[A-Z]{3}$/u.test(to) ? `${from}>${to}` : null;
}

function pairsOf({ layers }: ReadDoc): ReadonlySet<string> {
  return new Set(
    layers.events.flatMap(({ type, roles }) => {
      const of = (name: string) => roles.filter((role) => role.name === name).map(({ party }) => party);
      // Who does something together does it to each other, not to himself.
      const pairs = of('actor').flatMap((from) =>
        of('recipient')
          .filter((to) => to.start !== from.start)
          .flatMap((to) =>
            type === 'CONSULT'
              ? [pairOf(from.country, to.country), pairOf(to.country, from.country)]
              : [pairOf(from.country, to.country)],
          ),
      );
      return pairs.filter((pair) => pair !== null);
    }),
  );
}
