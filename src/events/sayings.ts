import { lemmaOf, lowerOf, type Tree } from '../language/tree.ts';

/** Nouns for what somebody has said. */
const SAID = new Set(
  'allegation claim report accusation charge suggestion explanation account rumour rumor statement assertion version story idea narrative finding figure toll number contention insinuation speculation testimony tale theory denial conclusion estimate imputation notion'.split(
    ' ',
  ),
);

/** Words that point to what was said or to what it tells. */
const POINTING = new Set('it this that these those them which attack incident event'.split(' '));

/** Tells whether a noun names what somebody has said: "the allegation", "its version". */
export function namesSaying(tree: Tree, token: number): boolean {
  return SAID.has(lemmaOf(tree, token));
}

/** Tells whether a noun or pronoun may stand for what somebody has said: "the allegation", "it". */
export function isSaying(tree: Tree, token: number): boolean {
  return namesSaying(tree, token) || POINTING.has(lemmaOf(tree, token)) || POINTING.has(lowerOf(tree, token));
}
