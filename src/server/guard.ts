import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GainsayError } from '../errors.ts';

const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', 'localhost'];
const READING_METHODS: readonly string[] = ['GET', 'HEAD'];

/**
 * Checks that a host to listen on is this machine itself.
 * @throws GainsayError `address-refused` for any other, as long as the desk has no users.
 */
export function requireLoopback(host: string): void {
  if (!LOOPBACK.includes(host)) throw new GainsayError('address-refused', { host });
}

/**
 * Refuses requests that a page elsewhere could make a browser send. A name that was rebound to 127.0.0.1 arrives with
 * its own Host; a form or a script of another site arrives with its own Origin.
 */
export function guard(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const { host } = request.headers;
    const known = hostsAt(request.socket.localPort ?? 0);
    if (host === undefined || !known.includes(host.toLowerCase())) {
      throw new GainsayError('host-refused', { host: host ?? '', known: known.join(', ') });
    }
    if (!READING_METHODS.includes(request.method)) refuseForeignWriters(request, known);
  });
}

function refuseForeignWriters({ headers }: FastifyRequest, known: readonly string[]): void {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const foreign = origin !== undefined && !known.some((host) => origin.toLowerCase() === `http://${host}`);
  if (foreign || site === 'cross-site' || site === 'same-site') {
    throw new GainsayError('origin-refused', { origin: origin ?? 'another site' });
  }
}

function hostsAt(port: number): readonly string[] {
  return ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
}
