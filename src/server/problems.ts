import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { ERRORS, GainsayError } from '../errors.ts';

/** Most bytes of one request; a report at its limit, escaped as JSON, fits. */
export const MAX_REQUEST_BYTES = 4 * 1024 * 1024;

/** Answers every error of an app in one shape, RFC 9457's `application/problem+json`. */
export function answerProblems(app: FastifyInstance, warn: (error: unknown) => void): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = knownError(error, request);
    if (known.code === 'server-failed') warn(error);
    return sendProblem(reply, known);
  });
}

/** Answers with one error: its code as the type, its sentence as the detail. */
export function sendProblem(reply: FastifyReply, error: GainsayError): FastifyReply {
  const { status } = ERRORS[error.code];
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send({ type: `urn:gainsay:error:${error.code}`, title: error.code, status, detail: error.message });
}

function knownError(error: FastifyError | GainsayError, request: FastifyRequest): GainsayError {
  if (error instanceof GainsayError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const reason = error.validation
      .map((issue) => `${issue.instancePath || '/'} ${issue.message}`)
      .join('; ');
    return new GainsayError('request-invalid', { reason }, error);
  }
  if (error.statusCode === 413)
    return new GainsayError('request-too-large', { limit: MAX_REQUEST_BYTES }, error);
  if (error.statusCode === 415) {
    return new GainsayError(
      'request-media',
      { type: request.headers['content-type'] ?? 'of no type' },
      error,
    );
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return new GainsayError('request-invalid', { reason: error.message.replace(/\.$/, '') }, error);
  }
  return new GainsayError('server-failed', {}, error);
}
