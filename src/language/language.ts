import type { Dependency, Name, Predicate, Tag, Token } from '../document/language-layers.ts';
import type { Stage } from '../document/stage.ts';
import type { Row } from '../document/table.ts';
import type { Engine, SentenceReading } from './engine.ts';
import { readNameWords, refineNames } from './name-kinds.ts';
import { joinNames } from './name-trees.ts';
import { movePredicate } from './predicates.ts';
import { repairTree } from './repairs.ts';
import { mendLemma, type VerbLemmas } from './verb-lemmas.ts';

/** The engine gets no longer sentence than this many tokens; a longer one goes to it in parts. */
const SENTENCE_LIMIT = 250;

/**
 * Reads tags, trees and names off all sentences of a report, in one call of the engine; `gazetteer` holds the rows
 * of data/language/gazetteer.tsv, `verbs` the lemmas that are known whatever the engine makes of a form.
 */
export function createLanguage(
  engine: Engine,
  gazetteer: readonly Row[] = [],
  verbs: VerbLemmas = { irregular: new Map(), known: new Set() },
): Stage<'sentences' | 'tokens', 'tags' | 'dependencies' | 'names' | 'predicates'> {
  const nameWords = readNameWords(gazetteer);
  return {
    name: `language-${engine.version}`,
    version: 1,
    needs: ['sentences', 'tokens'],
    gives: ['tags', 'dependencies', 'names', 'predicates'],
    run: ({ layers }) => {
      const parts = layers.sentences.flatMap(partsOf);
      const words = parts.map(({ first, end }) => layers.tokens.slice(first, end).map(({ text }) => text));
      const readings = engine.read(words).map((reading, i) => ({
        ...reading,
        tags: reading.tags.map((tag, token) => mendLemma(verbs, words[i]?.[token] ?? '', tag)),
        names: refineNames(words[i] ?? [], reading.names, nameWords),
      }));
      return assemble(
        layers.tokens,
        parts,
        readings.map((reading) => joinNames(repairTree(reading))),
      );
    },
  };
}

/** A run of tokens that the engine reads as one sentence. */
interface Part {
  readonly first: number;
  readonly end: number;
  /** The first token of the sentence that it is a part of. */
  readonly sentenceFirst: number;
}

function partsOf({ firstToken, endToken }: { firstToken: number; endToken: number }): Part[] {
  const parts: Part[] = [];
  for (let first = firstToken; first < endToken; first += SENTENCE_LIMIT) {
    parts.push({ first, end: Math.min(endToken, first + SENTENCE_LIMIT), sentenceFirst: firstToken });
  }
  return parts;
}

interface Gathered {
  readonly tags: Tag[];
  readonly dependencies: Dependency[];
  readonly names: Name[];
  readonly predicates: Predicate[];
}

function assemble(
  tokens: readonly Token[],
  parts: readonly Part[],
  readings: readonly SentenceReading[],
): Gathered {
  const gathered: Gathered = { tags: [], dependencies: [], names: [], predicates: [] };
  let root = -1;
  parts.forEach((part, i) => {
    const reading = readings[i] as SentenceReading;
    if (part.first === part.sentenceFirst) root = -1;
    gathered.tags.push(...reading.tags);
    for (const one of reading.predicates ?? []) gathered.predicates.push(movePredicate(one, part.first));
    for (const { head, relation } of reading.dependencies) {
      // A sentence is one tree: the roots of later parts hang on the first one's.
      if (head >= 0) gathered.dependencies.push({ head: part.first + head, relation });
      else if (root >= 0) gathered.dependencies.push({ head: root, relation: 'parataxis' });
      else {
        root = gathered.dependencies.length;
        gathered.dependencies.push({ head: -1, relation: 'root' });
      }
    }
    for (const { firstToken, endToken, kind, confidence } of reading.names) {
      const first = part.first + firstToken;
      const end = part.first + endToken;
      gathered.names.push({
        kind,
        firstToken: first,
        endToken: end,
        start: tokens[first]?.start ?? 0,
        end: tokens[end - 1]?.end ?? 0,
        confidence,
      });
    }
  });
  return gathered;
}
