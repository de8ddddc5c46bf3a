import { isToldOtherwise, mayBeNamed, sameParty } from './compare.ts';
import type { Mention } from './mentions.ts';
import type { Tables } from './tables.ts';
import { byCode } from './words.ts';

/** Two mentions of one report that its telling makes one event, with no link needed. */
export type ToldPair = readonly [string, string];

const VIOLENT = new Set(['strike', 'explosion', 'casualty', 'clash', 'burn', 'sink']);

// Within the sentence and the next one or two; further on, what the report is about is meant.
const NEAR = 320;

/**
 * Joins what a report tells more closely to the violent act that it elaborates: "26 people were killed", "the attackers then opened fire",
 * "the blast was heard in Sarn". Such a mention has neither a day nor a place nor a doer of its own that differs.
 */
export function elaborations(mentions: readonly Mention[], tables: Tables): readonly ToldPair[] {
  const pairs: ToldPair[] = [];
  const gainsaid = gainsayers(mentions);
  let report: Mention['reading'] | null = null;
  let anchors: Mention[] = [];
  for (const mention of inTextOrder(mentions)) {
    if (mention.reading !== report) anchors = [];
    report = mention.reading;
    if (!isToldDeed(mention)) continue;
    const open = anchors.filter(({ key }) => gainsaid.get(key)?.has(mention.by) !== true);
    const anchor = isNewDeed(mention) ? undefined : anchorOf(mention, open, tables);
    if (anchor !== undefined) pairs.push([anchor.key, mention.key]);
    if (anchor === undefined || isAnchored(mention)) anchors.push(mention);
  }
  return pairs;
}

/** By the key of a claim, those who gainsay it: what they tell instead ("our jet sank three canoes") is another account, not more of it. */
function gainsayers(mentions: readonly Mention[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byKey = new Map(mentions.map((mention) => [mention.key, mention]));
  const found = new Map<string, Set<string>>();
  for (const { id, links } of new Set(mentions.map(({ reading }) => reading))) {
    for (const { from, to, relation } of links) {
      const answer = byKey.get(`${id}/${from}`);
      if (answer === undefined || (relation !== 'contradicts' && relation !== 'denies')) continue;
      found.set(`${id}/${to}`, (found.get(`${id}/${to}`) ?? new Set()).add(answer.by));
    }
  }
  return found;
}

/** Gives mentions report by report, in the order of the texts. */
export function inTextOrder(mentions: readonly Mention[]): readonly Mention[] {
  return [...mentions].sort(
    (a, b) =>
      byCode(a.reading.id, b.reading.id) ||
      a.event.trigger.start - b.event.trigger.start ||
      byCode(a.key, b.key),
  );
}

function isToldDeed(mention: Mention): boolean {
  const { event, acts, verbal } = mention;
  const told =
    event.polarity === 'positive' && event.timeframe === 'current' && event.certainty !== 'unknown';
  if (!told || verbal || REPRISAL.test(event.trigger.text)) return false;
  return acts.some((act) => VIOLENT.has(act)) && !SEVERAL_DEEDS.test(before(mention));
}

function before({ event, reading }: Mention): string {
  return reading.report.text.slice(Math.max(0, event.trigger.start - 40), event.trigger.start);
}

// "Nothing links the two raids": a word for several deeds is none of them.
const SEVERAL_DEEDS = /\b(?:two|three|both|all|such|series of|wave of|string of)\s(?:[\p{L}-]+\s)?$/iu;

// "Revenge for the market" answers the deed that stands before it.
const REPRISAL = /^(?:revenge|retaliat\w{1,6}|reprisals?)$/iu;

// "One week after a similar raid", "another blast": the words say that it is not the one told of.
const OTHER_DEED =
  /\b(?:similar|another|second|third|earlier|previous|separate|other|further|fresh|past|repeated)\s(?:[\p{L}-]+\s)?$/iu;

function isNewDeed(mention: Mention): boolean {
  return OTHER_DEED.test(before(mention));
}

function isAnchored(mention: Mention): boolean {
  return (mention.ownPlace && hasPlace(mention)) || mention.actor.known;
}

function hasMore({ recipient, ownPlace, ownDays }: Mention): boolean {
  return recipient.known || ownPlace || ownDays;
}

function hasPlace({ place }: Mention): boolean {
  return (place?.names.length ?? 0) > 0;
}

function anchorOf(mention: Mention, anchors: readonly Mention[], tables: Tables): Mention | undefined {
  const fitting = anchors.filter((anchor) => elaborates(mention, anchor, tables));
  const own = fitting.filter(({ by }) => by === mention.by);
  const candidates = own.length > 0 ? own : fitting;
  const otherwise = fitting.find((anchor) => isToldOtherwise(mention, anchor));
  if (otherwise !== undefined) return otherwise;
  const last = candidates.at(-1);
  if (last === undefined || mention.event.trigger.start - last.event.trigger.end <= NEAR) return last;
  // Far from all of them a toll is that of the matter, which stands first.
  return mention.acts.includes('casualty') ? candidates[0] : undefined;
}

function elaborates(mention: Mention, anchor: Mention, tables: Tables): boolean {
  if (!areOneKind(mention, anchor, tables)) return false;
  // "Nine were killed in the blast" takes up whatever the blast was; "the mines went off" says what it was.
  const [tells, told] = [saysAccident(mention), saysAccident(anchor)];
  if (tells !== told && (tells || !mention.acts.includes('casualty'))) return false;
  if (isToldOtherwise(mention, anchor)) return true;
  if (mention.actor.known && anchor.actor.known && !sameParty(mention.actor, anchor.actor)) return false;
  // "Bullets rained on the ferry. The helicopter kept shooting": who did it may be told behind, but nothing else with it.
  if (mention.actor.known && !anchor.actor.known && hasMore(mention)) return false;
  if (areOpponents(mention, anchor) && !mention.acts.includes('casualty')) return false;
  return !hasOwnDay(mention, anchor) && !hasOwnPlace(mention, anchor) && !hasOwnObject(mention, anchor);
}

function areOneKind(a: Mention, b: Mention, { nearActs }: Tables): boolean {
  return a.acts.some(
    (act) => VIOLENT.has(act) && b.acts.some((other) => act === other || nearActs.has(`${act} ${other}`)),
  );
}

// "Rebel mines went off" explains the blast that others call a bombing.
const ACCIDENT =
  /\b(?:accident(?:al|ally)?|malfunction|gas leak|short circuit|landmines?|mines|workshop|went off|ammunition depot|stockpile)\b/iu;

function saysAccident({ event }: Mention): boolean {
  return ACCIDENT.test(event.words.text);
}

/** Two parties to the matter may tell of two things under one name; outlets, witnesses and doctors tell of what is told. */
function areOpponents(a: Mention, b: Mention): boolean {
  const side = (by: string) =>
    /^(?:official|group):/u.test(by) ? by.split(':').slice(0, 2).join(':') : null;
  const [x, y] = [side(a.by), side(b.by)];
  return x !== null && y !== null && x !== y;
}

function hasOwnDay(a: Mention, b: Mention): boolean {
  if (a.days === null || b.days === null || !a.ownDays) return false;
  return a.days.to < b.days.from || b.days.to < a.days.from;
}

function hasOwnPlace(a: Mention, b: Mention): boolean {
  if (!a.ownPlace || !hasPlace(a)) return false;
  const names = new Set(b.place?.names ?? []);
  return !(a.place?.names ?? []).some((name) => names.has(name));
}

// "Strafed an ambulance" is not the bombing of the market; the dead and the wounded are no object of their own.
function hasOwnObject(a: Mention, b: Mention): boolean {
  if (
    mayBeNamed(a, b) ||
    !a.recipient.known ||
    !b.recipient.known ||
    a.acts.includes('casualty') ||
    b.acts.includes('casualty')
  )
    return false;
  return ![...a.recipient.stems].some((stem) => b.recipient.stems.has(stem));
}
