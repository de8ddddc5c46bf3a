import type { Attribution, Claim, Dispute, EventMention } from './event-layers.ts';
import type { Dependency, Name, Predicate, Sentence, Tag, Token, Zone } from './language-layers.ts';
import type {
  ActorMention,
  Chain,
  EvidenceMention,
  PlaceMention,
  QuantityMention,
  TimeMention,
} from './mention-layers.ts';

/** Every layer of marks that a document can carry. A stage writes a layer once; nobody changes it after. */
export interface Layers {
  readonly zones: readonly Zone[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  readonly dependencies: readonly Dependency[];
  readonly names: readonly Name[];
  readonly predicates: readonly Predicate[];
  readonly actors: readonly ActorMention[];
  readonly chains: readonly Chain[];
  readonly places: readonly PlaceMention[];
  readonly times: readonly TimeMention[];
  readonly quantities: readonly QuantityMention[];
  readonly evidence: readonly EvidenceMention[];
  readonly events: readonly EventMention[];
  readonly attributions: readonly Attribution[];
  readonly claims: readonly Claim[];
  readonly disputes: readonly Dispute[];
}

export type LayerName = keyof Layers;
