import type { Reading } from '../claims/reading.ts';
import type { Report } from '../document/report.ts';
import type { GainsayError } from '../errors.ts';
import type { LayersOut } from './layers-out.ts';

/** Reads reports; loaded once with its models and tables, then pure: the same report gives the same reading. */
export interface Reader {
  readonly engine: { readonly name: 'fast' | 'accurate'; readonly version: string };
  /** Why the fast engine reads though nobody chose it; null or absent where there is nothing to tell. */
  readonly lacks?: GainsayError | null;
  read(report: Report): Reading;
  layers(report: Report): LayersOut;
}
