import type { Status } from '../../src/views/board.ts';
import type { MarkKind } from '../../src/views/kinds.ts';

/** A small sign drawn with the same line and fill as the marked words; the word beside it says the same. */
export function Swatch({ kind, contested = false }: { kind: MarkKind | Status; contested?: boolean }) {
  return <span className={`swatch swatch-${contested ? 'contested' : kind}`} aria-hidden="true" />;
}
