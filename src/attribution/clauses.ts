import { doerOf } from '../language/control.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lowerOf,
  relationOf,
  subtreeOf,
  type TokenRange,
  type Tree,
} from '../language/tree.ts';
import { clauseOf, contentOf, withoutMarks } from './contents.ts';
import { type Cue, cueAt } from './cues.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { sourceAt, speakerOf, UNNAMED } from './sources.ts';

/** Verbs whose object is who is told, not what is said. */
const ADDRESSING = new Set('tell inform remind assure notify brief advise'.split(' '));

/** Finds what verbs of saying, believing, showing and demanding attribute to whom; in the order of the text. */
export function findClauses(scene: Scene): readonly Draft[] {
  return scene.tokens.flatMap((_, token) => {
    if (!isVerb(scene.tree, token)) return [];
    const cue = cueAt(scene.tree, scene.cues, token, 'verb');
    return cue === undefined ? [] : readCue(scene, cue);
  });
}

function isVerb(tree: Tree, token: number): boolean {
  // "a claimed victory": a participle before its noun reports nothing by itself.
  return tree.tags[token]?.upos === 'VERB' && relationOf(tree, token) !== 'amod';
}

function readCue(scene: Scene, cue: Cue): readonly Draft[] {
  const { tree } = scene;
  const { token: verb, sense } = cue;
  const range = { firstToken: verb, endToken: cue.endToken };
  if (childBy(tree, verb, 'aux:pass') !== undefined) return readPassive(scene, cue);
  const doer = speakerOf(scene.parties, verb);
  if (doer === undefined) return [];
  const source = sourceAt(scene.parties, doer);
  if (sense.kind === 'judgement') {
    const content = judgedContent(tree, verb);
    if (content !== undefined)
      return [
        draftOf(sense, { source, cue: range, content, rule: 'attribution/judgement', confidence: 0.85 }),
      ];
  }
  const sentence = scene.sentences[tree.tokens[verb]?.sentence ?? 0];
  if (sentence === undefined) return [];
  const said = contentOf(tree, sentence, range, doer) ?? nominalContent(tree, verb);
  if (said === undefined || said.endToken <= said.firstToken) return [];
  return [
    draftOf(sense, {
      source,
      cue: range,
      content: said,
      rule: `attribution/${sense.kind}-clause`,
      confidence: 0.9,
    }),
  ];
}

/** "is believed to have fled", "it is feared that", "was confirmed by the ministry". */
function readPassive(scene: Scene, cue: Cue): readonly Draft[] {
  const { tree, parties } = scene;
  const { token: verb, sense } = cue;
  const complement = childBy(tree, verb, 'xcomp', 'ccomp', 'csubj', 'csubj:pass');
  const agent = doerOf(tree, verb);
  const quoted = sense.words.includes(' as ');
  const speaker = agent ?? (quoted ? childBy(tree, verb, 'nsubj:pass') : undefined);
  if (complement === undefined) return [];
  const source = speaker === undefined ? UNNAMED : sourceAt(parties, speaker);
  // "Said" of nobody in particular is hearsay: it commits nobody to more than probability.
  const certainty = speaker === undefined && sense.certainty === 'certain' ? 'probable' : sense.certainty;
  const content = clauseOf(tree, complement);
  return [
    draftOf(sense, {
      source,
      cue: { firstToken: verb, endToken: cue.endToken },
      content,
      certainty,
      rule: speaker === undefined ? 'attribution/passive-hearsay' : 'attribution/passive-clause',
      confidence: 0.85,
    }),
  ];
}

/** "accused Addis Ababa of annexation", "described the raid as a massacre", "blamed the group for the bombing". */
function judgedContent(tree: Tree, verb: number): TokenRange | undefined {
  const candidates = childrenBy(tree, verb, 'obl', 'advcl', 'xcomp', 'ccomp', 'nmod');
  const judged = candidates.find((child) =>
    childrenBy(tree, child, 'case', 'mark').some((mark) =>
      ['of', 'for', 'as', 'with', 'that'].includes(lowerOf(tree, mark)),
    ),
  );
  const chosen = judged ?? childBy(tree, verb, 'ccomp', 'xcomp') ?? ofObject(tree, verb);
  return chosen === undefined ? undefined : clauseOf(tree, chosen);
}

/** "accused the junta of a war crime": parsers like to hang the of-phrase on the object. */
function ofObject(tree: Tree, verb: number): number | undefined {
  const object = childBy(tree, verb, 'obj');
  if (object === undefined) return undefined;
  return childrenBy(tree, object, 'nmod', 'acl').find((child) =>
    childrenBy(tree, child, 'case', 'mark').some((mark) => ['of', 'for', 'as'].includes(lowerOf(tree, mark))),
  );
}

/** "reported intense shelling", "denied Russia's allegations": what is said is a noun. */
function nominalContent(tree: Tree, verb: number): TokenRange | undefined {
  if (ADDRESSING.has(tree.tags[verb]?.lemma ?? '')) return undefined;
  const object = childBy(tree, verb, 'obj') ?? relativeObject(tree, verb);
  if (object === undefined) return undefined;
  const own = subtreeOf(tree, object).filter(
    (token) => token >= object || !isRelation(relationOf(tree, token), ['acl:relcl']),
  );
  return withoutMarks(tree, { firstToken: own[0] ?? object, endToken: (own.at(-1) ?? object) + 1 });
}

function relativeObject(tree: Tree, verb: number): number | undefined {
  const head = headOf(tree, verb);
  const free =
    isRelation(relationOf(tree, verb), ['acl:relcl']) && ['what', 'which'].includes(lowerOf(tree, head));
  return free ? childBy(tree, verb, 'obl') : undefined;
}
