import type { Attribution, EventMention } from '../document/event-layers.ts';
import { childrenBy, lowerOf, type Tree } from '../language/tree.ts';
import { type Bearing, bearing, type FactualityScene } from './bearing.ts';

/** What is older than this many days before publication is background: a week and a day, so that "last Monday" is news. */
const BACKGROUND_DAYS = 8;

/** "in 2014", "last month" put an event in the background; a date to come makes it a plan; so does the pluperfect of the outlet's own voice. */
export function dateBearings(
  scene: FactualityScene,
  event: EventMention,
  frame: Attribution | undefined,
): readonly Bearing[] {
  const time = scene.times[event.time ?? -1];
  const isPluperfect =
    frame === undefined &&
    !isOpen(scene.tree, event.headToken) &&
    childrenBy(scene.tree, event.headToken, 'aux').some((aux) => lowerOf(scene.tree, aux) === 'had');
  const found: Bearing[] = isPluperfect
    ? [
        bearing({ turns: false, certainty: null, timeframe: 'background' }, 'claims/pluperfect', [
          event.headToken,
        ]),
      ]
    : [];
  if (time === undefined || scene.publishedOn === null) return found;
  const published = Date.parse(scene.publishedOn);
  // "since November" began long ago, even if it goes on; "last week" is news up to its last day.
  const told = time.precision === 3 ? time.to : time.from;
  if (goesOn(scene.tree, event.headToken)) return found;
  if (told !== null && Date.parse(told) < published - BACKGROUND_DAYS * 86_400_000) {
    return [
      ...found,
      bearing({ turns: false, certainty: null, timeframe: 'background' }, 'claims/old-date', []),
    ];
  }
  if (time.from !== null && Date.parse(time.from) > published && !isPast(scene.tree, event.headToken)) {
    return [
      ...found,
      bearing({ turns: false, certainty: null, timeframe: 'future' }, 'claims/coming-date', []),
    ];
  }
  return found;
}

/** "have been shut since last spring", "have been down since 2024": a state that somebody is in goes on to this day. */
function goesOn(tree: Tree, token: number): boolean {
  const has = (relation: string, words: readonly string[]): boolean =>
    childrenBy(tree, token, relation).some((child) => words.includes(lowerOf(tree, child)));
  const isPerfect =
    has('aux', ['have', 'has', '’ve', "'ve"]) && (has('aux:pass', ['been']) || has('cop', ['been']));
  const isSince = childrenBy(tree, token, 'obl', 'obl:tmod', 'obl:unmarked').some((time) =>
    childrenBy(tree, time, 'case').some((mark) => lowerOf(tree, mark) === 'since'),
  );
  return isPerfect && isSince;
}

/** "whether he had deserted": what is still asked is no background. */
function isOpen(tree: Tree, token: number): boolean {
  return childrenBy(tree, token, 'mark').some((mark) => lowerOf(tree, mark) === 'whether');
}

function isPast(tree: Tree, token: number): boolean {
  return tree.tags[token]?.features.tense === 'Past';
}
