import { expect, test } from 'vitest';
import { readPeople } from './wikidata.ts';

const is = (id: string, rank = 'normal') => ({ rank, mainsnak: { datavalue: { value: { id } } } });
const at = (time: string) => [{ datavalue: { value: { time } } }];
const held = (office: string, from?: string, to?: string, rank = 'normal') => ({
  ...is(office, rank),
  qualifiers: {
    ...(from === undefined ? {} : { P580: at(from) }),
    ...(to === undefined ? {} : { P582: at(to) }),
  },
});
const country = (id: string, code: string) => ({
  id,
  labels: { en: { value: code } },
  claims: { P298: [{ rank: 'normal', mainsnak: { datavalue: { value: code } } }] },
});
const office = (id: string, label: string, ...countries: string[]) => ({
  id,
  labels: { en: { value: label } },
  claims: { P1001: countries.map((one) => is(one)) },
});
const person = (name: string, claims: object, aliases: readonly string[] = []) => ({
  id: `Q${name.length}77`,
  labels: { en: { value: name } },
  aliases: { en: aliases.map((value) => ({ value })) },
  claims: { P31: [is('Q5')], ...claims },
});

const VELDANIA = country('Q1', 'VLD');
const OSTRIA = country('Q2', 'OST');
const MINISTER = office('Q10', 'Minister of Defence of Veldania', 'Q1');

async function read(...items: readonly (object | string)[]) {
  return readPeople(async function* () {
    yield '[';
    for (const item of items) yield `${typeof item === 'string' ? item : JSON.stringify(item)},`;
    yield ']';
  });
}

test('finds who held which office when, though the office is told after the person', async () => {
  const marrow = person(
    'Ilsa Marrow',
    { P39: [held('Q10', '+2023-01-09T00:00:00Z', '+2024-05-00T00:00:00Z')] },
    ['I. Marrow'],
  );
  expect((await read(marrow, MINISTER, VELDANIA)).offices).toEqual([
    {
      name: 'Ilsa Marrow',
      aliases: ['I. Marrow'],
      office: 'Minister of Defence of Veldania',
      country: 'VLD',
      from: '2023-01-09',
      to: '2024-05-31',
    },
  ]);
});

test('an office without a country has that of the only citizenship', async () => {
  const chief = office('Q11', 'chief of the general staff');
  const one = person('Oto Bren', { P39: [held('Q11')], P27: [is('Q2')] });
  const two = person('Ada Roy', { P39: [held('Q11')], P27: [is('Q1'), is('Q2')] });
  const { offices } = await read(VELDANIA, OSTRIA, chief, one, two);
  expect(offices.map(({ name, country: code }) => [name, code])).toEqual([
    ['Oto Bren', 'OST'],
    ['Ada Roy', null],
  ]);
});

test('an office of two countries is nobody’s alone', async () => {
  const envoy = office('Q12', 'envoy to the joint council', 'Q1', 'Q2');
  const { offices } = await read(VELDANIA, OSTRIA, envoy, person('Ina Lo', { P39: [held('Q12')] }));
  expect(offices[0]?.country).toBeNull();
});

test('takes past offices beside the present one, and nothing that was struck out', async () => {
  const mayor = office('Q13', 'mayor of Port Veld', 'Q1');
  const career = person('Ilsa Marrow', {
    P39: [
      held('Q13', '+2010-00-00T00:00:00Z', '+2014-00-00T00:00:00Z'),
      held('Q10', '+2023-01-09T00:00:00Z', undefined, 'preferred'),
      held('Q13', '+1900-00-00T00:00:00Z', undefined, 'deprecated'),
    ],
  });
  const { offices } = await read(VELDANIA, MINISTER, mayor, career);
  expect(offices.map(({ from, to }) => [from, to])).toEqual([
    ['2010-01-01', '2014-12-31'],
    ['2023-01-09', ''],
  ]);
});

test('leaves out ships, and people of whom no office is told', async () => {
  const ship = { ...person('Marrow', { P39: [held('Q10')] }), claims: { P31: [is('Q11446')] } };
  const { offices } = await read(VELDANIA, MINISTER, ship, person('Jo Ives', { P27: [is('Q1')] }));
  expect(offices).toEqual([]);
});

test('goes on behind a line that is no item, and names it', async () => {
  const marrow = person('Ilsa Marrow', { P39: [held('Q10')] });
  const { offices, faults } = await read('{"id": "Q5", ', marrow, MINISTER, VELDANIA);
  expect([offices.length, faults]).toEqual([1, [2]]);
});
