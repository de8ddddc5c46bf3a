/** A set of 32-bit whole numbers, each once, rising: small in memory, and quick to compare with another. */
export type NumberSet = Int32Array;

/** Gives the set of all numbers of some lists. */
export function unionOf(lists: readonly (readonly number[])[]): NumberSet {
  let length = 0;
  for (const list of lists) length += list.length;
  const numbers = new Int32Array(length);
  let at = 0;
  for (const list of lists) {
    numbers.set(list, at);
    at += list.length;
  }
  numbers.sort();
  let size = 0;
  for (let i = 0; i < length; i++) {
    const number = numbers[i] ?? 0;
    if (i === 0 || numbers[size - 1] !== number) numbers[size++] = number;
  }
  return numbers.subarray(0, size);
}

/** Counts the numbers that two sets share. */
export function sharedCount(a: NumberSet, b: NumberSet): number {
  let count = 0;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [x = 0, y = 0] = [a[i], b[j]];
    if (x === y) count++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return count;
}
