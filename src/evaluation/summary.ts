import type { ReadEvent, Reading, ReadLink, ReadParty, ReadSource } from '../claims/reading.ts';

/**
 * Gives a reading in a form that a person can check line by line beside its report: one event a line, in the order of
 * the text, then one link a line. `-` stands for what is not known. Offsets, reasons and confidence are left out, so that
 * only a changed value changes a line.
 */
export function summarise({ report, events, links }: Reading): string {
  const head = `${report.outlet ?? '-'} | ${report.publishedAt ?? '-'} | ${report.title ?? '-'}`;
  const body = [head, '', ...events.map(eventLine)];
  const tail = links.length === 0 ? [] : ['', ...links.map(linkLine)];
  return `${[...body, ...tail].join('\n')}\n`;
}

function eventLine(event: ReadEvent): string {
  const contexts = event.contexts.length === 0 ? '' : ` {${event.contexts.join(' ')}}`;
  const cue = event.cue === null ? '' : ` (${oneLine(event.cue.text)})`;
  return [
    `${event.id} ${oneLine(event.trigger.text)} ${event.type}/${event.mode ?? '-'}${contexts}`,
    `${partiesOf(event.actor)} → ${partiesOf(event.recipient)}`,
    placeOf(event),
    timeOf(event),
    `${event.sources.map(sourceOf).join(' > ') || '-'}${cue}`,
    `${event.polarity} ${event.certainty} ${event.timeframe}`,
    quantitiesOf(event),
    evidenceOf(event),
  ].join(' | ');
}

function linkLine({ from, to, relation }: ReadLink): string {
  return `${from} ${relation} ${to}`;
}

function partiesOf(parties: readonly ReadParty[]): string {
  return parties.map(partyOf).join(', ') || '-';
}

function partyOf({ text, country, sector, entity }: ReadParty): string {
  const codes = [country, sector, entity].filter((code) => code !== null);
  return codes.length === 0 ? oneLine(text) : `${oneLine(text)} [${codes.join(' ')}]`;
}

function sourceOf(source: ReadSource): string {
  return typeof source === 'string' ? source : partyOf(source);
}

function placeOf({ place }: ReadEvent): string {
  if (place === null) return '-';
  const { country, lat, lon, precision, disputed } = place;
  // A hundredth of a degree is a kilometre: enough to see whether the right town was found.
  const point = lat === null || lon === null ? null : `${lat.toFixed(2)},${lon.toFixed(2)}`;
  const facts = [country, point, precision === null ? null : `p${precision}`, disputed ? 'disputed' : null];
  return `${oneLine(place.text)} [${facts.filter((fact) => fact !== null).join(' ')}]`;
}

function timeOf({ time }: ReadEvent): string {
  if (time === null) return '-';
  const range = time.from === time.to ? (time.from ?? '-') : `${time.from ?? '-'}..${time.to ?? '-'}`;
  return `${oneLine(time.text)} [${range}${time.precision === null ? '' : ` p${time.precision}`}]`;
}

function quantitiesOf({ quantities }: ReadEvent): string {
  const parts = quantities.map(({ text, of, min, max }) => {
    const range = min === max ? `${min ?? '-'}` : `${min ?? ''}..${max ?? ''}`;
    return `${oneLine(text)} [${range} ${of}]`;
  });
  return parts.join(', ') || '-';
}

function evidenceOf({ evidence }: ReadEvent): string {
  return evidence.map(({ text, kind, basis }) => `${oneLine(text)} [${kind} ${basis}]`).join(', ') || '-';
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/gu, ' ');
}
