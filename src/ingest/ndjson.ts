/** A line of a stream, or the news that it was too long to keep. */
export interface Line {
  /** Counted from one. */
  readonly number: number;
  /** Without its line break; null when it is longer than the limit. */
  readonly bytes: Uint8Array | null;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Cuts a stream of bytes into lines; memory stays under one line at the limit, however long a line is.
 * Empty lines are given too, so that the numbers are the file's.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limitBytes: number,
): AsyncGenerator<Line> {
  let held: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const take = (): Line => {
    const bytes = length > limitBytes ? null : withoutReturn(Buffer.concat(held));
    held = [];
    length = 0;
    number++;
    return { number, bytes };
  };
  const hold = (piece: Uint8Array): void => {
    length += piece.length;
    // Past the limit the line is only counted, no longer kept.
    if (length > limitBytes) held = [];
    else if (piece.length > 0) held.push(piece);
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      hold(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    hold(chunk.subarray(start));
  }
  if (length > 0) yield take();
}

function withoutReturn(line: Uint8Array): Uint8Array {
  return line[line.length - 1] === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
}
