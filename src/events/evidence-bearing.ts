import type { Attribution, EventMention } from '../document/event-layers.ts';
import type { EvidenceMention } from '../document/mention-layers.ts';
import { childrenBy, headOf, isRelation, lemmaOf, relationOf } from '../language/tree.ts';
import { KILLED, WOUNDED } from './casualties.ts';
import type { Scene } from './scene.ts';

/** The events and attributions of a document, found by sentence; a sentence holds few of either. */
interface Telling {
  readonly scene: Scene;
  readonly events: readonly EventMention[];
  /** By sentence: the events whose trigger stands in it, in the order of the text. */
  readonly bySentence: ReadonlyMap<number, readonly number[]>;
  /** By sentence: the attributions whose content begins in it. */
  readonly attributions: ReadonlyMap<number, readonly Attribution[]>;
  /** By sentence: the first sentence of its paragraph. */
  readonly opening: readonly number[];
}

/**
 * Gives the events with the proof that bears on each: on what it is said to show, else on what it is held up for ("killed
 * nine, he said, citing intercepts"), else on the force told just before it in the paragraph. Linear in the events and
 * evidence. Proof that bears on none of these is left for the report's main happening.
 */
export function bearEvidence(scene: Scene, events: readonly EventMention[]): readonly EventMention[] {
  const telling: Telling = {
    scene,
    events,
    bySentence: group(events, ({ headToken }) => sentenceOf(scene, headToken)),
    attributions: new Map(
      [...group(scene.layers.attributions, ({ firstToken }) => sentenceOf(scene, firstToken))].map(
        ([sentence, indexes]) =>
          [sentence, indexes.flatMap((index) => scene.layers.attributions[index] ?? [])] as const,
      ),
    ),
    opening: openingSentences(scene),
  };
  const evidenceOf = new Map<number, number[]>();
  scene.layers.evidence.forEach((evidence, index) => {
    if (scene.outside.has(evidence.headToken)) return;
    for (const event of bearers(telling, evidence))
      evidenceOf.set(event, [...(evidenceOf.get(event) ?? []), index]);
  });
  return events.map((event, index) => ({ ...event, evidence: evidenceOf.get(index) ?? [] }));
}

/** Both layers are sorted, so one walk over them is enough. */
function openingSentences({ layers: { sentences, zones } }: Scene): readonly number[] {
  const opening: number[] = [];
  let zone = 0;
  let first = 0;
  sentences.forEach(({ start }, sentence) => {
    const before = zone;
    while (zone < zones.length && (zones[zone]?.end ?? 0) <= start) zone++;
    if (zone !== before) first = sentence;
    opening.push(first);
  });
  return opening;
}

function group<T>(items: readonly T[], keyOf: (item: T) => number): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  items.forEach((item, index) => {
    groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), index]);
  });
  return groups;
}

function sentenceOf({ tree }: Scene, token: number): number {
  return tree.tokens[token]?.sentence ?? -1;
}

/** The first of the ways to tell what a proof is for that finds an event. */
function bearers(telling: Telling, evidence: EvidenceMention): readonly number[] {
  for (const way of [shownEvents, citedFor, toldBeside, toldBefore]) {
    const found = way(telling, evidence);
    if (found.length > 0) return [...found, ...harmsBeside(telling, found)];
  }
  return [];
}

/** "Videos show convoys moving", "logs record that a tanker sailed", "footage of the raid". */
function shownEvents(telling: Telling, evidence: EvidenceMention): readonly number[] {
  const here = sentenceOf(telling.scene, evidence.headToken);
  const { shows } = evidence;
  const ranges = [
    ...(shows === null ? [] : [shows]),
    ...(telling.attributions.get(here) ?? []).filter(({ source }) => isNamedBy(source, evidence)),
  ];
  return eventsIn(telling, here, ranges);
}

/** A proof that the text treats as a source: "intercepted messages" in "killed, he said, citing intercepted messages". */
function isNamedBy(source: Attribution['source'], { start, end }: EvidenceMention): boolean {
  return source.kind === 'words' && source.party.start < end && start < source.party.end;
}

function eventsIn(
  { events, bySentence }: Telling,
  sentence: number,
  ranges: readonly { readonly firstToken: number; readonly endToken: number }[],
): readonly number[] {
  return (bySentence.get(sentence) ?? []).filter((index) => {
    const token = events[index]?.headToken ?? -1;
    return ranges.some(({ firstToken, endToken }) => firstToken <= token && token < endToken);
  });
}

/**
 * "He said nine had died, and offered a photograph", "the men were beaten, according to a group that published photographs":
 * what a speaker says in one breath with holding it up.
 */
function citedFor(telling: Telling, { headToken }: EvidenceMention): readonly number[] {
  const { scene } = telling;
  const verb = verbOver(scene, headToken);
  const joined = new Set([verb, headOf(scene.tree, verb), ...childrenBy(scene.tree, verb, 'conj', 'advcl')]);
  const here = sentenceOf(scene, headToken);
  const holder = relationOf(scene.tree, verb) === 'acl:relcl' ? headOf(scene.tree, verb) : -1;
  const said = (telling.attributions.get(here) ?? []).filter(({ source, cue, firstToken, endToken }) => {
    const isOutside = headToken < firstToken || endToken <= headToken;
    const isHeldUp = cue !== null && joined.has(tokenAt(scene, here, cue.start));
    return isOutside && (isHeldUp || isSpokenBy(scene, source, holder));
  });
  return eventsIn(telling, here, said);
}

function isSpokenBy({ tree }: Scene, source: Attribution['source'], token: number): boolean {
  const at = tree.tokens[token]?.start ?? -1;
  return source.kind === 'words' && source.party.start <= at && at < source.party.end;
}

/** The verb whose argument a token is, over the noun phrases around it. */
function verbOver({ tree }: Scene, token: number): number {
  let at = token;
  while (headOf(tree, at) >= 0 && isRelation(relationOf(tree, at), ['nmod', 'conj', 'appos', 'compound']))
    at = headOf(tree, at);
  return headOf(tree, at);
}

function tokenAt({ tree, layers }: Scene, sentence: number, start: number): number {
  const { firstToken = 0, endToken = 0 } = layers.sentences[sentence] ?? {};
  for (let token = firstToken; token < endToken; token++)
    if (tree.tokens[token]?.start === start) return token;
  return -1;
}

/** "Shells hit the school, a video from the town confirms"; a proof in somebody's words bears on those words only. */
function toldBeside(telling: Telling, { headToken }: EvidenceMention): readonly number[] {
  const { scene, events } = telling;
  const here = sentenceOf(scene, headToken);
  const frames = (telling.attributions.get(here) ?? []).filter(({ source }) => source.kind === 'words');
  const frameOf = (token: number) =>
    frames.findLastIndex(({ firstToken, endToken }) => firstToken <= token && token < endToken);
  return (telling.bySentence.get(here) ?? []).filter((index) => {
    const event = events[index];
    return event !== undefined && isForce(event) && frameOf(event.headToken) === frameOf(headToken);
  });
}

/** Deeds that leave traces and can be filmed. */
function isForce({ type }: EventMention): boolean {
  return ['ASSAULT', 'MOBILIZE', 'COERCE', 'PROTEST'].includes(type);
}

/** How many sentences back a proof of its own sentence may look: the deed is told first and proved next. */
const SENTENCES_BACK = 2;

/** "Gunmen burned the village. Photographs show charred huts": the force told before it in the same paragraph. */
function toldBefore(telling: Telling, { headToken }: EvidenceMention): readonly number[] {
  const { scene, events } = telling;
  const here = sentenceOf(scene, headToken);
  for (let sentence = here - 1; sentence >= here - SENTENCES_BACK; sentence--) {
    if (sentence < (telling.opening[here] ?? here)) return [];
    const found = (telling.bySentence.get(sentence) ?? []).filter((index) => {
      const event = events[index];
      return event !== undefined && event.type === 'ASSAULT';
    });
    if (found.length > 0) return found;
  }
  return [];
}

/** "bombed a market, killing 23": what proves the blow proves the harm that the same sentence tells of it. */
function harmsBeside(telling: Telling, found: readonly number[]): readonly number[] {
  const { scene, events } = telling;
  const isHarm = (index: number) => {
    const lemma = lemmaOf(scene.tree, events[index]?.headToken ?? -1);
    return KILLED.has(lemma) || WOUNDED.has(lemma);
  };
  return [...new Set(found.map((index) => sentenceOf(scene, events[index]?.headToken ?? -1)))]
    .flatMap((sentence) => telling.bySentence.get(sentence) ?? [])
    .filter((index) => {
      const blow = found.find(
        (other) => events[other]?.type === 'ASSAULT' && isHarm(other) !== isHarm(index),
      );
      return !found.includes(index) && blow !== undefined && events[index]?.type === 'ASSAULT';
    });
}
