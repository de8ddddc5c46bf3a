/** What the words around an act make of it: what is aimed at, how long it went on, what was used for it, and between whom. */
import { describe, expect, test } from 'vitest';
import { loadReader } from '../src/pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

/** The last event with this trigger. */
function toldOf(text: string, trigger: string) {
  const meta = { id: 'any', title: null, outlet: 'The Any', language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-06-13T12:00:00Z' }, text });
  return events.findLast((one) => one.trigger.text === trigger);
}

const countriesOf = (parties: readonly { readonly country: string | null }[] | undefined) =>
  (parties ?? []).map(({ country }) => country);

describe('what is aimed at', () => {
  test('is a party of its own, wherever it lies', () => {
    const told = toldOf('Rebels fired at a Greek trawler off Oman.', 'fired at');
    expect(countriesOf(told?.recipient)).toEqual(['GRC']);
  });

  test('is no party where it only tells the place', () => {
    expect(toldOf('Rebels fired shots at dawn near the port.', 'fired')?.recipient).toEqual([]);
  });
});

describe('a stretch of time', () => {
  test('tells how long the fighting behind it went on, not when', () => {
    const told = toldOf('Troops retook the bridge after three days of fighting.', 'fighting');
    expect(told).toMatchObject({ timeframe: 'current', time: null });
  });

  test('that is over is not what a plan means', () => {
    expect(toldOf('Germany is to withdraw its contingent by May.', 'withdraw')?.time?.to).toBe('2025-05-31');
    expect(toldOf('Germany withdrew its contingent in May.', 'withdrew')?.time?.to).toBe('2024-05-31');
  });
});

describe('what something is used for', () => {
  test('was done with it', () => {
    const told = toldOf('Police used tear gas to disperse crowds in Lomé.', 'disperse');
    expect(told).toMatchObject({ certainty: 'certain', timeframe: 'current' });
  });

  test('is a plan where it is yet to be used', () => {
    const told = toldOf('The general wants to use tanks to storm the town.', 'storm');
    expect(told).toMatchObject({ certainty: 'possible', timeframe: 'future' });
  });
});

describe('a relative pronoun', () => {
  test('does what its clause tells, not whoever says so', () => {
    const text = 'An official condemned the raid, which he said had killed three technicians.';
    expect(toldOf(text, 'killed')?.actor).toEqual([]);
  });

  test('undergoes it where another does it', () => {
    const text = 'The army thanked the nurses, whom it said the rebels had freed.';
    expect(toldOf(text, 'freed')?.actor.map(({ text: words }) => words)).toEqual(['the rebels']);
  });
});

describe('each side', () => {
  const WAR = 'The Sudanese army shelled Kosti. The rebels of the RSF in Sudan took a bridge. ';

  test('of a war within one state is of it, whoever mediates', () => {
    const told = toldOf(`${WAR}Each side accused the other. Chad offered talks.`, 'accused');
    expect(countriesOf(told?.actor)).toEqual(['SDN']);
  });

  test('of two states at odds is of either', () => {
    const text = 'Ghana shelled Togo. Togo bombed Ghana. Each side accused the other of murder.';
    expect(countriesOf(toldOf(text, 'accused')?.actor)).toEqual(['GHA', 'TGO']);
  });
});

test('a march that is hijacked is nobody carried off', () => {
  const march = toldOf('The minister said the march had been hijacked by thugs.', 'hijacked');
  expect(march?.mode).not.toBe('abduct');
  expect(toldOf('A clerk was hijacked by thugs.', 'hijacked')?.mode).toBe('abduct');
});

test('an armed group tells in whose country a town is', () => {
  const text =
    'The Houthis vowed revenge after jets hit a mill near Hodeidah. Iran denied it. Tehran called Iran calm.';
  expect(toldOf(text, 'hit')?.place?.country).toBe('YEM');
});
