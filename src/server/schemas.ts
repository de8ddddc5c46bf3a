import { z } from 'zod';
import { EVENT_TYPES } from '../document/event-layers.ts';
import { type Board, STATUSES } from '../views/board.ts';
import { MARK_KINDS } from '../views/kinds.ts';
import type { ReportPage } from '../views/report-reader.ts';
import type { Voice } from '../views/voices.ts';

const span = z.object({ start: z.int().min(0), end: z.int().min(0) });
const certainty = z.enum(['certain', 'probable', 'possible', 'unknown']);
const polarity = z.enum(['positive', 'negative']);
const timeframe = z.enum(['current', 'background', 'future', 'hypothetical']);
const time = z
  .object({ text: z.string(), from: z.string().nullable(), to: z.string().nullable() })
  .nullable()
  .describe('Inclusive ISO dates; null where the text gives no clue.');
const confidence = z
  .number()
  .min(0)
  .max(1)
  .describe('How sure the machine is of its reading, never how true the account is.');

/** One report's words for one claim, and whose they are. */
export const voiceSchema = z.object({
  report: z.string(),
  event: z.string(),
  outlet: z.string().nullable(),
  publishedAt: z.string().nullable(),
  by: z.string().nullable().describe('Who says so; null where the report names nobody.'),
  own: z.boolean().describe('The report says it in its own voice.'),
  via: z.array(z.string()),
  cue: z.string().nullable(),
  words: z.string(),
  direct: z.boolean().describe('The words stand in quotation marks.'),
  polarity,
  certainty,
  timeframe,
}) satisfies z.ZodType<Voice>;

const speakerSchema = z.object({ key: z.string(), voices: z.array(voiceSchema) });

const what = {
  type: z.enum(EVENT_TYPES),
  mode: z.string().nullable(),
  actor: z.array(z.string()),
  trigger: z.string(),
  recipient: z.array(z.string()),
  place: z.string().nullable(),
  time,
};

const figureSchema = z.object({
  of: z.string(),
  values: z.array(
    z.object({
      by: z.string().nullable(),
      outlet: z.string().nullable(),
      report: z.string(),
      event: z.string(),
      text: z.string(),
      min: z.number().nullable(),
      max: z.number().nullable(),
    }),
  ),
});

const decisionSchema = z.object({
  entry: z.int().describe('The number of its entry in the log, by which it can be taken back.'),
  kind: z.enum(['merged', 'split', 'retracted']),
  by: z.string(),
  at: z.string(),
  note: z.string().nullable(),
});

const rowSchema = z.object({
  id: z.string().describe('<report id>/<event id> of the mention that it is shown by.'),
  status: z.enum(STATUSES),
  mentions: z.array(z.string()),
  corrected: z.boolean(),
  retracted: z.boolean().describe('Everybody who said so took it back.'),
  ...what,
  words: z.string(),
  says: z.array(speakerSchema),
  denies: z.array(speakerSchema),
  rivals: z.array(voiceSchema),
  reports: z.array(z.string()),
  origins: z.int().nullable().describe('How many accounts began on their own; null when not worked out.'),
  figures: z.array(figureSchema),
  sentence: z.string(),
  decisions: z.array(decisionSchema),
  confidence,
});

const boardReportSchema = z.object({
  id: z.string(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  publishedAt: z.string().nullable(),
  events: z.int(),
  copyOf: z.string().nullable(),
});

/** The board: what the collection says, the contested first. */
export const boardSchema = z.object({
  groups: z.array(z.object({ status: z.enum(STATUSES), rows: z.array(rowSchema) })),
  reports: z.array(boardReportSchema),
}) satisfies z.ZodType<Board>;

/** The list of reports. */
export const reportsSchema = z.object({ reports: z.array(boardReportSchema) });

const cardSchema = z.object({
  id: z.string(),
  kind: z.enum(MARK_KINDS),
  contested: z.boolean(),
  ...what,
  voice: voiceSchema,
  deniedBy: z.array(voiceSchema),
  polarity,
  certainty,
  timeframe,
  quantities: z.array(z.object({ text: z.string(), of: z.string() })),
  evidence: z.array(z.string()),
  across: z
    .object({
      row: z.string(),
      reports: z.int(),
      origins: z.int().nullable(),
      says: z.array(voiceSchema),
      denies: z.array(voiceSchema),
    })
    .nullable()
    .describe('What other reports say of it; null where none does.'),
  relatives: z.array(
    z.object({
      relation: z.string(),
      event: z.string(),
      direction: z.enum(['from', 'to']),
      words: z.string(),
    }),
  ),
  rules: z.array(z.object({ field: z.string(), rule: z.string(), confidence, spans: z.array(span) })),
  sourceSpans: z.array(span),
  cueSpan: span.nullable(),
  wordsSpan: span,
  sentence: z.string(),
  confidence,
});

/** A report as the desk shows it: its text in marked stretches, and a card an event. */
export const pageSchema = z.object({
  id: z.string(),
  title: z.string().nullable(),
  outlet: z.string().nullable(),
  publishedAt: z.string().nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  opensWithTitle: z.boolean(),
  paragraphs: z.array(
    z.object({
      ...span.shape,
      segments: z.array(
        z.object({
          ...span.shape,
          text: z.string(),
          events: z.array(z.string()),
          kind: z.enum(MARK_KINDS).nullable(),
          contested: z.boolean(),
          trigger: z.boolean(),
        }),
      ),
      events: z.array(z.string()),
    }),
  ),
  events: z.array(cardSchema),
  engine: z.string(),
}) satisfies z.ZodType<ReportPage>;

/** A report's page, with the whole text and the links as the reading gives them. */
export const reportSchema = z.object({
  page: pageSchema,
  text: z.string(),
  links: z.array(z.object({ from: z.string(), to: z.string(), relation: z.string() })),
});

/** From when on changes are asked for. */
export const sinceSchema = z.object({ since: z.iso.datetime({ offset: true }) });

/** What changed since a moment, by kind, the gravest first. */
export const changesSchema = z.object({
  since: z.string(),
  groups: z.array(
    z.object({
      kind: z.string(),
      heading: z.string(),
      changes: z.array(
        z.object({
          kind: z.string(),
          event: z.string(),
          what: z.string(),
          sentence: z.string(),
          mentions: z.array(z.string()),
          quotes: z.array(
            z.object({
              mention: z.string(),
              outlet: z.string().nullable(),
              publishedAt: z.string().nullable(),
              text: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** What the desk's panel sends: the pasted text, HTML or JSON, and what the person knows of it besides. */
export const pastedSchema = z.strictObject({
  content: z.string().min(1).describe('Plain text, a page of HTML, or {"id", "report": {…, "text"}}.'),
  title: z.string().max(1_000).optional(),
  outlet: z.string().max(300).optional(),
  publishedAt: z.iso.datetime({ offset: true }).optional(),
});

/** What a report that was just read is called, and how many events it tells. */
export const addedSchema = z.object({ id: z.string(), title: z.string().nullable(), events: z.int() });

/** A refusal, after RFC 9457. */
export const problemSchema = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
  .describe('RFC 9457: one sentence in detail, a stable code in title.');
