import type { ReadEvent, Reading, ReadLink } from '../claims/reading.ts';
import { dateInWords, rangeInWords } from './dates.ts';
import { type Group, type GroupKind, groupEvents, sourcesInWords } from './groups.ts';
import { lineNumbers } from './line-numbers.ts';
import { type Colours, counted, type Piece, printable, wrapped } from './terminal.ts';
import { whyLines } from './why-view.ts';

/** How a reading is set. */
export interface ViewOptions {
  readonly colours: Colours;
  /** Characters a line. */
  readonly width: number;
  /** Show the rule, the words and the confidence behind each field. */
  readonly explain: boolean;
}

/** Sets one reading for a person: who the report says did what, grouped by whose word it is. */
export function readingView(reading: Reading, options: ViewOptions): string {
  const groups = groupEvents(reading);
  const lines = [heading(reading, groups, options)];
  const lineOf = lineNumbers(reading.report.text);
  const context = { reading, lineOf, options };
  for (const group of groups) {
    lines.push('', groupTitle(group, options));
    for (const event of group.events) lines.push(...eventLines(event, group, context));
  }
  if (reading.events.length === 0) lines.push('', options.colours.dim('No events were read in this report.'));
  return `${lines.join('\n')}\n`;
}

interface Context {
  readonly reading: Reading;
  readonly lineOf: (offset: number) => number;
  readonly options: ViewOptions;
}

function heading(reading: Reading, groups: readonly Group[], { colours, width }: ViewOptions): string {
  const { title, outlet, publishedAt } = reading.report;
  const count = (kind: GroupKind): number =>
    groups.filter((group) => group.kind === kind).reduce((sum, group) => sum + group.events.length, 0);
  const counts = [
    `${count('asserted')} asserted`,
    `${count('claimed')} claimed`,
    `${count('denied')} denied`,
    `${count('forecast')} forecast or planned`,
    `${count('hypothetical')} hypothetical`,
    `${count('background')} background`,
  ].filter((part) => !part.startsWith('0 '));
  const facts = [outlet, publishedAt === null ? 'date unknown' : dateInWords(publishedAt), reading.id];
  const total = `${counted(reading.events.length, 'event')}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}`;
  return [
    wrapped([{ text: printable(title ?? reading.id), paint: colours.bold }], width, ''),
    wrapped(
      [
        {
          text: facts
            .filter((fact) => fact !== null)
            .map(printable)
            .join(' · '),
          paint: colours.dim,
        },
      ],
      width,
      '',
    ),
    wrapped([{ text: total, paint: colours.dim }], width, ''),
  ].join('\n');
}

const TITLES: Readonly<Record<GroupKind, string>> = {
  asserted: 'Asserted by the report itself',
  claimed: 'Claimed by',
  denied: 'Denied',
  forecast: 'Forecast or planned',
  hypothetical: 'Hypothetical',
  background: 'Background',
};

function groupTitle({ kind, by }: Group, { colours, width }: ViewOptions): string {
  const paints: Readonly<Record<GroupKind, (text: string) => string>> = {
    asserted: colours.bold,
    claimed: colours.yellow,
    denied: colours.blue,
    forecast: colours.magenta,
    hypothetical: colours.magenta,
    background: colours.dim,
  };
  const title = by === null ? TITLES[kind] : `${TITLES[kind]} ${printable(by)}`;
  return wrapped([{ text: title, paint: (text) => colours.bold(paints[kind](text)) }], width, '');
}

function eventLines(
  event: ReadEvent,
  group: Group,
  { reading, lineOf, options }: Context,
): readonly string[] {
  const { colours, width, explain } = options;
  const lines = [
    wrapped(summary(event, colours), width, '  '),
    wrapped(quotation(event, reading.report.text, colours), width, '     '),
    wrapped(
      [{ text: facts(event, group, { reading, lineOf }).map(printable).join(' · '), paint: colours.dim }],
      width,
      '     ',
    ),
  ];
  return explain ? [...lines, ...whyLines(event, reading.report.text, { colours, width })] : lines;
}

/** `e3 Russian military units → Ukraine: entered (mobilize, troops)` */
function summary(event: ReadEvent, colours: Colours): readonly Piece[] {
  const parties = (list: ReadEvent['actor']): string => list.map(({ text }) => printable(text)).join(', ');
  const actor = parties(event.actor) || 'nobody named';
  const recipient = parties(event.recipient);
  const type = [event.type.toLowerCase(), event.mode].filter((part) => part !== null).join(', ');
  return [
    { text: `${event.id} `, paint: colours.dim },
    { text: `${actor}${recipient === '' ? '' : ` → ${recipient}`}: ` },
    { text: event.polarity === 'negative' ? 'not ' : '', paint: colours.bold },
    { text: `${printable(event.trigger.text)} `, paint: colours.bold },
    { text: `(${type})` },
  ];
}

/** The exact words, the trigger bold where it stands in them. */
function quotation({ words, trigger }: ReadEvent, text: string, colours: Colours): readonly Piece[] {
  if (trigger.start < words.start || trigger.end > words.end) return [{ text: `“${printable(words.text)}”` }];
  return [
    { text: `“${printable(text.slice(words.start, trigger.start))}` },
    { text: printable(trigger.text), paint: colours.bold },
    { text: `${printable(text.slice(trigger.end, words.end))}”` },
  ];
}

const FIRMNESS = {
  certain: 'said flatly',
  probable: 'held probable',
  possible: 'held possible',
  unknown: 'left open',
} as const;

function facts(
  event: ReadEvent,
  group: Group,
  { reading, lineOf }: Pick<Context, 'reading' | 'lineOf'>,
): readonly string[] {
  return [
    `line ${lineOf(event.words.start)}`,
    speaker(event, group),
    FIRMNESS[event.certainty],
    event.place === null ? '' : event.place.text,
    timeInWords(event),
    ...event.quantities.map(({ text, of }) => `${of}: ${text}`),
    ...event.evidence.map(({ text }) => `proof mentioned: ${text}`),
    ...linksInWords(event, reading),
  ].filter((fact) => fact !== '');
}

/** A group of claims names its source in the title; there only the cue is told. */
function speaker({ sources, cue }: ReadEvent, { kind }: Group): string {
  const cueWords = cue === null ? '' : `“${cue.text}”`;
  if (kind === 'asserted') return '';
  return kind === 'claimed'
    ? cueWords
    : [sourcesInWords(sources), cueWords].filter((part) => part !== '').join(' ');
}

function timeInWords({ time }: ReadEvent): string {
  if (time === null) return '';
  return time.from === null ? `“${time.text}”` : rangeInWords(time.from, time.to);
}

const RELATIONS: Readonly<Record<ReadLink['relation'], readonly [string, string]>> = {
  denies: ['denies', 'denied by'],
  contradicts: ['contradicts', 'contradicted by'],
  confirms: ['confirms', 'confirmed by'],
  'same-as': ['same as', 'same as'],
  'responds-to': ['responds to', 'answered by'],
  'alternative-to': ['another account of', 'another account:'],
  predicts: ['predicts', 'predicted by'],
  'part-of': ['part of', 'includes'],
  corrects: ['corrects', 'corrected by'],
};

function linksInWords({ id }: ReadEvent, { links }: Reading): readonly string[] {
  return links.flatMap(({ from, to, relation }) => {
    if (from === id) return [`${RELATIONS[relation][0]} ${to}`];
    return to === id ? [`${RELATIONS[relation][1]} ${from}`] : [];
  });
}
