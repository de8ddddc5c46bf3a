import type { TreebankSentence } from './conllu.ts';
import * as words from './newsroom-words.ts';

/**
 * Writes sentences of conflict news with their trees, by a small grammar over a word list: what the treebanks hardly have
 * (shelled, warplanes, "…, a spokesman for the ministry, told reporters") and greedy parsers then stumble over. Deterministic.
 */
export function writeNewsroom(count: number, seed: number): TreebankSentence[] {
  const dice = rollFrom(seed);
  return Array.from({ length: count }, (_, i) => linearise(finish(sentence(dice), dice), i));
}

/** A word with what hangs on it, in the order of the text. */
interface Node {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly left: readonly Branch[];
  readonly right: readonly Branch[];
}
type Branch = readonly [relation: string, node: Node];

interface Dice {
  /** An integer from 0 up to but not including the limit. */
  roll(limit: number): number;
  pick<T>(list: readonly T[]): T;
  chance(percent: number): boolean;
}

function rollFrom(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (limit: number): number => {
    // Numerical Recipes' linear congruential generator; its high bits are good enough to choose words.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
  return {
    roll,
    pick: (list) => list[roll(list.length)] as (typeof list)[number],
    chance: (percent) => roll(100) < percent,
  };
}

function word(
  form: string,
  lemma: string,
  upos: string,
  xpos: string,
  left: readonly Branch[] = [],
  right: readonly Branch[] = [],
): Node {
  return { form, lemma, upos, xpos, left, right };
}

function grow(node: Node, left: readonly Branch[], right: readonly Branch[] = []): Node {
  return { ...node, left: [...left, ...node.left], right: [...node.right, ...right] };
}

const punct = (mark: string): Branch => [
  'punct',
  word(mark, mark, 'PUNCT', mark === ',' ? ',' : mark === '.' ? '.' : "''"),
];
const small = (relation: string, form: string, upos: string, xpos: string, lemma = form): Branch => [
  relation,
  word(form, lemma, upos, xpos),
];
const adposition = (form: string): Branch => small('case', form, 'ADP', 'IN');
const the = (): Branch => small('det', 'the', 'DET', 'DT');
const indefinite = (form: string): Branch =>
  small('det', /^[aeiou]/u.test(form) ? 'an' : 'a', 'DET', 'DT', 'a');

function name(form: string): Node {
  const [first = '', ...rest] = form.split(' ');
  return word(
    first,
    first,
    'PROPN',
    'NNP',
    [],
    rest.map((part): Branch => ['flat', word(part, part, 'PROPN', 'NNP')]),
  );
}

function noun([form, lemma, plural]: words.NounEntry): Node {
  return word(form, lemma, 'NOUN', plural ? 'NNS' : 'NN');
}

/** "Sudanese troops", "the army", "two customs officers", "a rebel commander". */
function force(dice: Dice): Node {
  const entry = dice.pick(words.FORCES);
  const head = noun(entry);
  if (dice.chance(25)) return grow(name(dice.pick(words.GROUPS)), dice.chance(60) ? [the()] : []);
  if (entry[2] && dice.chance(30))
    return grow(head, [['nummod', word(dice.pick(words.NUMBERS), 'two', 'NUM', 'CD')]]);
  const demonym: Branch[] = dice.chance(60)
    ? [['amod', word(dice.pick(words.DEMONYMS), 'x', 'ADJ', 'JJ')]]
    : [];
  if (entry[2]) return grow(head, demonym);
  return grow(head, [dice.chance(60) ? the() : indefinite(demonym[0]?.[1].form ?? head.form), ...demonym]);
}

function place(dice: Dice): Node {
  const town = name(dice.pick(words.PLACES));
  if (dice.chance(25))
    return grow(
      noun(dice.pick(words.SPOTS)),
      [the()],
      [['nmod', grow(town, [adposition(dice.pick(['of', 'in', 'near']))])]],
    );
  return town;
}

function victim(dice: Dice): Node {
  const entry = dice.pick(words.VICTIMS);
  const count: Branch[] = dice.chance(50) ? quantity(dice) : [];
  return grow(noun(entry), count.length > 0 ? count : dice.chance(30) ? [the()] : []);
}

/** "at least nine", "more than 40", "some 200". */
function quantity(dice: Dice): Branch[] {
  const number = word(dice.pick(words.NUMBERS), 'two', 'NUM', 'CD');
  const kind = dice.roll(4);
  if (kind === 0)
    return [
      [
        'nummod',
        grow(number, [
          ['advmod', word('least', 'least', 'ADJ', 'JJS', [['case', word('at', 'at', 'ADP', 'IN')]])],
        ]),
      ],
    ];
  if (kind === 1)
    return [
      [
        'nummod',
        grow(number, [
          ['advmod', word('more', 'more', 'ADJ', 'JJR', [], [['fixed', word('than', 'than', 'ADP', 'IN')]])],
        ]),
      ],
    ];
  if (kind === 2)
    return [
      [
        'nummod',
        grow(number, [
          ['advmod', word(dice.pick(['some', 'about', 'around', 'nearly']), 'about', 'ADV', 'RB')],
        ]),
      ],
    ];
  return [['nummod', number]];
}

function target(dice: Dice): Node {
  if (dice.chance(35)) return victim(dice);
  const entry = dice.pick(words.TARGETS);
  const modifier: Branch[] = dice.chance(35)
    ? [['amod', word(dice.pick([...words.DEMONYMS, 'crowded', 'nearby', 'abandoned']), 'x', 'ADJ', 'JJ')]]
    : [];
  const first = modifier[0]?.[1].form ?? entry[0];
  return grow(noun(entry), [
    ...(entry[2] ? (dice.chance(40) ? [the()] : []) : [dice.chance(50) ? the() : indefinite(first)]),
    ...modifier,
  ]);
}

function time(dice: Dice): Branch {
  const day = dice.pick(words.DAYS);
  if (dice.chance(25))
    return [
      'obl',
      word(
        dice.pick(words.PARTS),
        'dawn',
        'NOUN',
        'NN',
        [adposition(dice.pick(['before', 'after', 'at']))],
        [['nmod', word(day, day, 'PROPN', 'NNP', [adposition('on')])]],
      ),
    ];
  return [
    'obl',
    word(
      day,
      day,
      'PROPN',
      'NNP',
      [adposition('on')],
      dice.chance(25)
        ? [['nmod:unmarked', word(dice.pick(['morning', 'evening', 'night']), 'night', 'NOUN', 'NN')]]
        : [],
    ),
  ];
}

const where = (dice: Dice): Branch => [
  'obl',
  grow(place(dice), [adposition(dice.pick(['in', 'near', 'at', 'outside']))]),
];

function around(dice: Dice): Branch[] {
  return [...(dice.chance(55) ? [where(dice)] : []), ...(dice.chance(50) ? [time(dice)] : [])];
}

/** One clause of an act: active, passive, with a participle of what followed. */
function act(dice: Dice, backshift: boolean): Node {
  const verb = dice.pick(words.ACTS);
  if (dice.chance(25)) return passive(dice, backshift);
  const auxiliary: Branch[] = backshift
    ? [small('aux', 'had', 'AUX', 'VBD', 'have')]
    : dice.chance(12)
      ? [
          small('aux', 'have', 'AUX', 'VBP'),
          ...(dice.chance(30) ? [small('advmod', 'reportedly', 'ADV', 'RB')] : []),
        ]
      : [];
  const form = auxiliary.length > 0 ? verb.participle : verb.past;
  const adverb: Branch[] =
    auxiliary.length === 0 && dice.chance(8)
      ? [small('advmod', dice.pick(['reportedly', 'allegedly', 'then', 'also']), 'ADV', 'RB')]
      : [];
  const after: Branch[] = dice.chance(22) ? [consequence(dice)] : [];
  const object =
    verb.object === 'place'
      ? place(dice)
      : verb.object === 'weapon'
        ? noun(dice.pick(words.WEAPONS))
        : target(dice);
  const aim: Branch[] =
    verb.object === 'weapon'
      ? [['obl', grow(target(dice), [adposition(dice.pick(['at', 'into', 'on']))])]]
      : [];
  return word(
    form,
    verb.lemma,
    'VERB',
    auxiliary.length > 0 ? 'VBN' : 'VBD',
    [['nsubj', force(dice)], ...auxiliary, ...adverb],
    [['obj', object], ...aim, ...around(dice), ...after],
  );
}

function passive(dice: Dice, backshift: boolean): Node {
  const verb = dice.pick(words.ACTS.filter(({ object }) => object === 'target'));
  const subject = dice.chance(60) ? victim(dice) : target(dice);
  const auxiliaries: Branch[] = backshift
    ? [small('aux', 'had', 'AUX', 'VBD', 'have'), small('aux:pass', 'been', 'AUX', 'VBN', 'be')]
    : [small('aux:pass', 'were', 'AUX', 'VBD', 'be')];
  const agent: Branch[] = dice.chance(40) ? [['obl:agent', grow(force(dice), [adposition('by')])]] : [];
  return word(
    verb.participle,
    verb.lemma,
    'VERB',
    'VBN',
    [['nsubj:pass', subject], ...auxiliaries],
    [...agent, ...around(dice)],
  );
}

/** ", killing nine people". */
function consequence(dice: Dice): Branch {
  const [form, lemma] = dice.pick(words.CONSEQUENCES);
  return [
    'advcl',
    word(
      form,
      lemma,
      'VERB',
      'VBG',
      [punct(',')],
      [['obj', grow(noun(dice.pick(words.VICTIMS)), quantity(dice))]],
    ),
  ];
}

/** "Amina Diallo, a spokeswoman for the ministry,", "the army", "officials", "Defence Minister Ivan Petrov". */
function speaker(dice: Dice): Node {
  const kind = dice.roll(6);
  if (kind === 0) return force(dice);
  if (kind === 1) return noun(dice.pick(words.UNNAMED));
  const person = name(`${dice.pick(words.FIRST_NAMES)} ${dice.pick(words.SURNAMES)}`);
  if (kind === 2) return grow(person, [['nmod:desc', name(dice.pick(words.TITLES))]]);
  if (kind === 3) return name(dice.pick(words.SEATS));
  const post = dice.pick(words.POSTS);
  const office = grow(
    noun(post),
    [indefinite(post[0])],
    [['nmod', grow(noun(dice.pick(words.BODIES)), [adposition(dice.pick(['for', 'at', 'in'])), the()])]],
  );
  const own = grow(noun(post), [
    ['nmod:poss', grow(noun(dice.pick(words.BODIES)), [the()], [small('case', "'s", 'PART', 'POS')])],
  ]);
  return grow(person, [], [['appos', grow(dice.chance(60) ? office : own, [punct(',')])], punct(',')]);
}

/** Says a clause: before, behind, or inserted; direct, indirect, or by a phrase. */
function speech(dice: Dice): Node {
  const [form, lemma] = dice.pick(words.SAYING);
  const who = speaker(dice);
  const when: Branch[] = dice.chance(35) ? [time(dice)] : [];
  const addressee: Branch[] = lemma === 'tell' ? [['obj', noun(['reporters', 'reporter', true])]] : [];
  if (dice.chance(45)) {
    const that: Branch[] = dice.chance(65) ? [small('mark', 'that', 'SCONJ', 'IN')] : [];
    return word(
      form,
      lemma,
      'VERB',
      'VBD',
      [['nsubj', who]],
      [...addressee, ...when, ['ccomp', grow(act(dice, dice.chance(60)), that)]],
    );
  }
  if (dice.chance(40)) {
    const said = grow(act(dice, false), [punct('“')], [punct(','), punct('”')]);
    const inverted = dice.chance(50) && lemma === 'say';
    return inverted
      ? word(form, lemma, 'VERB', 'VBD', [['ccomp', said]], [['nsubj', who], ...when])
      : word(
          form,
          lemma,
          'VERB',
          'VBD',
          [
            ['ccomp', said],
            ['nsubj', who],
          ],
          [...addressee, ...when],
        );
  }
  return word(
    form,
    lemma,
    'VERB',
    'VBD',
    [['ccomp', act(dice, false)], punct(','), ['nsubj', who]],
    [...addressee, ...when],
  );
}

function accordingTo(dice: Dice): Node {
  const phrase = grow(speaker(dice), [
    ['case', word('according', 'accord', 'VERB', 'VBG', [], [['fixed', word('to', 'to', 'ADP', 'IN')]])],
  ]);
  if (dice.chance(40)) return grow(act(dice, false), [['obl', phrase], punct(',')]);
  return grow(act(dice, false), [], [['obl', grow(phrase, [punct(',')])]]);
}

/** "denied shelling the town", "threatened to attack", "accused Juba of arming rebels", "called for a ceasefire". */
function stance(dice: Dice): Node {
  const [form, lemma, frame] = dice.pick(words.STANCES);
  const inner = dice.pick(words.ACTS.filter(({ object }) => object === 'target'));
  const own: Branch[] = [['nsubj', dice.chance(50) ? speaker(dice) : name(dice.pick(words.SEATS))]];
  const end: Branch[] = dice.chance(30) ? [time(dice)] : [];
  if (frame === 'gerund')
    return word(form, lemma, 'VERB', 'VBD', own, [
      ['xcomp', word(inner.gerund, inner.lemma, 'VERB', 'VBG', [], [['obj', target(dice)]])],
      ...end,
    ]);
  if (frame === 'to')
    return word(form, lemma, 'VERB', 'VBD', own, [
      [
        'xcomp',
        word(
          inner.lemma,
          inner.lemma,
          'VERB',
          'VB',
          [small('mark', 'to', 'PART', 'TO')],
          [['obj', target(dice)]],
        ),
      ],
      ...end,
    ]);
  if (frame === 'of')
    return word(form, lemma, 'VERB', 'VBD', own, [
      ['obj', name(dice.pick(words.SEATS))],
      [
        'advcl',
        word(
          inner.gerund,
          inner.lemma,
          'VERB',
          'VBG',
          [small('mark', 'of', 'SCONJ', 'IN')],
          [['obj', target(dice)]],
        ),
      ],
      ...end,
    ]);
  const [thing, thingLemma] = dice.pick(words.DEEDS);
  const deed = word(
    thing,
    thingLemma,
    'NOUN',
    'NN',
    [dice.chance(50) ? the() : indefinite(thing)],
    dice.chance(50) ? [['nmod', grow(place(dice), [adposition('in')])]] : [],
  );
  if (frame === 'noun') return word(form, lemma, 'VERB', 'VBD', own, [['obj', deed], ...end]);
  return word(form, lemma, 'VERB', 'VBD', own, [['obl', grow(deed, [adposition(frame)])], ...end]);
}

function joined(dice: Dice): Node {
  const first = act(dice, false);
  const verb = dice.pick(words.ACTS.filter(({ object }) => object !== 'weapon'));
  const second = word(
    verb.past,
    verb.lemma,
    'VERB',
    'VBD',
    [small('cc', 'and', 'CCONJ', 'CC')],
    [['obj', verb.object === 'place' ? place(dice) : target(dice)], ...around(dice)],
  );
  return grow(first, [], [['conj', second]]);
}

function sentence(dice: Dice): Node {
  const kind = dice.roll(10);
  if (kind < 3) return act(dice, false);
  if (kind < 6) return speech(dice);
  if (kind < 7) return accordingTo(dice);
  if (kind < 9) return stance(dice);
  return joined(dice);
}

/** Adds an opening phrase now and then, and the full stop. */
function finish(node: Node, dice: Dice): Node {
  const opener: Branch[] = dice.chance(8) ? [time(dice), punct(',')] : [];
  return grow(node, opener, [punct('.')]);
}

/** Writes the tree down in the order of the text; commas that would stand double are left out. */
function linearise(root: Node, index: number): TreebankSentence {
  const rows: { readonly node: Node; readonly relation: string; readonly head: Node | null }[] = [];
  const visit = (node: Node, relation: string, head: Node | null): void => {
    for (const [name, child] of node.left) visit(child, name, node);
    rows.push({ node, relation, head });
    for (const [name, child] of node.right) visit(child, name, node);
  };
  visit(root, 'root', null);
  const kept = rows.filter(
    ({ node }, i) =>
      !(
        node.form === ',' &&
        [',', '.', '”'].includes(rows[i + 1]?.node.form ?? '.') &&
        rows[i + 1]?.node.form !== '”'
      ),
  );
  const at = new Map(kept.map(({ node }, i) => [node, i]));
  const formOf = (node: Node, i: number): string =>
    i === 0 || (i === 1 && kept[0]?.node.upos === 'PUNCT')
      ? node.form.charAt(0).toUpperCase() + node.form.slice(1)
      : node.form;
  return {
    id: `newsroom-${index}`,
    text: kept.map(({ node }) => node.form).join(' '),
    opensDocument: index === 0,
    opensParagraph: index === 0,
    words: kept.map(({ node }, i) => formOf(node, i)),
    lemmas: kept.map(({ node }) => node.lemma),
    upos: kept.map(({ node }) => node.upos),
    xpos: kept.map(({ node }) => node.xpos),
    heads: kept.map(({ head }) => (head === null ? kept.length : (at.get(head) ?? kept.length))),
    relations: kept.map(({ relation }) => relation),
  };
}
