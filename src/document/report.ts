/** What is known of a report besides its text. Null means that nobody said so; nothing is filled in. */
export interface ReportMeta {
  /** The input's own id, else the base name of its file. Names the reading's file. */
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  /** ISO 8601 with a zone, as in 2022-02-22T02:00:00Z. */
  readonly publishedAt: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
  readonly url: string | null;
}

/** A report as an ingester hands it on: what is known of it, and its text, which nothing may change. */
export interface Report {
  readonly meta: ReportMeta;
  readonly text: string;
}
