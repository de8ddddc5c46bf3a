import type { Attribution, SourceRef } from '../document/event-layers.ts';
import type { Sentence, Token, Zone } from '../document/language-layers.ts';
import type { TokenRange, Tree } from '../language/tree.ts';
import type { Parties } from '../mentions/parties.ts';
import type { CueSense, CueTable } from './cues.ts';

/** What the finders of attributions look at. */
export interface Scene {
  readonly text: string;
  readonly tree: Tree;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly zones: readonly Zone[];
  readonly parties: Parties;
  readonly cues: CueTable;
}

/** An attribution before it is known which others it is nested in. */
export interface Draft {
  readonly source: SourceRef;
  /** The token that names the source; null where no word does. */
  readonly speaker: number | null;
  /** The tokens of the cue; null for speech that goes on without one. */
  readonly cue: TokenRange | null;
  readonly content: TokenRange;
  readonly form: Attribution['form'];
  readonly stance: Attribution['stance'];
  readonly certainty: Attribution['certainty'];
  readonly rule: string;
  readonly confidence: number;
}

/** Makes a draft of a cue's sense. */
export function draftOf(
  sense: Pick<CueSense, 'stance' | 'certainty'>,
  found: Pick<Draft, 'source' | 'cue' | 'content' | 'rule' | 'confidence'> &
    Partial<Pick<Draft, 'form' | 'certainty' | 'speaker'>>,
): Draft {
  return { form: 'indirect', speaker: null, stance: sense.stance, certainty: sense.certainty, ...found };
}
