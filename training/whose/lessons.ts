import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankDoc } from '../../src/document/doc.ts';
import type { Engine } from '../../src/language/engine.ts';
import { openSigns, type Signs, signsOf } from '../../src/mentions/actor-signs.ts';
import { findBarePhrases } from '../../src/mentions/actors.ts';
import { createReadingPipeline } from '../../src/pipeline/reader.ts';
import type { Resources } from '../../src/pipeline/resources.ts';

/** A phrase that says no country, what speaks for each, and whose the annotators held it to be. */
export interface Lesson {
  readonly report: string;
  readonly text: string;
  readonly open: Signs;
  readonly countries: ReadonlyMap<string, Signs>;
  /** Null where they left it open. */
  readonly country: string | null;
}

interface GoldParty {
  readonly text: string;
  readonly country: string | null;
}

interface GoldReport {
  readonly id: string;
  readonly report: {
    readonly title: string | null;
    readonly outlet: string | null;
    readonly publishedAt: string | null;
    readonly text: string;
  };
  readonly events: readonly {
    readonly anchor: string;
    readonly actor: readonly GoldParty[];
    readonly recipient: readonly GoldParty[];
  }[];
}

/** Reads a folder of annotated reports and takes the bare phrases among their parties. */
export function readLessons(folder: string, engine: Engine, resources: Resources): readonly Lesson[] {
  const pipeline = createReadingPipeline(engine, resources);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'story.json')
    .sort()
    .flatMap((name) => {
      const { id, report, events } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldReport;
      const doc = pipeline.run(
        blankDoc({ meta: { ...report, id, language: 'en', url: null }, text: report.text }, id),
      );
      const sentenceAt = (character: number) =>
        doc.layers.sentences.findIndex(({ start, end }) => start <= character && character < end);
      const parties = events.flatMap(({ anchor, actor, recipient }) => {
        const sentence = sentenceAt(report.text.indexOf(anchor));
        return [...actor, ...recipient].map((party) => ({ ...party, sentence }));
      });
      return findBarePhrases(doc, resources.actors).flatMap(({ start, end, phrase, grounds }) => {
        const text = report.text.slice(start, end);
        const countries = new Set(
          parties.filter((party) => isMeant(party, text, sentenceAt(start))).map(({ country }) => country),
        );
        const [country] = countries;
        // A phrase that is two parties', or that the annotators read in two ways, teaches nothing.
        if (countries.size !== 1 || country === undefined) return [];
        return [
          {
            report: id,
            text,
            open: openSigns(grounds, phrase),
            countries: signsOf(grounds, phrase),
            country,
          },
        ];
      });
    });
}

const LITTLE = new Set('the a an of in on at to for and its his her their s by from with'.split(' '));

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !LITTLE.has(word)),
  );
}

/** Whether an annotated party is these words, or in the same sentence shares half of them. */
function isMeant(party: GoldParty & { readonly sentence: number }, text: string, sentence: number): boolean {
  const [a, b] = [wordsOf(party.text), wordsOf(text)];
  const shared = [...a].filter((word) => b.has(word)).length;
  const isSame = shared === a.size && shared === b.size;
  return shared > 0 && (isSame || (party.sentence === sentence && shared / Math.min(a.size, b.size) >= 0.5));
}
