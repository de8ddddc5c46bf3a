import { overlaps, type Span } from '../../src/document/span.ts';
import { type AttributedText, everyNth, type GoldAttribution, readAttributed } from './corpora.ts';
import { type Counts, type MeasureOptions, openReading, type ReadDoc, scores } from './reading.ts';

type Read = ReadDoc['layers']['attributions'][number];

/** What is read, as it is compared: the content of speech that goes on lies in several pieces. */
interface Told {
  readonly read: Read;
  readonly content: readonly Span[];
}

/**
 * Measures who says what. Gold and read attributions are paired one to one, those whose cues overlap first, then those whose
 * contents share most characters. A source or content is right when it overlaps its pair's; where we write the antecedent of
 * a pronoun, any mention in its chain counts as its words. `characters` counts the characters of the parts that agree.
 * Printed twice: as we read them, and as the set counts them (see `asCounted`).
 */
export async function measureAttributions(
  folder: string,
  { engine, every, showErrors }: MeasureOptions,
): Promise<void> {
  const read = await openReading(engine);
  const [asRead, counted] = [blankTally(), blankTally()];
  for (const gold of everyNth(readAttributed(folder), every)) {
    const doc = read(gold.id, gold.text, '2016-09-30T12:00:00Z');
    const all = doc.layers.attributions;
    const one = all.map((given) => ({ read: given, content: [given.content] }));
    add(asRead, { gold, doc, found: one, showErrors: false });
    add(counted, { gold, doc, found: asCounted(all), showErrors });
  }
  print('as read', asRead);
  print('as the set counts', counted);
}

interface Tally {
  readonly source: Counts;
  readonly content: Counts;
  readonly both: Counts;
  readonly sourceCharacters: Counts;
  readonly contentCharacters: Counts;
}

function blankTally(): Tally {
  return {
    source: blank(),
    content: blank(),
    both: blank(),
    sourceCharacters: blank(),
    contentCharacters: blank(),
  };
}

interface Case {
  readonly gold: AttributedText;
  readonly doc: ReadDoc;
  readonly found: readonly Told[];
  readonly showErrors: boolean;
}

function add(tally: Tally, { gold, doc, found, showErrors }: Case): void {
  const { source, content, both, sourceCharacters, contentCharacters } = tally;
  both.gold += gold.attributions.length;
  both.read += found.length;
  source.gold += gold.attributions.filter((one) => one.source.length > 0).length;
  source.read += found.filter((one) => one.read.source.kind === 'words').length;
  content.gold += gold.attributions.filter((one) => one.content.length > 0).length;
  content.read += found.length;
  for (const one of gold.attributions) {
    sourceCharacters.gold += lengthOf(one.source);
    contentCharacters.gold += lengthOf(one.content);
  }
  for (const one of found) {
    sourceCharacters.read += lengthOf(sourceSpans(doc, one.read, null));
    contentCharacters.read += lengthOf(one.content);
  }
  const pairs = paired(gold.attributions, found);
  for (const [asked, given] of pairs) {
    const sources = sourceSpans(doc, given.read, asked);
    const sameSource = touch(asked.source, sources);
    const sameContent = touch(asked.content, given.content);
    if (sameSource) source.hits++;
    if (sameContent) content.hits++;
    if (sameSource && sameContent) both.hits++;
    sourceCharacters.hits += shared(asked.source, sources);
    contentCharacters.hits += shared(asked.content, given.content);
    if (showErrors && !(sameSource && sameContent)) tell('PART', gold, asked, given, doc);
  }
  if (showErrors) tellUnpaired(gold, found, pairs, doc);
}

function print(how: string, tally: Tally): void {
  console.log(`${how}:\n  source overlap      ${scores(tally.source)}`);
  console.log(`  content overlap     ${scores(tally.content)}\n  both                ${scores(tally.both)}`);
  console.log(`  source characters   ${scores(tally.sourceCharacters)}`);
  console.log(`  content characters  ${scores(tally.contentCharacters)}`);
}

/**
 * Gives the attributions as the set counts them: it marks none inside of what another says ("“I fear a raid,” she said": only
 * that she said it), and a quotation that goes on around or behind its cue is one with what came before.
 */
function asCounted(all: readonly Read[]): readonly Told[] {
  const told: { readonly read: Read; readonly content: Span[] }[] = [];
  for (const read of all) {
    if (read.within !== null) continue;
    const before = told.findLast((one) =>
      read.cue === null ? sameSource(one.read, read) : one.read.cue?.start === read.cue.start,
    );
    if (before === undefined) told.push({ read, content: [read.content] });
    else before.content.push(read.content);
  }
  return told;
}

function sameSource({ source: a }: Read, { source: b }: Read): boolean {
  return a.kind === 'words' && b.kind === 'words' && a.party.start === b.party.start;
}

function blank(): Counts {
  return { gold: 0, read: 0, hits: 0 };
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function shared(a: readonly Span[], b: readonly Span[]): number {
  return a.reduce(
    (sum, x) =>
      sum + b.reduce((part, y) => part + Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start)), 0),
    0,
  );
}

function touch(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((x) => b.some((y) => overlaps(x, y)));
}

/** The words of a source: the mention in its chain that the gold source holds, else the one nearest to the cue. */
function sourceSpans(
  doc: ReadDoc,
  { source, cue, content }: Read,
  gold: GoldAttribution | null,
): readonly Span[] {
  if (source.kind !== 'words') return [];
  const { actors, chains } = doc.layers;
  const at = actors.findIndex(({ start, end }) => start <= source.party.start && source.party.end <= end);
  const chain = chains.find(({ mentions }) => mentions.includes(at));
  const same = (chain?.mentions ?? []).flatMap((index) => actors[index] ?? []);
  const asked = gold === null ? undefined : same.find((actor) => touch([actor], gold.source));
  if (asked !== undefined && !touch([source.party], gold?.source ?? [])) return [asked];
  const from = cue?.start ?? content.start;
  const isNear = Math.abs(source.party.start - from) < 200;
  const nearest = same.toSorted((a, b) => Math.abs(a.start - from) - Math.abs(b.start - from))[0];
  return [isNear ? source.party : (nearest ?? source.party)];
}

function paired(
  gold: readonly GoldAttribution[],
  found: readonly Told[],
): readonly (readonly [GoldAttribution, Told])[] {
  const candidates = gold.flatMap((asked) =>
    found.flatMap((given) => {
      const common = shared(asked.content, given.content);
      const sameCue = given.read.cue !== null && touch(asked.cue, [given.read.cue]);
      const share = (2 * common) / Math.max(1, lengthOf(asked.content) + lengthOf(given.content));
      return common > 0 || sameCue ? [{ asked, given, score: (sameCue ? 2 : 0) + share }] : [];
    }),
  );
  const [usedGold, usedRead] = [new Set<GoldAttribution>(), new Set<Told>()];
  return candidates
    .sort((a, b) => b.score - a.score)
    .flatMap(({ asked, given }) => {
      if (usedGold.has(asked) || usedRead.has(given)) return [];
      usedGold.add(asked);
      usedRead.add(given);
      return [[asked, given] as const];
    });
}

function tellUnpaired(
  gold: AttributedText,
  found: readonly Told[],
  pairs: readonly (readonly [GoldAttribution, Told])[],
  doc: ReadDoc,
): void {
  const [asked, given] = [new Set(pairs.map(([one]) => one)), new Set(pairs.map(([, one]) => one))];
  for (const one of gold.attributions) if (!asked.has(one)) tell('MISSED', gold, one, null, doc);
  for (const one of found) if (!given.has(one)) tell('SPURIOUS', gold, null, one, doc);
}

function tell(
  what: string,
  { id, text }: AttributedText,
  asked: GoldAttribution | null,
  given: Told | null,
  doc: ReadDoc,
): void {
  const words = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/gu, ' ')).join(' … ');
  const at = asked?.content[0]?.start ?? given?.content[0]?.start ?? 0;
  const gold = asked === null ? '' : `${words(asked.source)} | ${words(asked.cue)} | ${words(asked.content)}`;
  const read =
    given === null
      ? ''
      : `${words(sourceSpans(doc, given.read, null))} | ${words(given.read.cue === null ? [] : [given.read.cue])} | ${words(given.content)} | ${given.read.why.rule}`;
  console.log(`${what}\t${id.slice(0, 20)}:${at}\n  asked ${gold}\n  read  ${read}`);
}
