import type { Dependency } from '../document/language-layers.ts';
import type { SentenceReading } from './engine.ts';

/**
 * Makes each name one branch of its tree: where two of its words hang on words outside ("the Arakan Army" as two subjects
 * of one verb), the one that more hangs on becomes the head and takes the others with all that hangs on them.
 */
export function joinNames(reading: SentenceReading): SentenceReading {
  const dependencies = [...reading.dependencies];
  for (const { firstToken, endToken } of reading.names) joinName(dependencies, firstToken, endToken);
  return { ...reading, dependencies };
}

function joinName(dependencies: Dependency[], firstToken: number, endToken: number): void {
  const isInside = (token: number): boolean => token >= firstToken && token < endToken;
  const torn: number[] = [];
  for (let token = firstToken; token < endToken; token++)
    if (!isInside(dependencies[token]?.head ?? -1)) torn.push(token);
  if (torn.length < 2) return;
  const head = headOf(dependencies, torn, isInside);
  for (const token of torn)
    if (token !== head) dependencies[token] = { head, relation: token < head ? 'compound' : 'flat' };
  dependencies.forEach((one, token) => {
    if (!isInside(token) && one.head !== head && torn.includes(one.head))
      dependencies[token] = { ...one, head };
  });
}

/** The root if it is among them; else the word that most others outside the name hang on, the last where as many do. */
function headOf(
  dependencies: readonly Dependency[],
  torn: readonly number[],
  isInside: (token: number) => boolean,
): number {
  const weights = new Map(torn.map((token) => [token, dependencies[token]?.head === -1 ? Infinity : 0]));
  dependencies.forEach(({ head }, token) => {
    if (!isInside(token) && weights.has(head)) weights.set(head, (weights.get(head) ?? 0) + 1);
  });
  return [...weights].reduce((best, one) => (one[1] >= best[1] ? one : best))[0];
}
