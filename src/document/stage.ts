import type { Doc } from './doc.ts';
import type { LayerName, Layers } from './layers.ts';

/**
 * One step of the reading: a pure function from the layers it needs to the layers it gives.
 * A stage that changes its readings raises its version.
 */
export interface Stage<Needs extends LayerName, Gives extends LayerName> {
  readonly name: string;
  readonly version: number;
  readonly needs: readonly Needs[];
  readonly gives: readonly Gives[];
  run(doc: Doc<Needs>): Readonly<Pick<Layers, Gives>>;
}
