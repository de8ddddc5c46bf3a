import { doerOf } from '../language/control.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  type TokenRange,
  type Tree,
} from '../language/tree.ts';
import { type CueFrame, clauseOf, contentOf, withoutMarks } from './contents.ts';
import { type Cue, type CueSense, cueAt } from './cues.ts';
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
  if (childBy(tree, verb, 'aux:pass') !== undefined) return readPassive(scene, cue);
  const doer = speakerOf(scene.parties, verb);
  const sentence = scene.sentences[tree.tokens[verb]?.sentence ?? 0];
  if (
    doer === undefined ||
    sentence === undefined ||
    (GOING_ON.has(lemmaOf(tree, verb)) && !hasMarks(scene, sentence))
  )
    return [];
  const range = { firstToken: verb, endToken: cue.endToken };
  const isSpeech = sense.kind === 'speech' || sense.kind === 'writing';
  const content =
    sense.kind === 'judgement'
      ? judgedContent(tree, verb)
      : (clausalContent(tree, sense, {
          sentence,
          cue: range,
          source: doer,
          isSpeech,
          isAssertion: sense.stance === 'assert' || sense.stance === 'deny',
        }) ?? nominalContent(tree, cue));
  if (content === undefined || content.endToken <= content.firstToken) return [];
  const rule = sense.kind === 'judgement' ? 'attribution/judgement' : `attribution/${sense.kind}-clause`;
  return [
    draftOf(sense, {
      source: sourceAt(scene.parties, doer),
      speaker: doer,
      cue: range,
      content,
      rule,
      confidence: 0.9,
    }),
  ];
}

/** What a clause or quoted words say, where the cue takes any: "put the dead at nine" takes none. */
function clausalContent(tree: Tree, { takes }: CueSense, frame: CueFrame): TokenRange | undefined {
  return takes.has('clause') || takes.has('quote') ? contentOf(tree, frame) : undefined;
}

/** Verbs that say something only beside quotation marks: “They left,” she went on. */
const GOING_ON = new Set('continue go begin proceed conclude finish close open start'.split(' '));

function hasMarks(
  { text }: Scene,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return /[“”"]/u.test(text.slice(start, end));
}

/** "is believed to have fled", "it is feared that", "was confirmed by the ministry". */
function readPassive(scene: Scene, cue: Cue): readonly Draft[] {
  const { tree, parties } = scene;
  const { token: verb, sense } = cue;
  const complement = childBy(tree, verb, 'xcomp', 'ccomp', 'csubj', 'csubj:pass');
  // "were told to stand ready": an order to somebody is no hearsay about them.
  if (ADDRESSING.has(lemmaOf(tree, verb)) && relationOf(tree, complement ?? verb) === 'xcomp') return [];
  const agent = doerOf(tree, verb);
  const quoted = sense.words.includes(' as ');
  const speaker = agent ?? (quoted ? childBy(tree, verb, 'nsubj:pass') : undefined);
  const sentence = scene.sentences[tree.tokens[verb]?.sentence ?? 0];
  const frame = {
    cue: { firstToken: verb, endToken: cue.endToken },
    source: speaker,
    isSpeech: true,
    isAssertion: true,
  };
  const said =
    complement !== undefined
      ? clauseOf(tree, complement)
      : quoted && sentence !== undefined
        ? contentOf(tree, { sentence, ...frame })
        : undefined;
  if (said === undefined) return [];
  const source = speaker === undefined ? UNNAMED : sourceAt(parties, speaker);
  // "Said" of nobody in particular is hearsay: it commits nobody to more than probability.
  const certainty = speaker === undefined && sense.certainty === 'certain' ? 'probable' : sense.certainty;
  const content = said;
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
  return chosen === undefined ? undefined : phraseOf(tree, chosen);
}

/** A phrase without what is joined to the verb before it: "called it a war crime and promised revenge". */
function phraseOf(tree: Tree, token: number): TokenRange {
  const joined = childrenBy(tree, token, 'conj', 'parataxis').filter(
    (child) => ['VERB', 'AUX'].includes(tree.tags[child]?.upos ?? '') && tree.tags[token]?.upos !== 'VERB',
  );
  const end = joined[0];
  const range = clauseOf(tree, token);
  if (end === undefined) return range;
  const coordinator = childBy(tree, end, 'cc') ?? end;
  return withoutMarks(tree, {
    firstToken: range.firstToken,
    endToken: Math.max(token + 1, Math.min(coordinator, end)),
  });
}

/** "accused the junta of a war crime": parsers like to hang the of-phrase on the object. */
function ofObject(tree: Tree, verb: number): number | undefined {
  const object = childBy(tree, verb, 'obj');
  if (object === undefined) return undefined;
  return childrenBy(tree, object, 'nmod', 'acl').find((child) =>
    childrenBy(tree, child, 'case', 'mark').some((mark) => ['of', 'for', 'as'].includes(lowerOf(tree, mark))),
  );
}

/** "reported intense shelling", "denied Russia's allegations": what is said is a noun, where the cue takes one. */
function nominalContent(tree: Tree, { token: verb, sense }: Cue): TokenRange | undefined {
  if (!sense.takes.has('noun') || ADDRESSING.has(tree.tags[verb]?.lemma ?? '')) return undefined;
  if (PUTTING.has(lemmaOf(tree, verb)) && !isCount(tree, verb)) return undefined;
  const object = childBy(tree, verb, 'obj') ?? relativeObject(tree, verb) ?? admitted(tree, verb);
  return object === undefined ? undefined : phraseOf(tree, object);
}

const PUTTING = new Set('put set place'.split(' '));

/** What is counted when somebody puts it at a number. */
const COUNTED = new Set(
  'toll number figure dead death loss casualty fatality count total tally victim wounded injured missing'.split(
    ' ',
  ),
);

/** "put the dead at 28": giving a number is saying something; "put a checkpoint at the bridge" is not. */
function isCount(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, 'obj').some((object) =>
    [object, ...childrenBy(tree, object, 'compound', 'nmod')].some((token) =>
      COUNTED.has(lemmaOf(tree, token)),
    ),
  );
}

/** "admits to an exercise": what is owned up to stands behind "to". */
function admitted(tree: Tree, verb: number): number | undefined {
  if (!['admit', 'confess', 'own'].includes(tree.tags[verb]?.lemma ?? '')) return undefined;
  return childrenBy(tree, verb, 'obl').find((child) =>
    childrenBy(tree, child, 'case').some((mark) => lowerOf(tree, mark) === 'to'),
  );
}

function relativeObject(tree: Tree, verb: number): number | undefined {
  const head = headOf(tree, verb);
  const free =
    isRelation(relationOf(tree, verb), ['acl:relcl']) && ['what', 'which'].includes(lowerOf(tree, head));
  return free ? childBy(tree, verb, 'obl') : undefined;
}
