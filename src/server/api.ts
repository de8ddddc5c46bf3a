import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Reading } from '../claims/reading.ts';
import { GainsayError } from '../errors.ts';
import { type Board, EMPTY_BOARD, viewBoard } from '../views/board.ts';
import { changesView } from '../views/changes.ts';
import { comparisonOf } from '../views/matters.ts';
import { viewReport } from '../views/report-reader.ts';
import { arrivalsIn } from './arrivals.ts';
import {
  addedSchema,
  boardSchema,
  changesSchema,
  pastedSchema,
  problemSchema,
  reportSchema,
  reportsSchema,
  sinceSchema,
} from './schemas.ts';
import type { Shelf } from './shelf.ts';
import type { StoryTeller } from './story-teller.ts';

/** Adds what the desk and other programs ask for: the board, what changed, the reports, one report, and a way to add one. */
export function addApi(base: FastifyInstance, shelf: Shelf, tellStory: StoryTeller): void {
  const app = base.withTypeProvider<ZodTypeProvider>();
  const board = boardOf(shelf, tellStory);
  app.get(
    '/healthz',
    { schema: { summary: 'Whether the desk answers', response: { 200: z.object({ ok: z.literal(true) }) } } },
    async () => ({ ok: true as const }),
  );
  app.get(
    '/api/board',
    { schema: { summary: 'What is claimed and denied, contested first', response: { 200: boardSchema } } },
    async (request, reply) => (unchanged(request, reply, shelf.version()) ? reply : mutable(board())),
  );
  app.get(
    '/api/reports',
    { schema: { summary: 'The reports, in the order in which they came', response: { 200: reportsSchema } } },
    async () => mutable({ reports: board().reports }),
  );
  app.get(
    '/api/reports/:id',
    {
      schema: {
        summary: 'One report: its text, its events and links, and its words by kind',
        params: z.object({ id: z.string() }),
        response: { 200: reportSchema, 404: problemSchema },
      },
    },
    async (request, reply) => {
      const reading = found(shelf, request.params.id);
      if (unchanged(request, reply, `${shelf.version()}-${reading.id}`)) return reply;
      return mutable({ page: viewReport(reading, board()), text: reading.report.text, links: reading.links });
    },
  );
  addChanges(base, shelf, tellStory);
  addPosting(base, shelf);
}

function addChanges(base: FastifyInstance, shelf: Shelf, tellStory: StoryTeller): void {
  base.withTypeProvider<ZodTypeProvider>().get(
    '/api/changes',
    {
      schema: {
        summary: 'What changed since a moment: reports and decisions that came in after it',
        querystring: sinceSchema,
        response: { 200: changesSchema, 400: problemSchema },
      },
    },
    async (request) => {
      const since = new Date(request.query.since).toISOString();
      const groups = changesView(tellStory(shelf.knownAt(since)), tellStory(shelf.knownAt(null)));
      return mutable({ since, groups });
    },
  );
}

function addPosting(base: FastifyInstance, shelf: Shelf): void {
  base.withTypeProvider<ZodTypeProvider>().post(
    '/api/reports',
    {
      schema: {
        summary: 'Read a pasted report and keep it',
        body: pastedSchema,
        response: { 201: z.object({ added: z.array(addedSchema) }), 400: problemSchema, 422: problemSchema },
      },
    },
    async (request, reply) => {
      const added = [];
      for (const arrival of await arrivalsIn(request.body)) {
        const { id, report, events } = await shelf.add(arrival);
        added.push({ id, title: report.title, events: events.length });
      }
      return reply.code(201).send({ added });
    },
  );
}

// The board is a view of every report: it is worked out once a change, not once a request.
function boardOf(shelf: Shelf, tellStory: StoryTeller): () => Board {
  let version: string | null = null;
  let board = EMPTY_BOARD;
  return () => {
    if (version === shelf.version()) return board;
    version = shelf.version();
    const known = shelf.knownAt(null);
    board = viewBoard(known.readings, comparisonOf(tellStory(known), shelf.decisions()));
    return board;
  };
}

function found(shelf: Shelf, id: string): Reading {
  const reading = shelf.readings().find((candidate) => candidate.id === id);
  if (reading === undefined) throw new GainsayError('report-missing', { report: id });
  return reading;
}

// Answers 304 where the browser has this version already. `no-cache` lets it keep the bytes but makes it ask.
function unchanged(request: FastifyRequest, reply: FastifyReply, version: string): boolean {
  const tag = `"${createHash('sha256').update(version).digest('hex').slice(0, 16)}"`;
  reply.header('etag', tag).header('cache-control', 'no-cache');
  if (request.headers['if-none-match'] !== tag) return false;
  reply.code(304).send();
  return true;
}

// The views give readonly lists and zod's types are mutable; the serializer writes neither.
function mutable<T>(value: T): Mutable<T> {
  return value as Mutable<T>;
}

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;
