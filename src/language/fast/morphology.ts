import type { Features, UniversalTag } from '../../document/language-layers.ts';

/** What the features of a word are read from: its class by the tagger and its place in the tree. */
export interface WordInTree {
  readonly lower: string;
  readonly upos: UniversalTag;
  /** Penn Treebank tag. */
  readonly xpos: string;
  readonly relation: string;
  /** The relations and lower-cased words of its dependents. */
  readonly dependents: readonly { readonly relation: string; readonly lower: string }[];
}

/** Gives the features of a word. */
export function featuresOf(word: WordInTree): Features {
  switch (word.upos) {
    case 'VERB':
    case 'AUX':
      return verbFeatures(word);
    case 'NOUN':
    case 'PROPN':
      return { number: word.xpos.endsWith('S') ? 'Plur' : 'Sing' };
    case 'ADJ':
    case 'ADV':
      return degreeFeatures(word.xpos);
    case 'PRON':
    case 'DET':
      return PRONOUNS.get(`${word.upos} ${word.lower}`) ?? interrogative(word) ?? {};
    default:
      return {};
  }
}

function degreeFeatures(xpos: string): Features {
  if (xpos.endsWith('R') && xpos !== 'WR') return { degree: 'Cmp' };
  if (xpos.endsWith('S')) return { degree: 'Sup' };
  return xpos === 'JJ' || xpos === 'RB' ? { degree: 'Pos' } : {};
}

function verbFeatures(word: WordInTree): Features {
  switch (word.xpos) {
    case 'MD':
      return { verbForm: 'Fin', ...(PAST_MODALS.has(word.lower) ? { tense: 'Past' as const } : {}) };
    case 'VBD':
      return { mood: 'Ind', tense: 'Past', verbForm: 'Fin' };
    case 'VBZ':
      return { mood: 'Ind', tense: 'Pres', verbForm: 'Fin', number: 'Sing', person: '3' };
    case 'VBP':
      return { mood: 'Ind', tense: 'Pres', verbForm: 'Fin' };
    case 'VBG':
      return hasAuxiliary(word) || word.relation === 'acl' || word.relation === 'amod'
        ? { tense: 'Pres', verbForm: 'Part' }
        : { verbForm: 'Ger' };
    case 'VBN':
      return { tense: 'Past', verbForm: 'Part', ...(isPassive(word) ? { voice: 'Pass' as const } : {}) };
    default:
      return isImperative(word) ? { mood: 'Imp', verbForm: 'Fin' } : { verbForm: 'Inf' };
  }
}

const PAST_MODALS = new Set(['would', 'could', 'might', 'should']);

function hasAuxiliary({ dependents }: WordInTree): boolean {
  return dependents.some(({ relation }) => relation === 'aux' || relation === 'aux:pass');
}

// "were killed", "troops deployed near the border", "Shelled for weeks, the town …": passive without "have".
function isPassive(word: WordInTree): boolean {
  const has = (relation: string): boolean =>
    word.dependents.some((dependent) => dependent.relation === relation);
  if (has('aux:pass') || has('nsubj:pass') || has('obl:agent')) return true;
  return !has('aux') && !has('nsubj') && ['acl', 'amod', 'advcl', 'root', 'conj'].includes(word.relation);
}

// "Leave the city now": a bare form that nothing makes an infinitive of and that has no subject.
function isImperative({ dependents, relation }: WordInTree): boolean {
  const governed = dependents.some(
    (dependent) =>
      ['aux', 'nsubj', 'csubj'].includes(dependent.relation) ||
      (dependent.relation === 'mark' && dependent.lower === 'to'),
  );
  return !governed && ['root', 'parataxis', 'conj', 'ccomp'].includes(relation);
}

// "who did it?" asks; "those who did it" relates: a pronoun inside a relative clause's verb relates.
function interrogative({ lower, xpos, relation }: WordInTree): Features | null {
  if (!xpos.startsWith('W')) return null;
  const relates = lower === 'that' || (lower === 'which' && relation !== 'det');
  return { pronoun: relates ? 'Rel' : 'Int', ...(lower === 'whose' ? { possessive: true } : {}) };
}

const PERSONAL: readonly (readonly [string, Features])[] = [
  ['i me', { person: '1', number: 'Sing' }],
  ['we us', { person: '1', number: 'Plur' }],
  ['you', { person: '2' }],
  ['he him', { person: '3', number: 'Sing', gender: 'Masc' }],
  ['she', { person: '3', number: 'Sing', gender: 'Fem' }],
  ['it', { person: '3', number: 'Sing', gender: 'Neut' }],
  ['they them', { person: '3', number: 'Plur' }],
  ['myself', { person: '1', number: 'Sing' }],
  ['ourselves', { person: '1', number: 'Plur' }],
  ['himself', { person: '3', number: 'Sing', gender: 'Masc' }],
  ['herself', { person: '3', number: 'Sing', gender: 'Fem' }],
  ['itself', { person: '3', number: 'Sing', gender: 'Neut' }],
  ['themselves', { person: '3', number: 'Plur' }],
  ['my mine', { person: '1', number: 'Sing', possessive: true }],
  ['our ours', { person: '1', number: 'Plur', possessive: true }],
  ['your yours', { person: '2', possessive: true }],
  ['his', { person: '3', number: 'Sing', gender: 'Masc', possessive: true }],
  ['her hers', { person: '3', number: 'Sing', gender: 'Fem', possessive: true }],
  ['its', { person: '3', number: 'Sing', gender: 'Neut', possessive: true }],
  ['their theirs', { person: '3', number: 'Plur', possessive: true }],
];

const OTHERS: readonly (readonly [string, Features])[] = [
  ['the a an', { pronoun: 'Art' }],
  ['this that', { pronoun: 'Dem', number: 'Sing' }],
  ['these those', { pronoun: 'Dem', number: 'Plur' }],
  ['no none nobody nothing', { pronoun: 'Neg' }],
  ['all both each every everyone everybody everything', { pronoun: 'Tot' }],
  ['some any someone somebody something anyone anybody anything another either', { pronoun: 'Ind' }],
];

const PRONOUNS: ReadonlyMap<string, Features> = new Map([
  ...PERSONAL.flatMap(([words, features]) => entriesOf(words, { pronoun: 'Prs', ...features })),
  ...OTHERS.flatMap(([words, features]) => entriesOf(words, features)),
]);

function entriesOf(words: string, features: Features): [string, Features][] {
  return words.split(' ').flatMap((word): [string, Features][] => [
    [`PRON ${word}`, features],
    [`DET ${word}`, features],
  ]);
}
