import type { Dependency, Features, UniversalTag } from '../document/language-layers.ts';

/** What the features of a word are read from: its class by the tagger and its place in the tree. */
export interface WordInTree {
  readonly lower: string;
  readonly upos: UniversalTag;
  /** Penn Treebank tag. */
  readonly xpos: string;
  readonly relation: string;
  /** The relation of the word that it hangs on; empty at the root. */
  readonly headRelation: string;
  readonly dependents: readonly Dependent[];
}

/** A word that hangs on another, with its lower-cased form and Penn Treebank tag. */
export interface Dependent {
  readonly relation: string;
  readonly lower: string;
  readonly xpos: string;
}

/**
 * Gives the features of each word of a sentence; `classes` are the tagger's ("VERB VBD"), heads are counted inside the
 * sentence.
 */
export function featuresOfTree(
  words: readonly string[],
  classes: readonly string[],
  dependencies: readonly Dependency[],
): Features[] {
  const lowers = words.map((word) => word.toLowerCase());
  const xposOf = (token: number): string => classes[token]?.split(' ')[1] ?? '';
  const dependents: Dependent[][] = words.map(() => []);
  dependencies.forEach(({ head, relation }, token) => {
    dependents[head]?.push({ relation, lower: lowers[token] ?? '', xpos: xposOf(token) });
  });
  return dependencies.map(({ head, relation }, token) =>
    featuresOf({
      lower: lowers[token] ?? '',
      upos: uposOf(classes[token] ?? ''),
      xpos: xposOf(token),
      relation,
      headRelation: dependencies[head]?.relation ?? '',
      dependents: dependents[token] ?? [],
    }),
  );
}

/** Gives the universal tag of a tagger's class. */
export function uposOf(tagClass: string): UniversalTag {
  // The training data has these seventeen tags and no others.
  return tagClass.split(' ')[0] as UniversalTag;
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
      return degreeFeatures(word);
    case 'PRON':
    case 'DET':
      return word.xpos.startsWith('W')
        ? interrogative(word)
        : (PRONOUNS.get(`${word.upos} ${word.lower}`) ?? {});
    default:
      return {};
  }
}

function degreeFeatures({ upos, xpos }: WordInTree): Features {
  if (xpos === 'JJR' || xpos === 'RBR') return { degree: 'Cmp' };
  if (xpos === 'JJS' || xpos === 'RBS') return { degree: 'Sup' };
  return upos === 'ADJ' ? { degree: 'Pos' } : {};
}

function verbFeatures(word: WordInTree): Features {
  switch (word.xpos) {
    case 'MD':
      return { verbForm: 'Fin' };
    case 'VBD':
      return { mood: 'Ind', tense: 'Past', verbForm: 'Fin', ...agreement(word) };
    case 'VBZ':
      return { mood: 'Ind', tense: 'Pres', verbForm: 'Fin', number: 'Sing', person: '3' };
    case 'VBP':
      return { mood: 'Ind', tense: 'Pres', verbForm: 'Fin', ...agreement(word) };
    case 'VBG':
      return isParticiple(word) ? { tense: 'Pres', verbForm: 'Part' } : { verbForm: 'Ger' };
    case 'VBN':
      return { tense: 'Past', verbForm: 'Part', ...(isPassive(word) ? { voice: 'Pass' as const } : {}) };
    default:
      return isImperative(word) ? { mood: 'Imp', verbForm: 'Fin', person: '2' } : { verbForm: 'Inf' };
  }
}

/** Person and number of a finite verb's subject; nothing where the tree shows none. */
function agreement({ dependents }: WordInTree): Features {
  const subject = dependents.find(({ relation }) => relation === 'nsubj' || relation === 'nsubj:pass');
  if (subject === undefined) return {};
  const pronoun = PRONOUNS.get(`PRON ${subject.lower}`);
  if (pronoun?.person !== undefined) {
    const { person, number } = pronoun;
    return { person, ...(number === undefined ? {} : { number }) };
  }
  return { person: '3', number: subject.xpos.endsWith('S') ? 'Plur' : 'Sing' };
}

// "killing nine" and "is firing" are participles, "by firing" and "the firing" are not.
function isParticiple(word: WordInTree): boolean {
  if (hasAuxiliary(word) || word.relation === 'acl' || word.relation === 'amod') return true;
  return word.relation === 'advcl' && !word.dependents.some(({ relation }) => relation === 'mark');
}

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

// "men who fled", "the town which fell" relate; "who fired?" and "what happened" ask.
function interrogative({ lower, headRelation }: WordInTree): Features {
  const relates = lower === 'that' || headRelation === 'acl:relcl' || headRelation === 'advcl:relcl';
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
  ['no none', { pronoun: 'Neg' }],
  ['nobody nothing', { pronoun: 'Neg', number: 'Sing' }],
  ['all both each every', { pronoun: 'Tot' }],
  ['everyone everybody everything', { pronoun: 'Tot', number: 'Sing' }],
  ['some any another either', { pronoun: 'Ind' }],
  ['someone somebody something anyone anybody anything', { pronoun: 'Ind', number: 'Sing' }],
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
