import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { GainsayError } from '../errors.ts';
import { sendProblem } from './problems.ts';

/**
 * Serves the built desk, where there is one. Every path that is no file and no part of the API is a page of the desk,
 * whose state is in its URL. Built assets carry a hash in their names and may be kept for ever.
 * @throws GainsayError `part-missing` where the folder holds no desk.
 */
export async function addPages(app: FastifyInstance, webRoot: string | null): Promise<void> {
  if (webRoot !== null) await addFiles(app, webRoot);
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && request.headers.accept?.includes('text/html') === true;
    if (webRoot !== null && isPage && !request.url.startsWith('/api/')) return reply.sendFile('index.html');
    return sendProblem(reply, new GainsayError('page-missing', { path: request.url }));
  });
}

async function addFiles(app: FastifyInstance, webRoot: string): Promise<void> {
  if (!existsSync(join(webRoot, 'index.html'))) throw new GainsayError('part-missing', { part: 'desk' });
  await app.register(fastifyStatic, {
    root: webRoot,
    wildcard: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const keep = path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
      response.header('cache-control', keep);
    },
  });
}
