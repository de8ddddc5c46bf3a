import type { SourceRef } from '../document/event-layers.ts';
import type { Zone } from '../document/language-layers.ts';
import {
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  type TokenRange,
} from '../language/tree.ts';
import { speakerBefore } from './colons.ts';
import { cueAt } from './cues.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { findQuotations, type Quotation } from './quotes.ts';
import { sourceAt, speakerOf, UNNAMED } from './sources.ts';

/** Fewer words than this between marks are a borrowed word ("peacekeepers"), not speech. */
const SHORTEST_SPEECH = 4;

const SPEECH = { stance: 'assert', certainty: 'certain' } as const;

/**
 * Finds who speaks the quotations: widens the clause attributions that hold a part of one, and gives the others to the
 * speaker in their sentence, or to whoever spoke last in their paragraph ("“…,” he said. “…”").
 */
export function findDirectSpeech(scene: Scene, clauses: readonly Draft[]): readonly Draft[] {
  const ranges = findQuotations(scene.text)
    .map((quotation) => tokensOf(scene, quotation))
    .filter(({ firstToken, endToken }) => firstToken < endToken);
  const spoken = new Map(
    ranges.flatMap((range) =>
      tokenRange(range.firstToken, range.endToken).map((token) => [token, range] as const),
    ),
  );
  const widened = clauses.flatMap((draft) => withinMarks(draft, spoken));
  for (const range of ranges) {
    const at = widened.findIndex(
      (draft) => speaks(draft) && touches(draft.content, range) && !isInside(draft.cue, range),
    );
    const draft = widened[at];
    if (draft !== undefined) widened[at] = widen(draft, range);
    else if (isSpeech(scene, range) || replyBeside(scene, range) !== undefined)
      widened.push(
        speechOf(
          scene,
          range,
          widened.filter((known) => !isSpoken(known, spoken)),
        ),
      );
  }
  return widened;
}

/** Which quotation a token stands in. */
type Spoken = ReadonlyMap<number, TokenRange>;

/** “I try to explain,” the mayor said: what a verb inside the marks tells is inside them too. */
function withinMarks(draft: Draft, spoken: Spoken): readonly Draft[] {
  const range = draft.cue === null ? undefined : spoken.get(draft.cue.firstToken);
  if (range === undefined) return [draft];
  const content = {
    firstToken: Math.max(draft.content.firstToken, range.firstToken),
    endToken: Math.min(draft.content.endToken, range.endToken),
  };
  return content.firstToken < content.endToken ? [{ ...draft, content }] : [];
}

/** “They said it was safe,” the mayor said. “We left.”: who is quoted inside the marks does not go on behind them. */
function isSpoken({ cue }: Draft, spoken: Spoken): boolean {
  return cue !== null && spoken.has(cue.firstToken);
}

function tokensOf({ tokens }: Scene, { start, end }: Quotation): TokenRange {
  const firstToken = lowerBound(tokens, start);
  return { firstToken, endToken: Math.max(firstToken, lowerBound(tokens, end)) };
}

/** Index of the first token that starts at or after an offset; logarithmic. */
function lowerBound(tokens: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function speaks(draft: Draft): boolean {
  return draft.form !== 'parenthetical' && /speech|writing|judgement|order|belief/u.test(draft.rule);
}

/** “I think the rebels left,” the mayor said: what is thought inside the marks does not tell who speaks them. */
function isInside(cue: Draft['cue'], range: TokenRange): boolean {
  return cue !== null && cue.firstToken >= range.firstToken && cue.endToken <= range.endToken;
}

function touches(a: TokenRange, b: TokenRange): boolean {
  return a.firstToken < b.endToken && b.firstToken < a.endToken;
}

function widen(draft: Draft, range: TokenRange): Draft {
  const whole = range.firstToken <= draft.content.firstToken && range.endToken >= draft.content.endToken;
  const content = {
    firstToken: Math.min(draft.content.firstToken, range.firstToken),
    endToken: Math.max(draft.content.endToken, range.endToken),
  };
  return { ...draft, content, form: whole ? 'direct' : 'mixed' };
}

function isSpeech({ tree }: Scene, { firstToken, endToken }: TokenRange): boolean {
  // "By day the same boys march." is speech whatever the tagger makes of its verb.
  const last = tree.tokens[endToken - 1]?.text ?? '';
  // “Lies from first to last,” she said: so is what opens a sentence and goes on behind a comma; the name of a programme stands inside.
  const opensSentence = tree.tokens[firstToken - 2]?.sentence !== tree.tokens[firstToken]?.sentence;
  const isSentence = /^[.!?]$/u.test(last) || (last === ',' && opensSentence);
  let words = 0;
  let verbs = 0;
  for (let token = firstToken; token < endToken; token++) {
    const upos = tree.tags[token]?.upos;
    if (upos !== 'PUNCT') words++;
    if (upos === 'VERB' || upos === 'AUX') verbs++;
  }
  // “…,” said the nurse, “they were aiming.”: with a subject, a verb and a full stop few words are speech.
  const isClause = words > 1 && isSentence && hasSubject(tree, { firstToken, endToken });
  return isClause || (words >= SHORTEST_SPEECH && (verbs > 0 || isSentence));
}

function hasSubject(tree: Scene['tree'], { firstToken, endToken }: TokenRange): boolean {
  return tokenRange(firstToken, endToken).some((token) => {
    const isHeaded = headOf(tree, token) >= firstToken && headOf(tree, token) < endToken;
    return isHeaded && isRelation(relationOf(tree, token), ['nsubj']);
  });
}

function speechOf(scene: Scene, range: TokenRange, known: readonly Draft[]): Draft {
  const here =
    speakerBeside(scene, range) ??
    speakerApart(scene, range) ??
    replyBeside(scene, range) ??
    namedBefore(scene, range) ??
    toldBefore(scene, range) ??
    nameAtColon(scene, range);
  if (here !== undefined) {
    return draftOf(SPEECH, {
      source: here.source,
      speaker: here.speaker,
      cue: here.cue,
      content: range,
      form: 'direct',
      rule: 'attribution/speech-quotation',
      confidence: 0.85,
    });
  }
  const before = lastSpeaker(scene, range, known);
  const source = before?.source ?? UNNAMED;
  const rule = before === undefined ? 'attribution/speech-unknown-speaker' : 'attribution/speech-continued';
  return draftOf(SPEECH, {
    source,
    cue: null,
    content: range,
    form: 'direct',
    rule,
    confidence: before === undefined ? 0.3 : 0.65,
  });
}

/** Whoever is found to speak a quotation, and the words that tell. */
interface Voice {
  readonly source: SourceRef;
  readonly speaker: number;
  readonly cue: TokenRange;
}

/** A verb of saying in the same sentence, outside the marks, whose speaker is known. */
function speakerBeside(scene: Scene, range: TokenRange): Voice | undefined {
  const { tree, sentences, tokens, parties, cues } = scene;
  const first = sentences[tokens[range.firstToken]?.sentence ?? 0];
  const last = sentences[tokens[range.endToken - 1]?.sentence ?? 0];
  if (first === undefined || last === undefined) return undefined;
  // What stands after the marks tells the speaker first: “…,” he told reporters.
  const order = [
    ...tokenRange(range.endToken, last.endToken),
    ...tokenRange(first.firstToken, range.firstToken).reverse(),
  ];
  for (const token of order) {
    const cue = tree.tags[token]?.upos === 'VERB' ? cueAt(tree, cues, token, 'verb') : undefined;
    if (cue === undefined || !cue.sense.takes.has('quote')) continue;
    const doer = speakerOf(parties, token);
    const isQuoted = doer !== undefined && doer >= range.firstToken && doer < range.endToken;
    if (doer !== undefined && !isQuoted)
      return {
        source: sourceAt(parties, doer),
        speaker: doer,
        cue: { firstToken: token, endToken: cue.endToken },
      };
  }
  return undefined;
}

const HEARING = new Set(['ask', 'tell', 'answer']);

/** Who says it and to whom, and nothing else. */
const LONGEST_TAG = 9;

/** "“Have they fled?” Captain Bello asked.": behind a question or a cry who speaks may stand in a sentence of its own. */
function speakerApart(scene: Scene, { endToken }: TokenRange): Voice | undefined {
  const { tree, sentences, tokens, parties, cues } = scene;
  const index = tokens[endToken - 1]?.sentence ?? 0;
  const next = sentences[index + 1];
  const isBehind = tokens[endToken]?.sentence === index && sentences[index]?.endToken === endToken + 1;
  if (!/^[?!]$/u.test(tokens[endToken - 1]?.text ?? '')) return undefined;
  if (next === undefined || !isBehind || next.endToken - next.firstToken > LONGEST_TAG) return undefined;
  if (scene.text.slice(tokens[endToken]?.end, next.start).includes('\n')) return undefined;
  const verb = tokenRange(next.firstToken, next.endToken).find(
    (token) => tree.tags[token]?.upos === 'VERB' && headOf(tree, token) < 0,
  );
  const cue = verb === undefined ? undefined : cueAt(tree, cues, verb, 'verb');
  const isTag =
    cue?.sense.takes.has('quote') === true &&
    childrenBy(tree, cue.token, 'ccomp', 'xcomp', 'advcl', 'conj', 'parataxis').length === 0 &&
    // "Kinshasa rejects the charge" tells something of its own; "the mayor asked reporters" does not.
    childrenBy(tree, cue.token, 'obj').every(() => HEARING.has(lemmaOf(tree, cue.token)));
  const speaker = isTag ? speakerOf(parties, cue.token) : undefined;
  return cue === undefined || speaker === undefined
    ? undefined
    : { source: sourceAt(parties, speaker), speaker, cue: { firstToken: cue.token, endToken: cue.endToken } };
}

/** "Amal Haddad, 34, teacher: “They burned our school.”": a name and nothing else before a colon speaks what follows. */
function namedBefore({ tree, parties, sentences, tokens }: Scene, range: TokenRange): Voice | undefined {
  let colon = range.firstToken - 1;
  while (colon >= range.firstToken - 2 && tokens[colon]?.text !== ':') colon--;
  const first = sentences[tokens[colon]?.sentence ?? 0]?.firstToken ?? 0;
  if (tokens[colon]?.text !== ':' || colon - first > LONGEST_NAME) return undefined;
  const hasVerb = tokenRange(first, colon).some((token) =>
    ['VERB', 'AUX'].includes(tree.tags[token]?.upos ?? ''),
  );
  const actor = parties.actors[(parties.byFirst.get(first) ?? [])[0] ?? -1];
  const isSpeaker = actor !== undefined && ['person', 'group'].includes(actor.kind) && !hasVerb;
  return isSpeaker
    ? {
        source: sourceAt(parties, actor.headToken),
        speaker: actor.headToken,
        cue: { firstToken: colon, endToken: colon + 1 },
      }
    : undefined;
}

/** "The minister waved the tale away: “Nobody crossed the lake.”": of whom the clause before the colon tells speaks what follows. */
function toldBefore(scene: Scene, range: TokenRange): Voice | undefined {
  const colon = [range.firstToken - 1, range.firstToken - 2].find(
    (token) => scene.tokens[token]?.text === ':',
  );
  const speaker = colon === undefined ? undefined : speakerBefore(scene, colon);
  return colon === undefined || speaker === undefined
    ? undefined
    : {
        source: sourceAt(scene.parties, speaker),
        speaker,
        cue: { firstToken: colon, endToken: colon + 1 },
      };
}

/** "The raid came as no surprise to the analyst Daron Sule: “They always strike at harvest.”": else the person named right before it. */
function nameAtColon({ parties, tokens }: Scene, range: TokenRange): Voice | undefined {
  const colon = range.firstToken - 2;
  const actor = parties.actors[parties.outerByToken.get(colon - 1) ?? -1];
  const isName = tokens[colon]?.text === ':' && actor?.kind === 'person' && actor.endToken === colon;
  return isName
    ? {
        source: sourceAt(parties, actor.headToken),
        speaker: actor.headToken,
        cue: { firstToken: colon, endToken: colon + 1 },
      }
    : undefined;
}

/** A name, an age and a trade. */
const LONGEST_NAME = 10;

const REPLIES = new Set(
  'reply answer response retort riposte rejoinder comment verdict reaction word message explanation'.split(
    ' ',
  ),
);

/** “Absurd,” was the reply of the ministry; “We held,” came the answer from Juba: a noun of saying names the speaker. */
function replyBeside({ tree, parties, sentences, tokens }: Scene, range: TokenRange): Voice | undefined {
  const sentence = sentences[tokens[range.endToken - 1]?.sentence ?? 0];
  const verb = range.endToken + 1;
  if (sentence === undefined || !['was', 'is', 'came', 'were'].includes(lowerOf(tree, verb)))
    return undefined;
  const noun = tokenRange(verb, Math.min(verb + 5, sentence.endToken)).find((token) =>
    REPLIES.has(lemmaOf(tree, token)),
  );
  if (noun === undefined) return undefined;
  const speaker = [
    ...childrenBy(tree, noun, 'nmod:poss'),
    ...[noun, headOf(tree, noun)].flatMap((holder) =>
      childrenBy(tree, holder, 'nmod', 'obl').filter((child) =>
        childrenBy(tree, child, 'case').some((mark) => ['of', 'from', 'by'].includes(lowerOf(tree, mark))),
      ),
    ),
  ].find((child) => child >= verb);
  return speaker === undefined
    ? undefined
    : { source: sourceAt(parties, speaker), speaker, cue: { firstToken: noun, endToken: noun + 1 } };
}

function tokenRange(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** Whoever spoke last before, in the same paragraph or, where the paragraph opens with the marks, in the one before. */
function lastSpeaker(scene: Scene, range: TokenRange, known: readonly Draft[]): Draft | undefined {
  const paragraph = zoneAt(scene, range.firstToken);
  const before = known
    .filter(
      (draft) =>
        draft.source.kind === 'words' && speaks(draft) && draft.content.firstToken < range.firstToken,
    )
    .sort((a, b) => b.content.firstToken - a.content.firstToken);
  const opens = (paragraph?.start ?? 0) >= (scene.tokens[range.firstToken]?.start ?? 0) - 2;
  const reach = opens ? previousZone(scene, paragraph) : paragraph;
  return before.find((draft) => (scene.tokens[draft.content.firstToken]?.start ?? 0) >= (reach?.start ?? 0));
}

function zoneAt({ zones, tokens }: Scene, token: number): Zone | undefined {
  const start = tokens[token]?.start ?? 0;
  return zones.find((zone) => zone.start <= start && start < zone.end);
}

function previousZone({ zones }: Scene, zone: Zone | undefined): Zone | undefined {
  return zones[zones.indexOf(zone as Zone) - 1] ?? zone;
}
