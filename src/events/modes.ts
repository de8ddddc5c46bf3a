import type { EventType } from '../document/event-layers.ts';
import { headOf, isRelation, relationOf, type Tree } from '../language/tree.ts';
import type { Candidate } from './candidate.ts';

const ASSAULT: EventType = 'ASSAULT';

/** Modes that tell by what means people are harmed: one means serves an attack and those whom it kills. */
const MEANS = new Set(
  'firearms explosives suicide-attack aerial drone heavy-weapons primitive crowd-control unconventional'.split(
    ' ',
  ),
);

/** Gives an assault of no known mode the means of the assault that its words hang on: "rained shells, wounding a shepherd". */
export function shareModes(tree: Tree, found: readonly Candidate[]): readonly Candidate[] {
  const means = new Map<number, string>();
  for (const { token, sense } of found)
    if (sense.type === ASSAULT && sense.mode !== null && MEANS.has(sense.mode)) means.set(token, sense.mode);
  const below = new Map<number, string>();
  for (const [token, mode] of means)
    if (isRelation(relationOf(tree, token), ['nsubj', 'obl', 'obl:agent']))
      below.set(headOf(tree, token), mode);
  return found.map((candidate) => {
    const { sense, token } = candidate;
    if (sense.type !== ASSAULT || sense.mode !== null) return candidate;
    // "Five died in a drone strike": the means stands below; "fired on the bus, killing five": above.
    const above = isRelation(relationOf(tree, token), ['advcl', 'xcomp', 'conj'])
      ? means.get(headOf(tree, token))
      : undefined;
    const mode = below.get(token) ?? above;
    return mode === undefined ? candidate : { ...candidate, sense: { ...sense, mode } };
  });
}
