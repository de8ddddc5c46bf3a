import {
  childBy,
  childrenBy,
  headOf,
  isRelation,
  lemmaOf,
  lowerOf,
  relationOf,
  type Tree,
} from '../language/tree.ts';
import type { SentenceCountries } from './actor-discourse.ts';
import type { SignGrounds } from './actor-grounds.ts';

/** Who else takes part in what the phrase takes part in, by country. */
export interface Clause {
  /** Whoever does what is done to the phrase. */
  readonly subject: string | null;
  /** Whom the phrase does it to. */
  readonly object: string | null;
  /** Whoever tells of it. */
  readonly speaker: string | null;
  /** True where the one acts or speaks against the other: "accused Addis Ababa", "shelled two posts". */
  readonly isHostile: boolean;
  /** True where what is sent is the sender's own: "China flew 41 aircraft". */
  readonly isSent: boolean;
  /** Where the phrase goes or is to go, by country: nobody pays a visit to their own. */
  readonly bound: string | null;
}

const SENDING = new Set(
  'fly send deploy dispatch move scramble mobilise mobilize withdraw pull recall station mass launch redeploy field'.split(
    ' ',
  ),
);
const HOSTILE = new Set(
  'accuse blame condemn denounce warn threaten attack shell bomb bombard strike hit invade ambush kill wound capture seize detain fire expel summon sanction rebuke fault urge ask demand tell'.split(
    ' ',
  ),
);
const NOMINAL = ['nmod', 'appos', 'conj', 'compound'];
const JOINED = ['conj', 'xcomp', 'advcl', 'acl', 'parataxis'];

/** Gives who else takes part in the clause of the phrase that a token heads. */
export function readClause({ discourse, tree }: SignGrounds, head: number): Clause {
  const sentence = discourse.sentences[tree.tokens[head]?.sentence ?? -1];
  if (sentence === undefined)
    return { subject: null, object: null, speaker: null, isHostile: false, isSent: false, bound: null };
  let top = head;
  while (isRelation(relationOf(tree, top), NOMINAL) && headOf(tree, top) >= 0) top = headOf(tree, top);
  const verb = headOf(tree, top);
  const isSubject = isRelation(relationOf(tree, top), ['nsubj']);
  const agent = childBy(tree, verb, 'obl:agent');
  const doer = isSubject ? agent : subjectOf(tree, verb);
  const object = isSubject ? childBy(tree, verb, 'obj') : undefined;
  return {
    subject: doer === undefined ? null : (sentence.subjects.get(doer) ?? countryNear(sentence, doer)),
    object: object === undefined ? null : countryNear(sentence, object),
    speaker: speakerOf(tree, sentence, head),
    isHostile: HOSTILE.has(lemmaOf(tree, verb)),
    isSent: relationOf(tree, top) === 'obj' && SENDING.has(lemmaOf(tree, verb)),
    bound: isSubject ? boundFor(tree, sentence, verb) : null,
  };
}

const GOING = new Set(['fly', 'travel', 'visit', 'go', 'jet', 'journey']);
const VISITS = new Set(['visit', 'trip', 'tour', 'journey', 'stopover']);

/**
 * "flew to Lusaka", "cancelled a visit to Lusaka": whoever does so, to a state or its capital, is of another one. "Returned to
 * Lusaka" tells nothing, nor does a visit to a town.
 */
function boundFor(tree: Tree, { named }: SentenceCountries, verb: number): string | null {
  const visits = childrenBy(tree, verb, 'obj').filter((token) => VISITS.has(lemmaOf(tree, token)));
  const goes = GOING.has(lemmaOf(tree, verb)) ? [verb] : [];
  const reached = [...goes, ...visits].flatMap((from) =>
    childrenBy(tree, from, 'obl', 'nmod').filter((place) =>
      childrenBy(tree, place, 'case').some((mark) => lowerOf(tree, mark) === 'to'),
    ),
  );
  const seen = lemmaOf(tree, verb) === 'visit' ? childrenBy(tree, verb, 'obj') : [];
  const goals = [...reached, ...seen];
  for (const [country, token] of named) if (goals.includes(token)) return country;
  return null;
}

/** The subject of a verb, or of the one that it shares it with: "crossed the line, killing two guards". */
function subjectOf(tree: Tree, verb: number): number | undefined {
  for (let at = verb; at >= 0; at = headOf(tree, at)) {
    const subject = childBy(tree, at, 'nsubj');
    if (subject !== undefined) return subject;
    if (!isRelation(relationOf(tree, at), JOINED)) return undefined;
  }
  return undefined;
}

/** How many words before its head a phrase may name its country. */
const PHRASE_REACH = 4;

function countryNear({ named }: SentenceCountries, head: number): string | null {
  for (const [country, token] of named) if (token <= head && head - token <= PHRASE_REACH) return country;
  return null;
}

/** "Kigali said that the army had left": whose government tells of the army. */
function speakerOf(tree: Tree, { subjects }: SentenceCountries, token: number): string | null {
  for (let at = token; headOf(tree, at) >= 0; at = headOf(tree, at)) {
    if (!isRelation(relationOf(tree, at), ['ccomp'])) continue;
    const subject = childBy(tree, headOf(tree, at), 'nsubj');
    return subject === undefined ? null : (subjects.get(subject) ?? null);
  }
  return null;
}
