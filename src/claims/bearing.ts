import type { TimeMention } from '../document/mention-layers.ts';
import { childrenBy, lemmaOf, lowerOf, type Tree } from '../language/tree.ts';
import type { Operator, OperatorTable } from './operators.ts';

/** What the factuality of an event is read from. */
export interface FactualityScene {
  readonly tree: Tree;
  readonly operators: OperatorTable;
  readonly times: readonly TimeMention[];
  /** ISO date of publication; null when not known. */
  readonly publishedOn: string | null;
}

/** One hedge, negation or date that bears on an event, the rule that found it, and the tokens it stands on. */
export interface Bearing extends Operator {
  readonly rule: string;
  readonly tokens: readonly number[];
  /** 0 to 1; absent for rules, which are all held to be as sure as each other. */
  readonly confidence?: number;
}

/** Gives what a word of one kind (`verb`, `modal` …) does to its scope, by the word or its lemma; undefined where it does nothing. */
export function lookUp(
  { operators, tree }: FactualityScene,
  kind: string,
  token: number,
): Operator | undefined {
  const lemma = lemmaOf(tree, token);
  const keptFrom =
    kind === 'verb' && keepsFrom(tree, token) ? operators.get(`verb ${lemma} from`) : undefined;
  // "almost certainly": two words weigh otherwise than the last of them.
  const pair = operators.get(`${kind} ${lowerOf(tree, token - 1)} ${lowerOf(tree, token)}`);
  // "is being drawn up", "called off": verb and particle weigh otherwise than the verb.
  const particle = kind === 'verb' ? childrenBy(tree, token, 'compound:prt')[0] : undefined;
  const phrasal =
    particle === undefined ? undefined : operators.get(`verb ${lemma} ${lowerOf(tree, particle)}`);
  return (
    keptFrom ??
    pair ??
    phrasal ??
    operators.get(`${kind} ${lowerOf(tree, token)}`) ??
    operators.get(`${kind} ${lemma}`)
  );
}

/** "stopped the navy from mining the strait": what somebody is stopped from is not done; "stopped an incursion" ends one. */
function keepsFrom(tree: Tree, token: number): boolean {
  return childrenBy(tree, token, 'advcl', 'obl', 'xcomp').some(
    (child) =>
      tree.tags[child]?.upos === 'VERB' &&
      childrenBy(tree, child, 'mark', 'case').some((mark) => lowerOf(tree, mark) === 'from'),
  );
}

/** Gives what bears on an event, with the rule's name. */
export function bearing(operator: Operator, rule: string, tokens: readonly number[]): Bearing {
  return { ...operator, rule, tokens };
}
