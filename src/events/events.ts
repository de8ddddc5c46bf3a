import type { Attribution, EventMention } from '../document/event-layers.ts';
import type { Stage } from '../document/stage.ts';
import type { Row } from '../document/table.ts';
import { headOf, lemmaOf, spanOfTokens } from '../language/tree.ts';
import type { Candidate } from './candidate.ts';
import { readCircumstances, type Words } from './circumstances.ts';
import { bearEvidence } from './evidence-bearing.ts';
import { compileLexicon } from './lexicon.ts';
import { shareModes } from './modes.ts';
import { readRoles } from './roles.ts';
import { readAdjective } from './rules/adjectives.ts';
import { findCounts } from './rules/counts.ts';
import { withoutDemanded } from './rules/demands.ts';
import { findDisputed } from './rules/disputed.ts';
import { findLikelyActs, isUnlikely } from './rules/likely-acts.ts';
import { readNoun } from './rules/nouns.ts';
import { readPresence } from './rules/presences.ts';
import { readRejection } from './rules/rejections.ts';
import { readVerb } from './rules/verbs.ts';
import { type EventNeeds, type EventTables, type Scene, setScene } from './scene.ts';
import { joinTolls } from './tolls.ts';
import { vetoOf } from './vetoes.ts';

/** The rows of the tables in `data/events`. */
export interface EventRows {
  readonly triggers: readonly Row[];
  readonly lightVerbs: readonly Row[];
  readonly vetoes: readonly Row[];
  readonly contexts: readonly Row[];
}

/** The rules, in the order in which they are asked; the first that finds an event at a token wins. */
const RULES: readonly ((scene: Scene, token: number) => Candidate | undefined)[] = [
  readRejection,
  readVerb,
  readNoun,
  readAdjective,
  readPresence,
];

/**
 * Gives the stage that finds event mentions in PLOVER 2.0's ontology, with roles and circumstances.
 * It runs behind the attributions: what stands outside a claim ("said on Monday") does not date what is inside.
 */
export function createEvents(rows: EventRows): Stage<EventNeeds, 'events'> {
  const tables = compileTables(rows);
  return {
    name: 'events',
    version: 1,
    needs: [
      'zones',
      'sentences',
      'tokens',
      'tags',
      'dependencies',
      'names',
      'actors',
      'chains',
      'places',
      'times',
      'quantities',
      'evidence',
      'attributions',
    ],
    gives: ['events'],
    run: (doc) => {
      const scene = setScene(doc, tables);
      const frames = innermostFrames(doc.layers.attributions, doc.layers.tokens.length);
      const cued = new Map(
        doc.layers.attributions.flatMap((attribution) =>
          attribution.cue === null ? [] : [[attribution.cue.start, attribution] as const],
        ),
      );
      const events = findCandidates(scene).map((candidate) =>
        finish(scene, candidate, {
          frame: doc.layers.attributions[frames[candidate.token] ?? -1],
          content: cued.get(doc.layers.tokens[candidate.token]?.start ?? -1),
        }),
      );
      return { events: bearEvidence(scene, joinTolls(scene, events)) };
    },
  };
}

function compileTables({ triggers, lightVerbs, vetoes, contexts }: EventRows): EventTables {
  return {
    lexicon: compileLexicon(triggers),
    lightVerbs: new Set(lightVerbs.flatMap((row) => (row['verb'] ?? '').split('|'))),
    vetoes: new Map(
      vetoes.flatMap((row) =>
        (row['words'] ?? '').split('|').map((word) => [word, row['domain'] ?? ''] as const),
      ),
    ),
    contexts: new Map(contexts.map((row) => [row['context'] ?? '', (row['words'] ?? '').split('|')])),
  };
}

/** What a noun of these types tells, the verb that has it for an object has told. */
const ON_PAPER: readonly EventMention['type'][] = [
  'AGREE',
  'SUPPORT',
  'CONCEDE',
  'SANCTION',
  'COERCE',
  'REQUEST',
  'THREATEN',
  'ACCUSE',
];

function findCandidates(scene: Scene): readonly Candidate[] {
  const found: Candidate[] = [];
  const eaten = new Map<number, EventMention['type']>();
  let end = 0;
  for (let token = 0; token < scene.tree.tokens.length; token++) {
    // "March 2022" is no march, whatever the table says of the word.
    if (scene.outside.has(token) || token < end || scene.timeByToken.has(token)) continue;
    for (const rule of RULES) {
      const candidate = rule(scene, token);
      if (candidate === undefined || isUnlikely(scene, candidate) || vetoOf(scene, candidate) !== null)
        continue;
      found.push(candidate);
      end = candidate.endToken;
      for (const noun of namedByVerb(candidate)) eaten.set(noun, candidate.sense.type);
      break;
    }
  }
  const told = withoutDemanded(scene.tree, withoutEchoes(scene, found));
  // "signed an agreement", "no shots were fired": the verb tells it; "repelled an incursion" tells two things.
  const listed = told.filter(
    ({ token, sense }) =>
      !eaten.has(token) ||
      !(
        ON_PAPER.includes(sense.type) ||
        scene.classes.is(token, 'weapon') ||
        // "stepped up patrols" moves once.
        (sense.type === 'MOBILIZE' && eaten.get(token) === 'MOBILIZE')
      ),
  );
  const counted = [...listed, ...findCounts(scene, listed)];
  const listless = [...counted, ...findDisputed(scene, counted)];
  const likely = withoutDemanded(scene.tree, [...listless, ...findLikelyActs(scene, listless)]);
  const all = [...likely].sort((a, b) => a.firstToken - b.firstToken);
  return shareModes(scene.tree, all);
}

/** Verbs that say nothing of their own: what they call it is what is told. */
const CALLING = new Set(
  'call brand label describe deem term dub characterise characterize portray depict paint'.split(' '),
);

/** "accused the cartel of a massacre", "calling the visit a provocation": one accusation, told by two words. */
function withoutEchoes({ tree }: Scene, found: readonly Candidate[]): readonly Candidate[] {
  const byToken = new Map(found.map((candidate) => [candidate.token, candidate]));
  const gone = new Set<number>();
  for (const { token, sense } of found) {
    const verb = byToken.get(headOf(tree, token));
    const isEcho =
      sense.part !== 'verb' &&
      (sense.type === 'ACCUSE' || sense.type === 'REJECT') &&
      verb?.sense.type === sense.type;
    if (isEcho && verb.sense.part === 'verb')
      gone.add(CALLING.has(lemmaOf(tree, verb.token)) ? verb.token : token);
  }
  return found.filter(({ token }) => !gone.has(token));
}

/** "signed an agreement", "lifted a ban": the line that asks for the noun has told the event; the noun tells no second one. */
function namedByVerb({ sense, slots }: Candidate): readonly number[] {
  const asks = (wanted: string): boolean =>
    sense.conditions.some(({ slot, lemmas, negated }) => slot === wanted && lemmas.length > 0 && !negated);
  // "the truce may not survive": what the line asks for as its subject is told as well.
  return [...(asks('obj') ? slots.obj : []), ...(asks('subj') ? slots.subj : [])];
}

/** Gives for each token the index of the innermost attribution whose content holds it, or -1. */
function innermostFrames(attributions: readonly Attribution[], length: number): Int32Array {
  const frames = new Int32Array(length).fill(-1);
  // Sorted by content, the longer first: a later one overwrites the one that holds it.
  attributions.forEach(({ firstToken, endToken, form, cue }, index) => {
    if (form === 'parenthetical' && cue === null) return;
    frames.fill(index, firstToken, endToken);
  });
  return frames;
}

function finish(scene: Scene, candidate: Candidate, words: Words): EventMention {
  const { token, firstToken, endToken, sense, rule, confidence } = candidate;
  const trigger = spanOfTokens(scene.tree, { firstToken, endToken });
  return {
    trigger,
    headToken: token,
    type: sense.type,
    mode: sense.mode,
    contexts: scene.contexts[scene.tree.tokens[token]?.sentence ?? 0] ?? [],
    roles: readRoles(scene, candidate),
    ...readCircumstances(scene, candidate, words),
    evidence: [],
    why: { rule, spans: [trigger], confidence },
  };
}
