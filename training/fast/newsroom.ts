import type { TreebankSentence } from './conllu.ts';
import { type Dice, rollFrom } from './dice.ts';
import { around, force, place, quantity, speaker, target, time, victim } from './newsroom-phrases.ts';
import {
  adposition,
  type Branch,
  grow,
  indefinite,
  linearise,
  type Node,
  name,
  noun,
  punct,
  small,
  the,
  word,
} from './newsroom-trees.ts';
import * as words from './newsroom-words.ts';

/**
 * Writes sentences of conflict news with their trees, by a small grammar over a word list: what the treebanks hardly have
 * (shelled, warplanes, "…, a spokesman for the ministry, told reporters") and greedy parsers then stumble over. Deterministic.
 */
export function writeNewsroom(count: number, seed: number): TreebankSentence[] {
  const dice = rollFrom(seed);
  return Array.from({ length: count }, (_, i) => linearise(finish(sentence(dice), dice), i));
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
