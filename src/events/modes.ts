import type { EventType } from '../document/event-layers.ts';
import { headOf, isRelation, lemmaOf, relationOf, type Tree } from '../language/tree.ts';
import type { Candidate } from './candidate.ts';

const ASSAULT: EventType = 'ASSAULT';

/** Modes that tell by what means people are harmed: one means serves an attack and those whom it kills. */
const MEANS = new Set(
  'firearms explosives suicide-attack aerial drone heavy-weapons primitive crowd-control unconventional'.split(
    ' ',
  ),
);

/** Gives acts the modes that stand beside them: in their own arguments, in the act they hang on, or in all the rest of the report. */
export function shareModes(tree: Tree, found: readonly Candidate[]): readonly Candidate[] {
  return shareThroughout(
    tree,
    shareNear(tree, found).map((candidate) => readArguments(tree, candidate)),
  );
}

/** Words of harm that name no means of their own. */
const HARMS = new Set(
  'kill wound injure hurt maim die perish slay lose dead death attack strike raid hit toll casualty'.split(
    ' ',
  ),
);

/** How many acts of one means, with no other means beside it, settle what a whole report is about. */
const ACTS_OF_A_MEANS = 2;

/** "Jets bombed the market … nineteen people died": where a report knows one means only, its dead died by it. */
function shareThroughout(tree: Tree, found: readonly Candidate[]): readonly Candidate[] {
  const told = found.map(meansOf).filter((mode) => mode !== null);
  const mode = told[0];
  if (mode === undefined || told.length < ACTS_OF_A_MEANS || told.some((other) => other !== mode))
    return found;
  return found.map((candidate) =>
    candidate.sense.type === ASSAULT &&
    candidate.sense.mode === null &&
    HARMS.has(lemmaOf(tree, candidate.token))
      ? withMode(candidate, mode)
      : candidate,
  );
}

function meansOf({ sense: { type, mode } }: Candidate): string | null {
  return type === ASSAULT && mode !== null && MEANS.has(mode) ? mode : null;
}

function withMode(candidate: Candidate, mode: string): Candidate {
  return { ...candidate, sense: { ...candidate.sense, mode } };
}

const POLICE = new Set(
  'police policeman policewoman gendarme gendarmerie constable guard constabulary'.split(' '),
);
const BY_WIRE = new Set('phone telephone video videolink hotline'.split(' '));
const HOSTING = new Set('host mediate broker sponsor facilitate'.split(' '));

/** Reads a mode off the words that an act takes: "put its coast guard on alert", "spoke by telephone", "hosted talks". */
function readArguments(tree: Tree, candidate: Candidate): Candidate {
  const { sense, slots } = candidate;
  const isOneOf = (words: ReadonlySet<string>, tokens: readonly number[]): boolean =>
    tokens.some((filler) => words.has(lemmaOf(tree, filler)));
  if (sense.type === 'MOBILIZE' && sense.mode === 'troops')
    return isOneOf(POLICE, [...slots.subj, ...slots.obj]) ? withMode(candidate, 'police') : candidate;
  if (sense.type !== 'CONSULT' || sense.mode !== null) return candidate;
  const wires = ['by', 'over', 'on'].flatMap((slot) => slots.fillers(slot));
  if (isOneOf(BY_WIRE, wires)) return withMode(candidate, 'phone');
  const isHosted = sense.part === 'noun' && slots.verb !== null && HOSTING.has(lemmaOf(tree, slots.verb));
  return isHosted ? withMode(candidate, 'third-party') : candidate;
}

/** Gives an assault of no known mode the means of the assault that its words hang on: "rained shells, wounding a shepherd". */
function shareNear(tree: Tree, found: readonly Candidate[]): readonly Candidate[] {
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
