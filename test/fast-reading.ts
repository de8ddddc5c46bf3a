import type { Reading } from '../src/claims/reading.ts';
import { loadReader } from '../src/pipeline/reader.ts';

/** Loads the fast engine and gives a function that reads a text published on 15 May 2024. */
export async function openFastReading(): Promise<(text: string) => Reading> {
  const reader = await loadReader({ engine: 'fast' });
  const meta = {
    id: 'test',
    title: null,
    outlet: 'Test',
    publishedAt: '2024-05-15T12:00:00Z',
    language: 'en',
    url: null,
  };
  return (text) => reader.read({ meta, text });
}
