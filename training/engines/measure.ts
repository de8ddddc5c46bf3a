import { readFileSync } from 'node:fs';
import { parseTable } from '../../src/document/table.ts';
import { type NameWords, readNameWords, refineNames } from '../../src/language/name-kinds.ts';
import { openEngine } from '../../src/pipeline/engines.ts';
import { readFactuality } from '../accurate/factuality.ts';
import { readPropositions } from '../accurate/propositions.ts';
import { readTreebanks } from '../fast/conllu.ts';
import { type NameSentence, readNameCorpora, readUner } from '../fast/name-data.ts';
import { scoreRaw } from './raw-scores.ts';
import { type Measured, scoreArguments, scoreFactuality, scoreNames, scoreSyntax } from './scores.ts';
import { openWink } from './wink.ts';

/**
 * Prints the scores of one engine as JSON, by what was measured: `measure.ts fast|accurate|wink DATA`. wink-nlp is
 * measured by its tags alone.
 */
async function main(name: string, data: string): Promise<void> {
  const engine = name === 'fast' || name === 'accurate' ? (await openEngine(name)).engine : null;
  const measured: Measured = engine ?? openWink();
  const { ewtDev, ewtTest, gumNewsDev, gumNewsTest, pud } = readTreebanks(data);
  const sets = { 'EWT test': ewtTest, 'GUM news': [...gumNewsDev, ...gumNewsTest], PUD: pud };
  // The code is compiled before the clock runs.
  measured.read(ewtDev.slice(0, 300).map(({ words }) => words));
  const found: Record<string, number> = {};
  for (const [set, sentences] of Object.entries(sets)) {
    const syntax = scoreSyntax(measured, sentences);
    found[`${set}: UPOS`] = syntax.upos;
    if (engine !== null) {
      found[`${set}: lemmas`] = syntax.lemma;
      found[`${set}: UAS`] = syntax.uas;
      found[`${set}: LAS`] = syntax.las;
      const raw = scoreRaw(engine, sentences);
      found[`${set}, raw text: sentences F1`] = raw.sentences;
      found[`${set}, raw text: words F1`] = raw.tokens;
      found[`${set}, raw text: UPOS F1`] = raw.upos;
      found[`${set}, raw text: LAS F1`] = raw.las;
    }
    if (set !== 'PUD') continue;
    found[`${set}: words/s`] = syntax.wordsASecond;
    found[`${set}: sentences/s`] = syntax.sentencesASecond;
  }
  if (engine !== null) {
    const words = readNameWords(parseTable(readFileSync('data/language/gazetteer.tsv', 'utf8')));
    const refining = refiningNames(engine, words);
    found['UNER-EWT test: names F1'] = scoreNames(refining, readUner(data, 'en_ewt-ud-test.iob2'));
    found['held-back re3d: names F1'] = scoreNames(refining, readHeldNames(data, words));
  }
  if (name === 'accurate' && engine !== null) {
    found['PropBank of EWT test: arguments F1'] = scoreArguments(engine, ewtTest, readPropositions(data));
    found['UDS-IH2 test: factuality r'] = scoreFactuality(engine, [...readFactuality(data, 'test').values()]);
  }
  process.stdout.write(JSON.stringify(found));
}

/** Names as the language layer gives them: what lists know of an engine's names is shared by the engines. */
function refiningNames(engine: Measured, table: NameWords): Measured {
  return {
    read: (sentences) =>
      engine.read(sentences).map((reading, s) => ({
        ...reading,
        names: refineNames(sentences[s] ?? [], reading.names, table),
      })),
  };
}

/** The documents of re3d that no engine learned from. */
function readHeldNames(data: string, { groups }: NameWords): readonly NameSentence[] {
  return readNameCorpora(data, groups).filter(({ held }) => held === true);
}

const [name = 'fast', data = '../shared/data'] = process.argv.slice(2);
await main(name, data);
