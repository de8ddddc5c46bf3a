import { describe, expect, test } from 'vitest';
import { featuresOf, type WordInTree } from './morphology.ts';

function word(lower: string, xpos: string, relation: string, ...dependents: string[]): WordInTree {
  const upos = xpos.startsWith('V') ? 'VERB' : xpos.startsWith('N') ? 'NOUN' : 'PRON';
  return {
    lower,
    upos,
    xpos,
    relation,
    headRelation: '',
    dependents: dependents.map((name) => ({ relation: name, lower: 'rebels', xpos: 'NNS' })),
  };
}

describe('featuresOf', () => {
  test('reads "were killed" as passive and "have killed" as active', () => {
    expect(featuresOf(word('killed', 'VBN', 'root', 'nsubj:pass', 'aux:pass')).voice).toBe('Pass');
    expect(featuresOf(word('killed', 'VBN', 'root', 'nsubj', 'aux')).voice).toBeUndefined();
  });

  test('reads "troops deployed there" as passive', () => {
    expect(featuresOf(word('deployed', 'VBN', 'acl')).voice).toBe('Pass');
  });

  test('reads "Leave now" as imperative and "will leave" as infinitive', () => {
    expect(featuresOf(word('leave', 'VB', 'root', 'advmod')).mood).toBe('Imp');
    expect(featuresOf(word('leave', 'VB', 'root', 'aux'))).toEqual({ verbForm: 'Inf' });
  });

  test('takes person and number of a verb from its subject', () => {
    expect(featuresOf(word('deny', 'VBP', 'root', 'nsubj'))).toMatchObject({ person: '3', number: 'Plur' });
    expect(featuresOf(word('deny', 'VBP', 'root')).person).toBeUndefined();
  });

  test('reads "killing nine" as a participle and "by killing" as a gerund', () => {
    expect(featuresOf(word('killing', 'VBG', 'advcl', 'obj')).verbForm).toBe('Part');
    expect(featuresOf(word('killing', 'VBG', 'advcl', 'mark')).verbForm).toBe('Ger');
  });

  test('tells "men who fled" from "who fled?"', () => {
    expect(featuresOf({ ...word('who', 'WP', 'nsubj'), headRelation: 'acl:relcl' }).pronoun).toBe('Rel');
    expect(featuresOf(word('who', 'WP', 'nsubj')).pronoun).toBe('Int');
  });

  test('tells number and person', () => {
    expect(featuresOf(word('troops', 'NNS', 'nsubj'))).toEqual({ number: 'Plur' });
    expect(featuresOf(word('she', 'PRP', 'nsubj'))).toEqual({
      pronoun: 'Prs',
      person: '3',
      number: 'Sing',
      gender: 'Fem',
    });
  });
});
