import {
  childBy,
  childrenBy,
  headOf,
  lemmaOf,
  lowerOf,
  type TokenRange,
  type Tree,
} from '../language/tree.ts';
import { isPronoun } from '../mentions/parties.ts';
import { withoutMarks } from './contents.ts';
import { type Draft, draftOf, type Scene } from './draft.ts';
import { canSpeak, sourceAt } from './sources.ts';

/** No verb of saying tells it; only how somebody takes what was said, and a colon. */
const CONFIDENCE = 0.7;

/**
 * "The mayor would have none of it: gunmen had looted the clinic themselves": behind words that tell how somebody takes a
 * thing, a colon opens what they say. Nothing is found where somebody else is credited behind the colon.
 */
export function findColons(scene: Scene, known: readonly Draft[]): readonly Draft[] {
  return scene.tokens.flatMap((token, colon) => {
    if (token.text !== ':') return [];
    const predicate = predicateBefore(scene, colon);
    if (predicate === undefined || !isAttitude(scene.tree, predicate, colon)) return [];
    const speaker = speakerBefore(scene, colon);
    const content = partBehind(scene, colon);
    if (speaker === undefined || content === undefined || known.some((draft) => isCredited(draft, content)))
      return [];
    return [
      draftOf(
        { stance: 'assert', certainty: 'certain' },
        {
          source: sourceAt(scene.parties, speaker),
          speaker,
          cue: { firstToken: predicate, endToken: predicate + 1 },
          content,
          rule: 'attribution/colon',
          confidence: CONFIDENCE,
        },
      ),
    ];
  });
}

/** Gives the party of whom the clause before a colon tells, where it can speak: "The minister banged the table: “No.”". */
export function speakerBefore(scene: Scene, colon: number): number | undefined {
  const predicate = predicateBefore(scene, colon);
  const subject = predicate === undefined ? undefined : childBy(scene.tree, predicate, 'nsubj');
  if (subject === undefined || subject > colon) return undefined;
  return canSpeak(scene.parties, subject) || isPersonal(scene.tree, subject) ? subject : undefined;
}

function isPersonal(tree: Tree, token: number): boolean {
  return isPronoun(tree, token) && ['he', 'she', 'they'].includes(lowerOf(tree, token));
}

/** How many words before a colon are looked at. */
const FAR = 60;

/** The word that the clause before a colon hangs on: it has a subject, and hangs on nothing before the colon. */
function predicateBefore({ tree, sentences, tokens }: Scene, colon: number): number | undefined {
  let first = Math.max(colon - FAR, sentences[tokens[colon]?.sentence ?? 0]?.firstToken ?? colon);
  for (let token = first; token < colon; token++) if (tokens[token]?.text === ';') first = token + 1;
  for (let token = first; token < colon; token++) {
    const head = headOf(tree, token);
    const isTop = head < first || head >= colon;
    if (isTop && childBy(tree, token, 'nsubj') !== undefined) return token;
  }
  return undefined;
}

function partBehind({ tree, sentences, tokens }: Scene, colon: number): TokenRange | undefined {
  const sentence = sentences[tokens[colon]?.sentence ?? 0];
  let endToken = colon + 1;
  while (endToken < (sentence?.endToken ?? 0) && tokens[endToken]?.text !== ';') endToken++;
  const content = withoutMarks(tree, { firstToken: colon + 1, endToken });
  const isQuoted = /^[“"]$/u.test(tokens[colon + 1]?.text ?? '');
  let isClause = false;
  for (let token = content.firstToken; token < content.endToken; token++)
    isClause ||= ['VERB', 'AUX'].includes(tree.tags[token]?.upos ?? '');
  return isClause && !isQuoted ? content : undefined;
}

function isCredited({ cue, content }: Draft, { firstToken, endToken }: TokenRange): boolean {
  const isSpoken = cue !== null && cue.firstToken >= firstToken && cue.firstToken < endToken;
  return isSpoken || (content.firstToken < endToken && firstToken < content.endToken);
}

/** How somebody is said to be who goes on to say why. */
const TEMPERS = new Set(
  'sceptical skeptical unconvinced unimpressed unmoved unrepentant unapologetic adamant blunt blunter categorical defiant emphatic scathing scornful dismissive gloomy gloomier pessimistic optimistic cautious terse terser frank franker unequivocal indignant incredulous doubtful clear wary grim hopeful'.split(
    ' ',
  ),
);
const TAKING = new Set(
  'shrug demur disagree differ bristle sniff object scoff sneer balk despair recant relent'.split(' '),
);
const PUSHING = new Set('wave laugh brush shrug bat fend swat'.split(' '));
const OTHERWISE = new Set('otherwise differently'.split(' '));

/** Tells whether a predicate tells how somebody takes a thing: "shrugged", "is sceptical", "will not hear of it". */
function isAttitude(tree: Tree, predicate: number, colon: number): boolean {
  const lemma = lemmaOf(tree, predicate);
  const has = (...words: readonly string[]): boolean =>
    wordsBetween(tree, predicate, colon).some((word) => words.includes(word));
  if (TEMPERS.has(lowerOf(tree, predicate))) return childBy(tree, predicate, 'cop') !== undefined;
  if (TAKING.has(lemma)) return true;
  if (PUSHING.has(lemma)) return has('away', 'aside', 'off');
  if (lemma === 'have') return has('none') && has('it', 'that', 'this');
  if (lemma === 'hear' || lemma === 'buy') return isNegated(tree, predicate) && has('it', 'that', 'this');
  if (lemma === 'mince') return has('words');
  return (
    ['see', 'tell', 'put'].includes(lemma) &&
    wordsBetween(tree, predicate, colon).some((word) => OTHERWISE.has(word))
  );
}

function isNegated(tree: Tree, predicate: number): boolean {
  return childrenBy(tree, predicate, 'advmod').some((word) =>
    ['not', "n't", 'n’t', 'never'].includes(lowerOf(tree, word)),
  );
}

/** How many words tell what is taken: "waved the charge away", "would have none of that". */
const LONGEST = 12;

function wordsBetween(tree: Tree, predicate: number, colon: number): readonly string[] {
  const words: string[] = [];
  for (let token = predicate + 1; token < colon && token - predicate <= LONGEST; token++)
    words.push(lowerOf(tree, token));
  return words;
}
