import { describe, expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import { repairTree } from './repairs.ts';

const relations = (line: string): readonly string[] => {
  const { layers } = buildDoc([line]);
  return repairTree({ tags: layers.tags, dependencies: layers.dependencies, names: [] }).dependencies.map(
    ({ relation }) => relation,
  );
};

describe('repairTree', () => {
  test('makes a participle with an object the verb of its sentence', () => {
    expect(
      relations(
        'The/DET/2/det group/NOUN/0/root seized/VERB/2/acl/seize/tense=Past,verbForm=Part guards/NOUN/3/obj ./PUNCT/2/punct',
      ),
    ).toEqual(['det', 'nsubj', 'root', 'obj', 'punct']);
  });

  test('leaves a headline with a passive participle alone', () => {
    expect(
      relations(
        'Ferry/NOUN/0/root hit/VERB/1/acl/hit/tense=Past,verbForm=Part by/ADP/4/case mine/NOUN/2/obl',
      ),
    ).toEqual(['root', 'acl', 'case', 'obl']);
  });
});

describe('repairTree on a relative clause', () => {
  test('frees the verb of the sentence', () => {
    expect(
      relations(
        'Togo/PROPN/0/root ,/PUNCT/4/punct which/PRON/4/nsubj fears/VERB/1/acl:relcl raids/NOUN/4/obj ,/PUNCT/7/punct closed/VERB/4/parataxis/close/tense=Past,verbForm=Fin roads/NOUN/7/obj ./PUNCT/7/punct',
      )[6],
    ).toBe('root');
  });

  test('leaves a noun with two clauses alone', () => {
    expect(
      relations(
        'men/NOUN/0/root who/PRON/3/nsubj came/VERB/1/acl:relcl and/CCONJ/5/cc left/VERB/3/conj/leave/tense=Past,verbForm=Fin',
      )[0],
    ).toBe('root');
  });
});

describe('repairTree on participles', () => {
  test('hangs a participle on the noun before it', () => {
    const { layers } = buildDoc([
      'Nurses/NOUN/2/nsubj saw/VERB/0/root bodies/NOUN/2/obj of/ADP/5/case men/NOUN/3/nmod killed/VERB/2/acl nearby/ADV/6/advmod',
    ]);
    expect(
      repairTree({ tags: layers.tags, dependencies: layers.dependencies, names: [] }).dependencies[5],
    ).toEqual({ head: 4, relation: 'acl' });
  });

  test('frees the verb behind a by-phrase', () => {
    expect(
      relations(
        'Troops/NOUN/2/nsubj backed/VERB/0/root by/ADP/4/case tanks/NOUN/2/obl:agent fired/VERB/4/acl mortars/NOUN/5/obj',
      ),
    ).toEqual(['nsubj', 'acl', 'case', 'obl:agent', 'root', 'obj']);
  });

  test('leaves a passive with its auxiliary alone', () => {
    expect(
      relations(
        'Troops/NOUN/3/nsubj were/AUX/3/aux:pass backed/VERB/0/root by/ADP/5/case tanks/NOUN/3/obl:agent firing/VERB/5/acl mortars/NOUN/6/obj',
      )[2],
    ).toBe('root');
  });
});

describe('repairTree on compounds', () => {
  test('joins two bare nouns that a parse tears into a relative clause', () => {
    expect(
      relations(
        'The/DET/2/det coast/NOUN/0/root guard/NOUN/4/nsubj accused/VERB/2/acl:relcl Hanoi/PROPN/4/obj ./PUNCT/4/punct',
      ),
    ).toEqual(['det', 'compound', 'nsubj', 'root', 'obj', 'punct']);
  });

  test('leaves a relative clause with its own determiner alone', () => {
    expect(relations('men/NOUN/0/root the/DET/3/det army/NOUN/4/nsubj held/VERB/1/acl:relcl')).toEqual([
      'root',
      'det',
      'nsubj',
      'acl:relcl',
    ]);
  });
});

describe('repairTree on a participle behind a noun', () => {
  const headOf = (line: string, token: number): number | undefined => {
    const { layers } = buildDoc([line]);
    return repairTree({ tags: layers.tags, dependencies: layers.dependencies, names: [] }).dependencies[token]
      ?.head;
  };

  test('hangs it on the noun', () => {
    expect(headOf('Medics/NOUN/2/nsubj saw/VERB/0/root men/NOUN/2/obj wounded/VERB/2/acl', 3)).toBe(2);
  });

  test('makes no circle of a verb and its own subject: “signed it after crowds burned its gate”', () => {
    const line =
      'Togo/PROPN/2/nsubj signed/VERB/0/root it/PRON/2/obj after/SCONJ/6/mark crowds/NOUN/6/nsubj burned/VERB/2/acl it/PRON/6/obj';
    expect(headOf(line, 5)).toBe(1);
  });
});

describe('repairTree on a verb of saying at the end', () => {
  const headsOf = (line: string): readonly (number | undefined)[] => {
    const { layers } = buildDoc([line]);
    return repairTree({ tags: layers.tags, dependencies: layers.dependencies, names: [] }).dependencies.map(
      ({ head }) => head,
    );
  };

  test('gives it the subject behind the comma', () => {
    const line = 'Rebels/NOUN/2/nsubj left/VERB/5/ccomp ,/PUNCT/5/punct clerks/NOUN/2/nsubj said/VERB/0/root';
    expect(headsOf(line)[3]).toBe(4);
  });

  test('leaves it a subject of its own', () => {
    const line = 'Rebels/NOUN/2/nsubj left/VERB/5/ccomp ,/PUNCT/5/punct clerks/NOUN/5/nsubj said/VERB/0/root';
    expect(headsOf(line)).toEqual([1, 4, 4, 4, -1]);
  });
});

describe('repairTree on what something is called', () => {
  test.each([
    ['that/DET/4/det blackmail/NOUN/2/obj', ['obj', 'xcomp']],
    ['that/DET/4/det number/NOUN/2/obj', ['det', 'obj']],
  ])('parts the pronoun from the judgement: %s', (words, expected) => {
    expect(relations(`They/PRON/2/nsubj called/VERB/0/root/call ${words}`).slice(2)).toEqual(expected);
  });

  test('parts the noun from the judgement', () => {
    expect(
      relations(
        'Suva/PROPN/2/nsubj called/VERB/0/root/call the/DET/5/det drill/NOUN/5/compound piracy/NOUN/2/xcomp',
      ),
    ).toEqual(['nsubj', 'root', 'det', 'obj', 'xcomp']);
  });
});
