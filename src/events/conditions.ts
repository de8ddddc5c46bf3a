import { lemmaOf, type Tree } from '../language/tree.ts';
import type { Classes } from './classes.ts';
import { joinedAt } from './hyphens.ts';
import type { Slots } from './slots.ts';

/** What must hold of a trigger's arguments: one part of the `when` column of `data/events/triggers.tsv`. */
export interface Condition {
  /** `subj`, `obj`, `comp`, `mod`, `aux`, `adv`, or a preposition. */
  readonly slot: string;
  /** The condition must fail. */
  readonly negated: boolean;
  /** Classes of words, one of which the filler must be of, divided by bars; or null. */
  readonly kind: string | null;
  /** Lemmas, one of which may fill the slot instead; where these are empty too, any filler will do. */
  readonly lemmas: readonly string[];
}

/** Reads `obj:site|craft=target|convoy,!on=title`: conditions are joined by commas, alternatives by bars. */
export function parseConditions(when: string): readonly Condition[] {
  return when
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseCondition);
}

function parseCondition(part: string): Condition {
  const negated = part.startsWith('!');
  const [head = '', lemmas] = (negated ? part.slice(1) : part).split('=');
  const [slot = '', kind] = head.split(':');
  return { slot, negated, kind: kind ?? null, lemmas: lemmas?.split('|') ?? [] };
}

/** Tells whether all conditions hold of the slots' fillers. */
export function conditionsHold(
  tree: Tree,
  classes: Classes,
  slots: Slots,
  conditions: readonly Condition[],
): boolean {
  return conditions.every((condition) => {
    const fillers = slots.fillers(condition.slot);
    const held = fillers.some((token) => fits(tree, classes, token, condition));
    return held !== condition.negated;
  });
}

function fits(tree: Tree, classes: Classes, token: number, { kind, lemmas }: Condition): boolean {
  if (kind?.split('|').some((one) => classes.is(token, one))) return true;
  if (lemmas.length > 0) {
    const joined = joinedAt(tree, token)?.lemma;
    return lemmas.includes(lemmaOf(tree, token)) || (joined !== undefined && lemmas.includes(joined));
  }
  return kind === null;
}
