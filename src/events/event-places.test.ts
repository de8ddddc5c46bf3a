import { expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const META = { id: 'places', title: null, outlet: null, language: 'en', url: null };
const reader = await loadReader({ engine: 'fast' });

function placesOf(text: string, title: string | null = null): readonly string[] {
  return reader
    .read({ meta: { ...META, title, publishedAt: '2024-03-06T12:00:00Z' }, text })
    .events.map(
      ({ trigger, place }) => `${text.slice(trigger.start, trigger.end)} ${place?.text ?? 'nowhere'}`,
    );
}

test('sets forces that are brought in where they come to, not where they come from', () => {
  const text = 'Rebels stormed Gedaref on Monday. The army rushed a brigade in from Kosti.';
  expect(placesOf(text)).toContain('rushed Gedaref');
});

test('sets forces that are moved from one town to another in the second', () => {
  expect(placesOf('Sudan moved two brigades from Kosti to Gedaref on Monday.')).toContain('moved Gedaref');
});

test('leaves forces where they set out where nothing tells where they went', () => {
  expect(placesOf('Sudan dispatched two bombers from Kosti on Monday.')).toContain('dispatched Kosti');
});

test('sets an act that nothing else places in the one town of the title, not in another that was told of', () => {
  const title = 'Who holds Gedaref?';
  const body = 'On Monday rebels in Sudan shelled Kosti. The army holds Gedaref.';
  const text = `${title}\n\n${body}\n\nTwo nurses were killed on Tuesday.`;
  expect(placesOf(text, title)).toContain('killed Gedaref');
});

test('sets it in the town that was struck where the title names two', () => {
  const title = 'Fighting between Gedaref and Kassala';
  const text = `${title}\n\nOn Monday rebels in Sudan shelled Kosti.\n\nTwo nurses were killed on Tuesday.`;
  expect(placesOf(text, title)).toContain('killed Kosti');
});

test('sets what befalls a town in it, and no act of a state', () => {
  expect(placesOf('The town of Kosti in Sudan spent a fourth night under siege.')).toContain(
    'siege The town of Kosti',
  );
  expect(placesOf('Sudan captured two men.')).toContain('captured nowhere');
});

test('does not set a protest where what it is against happened', () => {
  expect(placesOf('Students in Tripoli protested against the shelling of Kosti.')).toContain(
    'protested against Tripoli',
  );
  expect(placesOf('Students protested against the war in Sudan.')).toContain('protested against nowhere');
});

test('sets an act where those were whom it befell, not where they were taken afterwards', () => {
  expect(placesOf('Rebels killed four guards who were sleeping near Kosti.')).toContain('killed Kosti');
  expect(placesOf('Two men were captured on Monday and sent to Gedaref.')).toContain('captured nowhere');
});

test('sets what leads somewhere not there, but what happens on the way to it on the way', () => {
  expect(placesOf('The cable to Gedaref was cut on Monday.')).toContain('cut nowhere');
});

test('tells a building without a name by the town behind it', () => {
  const told = placesOf('Rebels shelled Kosti. Hundreds rallied outside the central mosque in Gedaref.');
  expect(told).toContain('rallied Gedaref');
});

test('sets an act of force in the town again after one at a building, and its toll at the building', () => {
  const text =
    'Fighters entered the town of Kosti. A shell hit the school roof. Four nurses were killed. Rebels bombed a convoy.';
  expect(placesOf(text)).toEqual(expect.arrayContaining(['hit the school roof', 'killed the school roof']));
  expect(placesOf(text)).toContain('bombed the town of Kosti');
});

test('sets an act in the building or the part of town that a town’s name stands before', () => {
  expect(placesOf('A bomber struck a Nairobi cafe on Monday.')).toContain('struck Nairobi');
  expect(placesOf('Students marched on a Singapore hotel on Monday.')).toContain('marched on Singapore');
  expect(placesOf('Gunmen killed a Nairobi lawyer on Monday.')).toContain('killed nowhere');
});

test('sets an act where the attack was that a clause tells of', () => {
  expect(placesOf('Nine people died in a raid that wrecked a station in Quetta.')).toContain('died Quetta');
  expect(placesOf('Nine people died in a raid that came days after riots in Quetta.')).toContain(
    'died nowhere',
  );
});

test('sets an act beside those whom it befalls, but no protest where those are whom it is for', () => {
  expect(placesOf('Rebels shot a driver of a mission in southern Mali.')).toContain('shot southern Mali');
  const rally = 'Teachers rallied on Monday with a banner for the families of nurses in Arequipa.';
  expect(placesOf(rally)).toContain('rallied nowhere');
});

test('sets a protest where it is held, whatever law or price it is against', () => {
  expect(placesOf('Miners protested against a new law in Kasese on Monday.')).toContain(
    'protested against Kasese',
  );
  expect(placesOf('Miners protested against an election in Rwanda on Monday.')).toContain(
    'protested against nowhere',
  );
});

test('sets an act in the town rather than in the land around it', () => {
  expect(placesOf('Three poachers were shot inside Kenyan territory near Mandera.')).toContain(
    'shot Mandera',
  );
  expect(placesOf('Three poachers were shot inside Kenyan territory.')).toContain('shot Kenyan territory');
});

test('sets what witnesses saw and heard where they are', () => {
  expect(placesOf('A nurse in Mocha heard explosions on Monday.')).toContain('explosions Mocha');
  expect(placesOf('A minister in Sanaa reported explosions on Monday.')).toContain('explosions nowhere');
});

test('sets a meeting in the seat of who hosts it', () => {
  expect(placesOf('Oslo, which will host both presidents in May, welcomed the offer.')).toContain(
    'host Oslo',
  );
});

test('sets what a clause tells of a place there, unless its own verb names another', () => {
  const fly = 'The minister flies to Lusaka, where he will press';
  expect(placesOf(`${fly} for a share of the water.`)).toContain('press for Lusaka');
  expect(placesOf('Rebels left Kampala, where they had fired on Jinja.')).toContain('fired Jinja');
});

test('sets a toll of dead and hurt in one place, but not two tales told side by side', () => {
  const toll = placesOf('Nine people were killed while twenty were wounded in a blast in Quetta.');
  expect(toll).toContain('killed Quetta');
  const tales = placesOf('Nine people were killed in Quetta, while four were killed in a raid in Sukkur.');
  expect(tales).toEqual(expect.arrayContaining(['killed Quetta', 'killed Sukkur']));
});

test('sets an act where those were going whom it befell', () => {
  expect(placesOf('Guards shot four men who tried to enter Ceuta.')).toContain('shot Ceuta');
  expect(placesOf('Guards shot four men who had praised Ceuta.')).toContain('shot nowhere');
});

test('sets help that is given on the spot where the act before it was, but not arms and money', () => {
  const wreck = 'A ferry was shelled off Bosaso on Monday.';
  expect(placesOf(`${wreck} Two sailors were rescued by a trawler.`)).toContain('rescued Bosaso');
  expect(placesOf(`${wreck} Kenya has armed the rebels.`)).toContain('armed nowhere');
});

test('sets what falls on the edge of a town in the town, with the country that its people’s name tells', () => {
  const read = (text: string) =>
    reader
      .read({ meta: { ...META, publishedAt: '2024-03-06T12:00:00Z' }, text })
      .events.map(({ place }) => `${place?.text} ${place?.country}`);
  expect(read('Mortar rounds landed on the outskirts of the Armenian village of Vorsk.')).toContain(
    'the Armenian village of Vorsk ARM',
  );
  expect(read('Mortar rounds landed near the Russian-held village of Vorsk.')).not.toContain(
    'the Russian-held village of Vorsk RUS',
  );
});

test('sets what is agreed at talks where they are, but not what others say of it', () => {
  const told = placesOf('Envoys met at Kassala on Sunday and shook hands on a truce. Kenya welcomed it.');
  expect(told).toContain('shook hands on Kassala');
  expect(told).toContain('welcomed nowhere');
});

test('sets a promise where its maker went, and no gift where it is sent', () => {
  expect(placesOf('The envoy flew to Gedaref on Monday and promised help.')).toContain('promised Gedaref');
  expect(placesOf('Kenya promised two helicopters to Sudan.')).toContain('promised nowhere');
});

test('does not set an act where somebody is sought for it, nor where what is its condition would be', () => {
  expect(placesOf('The gang’s chief is wanted in Spain for the kidnapping of five priests.')).toContain(
    'kidnapping nowhere',
  );
  expect(placesOf('Police in Lima said that rebels had killed two guards in Cusco.')).toContain(
    'killed Cusco',
  );
  expect(placesOf('The rebels will march on Kosti if the army does not release their chief.')).toContain(
    'release nowhere',
  );
});

test('does not set a reception in a land whose envoys are received', () => {
  const text = 'The president received the ambassadors of France, Chad and Japan.';
  expect(placesOf(text)).toContain('received nowhere');
  expect(placesOf('The president received the ambassadors of France and Japan in Kosti.')).toContain(
    'received Kosti',
  );
});

test('sets an act where somebody was told to wait or pass just before, not where somebody lives', () => {
  expect(placesOf('A ferry was waiting in Bosaso. Two men shot the captain at dawn.')).toContain(
    'shot Bosaso',
  );
  expect(placesOf('The minister lives in Geneva. Two men shot the captain at dawn.')).toContain(
    'shot nowhere',
  );
});
