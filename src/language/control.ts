import { childBy, childrenBy, headOf, isRelation, lemmaOf, lowerOf, relationOf, type Tree } from './tree.ts';

/**
 * Gives the token of who does a verb: its subject, the noun that its relative clause describes, the by-phrase of a
 * passive, or the subject of the verb that it is joined to or controlled by; undefined when the text does not say.
 */
export function doerOf(tree: Tree, verb: number, depth = 0): number | undefined {
  const agent =
    childBy(tree, verb, 'obl:agent') ??
    childrenBy(tree, verb, 'obl').find((child) => isAgent(tree, verb, child));
  if (isPassive(tree, verb)) return agent;
  const subject = childrenBy(tree, verb, 'nsubj').at(-1);
  // "surveyors seized by guerrillas": a participle's agent does it, not the noun that it describes.
  if (subject === undefined && agent !== undefined) return agent;
  if (subject !== undefined) return antecedentOf(tree, verb, subject);
  if (depth >= 4) return undefined;
  return sharedDoer(tree, verb, depth);
}

/** Tells a passive by its auxiliary, its own or the one that it shares: parsers call the subject of "the group retaliated" a passive's. */
export function isPassive(tree: Tree, verb: number): boolean {
  if (childBy(tree, verb, 'aux:pass') !== undefined) return true;
  return (
    childBy(tree, verb, 'nsubj:pass') !== undefined &&
    (tree.tags[verb]?.upos !== 'VERB' ||
      (relationOf(tree, verb) === 'conj' && childBy(tree, headOf(tree, verb), 'aux:pass') !== undefined))
  );
}

function isAgent(tree: Tree, verb: number, token: number): boolean {
  return (
    (childBy(tree, verb, 'aux:pass') !== undefined || isReduced(tree, verb)) &&
    childrenBy(tree, token, 'case').some((mark) => lowerOf(tree, mark) === 'by')
  );
}

/** "villages shelled by the army": a past participle behind its noun is a passive without its auxiliary. */
function isReduced(tree: Tree, verb: number): boolean {
  return relationOf(tree, verb) === 'acl' && /(?:ed|en|t|n|d)$/u.test(lowerOf(tree, verb));
}

/** "… rebels, who reported": the relative pronoun stands for the noun that the clause describes. */
function antecedentOf(tree: Tree, verb: number, subject: number): number {
  if (!['who', 'which', 'that'].includes(lowerOf(tree, subject))) return subject;
  for (let clause = verb; clause >= 0; clause = headOf(tree, clause)) {
    if (isRelation(relationOf(tree, clause), ['acl:relcl', 'acl']))
      return behindDays(tree, headOf(tree, clause));
    if (!isRelation(relationOf(tree, clause), ['conj', 'ccomp', 'xcomp'])) break;
  }
  return cleftAt(tree, subject) ?? behindDays(tree, nounBefore(tree, subject));
}

/** "It was Kyrgyz soldiers, the committee said, who crossed": what the sentence opens with is who did it. */
function cleftAt(tree: Tree, pronoun: number): number | undefined {
  let first = pronoun;
  while (first > 0 && tree.tokens[first - 1]?.sentence === tree.tokens[pronoun]?.sentence) first--;
  const isCleft =
    lowerOf(tree, first) === 'it' &&
    ['is', 'was', 'were'].includes(lowerOf(tree, first + 1)) &&
    lowerOf(tree, pronoun - 1) === ',';
  const named = isCleft ? headOf(tree, first + 1) : -1;
  return named > first && named < pronoun && ['NOUN', 'PROPN'].includes(tree.tags[named]?.upos ?? '')
    ? named
    : undefined;
}

const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|night|morning|evening|afternoon|week|month)$/u;

/** "sent two jets on Monday, which bombed a depot": no day bombs; what was sent that day does. */
function behindDays(tree: Tree, noun: number): number {
  const verb = headOf(tree, noun);
  if (!DAY.test(lowerOf(tree, noun)) || verb < 0 || tree.tags[verb]?.upos !== 'VERB') return noun;
  return childBy(tree, verb, 'obj') ?? noun;
}

/** "… the Houthis, who have attacked": where the parse loses the clause, the noun before the pronoun and its comma. */
function nounBefore(tree: Tree, pronoun: number): number {
  let noun = lowerOf(tree, pronoun - 1) === ',' ? pronoun - 2 : pronoun - 1;
  if (!['NOUN', 'PROPN'].includes(tree.tags[noun]?.upos ?? '') || lowerOf(tree, pronoun) === 'that')
    return pronoun;
  while (
    isRelation(relationOf(tree, noun), ['flat', 'compound', 'nmod']) &&
    headOf(tree, noun) >= 0 &&
    headOf(tree, noun) < noun
  )
    noun = headOf(tree, noun);
  return noun;
}

/** Verbs that make their object the doer of the clause inside: "ordered the troops to leave". */
const OBJECT_CONTROL = new Set(
  'order urge force ask tell allow permit enable help lead push invite require warn encourage persuade instruct let make see send leave want expect command beg call cause compel prompt drive spur oblige provoke inspire motivate goad pressure bribe task'.split(
    ' ',
  ),
);

/** Participles of these go with who speaks: "…, she said, adding that". */
const SAYING = new Set(
  'add say cite warn call accuse insist note describe claim demand urge threaten tell promise vow blame quote argue stress deny allege reiterate predict'.split(
    ' ',
  ),
);

/** Verbs whose object does what a gerund behind "of", "for" or "from" tells: "accused Kigali of arming the rebels". */
const ACCUSING = new Set(
  'accuse blame suspect charge convict condemn criticise criticize denounce prevent stop keep deter bar block hinder acquit clear jail imprison sentence arrest detain fine prosecute indict punish execute hang suspend dismiss sack hold try thank attack ridicule mock blast rap admonish discipline praise commend laud hail applaud fault upbraid rebuke berate censure lambast slam castigate chide assail reproach scold reprimand want expel deport oust decorate'.split(
    ' ',
  ),
);

/** Verbs of a sentence: "was given ten years for laying mines", "faces trial for shelling the town". */
const SENTENCING = new Set('give hand serve face receive get'.split(' '));

/** Who answers for what stands behind "for": who was given ten years, or serves them. */
function sentencedBy(tree: Tree, verb: number): number | undefined {
  const sentenced = childBy(tree, verb, 'iobj', 'nsubj:pass');
  if (sentenced !== undefined) return sentenced;
  return ['give', 'hand'].includes(lemmaOf(tree, verb)) ? undefined : childBy(tree, verb, 'nsubj');
}

/**
 * Gives the token of who is charged with what hangs on a verb behind "of", "for" or the like: of "was jailed for shelling the town",
 * "is wanted in Lima for the kidnapping" and "faulted him for closing the port" who is jailed, wanted and faulted.
 */
export function chargedWith(tree: Tree, token: number): number | undefined {
  const verb = headOf(tree, token);
  if (verb < 0 || !isRelation(relationOf(tree, token), ['advcl', 'obl', 'acl', 'nmod'])) return undefined;
  if (ACCUSING.has(lemmaOf(tree, verb)) && opensWith(tree, token, ['of', 'for', 'from', 'with', 'over'])) {
    const accused = childBy(tree, verb, 'obj', 'nsubj:pass');
    // "Togo, accused by Ghana of shelling a mill": a participle behind its noun charges that noun.
    if (accused === undefined) return isReduced(tree, verb) ? headOf(tree, verb) : undefined;
    return antecedentOf(tree, verb, accused);
  }
  return SENTENCING.has(lemmaOf(tree, verb)) && opensWith(tree, token, ['for'])
    ? sentencedBy(tree, verb)
    : undefined;
}

function opensWith(tree: Tree, verb: number, words: readonly string[]): boolean {
  return childrenBy(tree, verb, 'mark', 'case').some((mark) => words.includes(lowerOf(tree, mark)));
}

/** Acts of words that one speaker does after another: "said that …, and accused". */
const WORDS = new Set(
  'accuse demand warn promise urge call condemn blame deny reject vow threaten say add insist pledge denounce criticise criticize appeal announce summon refuse offer'.split(
    ' ',
  ),
);

/**
 * Gives the verb of saying whose subject also does a second act of words: "The army said that no unit had fired and accused
 * the rebels". Parsers hang the second verb on the first one's content; it has no subject there and no "that" of its own.
 */
export function speakerAbove(tree: Tree, verb: number): number | undefined {
  const first = headOf(tree, verb);
  if (
    relationOf(tree, verb) !== 'conj' ||
    !WORDS.has(lemmaOf(tree, verb)) ||
    childBy(tree, verb, 'nsubj', 'nsubj:pass', 'mark', 'aux:pass') !== undefined
  )
    return undefined;
  if (!isRelation(relationOf(tree, first), ['ccomp', 'xcomp']) || lowerOf(tree, verb).endsWith('ing'))
    return undefined;
  const above = headOf(tree, first);
  const isLater = above >= 0 && above < first;
  // "said that she had carried rice and had called at no port": what is in the perfect was said with the rest.
  const isPerfect = (token: number): boolean =>
    childrenBy(tree, token, 'aux').some((aux) => ['had', 'have', 'has'].includes(lowerOf(tree, aux)));
  if (isPerfect(first) && isPerfect(verb)) return undefined;
  // "promised to protect and demanded": an infinitive is joined only to infinitives.
  const differs =
    tree.tags[first]?.features.verbForm === 'Inf' && tree.tags[verb]?.features.verbForm !== 'Inf';
  return isLater && (differs || tree.tags[verb]?.features.tense === 'Past') ? above : undefined;
}

/** "Police foiled a plot to bomb a mill": the plot is another's. */
const OTHERS = new Set(
  'foil thwart avert prevent uncover unearth expose reveal discover denounce condemn disrupt report allege fear suspect investigate detect'.split(
    ' ',
  ),
);

/** "Mogadishu's threat to expel troops", "are drafting a plan to open an office": whoever holds the noun does it. */
function holderOf(tree: Tree, noun: number, depth: number): number | undefined {
  const owner = childBy(tree, noun, 'nmod:poss');
  if (owner !== undefined) return owner;
  // "Kenya was the first state to recognise it": what somebody is called does what they do.
  const own = childBy(tree, noun, 'nsubj');
  if (own !== undefined && childBy(tree, noun, 'cop') !== undefined) return own;
  const governor = headOf(tree, noun);
  if (
    governor < 0 ||
    tree.tags[governor]?.upos !== 'VERB' ||
    !isRelation(relationOf(tree, noun), ['obj', 'obl', 'xcomp']) ||
    OTHERS.has(lemmaOf(tree, governor))
  )
    return undefined;
  return doerOf(tree, governor, depth + 1);
}

/** "He swore to free the imam, arrested in July": a past participle behind a comma undergoes; nobody in the sentence need have done it. */
function isUndergoing(tree: Tree, verb: number): boolean {
  const { tense, verbForm } = tree.tags[verb]?.features ?? {};
  return (
    isRelation(relationOf(tree, verb), ['acl', 'advcl']) &&
    tense === 'Past' &&
    verbForm === 'Part' &&
    lowerOf(tree, verb - 1) === ',' &&
    childBy(tree, verb, 'obj', 'aux', 'mark', 'nsubj', 'xcomp', 'ccomp') === undefined
  );
}

/** Past tenses that are no participles, and verbs that nothing undergoes. */
const OWN_DEED =
  /^(?:sank|withdrew|went|ran|broke|gave|took|began|drove|swam|flew|rose|grew|threw|wrote|spoke|fell|shook|drew|hid|capsized|fled|crashed|vanished|disappeared|escaped|foundered|retreated|resigned|surrendered|responded|replied|retaliated|returned)$/u;

/**
 * Tells whether a verb that is joined to a passive is what its subject did then: "The ferry was hijacked and capsized" and
 * "the convoy was ambushed and fled", but "was boarded and sunk".
 */
export function isOwnDeed(tree: Tree, verb: number): boolean {
  return (
    relationOf(tree, verb) === 'conj' &&
    OWN_DEED.test(lowerOf(tree, verb)) &&
    childBy(tree, headOf(tree, verb), 'nsubj:pass') !== undefined &&
    childBy(tree, verb, 'nsubj', 'nsubj:pass', 'aux:pass') === undefined
  );
}

function sharedDoer(tree: Tree, verb: number, depth: number): number | undefined {
  const head = headOf(tree, verb);
  const relation = relationOf(tree, verb);
  if (isOwnDeed(tree, verb)) return childBy(tree, head, 'nsubj:pass');
  if (head < 0 || isUndergoing(tree, verb)) return undefined;
  if (relation === 'xcomp' && OBJECT_CONTROL.has(lemmaOf(tree, head))) {
    const object = childBy(tree, head, 'obj', 'iobj', 'nsubj:pass');
    if (object !== undefined) return object;
  }
  const charged = chargedWith(tree, verb);
  if (charged !== undefined) return charged;
  if (relation === 'acl' && opensWith(tree, verb, ['to'])) return holderOf(tree, head, depth);
  const speaker = speakerAbove(tree, verb);
  if (speaker !== undefined) return doerOf(tree, speaker, depth + 1);
  // "Jets bombed two villages, officials said, killing nine": the participle goes with what was said.
  const said =
    relation === 'advcl' && head < verb && !SAYING.has(lemmaOf(tree, verb))
      ? childrenBy(tree, head, 'ccomp').find((clause) => clause < head)
      : undefined;
  if (said !== undefined) return doerOf(tree, said, depth + 1);
  // "called his counterpart to thank him": the caller thanks.
  const isPurpose = lemmaOf(tree, head) === 'call';
  if (
    relation === 'advcl' &&
    !isPurpose &&
    OBJECT_CONTROL.has(lemmaOf(tree, head)) &&
    opensWith(tree, verb, ['to'])
  ) {
    const object = childBy(tree, head, 'obj', 'iobj');
    if (object !== undefined) return object;
  }
  if (isRelation(relation, ['xcomp', 'conj', 'advcl', 'parataxis', 'ccomp'])) {
    if (
      tree.tags[head]?.upos === 'VERB' ||
      tree.tags[head]?.upos === 'ADJ' ||
      tree.tags[head]?.upos === 'AUX'
    ) {
      if (relation === 'ccomp' && tree.tags[verb]?.features.verbForm === 'Fin') return undefined;
      return (
        doerOf(tree, head, depth + 1) ??
        (isRelation(relation, ['xcomp', 'conj']) ? childBy(tree, head, 'nsubj:pass') : undefined)
      );
    }
  }
  // "soldiers carrying rifles": the noun that a present participle describes does it.
  if (isRelation(relation, ['acl']) && tree.tags[verb]?.features.verbForm !== 'Part')
    return relation === 'acl' ? head : undefined;
  if (relation === 'acl' && lowerOf(tree, verb).endsWith('ing')) return head;
  return undefined;
}
