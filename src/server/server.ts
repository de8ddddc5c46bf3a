import type { AddressInfo } from 'node:net';
import fastifySwagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { GainsayError } from '../errors.ts';
import { addApi } from './api.ts';
import { guard, requireLoopback } from './guard.ts';
import { addPages } from './pages.ts';
import { answerProblems, MAX_REQUEST_BYTES } from './problems.ts';
import { secure } from './security.ts';
import type { Shelf } from './shelf.ts';
import { loadStoryTeller, type StoryTeller } from './story-teller.ts';

/** How many ports are tried, the one asked for first. */
const PORTS_TRIED = 20;

/** What the desk is served from, and where. */
export interface ServerOptions {
  readonly shelf: Shelf;
  /** 0 takes any free port. */
  readonly port: number;
  /** A name or address of this machine; 127.0.0.1 when left out. */
  readonly host?: string;
  /** The folder of the built desk; null serves the API alone. */
  readonly webRoot: string | null;
  /** Told of faults of ours, with their stack; never of a request that was wrong. */
  readonly warn: (error: unknown) => void;
}

/** A server that listens, until it is closed. */
export interface RunningServer {
  /** Such as `http://127.0.0.1:4310`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens the desk on this machine, on the port asked for or the next free one.
 * @throws GainsayError `address-refused` for a host that is not this machine, `ports-taken` when 20 ports are in use.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port, host = '127.0.0.1' } = options;
  requireLoopback(host);
  const tellStory = await loadStoryTeller();
  for (let offset = 0; offset < PORTS_TRIED; offset++) {
    const app = await createApp(options, tellStory);
    try {
      await app.listen({ port: port === 0 ? 0 : port + offset, host });
      return { url: urlOf(app, host), close: () => app.close() };
    } catch (error) {
      await app.close();
      if (!isTaken(error)) throw error;
    }
  }
  throw new GainsayError('ports-taken', { first: port, last: port + PORTS_TRIED - 1 });
}

async function createApp(
  { shelf, webRoot, warn }: ServerOptions,
  tellStory: StoryTeller,
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: MAX_REQUEST_BYTES,
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: true,
  });
  // A form of another site can send plain text without asking first; nothing here takes it.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  guard(app);
  secure(app);
  answerProblems(app, warn);
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Gainsay',
        version: '0.1.0',
        description: 'Who says what happened, and who gainsays it.',
      },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(async (scope) => addApi(scope, shelf, tellStory));
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await addPages(app, webRoot);
  return app;
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function urlOf(app: FastifyInstance, host: string): string {
  // A server that listens on a port has an address with a port, not a pipe's name.
  const { port } = app.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
