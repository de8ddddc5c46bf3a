import { describe, expect, test } from 'vitest';
import { createCopyIndex } from './copies.ts';

const FERRY = `Ferry with 80 aboard held at Limni

LIMNI - Coast guards held a ferry with 80 people aboard off the island of Limni on Tuesday, the harbour master said.

The Agia Vera had left the mainland port of Kastro at noon without lights, harbour master Nikos Drakos told reporters on the quay.

Fourteen of the passengers were children, he said, and two women were taken to the clinic at Palea.

The owner, a company in Durres, did not answer calls on Tuesday evening.
`;

const REWRITE = `Limni coast guard stops ferry

A ferry carrying 80 people has been stopped by coast guards off Limni, the island's harbour master said on Tuesday.

Nikos Drakos told the press that the Agia Vera sailed from Kastro on the mainland around noon with no lights on.

There were fourteen children among the passengers, and two women were brought to Palea's clinic, Drakos said.

Calls to the owner in Durres went unanswered on Tuesday evening.
`;

const OTHER = `Families wait at Limni quay

LIMNI - Relatives of those on the Agia Vera waited on the quay at Limni on Wednesday for news of the ferry that was held a day before.

“My sister called from the sea,” said Elira Koci, who had driven from Durres. “She said that guards with guns were on deck.”

By evening 31 of the passengers had been let go, a lawyer for the families said, and the others slept in a school.
`;

const relations = (...texts: readonly string[]) => {
  const index = createCopyIndex();
  return texts
    .flatMap((text, i) => index.add(`r${i}`, text))
    .map(({ a, b, relation }) => `${a} ${relation} ${b}`);
};

describe('copies', () => {
  test('finds a copy under another title', () => {
    expect(relations(FERRY, FERRY.replace(/^.*\n/, 'Island guards stop boat\n'))).toEqual(['r1 copy r0']);
  });

  test('finds a copy cut to its first two paragraphs', () => {
    expect(relations(FERRY, FERRY.split('\n\n').slice(0, 3).join('\n\n'))).toEqual(['r1 copy r0']);
  });

  test('finds a rewrite that keeps the facts and their order', () => {
    expect(relations(FERRY, REWRITE)).toEqual(['r1 rewrite r0']);
  });

  test('leaves another report of the same matter alone', () => {
    expect(relations(FERRY, OTHER)).toEqual([]);
  });

  test('leaves reports written to one pattern alone', () => {
    const result = (who: string, where: string, share: string) =>
      `${who} wins ${where}\n\n${who} won the vote for mayor of ${where} on Sunday with ${share} percent, the board said.\n\nTurnout was lower than four years ago. The new mayor takes office in January.\n\nPolling stations opened at seven and closed at eight. There were no reports of violence.\n`;
    expect(
      relations(result('Adela Moreau', 'Aldery', '52'), result('Jonas Brandt', 'Castrel', '61')),
    ).toEqual([]);
  });

  test('compares empty and very short texts without finding anything', () => {
    expect(relations('', 'Explosion heard', FERRY)).toEqual([]);
  });
});

const RETOLD = `Children among eighty found on darkened vessel

Police have stopped a darkened boat with 80 passengers near Limni on Tuesday, Harbour Wire reported.

Nikos Drakos, who runs the quayside, told the agency that the Agia Vera was under way since midday. Fourteen of those found were minors.

Pairs of officers brought the sick to doctors in Palea.

In Durres the firm that owns her kept silent.
`;

test('asks less likeness of a report that names the other as its source', () => {
  const pairs = (isCredited: boolean) => {
    const index = createCopyIndex();
    index.add('wire', FERRY);
    return index.add('retold', RETOLD, () => isCredited).map(({ relation }) => relation);
  };
  expect(pairs(true)).toEqual(['rewrite']);
  expect(pairs(false)).toEqual([]);
});

test('takes no report for a copy because it names the agency', () => {
  const index = createCopyIndex();
  index.add('wire', FERRY);
  const own = `Limni mayor asks for a doctor

Harbour Wire reported on Tuesday that a ferry was held off Limni. The mayor, Sofia Lekka, has asked Athens for a second doctor.

The clinic at Palea has had one since 2019, she said. Nine births were registered there last year.

Ships call at Limni twice a week in winter.
`;
  expect(index.add('own', own, () => true)).toEqual([]);
});
