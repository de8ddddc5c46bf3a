/** Most characters of one report's text. A long investigation has 60,000; a book is no report. */
export const MAX_REPORT_CHARACTERS = 1_000_000;

/** Most bytes of one file that holds one report. Saved web pages reach 10 MB with images inside them. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Most bytes of one line of NDJSON: a report at its limit, escaped, fits. */
export const MAX_LINE_BYTES = 8 * 1024 * 1024;

/** Deepest folder below the one given; a loop of links ends here. */
export const MAX_FOLDER_DEPTH = 32;

/** Most elements inside one another on a page; real pages stay under 60, and extraction slows with depth. */
export const MAX_HTML_DEPTH = 256;

/** Most elements of a page; long live blogs have 20,000. */
export const MAX_HTML_ELEMENTS = 50_000;
