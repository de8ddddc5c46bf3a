import type { Doc } from '../document/doc.ts';
import type { Attribution, Claim, EventMention, Party, SourceRef } from '../document/event-layers.ts';
import type { ActorMention } from '../document/mention-layers.ts';
import type { Span } from '../document/span.ts';
import type { Why } from '../document/why.ts';
import { growTree, nounPhraseOf, spanOfTokens, type Tree } from '../language/tree.ts';
import { chainOf } from './claims.ts';
import { retold } from './disputes.ts';
import { isDoubtful } from './doubtful.ts';
import { looseEvidence, mainClaims } from './main-claims.ts';
import { readSettings, type Setting } from './narrative.ts';
import { type SettledParties, settleParties } from './parties.ts';
import type {
  ReadEvent,
  ReadEvidence,
  Reading,
  ReadParty,
  ReadPlace,
  ReadQuantity,
  ReadSource,
  ReadTime,
  Words,
} from './reading.ts';

type Needs =
  | 'zones'
  | 'actors'
  | 'tokens'
  | 'tags'
  | 'dependencies'
  | 'places'
  | 'times'
  | 'quantities'
  | 'evidence'
  | 'events'
  | 'attributions'
  | 'claims'
  | 'disputes';

/** Puts a document's layers into the machine interface: one event a claim, each value with its words. */
export function assembleReading(doc: Doc<Needs>, engine: Reading['engine']): Reading {
  const tree = growTree(doc.layers);
  const settings = readSettings(doc);
  const left = retold(doc.layers.disputes);
  const main = mainClaims(doc);
  const loose = looseEvidence(doc);
  const holders = new Map(doc.layers.actors.map((actor) => [actor.headToken, actor]));
  const kept = doc.layers.claims.filter(
    (claim) => !left.has(claim.event) && !isDoubtful(doc.layers.events[claim.event], claim),
  );
  const idOf = new Map(kept.map(({ event }, index) => [event, `e${index + 1}`]));
  const events = kept.map((claim): ReadEvent => {
    const event = doc.layers.events[claim.event] as EventMention;
    const frame = chainOf(doc, tree, event).at(-1);
    const setting = settings[claim.event] as Setting;
    // Proof shown in sentences of its own belongs to what the report is about.
    const shown = main.has(claim) ? loose : [];
    return {
      id: idOf.get(claim.event) ?? '',
      ...assembleEvent(doc, {
        event,
        claim,
        frame,
        setting,
        evidence: readEvidence(doc, { tree, holders, found: [...event.evidence, ...shown] }),
        parties: settleParties(doc, tree, { claim, setting }),
      }),
    };
  });
  const links = doc.layers.disputes.flatMap(({ from, to, relation, why }) => {
    const ends = { from: idOf.get(from), to: idOf.get(to) };
    return ends.from === undefined || ends.to === undefined
      ? []
      : [{ from: ends.from, to: ends.to, relation, why }];
  });
  return {
    id: doc.report.id,
    report: { ...doc.report, text: doc.text, sha256: doc.id },
    events,
    links,
    engine,
  };
}

/** What one event of a reading is put together from. */
interface Parts {
  readonly event: EventMention;
  readonly claim: Claim;
  readonly frame: Attribution | undefined;
  readonly setting: Setting;
  readonly parties: SettledParties;
  readonly evidence: readonly ReadEvidence[];
}

function assembleEvent(
  doc: Doc<Needs>,
  { event, claim, frame, setting, evidence, parties }: Parts,
): Omit<ReadEvent, 'id'> {
  const why = {
    event: event.why,
    ...claim.why,
    ...roleWhys(event),
    ...settingWhys(setting),
    ...inferredWhys(event, setting, parties),
  };
  return {
    trigger: wordsAt(doc.text, event.trigger),
    type: event.type,
    mode: setting.mode,
    contexts: event.contexts,
    actor: parties.actor.map(readParty),
    recipient: parties.recipient.map(readParty),
    place: readPlace(doc, setting),
    time: readTime(doc, setting),
    sources: claim.sources.map(readSource),
    polarity: claim.polarity,
    certainty: claim.certainty,
    timeframe: claim.timeframe,
    quantities: readQuantities(doc, event),
    evidence,
    words: wordsAt(doc.text, claim.words),
    cue: frame?.cue === undefined || frame.cue === null ? null : wordsAt(doc.text, frame.cue),
    why,
    confidence: confidenceOf([
      event.why,
      claim.why.source,
      claim.why.polarity,
      claim.why.certainty,
      claim.why.timeframe,
    ]),
  };
}

function wordsAt(text: string, { start, end }: Span): Words {
  return { text: text.slice(start, end), start, end };
}

function readParty({ text, start, end, country, sector, entity }: Party): ReadParty {
  return { text, start, end, country, sector, entity };
}

function readSource(source: SourceRef): ReadSource {
  return source.kind === 'words' ? readParty(source.party) : source.kind;
}

function readPlace({ text }: Doc<Needs>, { place }: Setting): ReadPlace | null {
  if (place === null) return null;
  const { country, lat, lon, precision, disputed } = place;
  return { ...wordsAt(text, place), country, lat, lon, precision, disputed };
}

function readTime({ text }: Doc<Needs>, { time, timeFrom, timeTo }: Setting): ReadTime | null {
  if (time === null) return null;
  return { ...wordsAt(text, time), from: timeFrom, to: timeTo, precision: time.precision };
}

function readQuantities({ text, layers }: Doc<Needs>, event: EventMention): readonly ReadQuantity[] {
  return event.quantities.flatMap(({ quantity, of }) => {
    const mention = layers.quantities[quantity];
    return mention === undefined
      ? []
      : [{ ...wordsAt(text, mention), of, min: mention.min, max: mention.max }];
  });
}

/** Evidence by index, and who may hold it up by the token that heads their words. */
interface Proof {
  readonly tree: Tree;
  readonly holders: ReadonlyMap<number, ActorMention>;
  readonly found: readonly number[];
}

function readEvidence(
  { text, layers }: Doc<Needs>,
  { tree, holders, found }: Proof,
): readonly ReadEvidence[] {
  return found.flatMap((index) => {
    const mention = layers.evidence[index];
    if (mention === undefined) return [];
    const { kind, basis, shows, shownBy } = mention;
    const holder = shownBy === null ? null : holderAt(tree, shownBy, holders.get(shownBy));
    return [
      {
        ...wordsAt(text, mention),
        kind,
        basis,
        shownBy: holder === null ? null : { ...wordsAt(text, holder), ...holder },
        shows: shows === null ? null : wordsAt(text, spanOfTokens(tree, shows)),
      },
    ];
  });
}

/** "shared by local journalists": a holder whom no actor names is nobody that the tables know. */
function holderAt(tree: Tree, head: number, actor: ActorMention | undefined): Omit<ReadParty, 'text'> {
  if (actor === undefined)
    return { ...spanOfTokens(tree, nounPhraseOf(tree, head)), country: null, sector: null, entity: null };
  const { start, end, country, sector, entity } = actor;
  return { start, end, country, sector, entity };
}

function roleWhys(event: EventMention): Record<string, Why> {
  return Object.fromEntries(event.roles.map((role) => [role.name, role.why] as const));
}

function settingWhys({ placeWhy, timeWhy }: Setting): Record<string, Why> {
  return {
    ...(placeWhy === null ? {} : { place: placeWhy }),
    ...(timeWhy === null ? {} : { time: timeWhy }),
  };
}

/** What is not in the event's own words, but taken from the telling around it, says so too. */
function inferredWhys(event: EventMention, setting: Setting, parties: SettledParties): Record<string, Why> {
  const isBorrowed = event.mode === null && setting.mode !== null;
  return {
    ...parties.why,
    ...(isBorrowed
      ? { mode: { rule: 'claims/narrative-mode', spans: [event.trigger], confidence: 0.5 } }
      : {}),
  };
}

/** The least sure of the decisions that a claim rests on: a chain is as strong as its weakest link. */
function confidenceOf(whys: readonly Why[]): number {
  return Math.min(...whys.map(({ confidence }) => confidence));
}
