/**
 * Measures which place belongs to which verb, on single sentences:
 *   npx jiti training/gazetteer/measure-events.ts FOLDER [--every N] [--accurate] [--errors]
 * FOLDER holds labeled_text.jsonl.zip (Halterman 2019, "Geolocating political events in text"); `unzip` must be there.
 * The verb is given, as in the set; scores count the capitalised words of the places, since the set marks names only.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { blankDoc, type Doc } from '../../src/document/doc.ts';
import type { Candidate } from '../../src/events/candidate.ts';
import { readCircumstances } from '../../src/events/circumstances.ts';
import { type EventNeeds, setScene } from '../../src/events/scene.ts';
import { slotsOfVerb } from '../../src/events/slots.ts';
import { openEngine } from '../../src/pipeline/engines.ts';
import { createReadingPipeline } from '../../src/pipeline/reader.ts';
import { loadResources } from '../../src/pipeline/resources.ts';

interface Row {
  readonly _id: string | number;
  readonly text: string;
  readonly source: string;
  readonly answer?: string;
  readonly tokens: readonly { readonly start: number; readonly end: number }[];
  readonly spans?: readonly {
    readonly label: string;
    readonly token_start: number;
    readonly token_end: number;
  }[];
}

const folder = process.argv[2] ?? '.';
const every = process.argv.includes('--every')
  ? Number(process.argv[process.argv.indexOf('--every') + 1])
  : 1;
const showErrors = process.argv.includes('--errors');
const resources = await loadResources();
const { engine } = await openEngine(process.argv.includes('--accurate') ? 'accurate' : 'fast');
const pipeline = createReadingPipeline(engine, resources);
const noTables = {
  lexicon: { byWord: new Map(), byPhrase: new Map() },
  lightVerbs: new Set(),
  vetoes: new Map(),
  contexts: new Map(),
} as unknown as Parameters<typeof setScene>[1];

const tally = new Map<string, { gold: number; got: number; hit: number; sentences: number; right: number }>();
readRows().forEach((row, index) => {
  if (row.source === 'RELABEL' || index % every === 0) rate(row);
});
for (const [name, { gold, got, hit, sentences, right }] of [...tally].sort()) {
  const [precision, recall] = [hit / got, hit / gold];
  console.log(name.padEnd(14), {
    sentences,
    precision: round(precision),
    recall: round(recall),
    f1: round((2 * precision * recall) / (precision + recall)),
    sentencesRight: round(right / sentences),
  });
}

function readRows(): readonly Row[] {
  const zip = join(folder, 'labeled_text.jsonl.zip');
  const text = execFileSync('unzip', ['-p', zip, 'labeled_text.jsonl'], { maxBuffer: 1 << 28 }).toString(
    'utf8',
  );
  return (JSON.parse(text) as Row[]).filter(
    ({ answer, spans }) => (answer ?? 'accept') === 'accept' && spans,
  );
}

function rate(row: Row): void {
  const verb = row.spans?.find(({ label }) => label === 'VERB');
  const start = row.tokens[verb?.token_start ?? -1]?.start;
  if (start === undefined) return;
  const gold = new Set(
    (row.spans ?? []).filter(({ label }) => label === 'LOCATION').flatMap((span) => namesOf(row, span)),
  );
  const got = new Set(placeWords(row, start));
  const hit = [...got].filter((at) => gold.has(at)).length;
  for (const name of ['all', row.source]) {
    const counts = tally.get(name) ?? { gold: 0, got: 0, hit: 0, sentences: 0, right: 0 };
    counts.gold += gold.size;
    counts.got += got.size;
    counts.hit += hit;
    counts.sentences++;
    const isRight = gold.size === 0 ? got.size === 0 : hit > 0;
    if (isRight) counts.right++;
    tally.set(name, counts);
  }
  if (showErrors && (gold.size === 0) !== (got.size === 0) ? true : showErrors && hit === 0 && gold.size > 0)
    console.log(
      wordsAt(row, [start]),
      '| gold',
      wordsAt(row, gold),
      '| got',
      wordsAt(row, got),
      '|',
      row.text,
    );
}

/** Where the capitalised words of a marked place begin. */
function namesOf({ tokens, text }: Row, span: { token_start: number; token_end: number }): readonly number[] {
  return tokens
    .slice(span.token_start, span.token_end + 1)
    .filter(({ start }) => /\p{Lu}/u.test(text.charAt(start)))
    .map(({ start }) => start);
}

/** Where the capitalised words of the place that is read for the verb begin. */
function placeWords({ _id, text }: Row, verbStart: number): readonly number[] {
  const meta = { id: String(_id), title: null, outlet: null, publishedAt: null, language: 'en', url: null };
  const sha256 = createHash('sha256').update(text).digest('hex');
  const doc: Doc<EventNeeds> = pipeline.run(blankDoc({ meta, text }, sha256));
  const scene = setScene(doc, noTables);
  const token = doc.layers.tokens.findIndex(({ start, end }) => start <= verbStart && verbStart < end);
  const frame = doc.layers.attributions.findLast(
    ({ firstToken, endToken }) => firstToken <= token && token < endToken,
  );
  const { place } = readCircumstances(scene, candidateAt(scene, token), { frame, content: undefined });
  const mention = doc.layers.places[place ?? -1];
  if (mention === undefined) return [];
  return doc.layers.tokens
    .slice(mention.firstToken, mention.endToken)
    .map(({ start }) => start)
    .filter((start) => /\p{Lu}/u.test(text.charAt(start)));
}

function candidateAt(scene: ReturnType<typeof setScene>, token: number): Candidate {
  const sense = { words: [], part: 'verb', type: 'ASSAULT', mode: null, conditions: [], line: 0 } as const;
  const slots = slotsOfVerb(scene.tree, token);
  return { token, firstToken: token, endToken: token + 1, sense, slots, rule: 'given', confidence: 1 };
}

function wordsAt({ text }: Row, starts: Iterable<number>): string {
  return [...starts].map((start) => text.slice(start).split(/[\s,.;]/u)[0]).join(' ');
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
