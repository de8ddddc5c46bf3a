import type { TreebankSentence } from './conllu.ts';
import type { NounEntry } from './newsroom-words.ts';

/** A word with what hangs on it, in the order of the text. */
export interface Node {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly left: readonly Branch[];
  readonly right: readonly Branch[];
}

/** What hangs on a word, and by which relation. */
export type Branch = readonly [relation: string, node: Node];

/** Writes the tree down in the order of the text; commas that would stand double are left out. */
export function linearise(root: Node, index: number): TreebankSentence {
  const rows: { readonly node: Node; readonly relation: string; readonly head: Node | null }[] = [];
  const visit = (node: Node, relation: string, head: Node | null): void => {
    for (const [name, child] of node.left) visit(child, name, node);
    rows.push({ node, relation, head });
    for (const [name, child] of node.right) visit(child, name, node);
  };
  visit(root, 'root', null);
  const kept = rows.filter(
    ({ node }, i) =>
      !(
        node.form === ',' &&
        [',', '.', '”'].includes(rows[i + 1]?.node.form ?? '.') &&
        rows[i + 1]?.node.form !== '”'
      ),
  );
  const at = new Map(kept.map(({ node }, i) => [node, i]));
  const formOf = (node: Node, i: number): string =>
    i === 0 || (i === 1 && kept[0]?.node.upos === 'PUNCT')
      ? node.form.charAt(0).toUpperCase() + node.form.slice(1)
      : node.form;
  return {
    id: `newsroom-${index}`,
    text: kept.map(({ node }) => node.form).join(' '),
    opensDocument: index === 0,
    opensParagraph: index === 0,
    words: kept.map(({ node }, i) => formOf(node, i)),
    lemmas: kept.map(({ node }) => node.lemma),
    upos: kept.map(({ node }) => node.upos),
    xpos: kept.map(({ node }) => node.xpos),
    heads: kept.map(({ head }) => (head === null ? kept.length : (at.get(head) ?? kept.length))),
    relations: kept.map(({ relation }) => relation),
  };
}

/** A word with what stands before it and behind it. */
export function word(
  form: string,
  lemma: string,
  upos: string,
  xpos: string,
  left: readonly Branch[] = [],
  right: readonly Branch[] = [],
): Node {
  return { form, lemma, upos, xpos, left, right };
}

/** The word with more to its left, before all that is there, and to its right, behind it. */
export function grow(node: Node, left: readonly Branch[], right: readonly Branch[] = []): Node {
  return { ...node, left: [...left, ...node.left], right: [...node.right, ...right] };
}

/** A mark of punctuation. */
export const punct = (mark: string): Branch => [
  'punct',
  word(mark, mark, 'PUNCT', mark === ',' ? ',' : mark === '.' ? '.' : "''"),
];

/** A word that nothing hangs on. */
export const small = (relation: string, form: string, upos: string, xpos: string, lemma = form): Branch => [
  relation,
  word(form, lemma, upos, xpos),
];

/** A preposition of the noun it hangs on. */
export const adposition = (form: string): Branch => small('case', form, 'ADP', 'IN');

/** The definite article. */
export const the = (): Branch => small('det', 'the', 'DET', 'DT');

/** "a", or "an" before a vowel. */
export const indefinite = (form: string): Branch =>
  small('det', /^[aeiou]/u.test(form) ? 'an' : 'a', 'DET', 'DT', 'a');

/** A name, its first word the head. */
export function name(form: string): Node {
  const [first = '', ...rest] = form.split(' ');
  return word(
    first,
    first,
    'PROPN',
    'NNP',
    [],
    rest.map((part): Branch => ['flat', word(part, part, 'PROPN', 'NNP')]),
  );
}

/** A common noun as the word list has it. */
export function noun([form, lemma, plural]: NounEntry): Node {
  return word(form, lemma, 'NOUN', plural ? 'NNS' : 'NN');
}
