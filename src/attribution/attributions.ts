import type { Attribution } from '../document/event-layers.ts';
import type { Stage } from '../document/stage.ts';
import type { Row } from '../document/table.ts';
import { growTree, lowerOf, spanOfTokens, type Tree } from '../language/tree.ts';
import { indexParties, isPronoun } from '../mentions/parties.ts';
import { findAsides } from './asides.ts';
import { findAttitudes } from './attitudes.ts';
import { findBackReferences } from './back-references.ts';
import { findClauses } from './clauses.ts';
import { findColons } from './colons.ts';
import { findContinuations } from './continuations.ts';
import { compileCues } from './cues.ts';
import { findDirectSpeech } from './direct-speech.ts';
import type { Draft, Scene } from './draft.ts';
import { findGoingOn } from './going-on.ts';
import { findHeadlines } from './headlines.ts';
import { besideTheirHosts, byContent, nest } from './nesting.ts';
import { findPhrases } from './phrases.ts';
import { findTellings } from './tellings.ts';

type Needs = 'zones' | 'sentences' | 'tokens' | 'tags' | 'dependencies' | 'actors' | 'chains';

/**
 * Gives the stage that finds who says what: source, cue and content as in PARC 3 (Pareti, 2016), nested.
 * @param cues the rows of `data/attribution/cues.tsv`
 */
export function createAttributions(cues: readonly Row[]): Stage<Needs, 'attributions'> {
  const table = compileCues(cues);
  return {
    name: 'attributions',
    version: 1,
    needs: ['zones', 'sentences', 'tokens', 'tags', 'dependencies', 'actors', 'chains'],
    gives: ['attributions'],
    run: ({ text, layers }) => {
      const tree = growTree(layers);
      const parties = indexParties(text, tree, layers);
      const scene: Scene = { text, tree, parties, cues: table, ...layers };
      const clauses = namedSpeakers(scene, [
        ...findClauses(scene),
        ...findTellings(scene),
        ...findAttitudes(scene),
      ]);
      const spoken = findDirectSpeech(scene, [...clauses, ...findGoingOn(scene, clauses)]);
      const told = [
        ...namedSpeakers(scene, spoken),
        ...findPhrases(scene),
        ...findAsides(scene),
        ...findHeadlines(scene),
        ...findColons(scene, spoken),
        ...findBackReferences(scene),
      ];
      const drafts = besideTheirHosts(tree, [...told, ...findContinuations(scene, told)]).sort(byContent);
      const within = nest(drafts);
      return {
        attributions: drafts.map((draft, index) =>
          finish(scene, shownBySpeaker(draft, drafts[within[index] ?? -1]), within[index] ?? null),
        ),
      };
    },
  };
}

/**
 * "No gunmen slept in the mill, they said": a pronoun that says something is nobody inside what it says. Where the
 * chains took it for one of those, it is whoever spoke last.
 */
function namedSpeakers({ tree }: Scene, drafts: readonly Draft[]): readonly Draft[] {
  let last: Draft['source'] | null = null;
  return drafts.toSorted(byCue).map((draft) => {
    const isPlain = draft.speaker !== null && !isPronoun(tree, draft.speaker);
    const isMeant = last !== null && (speaksOfItself(draft, tree) || isVersion(draft, last, tree));
    const named = last !== null && isMeant ? { ...draft, source: last } : draft;
    if (isPlain || last === null) last = draft.source.kind === 'words' ? draft.source : last;
    return named;
  });
}

function byCue(a: Draft, b: Draft): number {
  return (a.cue ?? a.content).firstToken - (b.cue ?? b.content).firstToken;
}

/** "Earlier versions of this story said that two shells fell. They also said …": versions speak on, whoever they quote. */
function isVersion({ speaker }: Draft, last: Draft['source'], tree: Tree): boolean {
  if (speaker === null || last.kind !== 'words' || !VERSION.test(last.party.text)) return false;
  return /^(?:earlier|previous) (?:version|report|stor)\w*s\b/iu.test(last.party.text)
    ? lowerOf(tree, speaker) === 'they'
    : lowerOf(tree, speaker) === 'it';
}

const VERSION = /^(?:an? |the )?(?:earlier|previous|original) (?:version|report|stor)/iu;

function speaksOfItself({ source, speaker, content }: Draft, tree: Scene['tree']): boolean {
  if (source.kind !== 'words' || speaker === null || !isPronoun(tree, speaker)) return false;
  const span = spanOfTokens(tree, content);
  const isUnresolved = source.party.start === tree.tokens[speaker]?.start;
  return isUnresolved || (span.start <= source.party.start && source.party.end <= span.end);
}

/** "Two envoys say that radar tracks show a jet": whoever speaks of the evidence tells what it shows. */
function shownBySpeaker(draft: Draft, outer: Draft | undefined): Draft {
  const isShown = draft.rule === 'attribution/evidence-clause' && outer?.source.kind === 'words';
  return isShown && outer.rule === 'attribution/speech-clause' ? { ...draft, source: outer.source } : draft;
}

function finish({ tree }: Scene, draft: Draft, within: number | null): Attribution {
  const cue = draft.cue === null ? null : spanOfTokens(tree, draft.cue);
  const content = spanOfTokens(tree, draft.content);
  const { source, form, stance, certainty, rule, confidence } = draft;
  const spans = [
    ...(cue === null ? [] : [cue]),
    ...(source.kind === 'words' ? [{ start: source.party.start, end: source.party.end }] : []),
  ];
  return {
    source,
    cue,
    content,
    ...draft.content,
    form,
    stance,
    certainty,
    within,
    why: { rule, spans, confidence },
  };
}
