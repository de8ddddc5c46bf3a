import { isAnnouncedDone } from '../events/announced.ts';
import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  subtreeOf,
  type TokenRange,
  type Tree,
} from '../language/tree.ts';
import { clauseOf, withoutMarks } from './contents.ts';
import type { Cue } from './cues.ts';

/** Verbs whose object is who is told, not what is said. */
export const ADDRESSING = new Set('tell inform remind assure notify brief advise'.split(' '));

/** Verbs that, with an object, tell how likely somebody holds it to be. */
const ESTIMATING = new Set('see view regard consider deem rate judge think believe'.split(' '));
const LIKELIHOODS = new Set(
  'likely unlikely probable improbable possible impossible inevitable imminent plausible implausible conceivable inconceivable remote'.split(
    ' ',
  ),
);

/** Gives what is estimated, the object with its likelihood: "see a blockade as improbable", "considers an invasion unlikely". */
export function estimatedContent(tree: Tree, verb: number): TokenRange | undefined {
  if (!ESTIMATING.has(lemmaOf(tree, verb))) return undefined;
  const likelihood = childrenBy(tree, verb, 'xcomp', 'obl', 'advcl', 'advmod').find(
    (child) => child > verb && LIKELIHOODS.has(lowerOf(tree, child)),
  );
  if (likelihood === undefined) return undefined;
  const object = childBy(tree, verb, 'obj') ?? childBy(tree, likelihood, 'nsubj');
  if (object === undefined || object < verb || object > likelihood) return undefined;
  return { firstToken: clauseOf(tree, object).firstToken, endToken: likelihood + 1 };
}

/** Verbs of law: what somebody is punished or held "for" is what those who punish him say that he did. */
export const PUNISHING = new Set(
  'jail imprison sentence convict arrest detain fine prosecute indict punish execute hang suspend dismiss'.split(
    ' ',
  ),
);

/** Verbs of blame: who blames somebody "for" doing a thing says that it was done. */
const BLAMING = new Set(
  'condemn criticise criticize fault censure rebuke berate lambast castigate chide denounce slam upbraid reproach chastise scold excoriate praise hail laud applaud commend tout celebrate deride decry deplore ridicule cast paint frame'.split(
    ' ',
  ),
);

/** Gives what is judged: "accused Addis Ababa of annexation", "described the raid as a massacre", "blamed the group for the bombing". */
export function judgedContent(tree: Tree, verb: number): TokenRange | undefined {
  const candidates = childrenBy(tree, verb, 'obl', 'advcl', 'xcomp', 'ccomp', 'nmod');
  // "called a strike for Friday" judges nothing; "blamed the group for the blast" does.
  const openers = ['call', 'describe'].includes(lemmaOf(tree, verb))
    ? ['as', 'that']
    : ['of', 'for', 'as', 'with', 'that'];
  const opened = candidates.filter((child) =>
    childrenBy(tree, child, 'case', 'mark').some((mark) => openers.includes(lowerOf(tree, mark))),
  );
  // "Egypt, for its part, accused Sudan of shelling": an aside before the verb judges nothing.
  const judged =
    opened.find((child) => child > verb) ?? opened.find((child) => lemmaOf(tree, child) !== 'part');
  // "sentenced to death", "detained without charge": only a reason is told with it.
  if (PUNISHING.has(lemmaOf(tree, verb))) return reasonOf(tree, verb, opened);
  if (BLAMING.has(lemmaOf(tree, verb))) {
    const deed = opened.find(
      (child) =>
        child > verb &&
        // "condemned the raid as a massacre": what it is called, the raid itself is so.
        (isBehindAs(tree, child) || (isVerb(tree, child) && lowerOf(tree, child).endsWith('ing'))),
    );
    return deed === undefined ? undefined : phraseOf(tree, deed);
  }
  const chosen =
    judged ??
    namedThing(tree, verb) ??
    childBy(tree, verb, 'ccomp', 'xcomp') ??
    describedThing(tree, verb) ??
    ofObject(tree, verb) ??
    howClause(tree, verb);
  return chosen === undefined ? undefined : phraseOf(tree, chosen);
}

function isVerb(tree: Tree, token: number): boolean {
  return tree.tags[token]?.upos === 'VERB';
}

function isBehindAs(tree: Tree, token: number): boolean {
  return childrenBy(tree, token, 'case', 'mark').some((mark) => lowerOf(tree, mark) === 'as');
}

/** "Villagers described the shelling of the ford": with nothing that it is described as, the thing itself is told. */
function describedThing(tree: Tree, verb: number): number | undefined {
  const object = lemmaOf(tree, verb) === 'describe' ? childBy(tree, verb, 'obj') : undefined;
  return object !== undefined && object > verb && tree.tags[object]?.upos === 'NOUN' ? object : undefined;
}

/** "jailed three fishermen for ferrying weapons", "convicted of the murder": a deed behind "for" or "of"; "for nine years" is none. */
function reasonOf(tree: Tree, verb: number, opened: readonly number[]): TokenRange | undefined {
  const reason = opened.find(
    (child) =>
      child > verb &&
      (tree.tags[child]?.upos === 'VERB' || childBy(tree, child, 'nmod') !== undefined) &&
      childrenBy(tree, child, 'case', 'mark').some((mark) => ['for', 'of'].includes(lowerOf(tree, mark))),
  );
  return reason === undefined ? undefined : phraseOf(tree, reason);
}

/** "until what he calls the siege ends": behind "what" the object is the name that somebody gives. */
function namedThing(tree: Tree, verb: number): number | undefined {
  const isFree = relationOf(tree, verb) === 'acl:relcl' && lowerOf(tree, headOf(tree, verb)) === 'what';
  return isFree ? childBy(tree, verb, 'xcomp', 'obj') : undefined;
}

/** "described how soldiers shot": parsers make an object of "how", and hang the clause on it. */
function howClause(tree: Tree, verb: number): number | undefined {
  return childrenBy(tree, verb, 'obj', 'advmod').find((word) => word > verb && lowerOf(tree, word) === 'how');
}

/** A phrase without what is joined to the verb before it: "called it piracy and vowed revenge". */
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

/** "accused the cartel of a massacre": parsers like to hang the of-phrase on the object. */
function ofObject(tree: Tree, verb: number): number | undefined {
  const object = childBy(tree, verb, 'obj');
  if (object === undefined) return undefined;
  return childrenBy(tree, object, 'nmod', 'acl').find((child) =>
    childrenBy(tree, child, 'case', 'mark').some((mark) => ['of', 'for', 'as'].includes(lowerOf(tree, mark))),
  );
}

/** Gives the noun that is said, where the cue takes one: "reported intense shelling", "denied Russia's allegations". */
export function nominalContent(tree: Tree, { token: verb, sense }: Cue): TokenRange | undefined {
  const preposition = sense.words.split(' ')[1];
  // "told of gunmen shooting" tells what; "told the council" tells whom.
  const isAddressed = preposition === undefined && ADDRESSING.has(lemmaOf(tree, verb));
  if (!sense.takes.has('noun') || isAddressed) return undefined;
  if (PUTTING.has(lemmaOf(tree, verb)) && !isCount(tree, verb)) return undefined;
  if (ANNOUNCING.has(lemmaOf(tree, verb)) && !announcesDone(tree, verb)) return undefined;
  const object: number | undefined =
    preposition === undefined || !ABOUT.has(preposition)
      ? (childBy(tree, verb, 'obj') ?? relativeObject(tree, verb) ?? admitted(tree, verb))
      : behindPreposition(tree, verb, preposition);
  if (object === undefined) return undefined;
  // "called for an inquiry into the killings": what is called for is the inquiry; the killings have been.
  if (sense.stance === 'demand' && tree.tags[object]?.upos === 'NOUN')
    return { firstToken: phraseOf(tree, object).firstToken, endToken: object + 1 };
  const said = withExplanation(tree, sense, withCondition(tree, verb, phraseOf(tree, object)));
  // "put the army's dead at eight": parsers make a statement of it that the army is dead.
  const counted = PUTTING.has(lemmaOf(tree, verb))
    ? (endOfCount(tree, verb) ?? childBy(tree, verb, 'xcomp') ?? object)
    : (countedBehind(tree, verb, said) ?? object);
  return { ...said, endToken: Math.max(said.endToken, counted + 1) };
}

/** "speaks of more than 900 displaced": parsers like to hang what is counted on the verb. */
function countedBehind(tree: Tree, verb: number, { endToken }: TokenRange): number | undefined {
  const isCounted = tree.tags[endToken - 1]?.upos === 'NUM' && headOf(tree, endToken) === verb;
  return isCounted && ['VERB', 'ADJ'].includes(tree.tags[endToken]?.upos ?? '') ? endToken : undefined;
}

/** "fears the opposite: a raid is likely": what a colon explains is said with it, but what is denied may be explained by its contrary. */
function withExplanation(tree: Tree, { stance }: Cue['sense'], said: TokenRange): TokenRange {
  const isColon = lowerOf(tree, said.endToken) === ':';
  if (!isColon || ['deny', 'doubt', 'withhold', 'demand'].includes(stance)) return said;
  const sentence = tree.tokens[said.endToken]?.sentence;
  let endToken = said.endToken + 1;
  while (tree.tokens[endToken]?.sentence === sentence && tree.tokens[endToken]?.text !== ';') endToken++;
  return withoutMarks(tree, { ...said, endToken });
}

const ANNOUNCING = new Set('announce proclaim'.split(' '));

const PUTTING = new Set('put set place give'.split(' '));

const ABOUT = new Set('of about against at to for'.split(' '));

/** "spoke of a massacre", "warned against a raid", "complained of being beaten": what is told stands behind the preposition. */
function behindPreposition(tree: Tree, verb: number, preposition: string): number | undefined {
  return childrenBy(tree, verb, 'obl', 'advcl', 'nmod', 'obj', 'ccomp', 'xcomp').find(
    (child) =>
      childrenBy(tree, child, 'case', 'mark').some((mark) => lowerOf(tree, mark) === preposition) ||
      // "told of gunmen burning ferries": parsers hang the preposition on the gerund's subject.
      (child > verb && lowerOf(tree, subtreeOf(tree, child)[0] ?? child) === preposition),
  );
}

/** "did not rule out strikes if the attacks went on": the condition belongs to what is said under it. */
function withCondition(tree: Tree, verb: number, said: TokenRange): TokenRange {
  const condition = childrenBy(tree, verb, 'advcl').find(
    (clause) =>
      clause > verb &&
      childrenBy(tree, clause, 'mark').some((mark) => ['if', 'unless'].includes(lowerOf(tree, mark))),
  );
  if (condition === undefined) return said;
  return { ...said, endToken: Math.max(said.endToken, clauseOf(tree, condition).endToken) };
}

/** What is counted when somebody puts it at a number. */
const COUNTED = new Set(
  'toll number figure dead death loss casualty fatality count total tally victim wounded injured missing'.split(
    ' ',
  ),
);

/** "put the dead at 28": giving a number is saying something; "put a checkpoint at the bridge" is not. */
function isCount(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, 'obj', 'xcomp').some((object) =>
    [object, ...childrenBy(tree, object, 'compound', 'nmod')].some((token) =>
      COUNTED.has(lemmaOf(tree, token)),
    ),
  );
}

/** "put the cost at forty sheep and one herder shot": the number's whole phrase is said, with what befell those counted. */
function endOfCount(tree: Tree, verb: number): number | undefined {
  const number = [verb, ...childrenBy(tree, verb, 'obj')]
    .flatMap((host) => childrenBy(tree, host, 'obl', 'nmod', 'advcl', 'xcomp'))
    .find(
      (child) =>
        child > verb &&
        childrenBy(tree, child, 'case', 'mark').some((mark) => ['at', 'as'].includes(lowerOf(tree, mark))),
    );
  if (number === undefined) return undefined;
  const { firstToken, endToken } = clauseOf(tree, number);
  for (let token = firstToken; token < endToken; token++)
    if (tree.tags[token]?.upos === 'VERB') return endToken - 1;
  return undefined;
}

/** "announced the arrest of three men" tells of it; "announced a withdrawal" does it. */
function announcesDone(tree: Tree, verb: number): boolean {
  return childrenBy(tree, verb, 'obj').some((object) => isAnnouncedDone(tree, object));
}

/** "admits to an exercise", "owned up to shooting them": what is owned up to stands behind "to". */
function admitted(tree: Tree, verb: number): number | undefined {
  if (!['admit', 'confess', 'own'].includes(tree.tags[verb]?.lemma ?? '')) return undefined;
  return childrenBy(tree, verb, 'obl', 'advcl').find((child) =>
    childrenBy(tree, child, 'case', 'mark').some((mark) => lowerOf(tree, mark) === 'to'),
  );
}

function relativeObject(tree: Tree, verb: number): number | undefined {
  const head = headOf(tree, verb);
  const free =
    isRelation(relationOf(tree, verb), ['acl:relcl']) && ['what', 'which'].includes(lowerOf(tree, head));
  return free ? childBy(tree, verb, 'obl') : undefined;
}
