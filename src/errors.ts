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
  'input-file-too-large': {
    status: 413,
    exitCode: 3,
    sentence:
      '{path}: {size} bytes are more than the limit of {limit}; split it, or give one report a line as NDJSON.',
  },
  'input-half-character': {
    status: 422,
    exitCode: 3,
    sentence:
      '{path}: character {offset} of the text is half a character (a lone surrogate); write the report as UTF-8.',
  },
  'input-line-too-long': {
    status: 413,
    exitCode: 3,
    sentence: '{path}: the line is longer than the limit of {limit} bytes; it was skipped.',
  },
  'input-encoding-unknown': {
    status: 415,
    exitCode: 3,
    sentence: '{path}: the encoding cannot be told; save the file as UTF-8.',
  },
  'input-encoding-unsupported': {
    status: 415,
    exitCode: 3,
    sentence: '{path}: the declared encoding “{encoding}” is not known; save the file as UTF-8.',
  },
  'input-no-report': {
    // Found while walking a folder: a story's index or a settings file is no failure.
    status: 422,
    exitCode: 0,
    sentence: '{path}: this JSON holds no report; passed over.',
  },
  'input-no-files': {
    status: 404,
    exitCode: 3,
    sentence: '{path}: the folder holds no .txt, .md, .html, .htm, .json, .ndjson or .jsonl file.',
  },
  'input-kind': {
    status: 415,
    exitCode: 3,
    sentence: '{path}: this is neither a file nor a folder; give a file, a folder, or - for standard input.',
  },
  'input-html-empty': {
    status: 422,
    exitCode: 3,
    sentence: '{path}: the page holds no readable text; nothing was read.',
  },
  'input-too-deep': {
    status: 422,
    exitCode: 3,
    sentence: '{path}: the page nests more than {limit} elements; it was not read.',
  },
  'input-too-many-elements': {
    status: 422,
    exitCode: 3,
    sentence: '{path}: the page holds more than {limit} elements; save the report alone.',
  },
  'input-failed': {
    status: 500,
    exitCode: 3,
    sentence: '{path}: it could not be read from the disk ({reason}).',
  },
  'people-dump': {
    status: 422,
    exitCode: 3,
    sentence:
      '{path}: it names nobody in an office; expected items of Wikidata as JSON, one a line (.gz may be), with the offices and countries that people’s items name.',
  },
  'actors-table': {
    status: 422,
    exitCode: 2,
    sentence: '{path}: this is no table of actors ({reason}); see docs/method/own-actors.md.',
  },
  'reading-failed': {
    status: 500,
    exitCode: 3,
    sentence: '{path}: the reading broke off ({reason}); please report this with the text.',
  },
  'engine-missing': {
    status: 503,
    exitCode: 1,
    sentence: 'The {engine} engine cannot be loaded ({reason}); use --engine fast.',
  },
  'engine-instead': {
    // The reading goes on: no failure.
    status: 200,
    exitCode: 0,
    sentence: 'The accurate engine cannot be loaded ({reason}); the fast one reads.',
  },
  'output-unwritable': {
    status: 500,
    exitCode: 1,
    sentence: '{path}: the output cannot be written ({reason}).',
  },
  'event-missing': {
    status: 404,
    exitCode: 2,
    sentence: '{path}: there is no event {event}; it has {known}.',
  },
  'part-missing': {
    status: 501,
    exitCode: 1,
    sentence: 'This build has no {part}; build again with npm start.',
  },
  'project-missing': {
    status: 404,
    exitCode: 2,
    sentence: '{path}: this folder is no Gainsay project; make one with gainsay init {path}.',
  },
  'project-exists': {
    status: 409,
    exitCode: 2,
    sentence: '{path}: this folder is a Gainsay project already.',
  },
  'project-not-empty': {
    status: 409,
    exitCode: 2,
    sentence: '{path}: the folder holds other files; choose an empty or a new one.',
  },
  'project-version': {
    status: 409,
    exitCode: 1,
    sentence:
      '{path}: the project has format {found}, and this version reads format {known}; update Gainsay.',
  },
  'project-locked': {
    status: 409,
    exitCode: 1,
    sentence: '{path}: process {pid} is writing to this project; stop it, or wait until it ends.',
  },
  'decision-missing': {
    status: 404,
    exitCode: 2,
    sentence:
      'Entry {entry} of the log is no decision that holds; gainsay story --project shows those that do.',
  },
  'ledger-torn': {
    status: 500,
    exitCode: 1,
    sentence:
      '{path}: the last line was cut off, by a crash perhaps; open the project once with gainsay add to mend it.',
  },
  'ledger-broken': {
    status: 500,
    exitCode: 1,
    sentence: '{path}: the log breaks at entry {seq} ({reason}).',
  },
  'ledger-file-altered': {
    status: 500,
    exitCode: 1,
    sentence: '{path}: its bytes are not those stored for {item} (entry {seq}).',
  },
  'ledger-file-missing': {
    status: 500,
    exitCode: 1,
    sentence: '{path}: the bytes stored for {item} (entry {seq}) are gone.',
  },
  'ledger-head': {
    status: 500,
    exitCode: 1,
    sentence:
      '{path}: the log does not hold the entry {expected}; its end is {found}. Entries may have been cut off.',
  },
  'report-missing': {
    status: 404,
    exitCode: 2,
    sentence: 'The project holds no report “{report}”; see gainsay show.',
  },
  'host-refused': {
    status: 421,
    exitCode: 1,
    sentence: 'This desk answers to {known} only, not to “{host}”.',
  },
  'origin-refused': {
    status: 403,
    exitCode: 1,
    sentence: 'A page of “{origin}” may not write to this desk.',
  },
  'address-refused': {
    status: 400,
    exitCode: 2,
    sentence:
      '{host}: the desk has no users yet and so serves this machine only; use 127.0.0.1, ::1 or localhost.',
  },
  'ports-taken': {
    status: 503,
    exitCode: 1,
    sentence: 'The ports {first} to {last} are all in use; give another with --port.',
  },
  'request-invalid': { status: 400, exitCode: 2, sentence: 'The request is not understood: {reason}.' },
  'request-too-large': {
    status: 413,
    exitCode: 2,
    sentence: 'The request is larger than the limit of {limit} bytes; add the report as a file.',
  },
  'request-media': {
    status: 415,
    exitCode: 2,
    sentence: 'The request is “{type}”; send application/json.',
  },
  'page-missing': { status: 404, exitCode: 2, sentence: 'There is nothing at {path}.' },
  'reader-missing': {
    status: 503,
    exitCode: 1,
    sentence: 'This desk was opened without a reader; it shows reports and takes none.',
  },
  'server-failed': {
    status: 500,
    exitCode: 1,
    sentence: 'The desk failed while answering; the terminal that runs it tells why.',
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
