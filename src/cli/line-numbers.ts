/** Gives a function from offsets in a text, in UTF-16 code units, to line numbers counted from one. */
export function lineNumbers(text: string): (offset: number) => number {
  const starts = [0];
  for (const { index } of text.matchAll(/\r\n|\n|\r/gu))
    starts.push(index + (text[index] === '\r' && text[index + 1] === '\n' ? 2 : 1));
  return (offset) => {
    let low = 0;
    let high = starts.length;
    // The last start that is not after the offset.
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
