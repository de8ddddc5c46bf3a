import { headOf, lowerOf, type Tree } from '../language/tree.ts';
import type { Draft } from './draft.ts';

/** Orders drafts by where their content begins, the longer first, so that what holds comes before what is held. */
export function byContent(a: Draft, b: Draft): number {
  return (
    a.content.firstToken - b.content.firstToken ||
    b.content.endToken - a.content.endToken ||
    b.confidence - a.confidence
  );
}

/**
 * Gives for each draft, sorted by {@link byContent}, the index of the smallest other whose content holds its content
 * and its cue: "the spokesman said that intelligence believed …" puts what intelligence believed in what he said.
 */
export function nest(drafts: readonly Draft[]): readonly (number | null)[] {
  const open: number[] = [];
  return drafts.map((draft, index) => {
    while (
      open.length > 0 &&
      (drafts[open.at(-1) as number]?.content.endToken ?? 0) <= draft.content.firstToken
    )
      open.pop();
    const within = open.filter((other) => isInside(draft, drafts[other] as Draft)).at(-1) ?? null;
    open.push(index);
    return within;
  });
}

function isInside(inner: Draft, outer: Draft): boolean {
  // Who is cited is named beside the verb of saying, outside what both say.
  const { firstToken, endToken } = inner.rule === CITED ? inner.content : (inner.cue ?? inner.content);
  const from = Math.min(firstToken, inner.content.firstToken);
  const to = Math.max(endToken, inner.content.endToken);
  return outer.content.firstToken <= from && to <= outer.content.endToken;
}

const CITED = 'attribution/cited';
const CITING = new Set(['citing', 'quoting', 'relaying', 'echoing']);

/** "The daily, citing two pilots, said jets bombed the base": who is cited beside a verb of saying says what that says. */
export function besideTheirHosts(tree: Tree, drafts: readonly Draft[]): Draft[] {
  const byVerb = new Map(
    drafts.flatMap((draft) =>
      draft.cue !== null && draft.rule.endsWith('-clause') ? [[draft.cue.firstToken, draft] as const] : [],
    ),
  );
  return drafts.map((draft) => {
    const cue = draft.rule === 'attribution/phrase' ? draft.cue?.firstToken : undefined;
    if (cue === undefined || !CITING.has(lowerOf(tree, cue))) return draft;
    const host = byVerb.get(headOf(tree, cue)) ?? byVerb.get(headOf(tree, headOf(tree, cue)));
    const isApart = host !== undefined && (cue < host.content.firstToken || host.content.endToken <= cue);
    return isApart ? { ...draft, content: host.content, rule: CITED, confidence: 0.85 } : draft;
  });
}
