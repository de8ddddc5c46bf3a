import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unescaped } from '../xml.ts';

/** One annotated time of a corpus; `value` is null where the corpus gives none. */
export interface GoldTime {
  readonly start: number;
  readonly end: number;
  readonly type: string | null;
  readonly value: string | null;
}

/** A text with its annotated times and its date of publication. */
export interface TimedText {
  readonly name: string;
  readonly text: string;
  readonly publishedAt: string | null;
  readonly times: readonly GoldTime[];
}

/** Reads TimeML files (TempEval-3's TimeBank and AQUAINT) under a folder. */
export function readTimeml(folder: string): readonly TimedText[] {
  return ['AQUAINT', 'TimeBank'].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((name) => name.endsWith('.tml'))
      .sort()
      .map((name) => {
        const xml = readFileSync(join(folder, part, name), 'utf8');
        const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(xml)?.[1] ?? '';
        const date = /<DCT>[\s\S]*?value="(\d{4}-\d\d-\d\d)(T[\d:]+)?/.exec(xml);
        return { name, publishedAt: dateOf(date?.[1], date?.[2]), ...stripped(body, 'TIMEX3') };
      }),
  );
}

/** Reads WikiWars' inline files in a folder; years before Christ become negative, as ISO 8601 has them. */
export function readWikiwars(folder: string): readonly TimedText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => {
      const xml = readFileSync(join(folder, name), 'utf8');
      const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(xml)?.[1] ?? '';
      const date = /<DATETIME>[\s\S]*?val="(\d{4}-\d\d-\d\d)/.exec(xml);
      return { name, publishedAt: dateOf(date?.[1], undefined), ...stripped(body, 'TIMEX2') };
    });
}

function dateOf(date: string | undefined, time: string | undefined): string | null {
  return date === undefined ? null : `${date}${(time ?? 'T12:00').slice(0, 6)}:00Z`;
}

function stripped(xml: string, tag: string): { readonly text: string; readonly times: readonly GoldTime[] } {
  let text = '';
  const times: GoldTime[] = [];
  const open: { readonly start: number; readonly attributes: string }[] = [];
  for (const [piece] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!piece.startsWith('<')) text += unescaped(piece);
    else if (piece.startsWith(`<${tag}`)) open.push({ start: text.length, attributes: piece });
    else if (piece === `</${tag}>`) {
      const time = open.pop();
      if (time !== undefined) times.push(goldTime(text, time.start, time.attributes));
    }
  }
  return { text, times: times.sort((a, b) => a.start - b.start || b.end - a.end) };
}

function goldTime(text: string, from: number, attributes: string): GoldTime {
  const words = text.slice(from);
  const start = from + (words.length - words.trimStart().length);
  const value = / val(?:ue)?="([^"]*)"/.exec(attributes)?.[1] ?? null;
  return {
    start,
    end: from + words.trimEnd().length,
    type: / type="([^"]*)"/.exec(attributes)?.[1] ?? null,
    value: value?.replace(/^BC/, '-') ?? null,
  };
}
