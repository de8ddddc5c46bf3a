import { type Doc, withLayers } from '../document/doc.ts';
import type { LayerName } from '../document/layers.ts';
import type { Stage } from '../document/stage.ts';

/** Stages in the order they run. `Has` names the layers that stand when they have run. */
export interface Pipeline<Has extends LayerName> {
  readonly stages: readonly Stage<LayerName, LayerName>[];
  /** Adds a stage. A stage whose needs nobody gives does not compile. */
  add<Needs extends Has, Gives extends LayerName>(stage: Stage<Needs, Gives>): Pipeline<Has | Gives>;
  run(doc: Doc): Doc<Has>;
}

/** Gives a pipeline without stages. */
export function startPipeline(): Pipeline<never> {
  return pipelineOf<never>([]);
}

function pipelineOf<Has extends LayerName>(stages: readonly Stage<LayerName, LayerName>[]): Pipeline<Has> {
  return {
    stages,
    // A stage is stored without its layers' names: `add` has checked them, and `run` keeps the order.
    add: (stage) => pipelineOf([...stages, stage as unknown as Stage<LayerName, LayerName>]),
    run: (doc) => {
      let read: Doc<LayerName> = doc as Doc<LayerName>;
      for (const stage of stages) read = withLayers(read, stage.run(read));
      return read as unknown as Doc<Has>;
    },
  };
}
