import { expect, test } from 'vitest';
import { buildDoc } from '../../test/doc-builder.ts';
import type { ActorMention } from '../document/mention-layers.ts';
import { growTree } from '../language/tree.ts';
import { indexParties } from '../mentions/parties.ts';
import { createClasses } from './classes.ts';

const doc = buildDoc([
  'Armed/ADJ/2/amod police/NOUN/3/nsubj/police watched/VERB/0/root/watch poplars/NOUN/3/obj/poplar ./PUNCT/3/punct',
  'Peru/PROPN/2/nsubj said/VERB/0/root/say it/PRON/4/nsubj/it left/VERB/2/ccomp/leave ./PUNCT/2/punct',
]);

function actor(token: number, kind: ActorMention['kind'], country: string | null): ActorMention {
  const { start, end } = doc.layers.tokens[token] ?? { start: 0, end: 0 };
  const why = { rule: 'test', spans: [], confidence: 1 };
  return {
    start,
    end,
    firstToken: token,
    endToken: token + 1,
    headToken: token,
    kind,
    country,
    sector: null,
    role: null,
    entity: null,
    why,
  };
}

const actors = [actor(5, 'country', 'PER'), actor(7, 'pronoun', null)];
const chains = [{ mentions: [0, 1], representative: 0, country: 'PER', sector: null }];
const parties = indexParties(doc.text, growTree(doc.layers), { actors, chains });
const classes = createClasses(parties, new Map(), []);

test.each(['force', 'party', 'people'])('knows police that no mention names for %s', (kind) => {
  expect(classes.is(1, kind)).toBe(true);
  expect(classes.is(3, kind)).toBe(false);
});

test('takes a pronoun for the country that it stands for', () => {
  expect(classes.is(7, 'government')).toBe(true);
  expect(classes.is(1, 'government')).toBe(false);
});
