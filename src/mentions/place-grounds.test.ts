import { expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'fast' });

function placesOf(text: string): readonly string[] {
  const meta = { id: 'grounds', title: null, outlet: null, language: 'en', url: null };
  return reader
    .layers({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text })
    .places.map((place) => `${text.slice(place.start, place.end)} ${place.country} ${place.lat === null}`);
}

const AROUND = 'Gunmen came from Nampula to Pemba. Soldiers left Maputo and Beira.';

test('puts a town that no list knows into the one country that a report is set in, without coordinates', () => {
  expect(placesOf(`${AROUND} Villagers fled from Ntetekwa.`)).toContain('Ntetekwa MOZ true');
});

test('leaves it unknown where two countries are as present', () => {
  const both = 'Gunmen came from Nampula to Mtwara. Soldiers left Beira and Dodoma.';
  expect(placesOf(`${both} Villagers fled from Ntetekwa.`)).toContain('Ntetekwa null true');
});

test('puts it in the country of the towns told beside it, whatever the rest of the report is about', () => {
  const told = 'Soldiers went to Mtwara and Lindi. It rained. Shells fell on Ntetekwa.';
  const far = `${'Nothing else was known on Friday. '.repeat(12)}Soldiers left Nampula, Maputo and Beira.`;
  expect(placesOf(`${told} ${far}`)).toContain('Ntetekwa TZA true');
});

test('does not take the country of towns beside it where a border is told between them', () => {
  const told = 'Soldiers in Mtwara watched the border. It rained. Shells fell on Ntetekwa.';
  const far = `${'Nothing else was known on Friday. '.repeat(12)}Soldiers left Nampula, Beira and Maputo.`;
  expect(placesOf(`${told} ${far}`)).not.toContain('Ntetekwa TZA true');
});

test('does not let nouns that have their land from a far town outweigh the towns that are named', () => {
  const told = 'Soldiers left Nampula, Pemba, Maputo and Beira. Shells fell in Mtwara.';
  const nouns = 'Men blocked the road, searched the building and torched the market.';
  expect(placesOf(`${told} ${nouns} Villagers fled from Ntetekwa.`)).toContain('Ntetekwa MOZ true');
});

test('takes what is told across a line to lie on either side of it', () => {
  const far = `${'Nothing else was known on Friday. '.repeat(12)}Soldiers left Nampula, Beira and Maputo.`;
  const told = 'Soldiers held Mtwara, across the line. Shells fell on Ntetekwa.';
  expect(placesOf(`${told} ${far}`)).not.toContain('Ntetekwa TZA true');
});

test('puts a place that no list knows into the country of what is said to hold it, not of where the report was written', () => {
  const text = 'NAIROBI — Jets struck the Ntetekwa area of southern Somalia on Monday.';
  expect(placesOf(text)).toContain('the Ntetekwa area of southern Somalia SOM true');
});

test('does not put it into the country of the capital whose deed is told', () => {
  const [ours, other] = ['Soldiers in Kampala', 'Kampala’s soldiers'].map(
    (who) => `${who} burned Ntetekwa village.`,
  );
  expect(placesOf(ours ?? '').join()).toContain('UGA true');
  expect(placesOf(other ?? '').join()).not.toContain('UGA true');
});

test('needs no word of its country for a capital', () => {
  const told = 'Kenya and Uganda met. Kenya and Uganda sent troops to Kisumu.';
  expect(placesOf(`${told} Envoys meet in Castries on Monday.`)).toContain('Castries LCA false');
  expect(placesOf(`${told} Envoys meet in Oranjestad on Monday.`)).not.toContain('Oranjestad NLD false');
});

test('does not put a hospital that bears a saint’s name into the far country of a town of that name', () => {
  const told = 'Kenya and Uganda met. Kenya and Uganda sent troops to Kisumu and Nakuru.';
  expect(placesOf(`${told} Doctors at Sainte-Julie hospital fled.`).join()).not.toContain('CAN');
  expect(placesOf(`${told} Doctors at Eldoret hospital fled.`).join()).toContain('Eldoret hospital KEN');
});

test('puts spots without a name into the one country that a report tells of, but not where it tells of two', () => {
  expect(placesOf(`${AROUND} The army will stay until the rebels quit the cities.`)).toContain(
    'the cities MOZ true',
  );
  const both =
    'Gunmen came from Nampula to Mtwara. Soldiers left Beira and Dodoma. It rained. It rained again.';
  expect(placesOf(`${both} The army will stay until the rebels quit the cities.`)).toContain(
    'the cities null true',
  );
});
