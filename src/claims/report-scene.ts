import type { Doc } from '../document/doc.ts';
import type { Claim, EventMention, EventType } from '../document/event-layers.ts';
import type { PlaceMention } from '../document/mention-layers.ts';
import { childrenBy, growTree, headOf, isRelation, lemmaOf, relationOf } from '../language/tree.ts';
import { zoneOf } from './event-days.ts';

type Needs = 'zones' | 'tokens' | 'tags' | 'dependencies' | 'places' | 'events' | 'claims';

/** Acts that happen somewhere: what is told after them in the same paragraph happened there too. */
export const PHYSICAL: readonly EventType[] = [
  'ASSAULT',
  'COERCE',
  'PROTEST',
  'MOBILIZE',
  'RETREAT',
  'AID',
  'OTHER',
];

/** "Two were picked up by a trawler": help that is given on the spot; arms and money may come from anywhere. */
const SUCCOUR = new Set(
  'airlift bandage bury bus carry deliver distribute evacuate feed ferry find fly hand help pick pull reach rescue save search shelter take treat unload'.split(
    ' ',
  ),
);

/** Tells whether an act happens somewhere, where the report tells of it. */
export function isOnSpot({ layers }: Doc<Needs>, { type, headToken }: EventMention): boolean {
  if (type === 'AID') return SUCCOUR.has(layers.tags[headToken]?.lemma ?? '');
  return PHYSICAL.includes(type);
}

/** Where a report's happenings are, as far as its events' own words say; no places where they lie in several countries. */
export interface ReportScene {
  readonly places: readonly PlaceMention[];
  /** Where withdrawals are from, those still to come among them. */
  readonly left: readonly PlaceMention[];
  /** Where deeds of any kind are. */
  readonly deeds: readonly PlaceMention[];
  /** The one town that the title names: what a report is about is there, where it says nothing else; null where it names none or two. */
  readonly home: PlaceMention | null;
  /** Where somebody or a ship is told to wait or to pass. */
  readonly stages: readonly PlaceMention[];
}

/** Force and protest: acts whose places set the scene of a report. */
export const FORCE: readonly EventType[] = ['ASSAULT', 'PROTEST'];

/** Gives where a report's force and protests are, and its withdrawals. */
export function sceneOf(doc: Doc<Needs>): ReportScene {
  const { layers } = doc;
  const placesOf = (types: readonly EventType[], timeframes: readonly Claim['timeframe'][]) => {
    const places = layers.claims.flatMap(({ event, timeframe }) => {
      const { type, place } = layers.events[event] as EventMention;
      const mention = layers.places[place ?? -1];
      return mention !== undefined && types.includes(type) && timeframes.includes(timeframe) ? [mention] : [];
    });
    return new Set(places.flatMap(({ country }) => country ?? [])).size > 1 ? [] : places;
  };
  // "would leave the town by Friday … no withdrawal has been seen": a withdrawal that was announced sets those told later.
  return {
    places: placesOf(FORCE, ['current']),
    left: placesOf(['RETREAT'], ['current', 'future']),
    deeds: placesOf(PHYSICAL, ['current']),
    home: homeOf(doc),
    stages: stagesOf(doc),
  };
}

/** "What is happening in Gedaref?": the one named town of the title. */
function homeOf({ layers, text }: Doc<Needs>): PlaceMention | null {
  const title = layers.zones.find(({ kind }) => kind === 'title');
  if (title === undefined) return null;
  const towns = layers.places.filter(
    ({ start, end, whereKind, precision }) =>
      whereKind === 'literal' &&
      end <= title.end &&
      (precision ?? 3) <= 3 &&
      /\p{Lu}/u.test(text.slice(start, end)),
  );
  const [home, ...others] = towns;
  return home !== undefined && others.length === 0 ? home : null;
}

/** Gives the place that the report has told for what happens in it: the town of its title, else the narrowest of force; null for none. */
export function knownPlace({ places, left, home }: ReportScene, event: EventMention): PlaceMention | null {
  const isLeaving = event.type === 'RETREAT' && event.mode !== 'release';
  const known = (isLeaving ? narrowestBefore(left, event) : null) ?? narrowestBefore(places, event);
  if (home === null || known === null || isSamePoint(home, known)) return known;
  return [null, home.country].includes(known.country) ? home : known;
}

function isSamePoint(a: PlaceMention, b: PlaceMention): boolean {
  return a.lat !== null && a.lat === b.lat && a.lon === b.lon;
}

/** What is told later in a report does not set what was told before; of several, the one known most closely, by name if any has one. */
function narrowestBefore(places: readonly PlaceMention[], { trigger }: EventMention): PlaceMention | null {
  let best: PlaceMention | null = null;
  for (const place of places) {
    if (place.start >= trigger.start) continue;
    const isBetter =
      best === null ||
      (isUnnamed(best) === isUnnamed(place) ? widthOf(place) < widthOf(best) : isUnnamed(best));
    if (isBetter) best = place;
  }
  return best;
}

/** "the gate", "the school roof": told by a noun, of a place named before. */
export function isUnnamed({ why }: PlaceMention): boolean {
  return why.rule === 'places/antecedent';
}

/** UCDP's where_prec; a place that no list knows is some village or street. */
function widthOf({ precision }: PlaceMention): number {
  return precision ?? 3;
}

/** "in the west of the country … the market at Kan Htaung": the region gives way to the town where nothing speaks against it. */
export function narrower(near: PlaceMention | null, known: PlaceMention | null): PlaceMention | null {
  if (near === null || known === null || widthOf(near) < 4 || widthOf(known) >= widthOf(near)) return near;
  const isElsewhere = near.country !== null && known.country !== null && near.country !== known.country;
  return isElsewhere ? near : known;
}

/** "Bangladesh put its guards on alert": what another state's forces do is not told to be on the spot. */
export function isFromAbroad({ type, roles }: EventMention, place: PlaceMention | null): boolean {
  const actor = roles.find(({ name }) => name === 'actor')?.party.country ?? null;
  return ['MOBILIZE', 'COERCE'].includes(type) && actor !== null && actor !== (place?.country ?? actor);
}

/** What those do whom something happens to. */
const STAYING = new Set(
  'anchor camp dock drift gather halt idle land lay lie moor park pass patrol queue sail shelter sit slow stop travel wait'.split(
    ' ',
  ),
);

/** "the ferry lay at anchor off Massawa": the places with a name where somebody is told to stay or pass. */
function stagesOf({ layers, text }: Doc<Needs>): readonly PlaceMention[] {
  const tree = growTree(layers);
  return layers.places.filter(({ start, end, firstToken, endToken, whereKind, precision }) => {
    if (whereKind !== 'literal' || (precision ?? 3) > 4 || !/\p{Lu}/u.test(text.slice(start, end)))
      return false;
    for (let token = firstToken; token < endToken; token++) {
      const head = headOf(tree, token);
      const isOut = head < firstToken || head >= endToken;
      if (isOut && isRelation(relationOf(tree, token), ['obl']))
        return STAYING.has(lemmaOf(tree, head)) && childrenBy(tree, head, 'obj').length === 0;
    }
    return false;
  });
}

/** Gives where somebody was told to be in one of the two sentences before in the paragraph: "slowed off Hanko. The cable was cut"; null where nobody was. */
export function stageBefore(
  { layers }: Doc<Needs>,
  { stages }: ReportScene,
  { trigger, headToken }: EventMention,
): PlaceMention | null {
  const paragraph = zoneOf(layers.zones, trigger.start)?.start ?? trigger.start;
  const stage = stages.findLast(({ start }) => paragraph <= start && start < trigger.start);
  const sentenceOf = (token: number) => layers.tokens[token]?.sentence ?? 0;
  const isNear = stage !== undefined && sentenceOf(headToken) - sentenceOf(stage.firstToken) <= 2;
  return isNear ? stage : null;
}
