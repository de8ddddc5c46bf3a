import { beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../src/claims/reading.ts';
import { loadReader } from '../src/pipeline/reader.ts';
import type { Reader } from '../src/pipeline/reader-type.ts';

/** Whose word each event is, through the whole reading: every finder of attributions with a sentence that fires it and one that must not. */
let reader: Reader;
beforeAll(async () => {
  reader = await loadReader({ engine: 'fast' });
});

function read(text: string): Reading {
  const meta = {
    id: 'test',
    title: null,
    outlet: 'Test',
    publishedAt: '2024-05-15T12:00:00Z',
    language: 'en',
    url: null,
  };
  return reader.read({ meta, text });
}

/** The innermost source of the event whose trigger has these words. */
function sourceOf(text: string, trigger: string): string | undefined {
  const source = read(text)
    .events.find((event) => event.trigger.text === trigger)
    ?.sources.at(-1);
  return typeof source === 'object' ? source.text : source;
}

describe('whose word it is', () => {
  test.each([
    [
      'a clause behind its verb',
      'The army said that rebels had shelled the port of Aden.',
      'shelled',
      'The army',
    ],
    [
      'a clause before its verb',
      'Rebels shelled the port of Aden on Monday, the army said.',
      'shelled',
      'The army'.toLowerCase(),
    ],
    [
      'a name with an apposition',
      'Gunmen attacked a bus near Quetta, Adil Baloch, a spokesman for the police, told reporters.',
      'attacked',
      'Adil Baloch',
    ],
    [
      'a speaker who goes on behind a semicolon',
      'Three shells hit the school, the mayor said; gunmen attacked the ferry.',
      'attacked',
      'the mayor',
    ],
    [
      'somebody else behind a semicolon',
      'Three shells hit the school, the mayor said; police said gunmen attacked the ferry.',
      'attacked',
      'police',
    ],
    [
      'a participle behind a comma',
      'Kenya closed the crossing, fearing an attack by gunmen.',
      'attack',
      'Kenya',
    ],
    ['a pronoun between commas', 'The gunmen, she said, attacked a bus near Quetta.', 'attacked', 'she'],
    [
      'a verb before its speaker',
      '“Soldiers burned our village,” said Amina Diallo.',
      'burned',
      'Amina Diallo',
    ],
    [
      'according to',
      'Police arrested nine students in Minsk, according to their lawyer.',
      'arrested',
      'their lawyer',
    ],
    [
      'an opening according to',
      'According to two diplomats, Ankara has suspended the talks.',
      'suspended',
      'two diplomats',
    ],
    [
      'a chief who speaks on a bare day',
      'Rebels shelled the port of Aden, police chief Omar Nasser said Monday.',
      'shelled',
      'police chief Omar Nasser',
    ],
    [
      'a noun that its clause only describes',
      'Fears that haunt the town grew; rebels shelled the port.',
      'shelled',
      'outlet',
    ],
    ['hearsay', 'Troops reportedly entered the town of Kidal.', 'entered', 'unnamed'],
    ['a passive that names nobody', 'The general is believed to have fled the capital.', 'fled', 'unnamed'],
    ['a denial of a deed', 'Kigali denied shelling the camp.', 'shelling', 'Kigali'],
    [
      'an infinitive that is claimed',
      'The rebels claimed to have captured the airport.',
      'captured',
      'The rebels',
    ],
    ['an accusation', 'Juba accused Khartoum of bombing the oilfield.', 'bombing', 'Juba'],
    [
      'speech that goes on',
      '“We held the bridge,” Colonel Ilunga said. “They shelled us all night.”',
      'shelled',
      'Colonel Ilunga',
    ],
  ])('takes %s', (_, text, trigger, expected) => {
    expect(sourceOf(text, trigger)).toBe(expected);
  });

  test.each([
    ['the outlet’s own sentence', 'Rebels shelled the port of Aden on Monday.', 'shelled'],
    ['a verb that only sounds like saying', 'Rebels began to shell the port of Aden on Monday.', 'shell'],
    [
      'what stands behind a semicolon',
      'Washington said it would stand by its ally; rebels shelled the port of Aden.',
      'shelled',
    ],
    ['the act of accusing', 'Juba accused Khartoum of bombing the oilfield.', 'accused'],
  ])('leaves %s to the outlet', (_, text, trigger) => {
    expect(sourceOf(text, trigger)).toBe('outlet');
  });
});

describe('who did it to whom', () => {
  test.each([
    [
      'an active',
      'Turkish jets bombed Kurdish positions near Afrin on Sunday.',
      'bombed',
      'Turkish jets',
      'Kurdish positions',
    ],
    [
      'a passive with agent',
      'Two policemen were killed by gunmen in Jolo on Sunday.',
      'killed',
      'gunmen',
      'Two policemen',
    ],
    [
      'a passive without',
      'Two policemen were killed in Jolo on Sunday.',
      'killed',
      undefined,
      'Two policemen',
    ],
    [
      'a light verb',
      'Ethiopian troops launched an attack on rebel fighters in Amhara.',
      'attack',
      'Ethiopian troops',
      'rebel fighters in Amhara',
    ],
    [
      'an accused doer',
      'Juba accused Khartoum of bombing the oilfield.',
      'bombing',
      'Khartoum',
      'the oilfield',
    ],
  ])('reads %s', (_, text, trigger, actor, recipient) => {
    const event = read(text).events.find((one) => one.trigger.text === trigger);
    expect(event?.actor[0]?.text).toBe(actor);
    expect(event?.recipient[0]?.text).toBe(recipient);
  });

  test('reads nobody into sport', () => {
    expect(
      read('The striker shot twice and the keeper saved both goals in the league match.').events,
    ).toEqual([]);
  });
});

describe('how firmly', () => {
  test.each([
    ['a fact', 'Troops crossed the border near Goma on Monday.', 'crossed', 'positive', 'certain', 'current'],
    ['a denial', 'Kigali denied shelling the camp.', 'shelling', 'negative', 'certain', 'current'],
    ['a threat', 'The junta threatened to expel the envoy.', 'expel', 'positive', 'possible', 'hypothetical'],
    [
      'a promise',
      'The army promised to withdraw from the town.',
      'withdraw',
      'positive',
      'certain',
      'future',
    ],
    [
      'a condition',
      'If rebels attack the dam, the army will respond.',
      'attack',
      'positive',
      'possible',
      'hypothetical',
    ],
    ['hearsay', 'Troops reportedly entered the town of Kidal.', 'entered', 'positive', 'probable', 'current'],
    [
      'an old date',
      'Troops entered the town of Kidal in 2012.',
      'entered',
      'positive',
      'certain',
      'background',
    ],
    [
      'nobody',
      'No civilians were killed in the raid, the army said.',
      'killed',
      'negative',
      'certain',
      'current',
    ],
  ])('reads %s', (_, text, trigger, ...expected) => {
    const event = read(text).events.find((one) => one.trigger.text === trigger);
    expect([event?.polarity, event?.certainty, event?.timeframe]).toEqual(expected);
  });
});

describe('who gainsays it', () => {
  test('links a denial to the claim that it answers', () => {
    const { events, links } = read(
      'Rebels shelled the camp at Rutshuru on Monday, the army said. The rebels denied shelling the camp.',
    );
    const denied = links
      .filter(({ relation }) => relation === 'denies')
      .map(({ from, to }) => [from, to].map((id) => events.find((event) => event.id === id)?.trigger.text));
    expect(denied).toContainEqual(['denied', 'shelled']);
  });

  test('sets rival tolls against each other', () => {
    const { links } = read(
      'The blast killed nine people, the ministry said. Doctors said that it had killed fourteen people.',
    );
    expect(links.map(({ relation }) => relation)).toContain('contradicts');
  });

  test('links nothing where nobody disagrees', () => {
    const { links } = read('Rebels shelled the camp at Rutshuru on Monday. Turkey sent aid to Somalia.');
    expect(links).toEqual([]);
  });
});
