/** How the outside world is told of an error: HTTP status, exit code, and one sentence with the numbers in it. */
interface ErrorKind {
  readonly status: number;
  readonly exitCode: number;
  readonly sentence: string;
}

/**
 * Every error that Gainsay can answer with. `{name}` in a sentence is filled from the error's details.
 * Exit codes: 1 failed, 2 wrong usage, 3 some inputs failed, 4 a gate was not met.
 */
export const ERRORS = {
  'span-outside-text': {
    status: 500,
    exitCode: 1,
    sentence: 'Span {start}-{end} lies outside a text of {length} characters.',
  },
  'input-missing': {
    status: 404,
    exitCode: 3,
    sentence: '{path}: there is no such file or folder; check the path.',
  },
  'input-unreadable': {
    status: 403,
    exitCode: 3,
    sentence: '{path}: permission to read it was refused; change its permissions or run as its owner.',
  },
  'input-empty': { status: 422, exitCode: 3, sentence: '{path}: the input holds no text; nothing was read.' },
  'input-binary': {
    status: 415,
    exitCode: 3,
    sentence: '{path}: this is a binary file, not text, HTML or JSON; convert it to text first.',
  },
  'input-too-long': {
    status: 413,
    exitCode: 3,
    sentence: '{path}: {length} characters are more than the limit of {limit}; split the report.',
  },
  'input-encoding': {
    status: 415,
    exitCode: 3,
    sentence: '{path}: byte {offset} is not valid {encoding}; save the file as UTF-8.',
  },
  'input-json': {
    status: 422,
    exitCode: 3,
    sentence: '{path}: the JSON is malformed ({reason}); nothing of it was read.',
  },
  'input-shape': {
    status: 422,
    exitCode: 3,
    sentence:
      '{path}: the JSON has no report.text; expected {"id", "report": {"title", "outlet", "publishedAt", "language", "text"}}.',
  },
  'language-unsupported': {
    status: 422,
    exitCode: 3,
    sentence: '{path}: the text is in {language}, and there is an engine for English only; it was not read.',
  },
  'engine-missing': {
    status: 503,
    exitCode: 1,
    sentence: 'The {engine} engine cannot be loaded ({reason}); use --engine fast.',
  },
  usage: { status: 400, exitCode: 2, sentence: '{reason}' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An error that a person can act on: bad input or a refused request. Broken promises inside are assertions, not this. */
export class GainsayError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(sentenceOf(code, details), cause === undefined ? undefined : { cause });
    this.name = 'GainsayError';
    this.code = code;
    this.details = details;
  }
}

function sentenceOf(code: ErrorCode, details: ErrorDetails): string {
  return ERRORS[code].sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}
