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

/** The innermost source of the last event with this trigger. */
function sourceOf(text: string, trigger: string): string | undefined {
  const source = toldOf(text, trigger)?.sources.at(-1);
  return typeof source === 'string' ? source : source?.text;
}

const namesOf = (parties: readonly { readonly text: string }[] | undefined) =>
  (parties ?? []).map(({ text }) => text);

describe('a clause about somebody', () => {
  test('attributes nothing of what stands before it', () => {
    const text = 'Guards had retaken the fort, and Luc Adeba, the man whose voice listeners had heard, fled.';
    expect(sourceOf(text, 'retaken')).toBe('outlet');
    expect(sourceOf('Rebels seized the fort, a clerk who heard them said.', 'seized')).toBe('a clerk');
  });

  test('is all that a source credited inside of it vouches for', () => {
    const text = 'Mali summoned the envoy, who, according to two clerks, threatened to close the border.';
    expect(sourceOf(text, 'summoned')).toBe('outlet');
    expect(sourceOf(text, 'threatened')).toBe('two clerks');
    const whole = 'Mali summoned the envoy, according to two clerks, and closed the border.';
    expect(sourceOf(whole, 'summoned')).toBe('two clerks');
  });

  test('tells what has been, whatever hangs on a condition beside it', () => {
    const text = 'He threatens to march on Gao unless they free the imam, arrested in July.';
    expect(toldOf(text, 'arrested')).toMatchObject({ certainty: 'certain', timeframe: 'current', actor: [] });
    expect(toldOf(text, 'march')?.timeframe).toBe('hypothetical');
  });

  test('of what somebody is blamed for is of the blamed, by the word of who blames', () => {
    const text = 'Sudan, blamed by Chadian ministers for arming rebels, denied it.';
    expect(countriesOf(toldOf(text, 'arming')?.actor)).toEqual(['SDN']);
    expect(sourceOf(text, 'arming')).toBe('Chadian ministers');
    const active = 'Chadian ministers blamed Sudan for arming rebels.';
    expect(countriesOf(toldOf(active, 'arming')?.actor)).toEqual(['SDN']);
  });
});

test('what women rally for is not told by them of the camp', () => {
  const text =
    'In the camp, where Sudanese have lived since they fled Kosti, women blocked the gate to protest.';
  expect(sourceOf(text, 'fled')).toBe('outlet');
  expect(sourceOf('Kosti has fallen, women said to protest organisers.', 'fallen')).toBe('women');
});

describe('an open question', () => {
  test.each([
    ['What the jets hit is the question.', 'hit'],
    ['How many died is anybody’s guess.', 'died'],
    ['Who shelled the mill is unclear.', 'shelled'],
  ])('is known to nobody: %s', (text, trigger) => {
    expect(toldOf(text, trigger)?.certainty).toBe('unknown');
  });

  test('is none where the sentence says what is certain', () => {
    expect(toldOf('Who shelled the mill fled to Gao.', 'shelled')?.certainty).toBe('certain');
  });
});

test('who warns of what would follow has warned', () => {
  const text = 'Should the shelling resume, Toktorov warned, Bishkek would cut off power.';
  expect(toldOf(text, 'warned')).toMatchObject({ certainty: 'certain', timeframe: 'current' });
  expect(toldOf(text, 'cut off')?.timeframe).toBe('hypothetical');
});

describe('who does it', () => {
  test('is whom a sentence opens with', () => {
    const text = 'It was Kyrgyz soldiers, the committee said, who crossed the canal and beat two shepherds.';
    expect(namesOf(toldOf(text, 'beat')?.actor)).toEqual(['Kyrgyz soldiers']);
  });

  test('is also whoever does likewise', () => {
    expect(countriesOf(toldOf('Ghana condemned the coup, as did Togo.', 'condemned')?.actor)).toEqual([
      'GHA',
      'TGO',
    ]);
    expect(countriesOf(toldOf('Ghana condemned the coup, as Togo slept.', 'condemned')?.actor)).toEqual([
      'GHA',
    ]);
  });

  test('is not who counts the dead', () => {
    expect(toldOf('Doctors counted eleven dead in Goma.', 'dead')?.actor).toEqual([]);
    expect(namesOf(toldOf('The army left nine dead in Goma.', 'dead')?.actor)).toEqual(['The army']);
  });

  test('is not who falls', () => {
    expect(toldOf('He concedes that 12 of his men fell.', 'fell')).toMatchObject({ actor: [] });
    expect(toldOf('Shells fell on Gao.', 'fell')?.recipient).toEqual([]);
  });
});

test('bodies are told of by who counts them', () => {
  expect(sourceOf('A nurse counted seven corpses.', 'corpses')).toBe('A nurse');
  expect(toldOf('A nurse counted seven goats.', 'goats')).toBeUndefined();
});

test('a counterpart is of another state, whichever that is', () => {
  expect(countriesOf(toldOf('Kenya’s president met his counterpart.', 'met')?.recipient)).toEqual([null]);
  expect(countriesOf(toldOf('Kenya’s president met his Malian counterpart.', 'met')?.recipient)).toEqual([
    'MLI',
  ]);
});

test('she whose lawyer speaks is whom he speaks of', () => {
  const text = 'Senator Ana Ruiz was held. Her lawyer insists that she never financed the rebels.';
  expect(namesOf(toldOf(text, 'financed')?.actor)).toEqual(['Senator Ana Ruiz']);
  const minister = 'Senator Ana Ruiz was held. The minister insists that she financed the rebels.';
  expect(namesOf(toldOf(minister, 'financed')?.actor)).not.toEqual(['Her']);
});
