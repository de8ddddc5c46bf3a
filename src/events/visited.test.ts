import { describe, expect, test } from 'vitest';
import { loadReader } from '../pipeline/reader.ts';

const reader = await loadReader({ engine: 'accurate' });

/** Who does what to whom in a text, by countries. */
function acts(text: string): string[] {
  const meta = { id: 'visited', title: null, outlet: null, language: 'en', url: null };
  const { events } = reader.read({ meta: { ...meta, publishedAt: '2024-03-06T12:00:00Z' }, text });
  for (const { trigger } of events) expect(text.slice(trigger.start, trigger.end)).toBe(trigger.text);
  const lands = (parties: readonly { readonly country: string | null }[]) =>
    parties.map(({ country }) => country ?? '?').join(' & ');
  return events.map(({ actor, type, recipient }) => `${lands(actor)} > ${type} > ${lands(recipient)}`);
}

describe('visitedBy', () => {
  test.each([
    ['The Kenyan premier spoke of the dam during a visit to Lima.', 'KEN > CONSULT > PER'],
    ['The Omani minister arrived in Ankara on an official visit.', 'OMN > CONSULT > TUR'],
    ['The Omani premier left for Doha for talks on gas.', 'OMN > CONSULT > QAT'],
  ])('calls on those who rule where the journey goes: %s', (text, act) => {
    expect(acts(text)).toContain(act);
  });

  test('leaves open whom a visit calls on that goes nowhere', () => {
    expect(acts('The Kenyan premier was briefed during a visit in May.')).toContain('KEN > CONSULT > ');
  });
});

describe('recipientsOf', () => {
  test.each([
    ['The Ghanaian government warned its citizens about the Malian militia.', 'GHA > ACCUSE > MLI'],
    ['Spain welcomed reports about Algeria on gas.', 'ESP > SUPPORT > DZA'],
    ['The Colombian judge pleaded for asylum in Canada.', 'COL > REQUEST > CAN'],
    ['Turkish soldiers cordoned off the roads leading into Syria.', 'TUR > COERCE > SYR'],
    ['Sweden criticised the closure of schools in Minsk.', 'SWE > ACCUSE > BLR'],
    ['Oslo will contribute a million crowns to Malawi.', 'NOR > AID > MWI'],
    ['Chad celebrated independence day with Niger.', 'TCD > SUPPORT > NER'],
    ['Belize agreed with Honduras that the ferry should run again.', 'BLZ > AGREE > HND'],
  ])('tells whom an act of words or of closing concerns: %s', (text, act) => {
    expect(acts(text)).toContain(act);
  });

  test.each([
    ['The Ghanaian government warned its citizens about the cold.', 'GHA > ACCUSE'],
    ['Turkish soldiers cordoned off the roads leading into Bursa.', 'TUR > COERCE > TUR'],
    ['Sweden criticised the play of schools in Minsk.', 'SWE > ACCUSE > BLR'],
    ['The Colombian judge pleaded for rain in Canada.', 'COL > REQUEST > CAN'],
  ])('leaves it open in: %s', (text, act) => {
    expect(acts(text).join()).not.toContain(act);
  });
});

describe('readRoles', () => {
  test.each([
    ['Lima is close to a deal with Quito on the dam.', 'PER > AGREE > ECU'],
    ['Officials in Paris and Rome welcomed the return of the envoy to Libya.', 'FRA & ITA > SUPPORT'],
  ])('tells who nears a deal, and of which lands somebody is: %s', (text, act) => {
    expect(acts(text).join()).toContain(act);
  });

  test('takes troops in two lands for those of neither', () => {
    expect(acts('French troops in Mali and Niger fired at the rebels.').join()).toContain('FRA > ASSAULT');
  });
});
