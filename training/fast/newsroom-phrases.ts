import type { Dice } from './dice.ts';
import {
  adposition,
  type Branch,
  grow,
  indefinite,
  type Node,
  name,
  noun,
  punct,
  small,
  the,
  word,
} from './newsroom-trees.ts';
import * as words from './newsroom-words.ts';

/** "Sudanese troops", "the army", "two customs officers", "a rebel commander". */
export function force(dice: Dice): Node {
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

/** "Ain Zara", "the market in Ain Zara". */
export function place(dice: Dice): Node {
  const town = name(dice.pick(words.PLACES));
  if (dice.chance(25))
    return grow(
      noun(dice.pick(words.SPOTS)),
      [the()],
      [['nmod', grow(town, [adposition(dice.pick(['of', 'in', 'near']))])]],
    );
  return town;
}

/** "nine people", "the villagers". */
export function victim(dice: Dice): Node {
  const entry = dice.pick(words.VICTIMS);
  const count: Branch[] = dice.chance(50) ? quantity(dice) : [];
  return grow(noun(entry), count.length > 0 ? count : dice.chance(30) ? [the()] : []);
}

/** "at least nine", "more than 40", "some 200". */
export function quantity(dice: Dice): Branch[] {
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

/** "a crowded market", "the convoy", or people. */
export function target(dice: Dice): Node {
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

/** "on Monday", "before dawn on Monday". */
export function time(dice: Dice): Branch {
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

/** "near Ain Zara". */
export const where = (dice: Dice): Branch => [
  'obl',
  grow(place(dice), [adposition(dice.pick(['in', 'near', 'at', 'outside']))]),
];

/** Where and when, or one of them, or neither. */
export function around(dice: Dice): Branch[] {
  return [...(dice.chance(55) ? [where(dice)] : []), ...(dice.chance(50) ? [time(dice)] : [])];
}

/** "Amina Diallo, a spokeswoman for the ministry,", "the army", "officials", "Defence Minister Ivan Petrov". */
export function speaker(dice: Dice): Node {
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
