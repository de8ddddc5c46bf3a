// Measures linking on ECB+ (Cybulska and Vossen 2014), gold event mentions: npx jiti training/linking/measure.ts ECBPLUS_FOLDER
// Nothing is known of a mention but its words, its sentence and its document, so all slots of the linker are empty. What weight the
// likeness of documents has is chosen on the even topics for the odd ones, and on the odd ones for the even.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClusters } from '../../src/corroboration/clusters.ts';
import { kinship } from '../../src/corroboration/kindred.ts';
import { joinBest } from '../../src/corroboration/linking.ts';
import type { Mention } from '../../src/corroboration/mentions.ts';
import { createTables, type Tables } from '../../src/corroboration/tables.ts';
import { baseStem, contentStems, placedWords } from '../../src/corroboration/words.ts';
import { bareMention } from './bare-mention.ts';
import { type ConllScores, conllScores, type TopicGroups } from './conll.ts';
import { type GoldDoc, type GoldMention, readEcbPlus } from './ecbplus.ts';

const data = (name: string): string =>
  readFileSync(new URL(`../../data/${name}.tsv`, import.meta.url), 'utf8');

const TABLES = createTables({
  acts: data('corroboration/acts'),
  nearActs: data('corroboration/near-acts'),
  synonyms: data('corroboration/synonyms'),
  kindred: data('corroboration/kindred'),
  irregularVerbs: data('language/irregular-verbs'),
  bodies: data('corroboration/bodies'),
  families: data('outlets/families'),
});
/** What the linker's score is completed with where no slot is known. */
interface Weights {
  /** Added to every pair: an empty slot is no proof against, but the linker asks for some proof. */
  readonly bias: number;
  readonly document: number;
  readonly lemma: number;
  /** How much less a lemma tells that many documents have: 0 to 1. */
  readonly common: number;
}

interface Topic {
  /** Of the topic's number: weights for one half are chosen on the other. */
  readonly parity: number;
  readonly gold: readonly GoldMention[];
  readonly mentions: readonly Mention[];
  readonly weightOf: (stem: string) => number;
  readonly documentLikeness: (a: string, b: string) => number;
}

function topicOf(docs: readonly GoldDoc[], tables: Tables): Topic {
  const stemsOf = new Map(docs.map(({ id, text }) => [id, new Set(contentStems(text))]));
  const counts = new Map<string, number>();
  for (const stems of stemsOf.values())
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weightOf = (stem: string): number => Math.log((docs.length + 1) / (counts.get(stem) ?? 1));
  const gold = docs.flatMap(({ mentions }) => mentions);
  const mentions = gold.map((mention, i) => bareMention(mention, i, tables));
  return {
    parity: (docs[0]?.topic ?? 0) % 2,
    gold,
    mentions,
    weightOf,
    documentLikeness: likenessBetween(stemsOf, weightOf),
  };
}

const NO_STEMS: ReadonlySet<string> = new Set();

/** Gives the cosine of two documents' stems, weighed by how few documents of the topic have them. */
function likenessBetween(
  stemsOf: ReadonlyMap<string, ReadonlySet<string>>,
  weightOf: (stem: string) => number,
): (a: string, b: string) => number {
  const known = new Map<string, number>();
  const square = (stems: Iterable<string>) => [...stems].reduce((sum, stem) => sum + weightOf(stem) ** 2, 0);
  return (a, b) => {
    const name = a < b ? `${a} ${b}` : `${b} ${a}`;
    const [x, y] = [stemsOf.get(a) ?? NO_STEMS, stemsOf.get(b) ?? NO_STEMS];
    const likeness =
      known.get(name) ?? square([...x].filter((stem) => y.has(stem))) / Math.sqrt(square(x) * square(y) || 1);
    known.set(name, likeness);
    return likeness;
  };
}

function linked({ gold, mentions, weightOf, documentLikeness }: Topic, weights: Weights): TopicGroups {
  const within = { joins: [], told: [], apart: new Set<string>(), corrections: new Set<string>() };
  const yardstick = { tables: TABLES, geography: { compare: () => 'unknown' as const }, weightOf };
  const clusters = createClusters(mentions, { within, yardstick, apart: [] });
  const extra = (a: Mention, b: Mention): number =>
    weights.bias +
    weights.document * documentLikeness(a.reading.id, b.reading.id) +
    weights.lemma *
      kinship(a.trigger, b.trigger) *
      (1 - weights.common * (1 - Math.min(rarity(a.trigger.lemma), rarity(b.trigger.lemma))));
  joinBest(candidatesAmong(mentions), clusters, yardstick, extra);
  return { gold: gold.map(({ chain }) => chain), found: mentions.map(({ key }) => clusters.find(key)) };
}

/** Pairs with the same lemma, root, group of kindred words or class of act in common. */
function candidatesAmong(mentions: readonly Mention[]): readonly (readonly [Mention, Mention])[] {
  return mentions.flatMap((a, i) =>
    mentions
      .slice(i + 1)
      .filter((b) => kinship(a.trigger, b.trigger) > 0 || a.acts.some((act) => b.acts.includes(act)))
      .map((b) => [a, b] as const),
  );
}

/** Gives how rare a lemma's words are among all documents, 0 to 1. */
function rarity(lemma: string): number {
  const counts = lemma.split(' ').map((stem) => DOCUMENTS_WITH.get(stem) ?? 0);
  const least = Math.max(1, Math.min(...counts));
  return Math.log((docs.length + 1) / least) / Math.log(docs.length + 1);
}

function byLemma({ gold, mentions }: Topic): TopicGroups {
  return { gold: gold.map(({ chain }) => chain), found: mentions.map(({ trigger }) => trigger.lemma) };
}

/** Gives the topics, or their sub-topics as the file names tell them. */
function topicsOf(docs: readonly GoldDoc[], bySubtopic: boolean): readonly Topic[] {
  const groups = new Map<string, GoldDoc[]>();
  for (const doc of docs) {
    const name = bySubtopic ? subtopicOf(doc) : String(doc.topic);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [doc]);
    else group.push(doc);
  }
  return [...groups.values()].map((group) => topicOf(group, TABLES));
}

function subtopicOf({ topic, id }: GoldDoc): string {
  return `${topic} ${id.endsWith('plus') ? 'plus' : 'ecb'}`;
}

/** The topics of 1 to 35 that are there; the release has no 15 and no 17. */
function topicNumbers(folder: string): readonly number[] {
  return readdirSync(join(folder, 'ECB+'))
    .map(Number)
    .filter((topic) => topic >= 1 && topic <= 35)
    .sort((a, b) => a - b);
}

function* grid(): Generator<Weights> {
  for (const bias of [0, 1.5])
    for (const document of [6, 10, 14])
      for (const lemma of [2, 3.5, 5])
        for (const common of [0, 0.5, 1]) yield { bias, document, lemma, common };
}

/** Gives each topic's groups by the weights that are best on the topics of the other parity. */
function linkedAcross(topics: readonly Topic[]): readonly TopicGroups[] {
  const all = [...grid()].map((weights) => topics.map((topic) => linked(topic, weights)));
  const [even, odd] = [0, 1].map((parity) => {
    const scores: readonly number[] = all.map(
      (groups) => conllScores(groups.filter((__, i) => topics[i]?.parity === parity)).conll,
    );
    if (process.env['SCORES'] !== undefined)
      console.log(scores.map((score) => (100 * score).toFixed(1)).join(' '));
    return all[scores.indexOf(Math.max(...scores))] ?? [];
  });
  return topics.flatMap(({ parity }, i) => (parity === 0 ? odd : even)?.[i] ?? []);
}

function line(name: string, { muc, bCubed, ceafE, conll }: ConllScores): string {
  const percent = (share: number): string => (100 * share).toFixed(1);
  const parts = [muc, bCubed, ceafE].map(({ precision, recall, f1 }) =>
    [precision, recall, f1].map(percent).join(' / '),
  );
  return `| ${name} | ${parts.join(' | ')} | ${percent(conll)} |`;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Give the folder of ECB+.');
const docs = readEcbPlus(folder, topicNumbers(folder));
const DOCUMENTS_WITH = new Map<string, number>();
for (const { text } of docs)
  for (const stem of new Set(placedWords(text).map(({ word }) => baseStem(word, TABLES.lemmas))))
    DOCUMENTS_WITH.set(stem, (DOCUMENTS_WITH.get(stem) ?? 0) + 1);
const mentions = docs.reduce((sum, doc) => sum + doc.mentions.length, 0);
console.log(`${docs.length} documents, ${mentions} gold mentions`);
console.log('| | MUC P / R / F1 | B³ | CEAF-e | CoNLL F1 |\n|---|---|---|---|---|');
for (const bySubtopic of [true, false]) {
  const topics = topicsOf(docs, bySubtopic);
  const where = bySubtopic ? 'within gold sub-topics' : 'within gold topics';
  console.log(line(`same lemma, ${where}`, conllScores(topics.map(byLemma))));
  console.log(line(`linker, ${where}`, conllScores(linkedAcross(topics))));
}
