import type { LayerName, Layers } from './layers.ts';
import type { Report, ReportMeta } from './report.ts';

/**
 * A report's text with the layers of marks that stages have written on it so far; `L` names those layers.
 * The text is never normalised: offsets of all layers count its UTF-16 code units.
 */
export interface Doc<L extends LayerName = never> {
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly id: string;
  readonly text: string;
  readonly report: ReportMeta;
  readonly layers: Readonly<Pick<Layers, L>>;
}

/** Gives a document without layers. The caller hands in the hash, since the reading itself computes nothing but language. */
export function blankDoc(report: Report, sha256: string): Doc {
  return { id: sha256, text: report.text, report: report.meta, layers: {} };
}

/** Gives a document that carries the new layers beside the old ones. */
export function withLayers<L extends LayerName, G extends LayerName>(
  doc: Doc<L>,
  given: Readonly<Pick<Layers, G>>,
): Doc<L | G> {
  // The spread of two Picks is the Pick of the union; TypeScript cannot follow that for open L and G.
  return { ...doc, layers: { ...doc.layers, ...given } as unknown as Readonly<Pick<Layers, L | G>> };
}
