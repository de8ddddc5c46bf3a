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

/**
 * The word that most others outside the name hang on, the last where as many do; only one that hangs on no other part of the
 * name by way of words outside it, since that would close a circle. One such stands nearest to the root.
 */
function headOf(
  dependencies: readonly Dependency[],
  torn: readonly number[],
  isInside: (token: number) => boolean,
): number {
  const weights = new Map(
    torn.filter((token) => isFree(dependencies, token, isInside)).map((token) => [token, 0]),
  );
  dependencies.forEach(({ head }, token) => {
    if (!isInside(token) && weights.has(head)) weights.set(head, (weights.get(head) ?? 0) + 1);
  });
  return [...weights].reduce((best, one) => (one[1] >= best[1] ? one : best))[0];
}

function isFree(
  dependencies: readonly Dependency[],
  token: number,
  isInside: (token: number) => boolean,
): boolean {
  for (let at = dependencies[token]?.head ?? -1; at >= 0; at = dependencies[at]?.head ?? -1)
    if (isInside(at)) return false;
  return true;
}
