import type { Party, RoleName } from '../document/event-layers.ts';
import type { Sector } from '../document/mention-layers.ts';
import { childrenBy, headOf, lemmaOf, lowerOf, relationOf } from '../language/tree.ts';
import { actorAt, partyAt } from '../mentions/parties.ts';
import type { Scene } from './scene.ts';
import { prepositional } from './slots.ts';

/** Gives the parties that a token names in a role, one for each state where it names several: "both governments". */
export function partiesIn(scene: Scene, token: number, name: RoleName): readonly Party[] {
  const together = namedTogether(scene, token);
  if (together.length > 0) return together;
  return bothSides(scene, token, withoutGuess(scene, token, name, partyOrPlace(scene, token))).flatMap(
    (party) => ofEach(scene, token, party),
  );
}

/** "Ghana and Togo held talks. They agreed": a plural pronoun stands for all who were named together. */
function namedTogether({ tree, parties }: Scene, token: number): readonly Party[] {
  const index = actorAt(parties, token) ?? -1;
  const chain = parties.chains[parties.chainOf.get(index) ?? -1];
  const meant = parties.actors[chain?.representative ?? -1];
  const isPlural =
    parties.actors[index]?.kind === 'pronoun' && ['they', 'them'].includes(lowerOf(tree, token));
  if (!isPlural || meant === undefined) return [];
  const together = [meant.headToken, ...childrenBy(tree, meant.headToken, 'conj')].map((one) =>
    partyAt(parties, one),
  );
  return together.length > 1 && together.every(({ country }) => country !== null) ? together : [];
}

/** The rule that takes a country from the report around a phrase, not from its words. */
const INFERRED = 'actors/report-country';

/** Tells whether a party's own words say what country it is of: "Chadian herders", not "herders". */
export function saysWhose({ parties }: Scene, { start, end }: Party): boolean {
  const actor = parties.actors.find((one) => one.start === start && one.end === end);
  return actor !== undefined && actor.country !== null && actor.why.rule !== INFERRED;
}

/** So sure, which no guess exceeds, must be whose troops fought where two states are at odds. */
const SURE = 0.6;

/** "Forty troops attacked the outpost": where two states are at odds, whose troops they were is the question; the report around them does not answer it. */
function withoutGuess(scene: Scene, token: number, name: RoleName, party: Party): Party {
  const { actors, chains, chainOf } = scene.parties;
  const index = actorAt(scene.parties, token) ?? -1;
  // "They opened fire": a pronoun knows no more than the words that it stands for.
  const named =
    actors[index]?.kind === 'pronoun' ? (chains[chainOf.get(index) ?? -1]?.representative ?? index) : index;
  const actor = actors[named];
  // "The army" of a report that is surely about one state's is that state's; "forty troops" may be anybody's.
  const isSure = actor?.why.confidence === SURE && lowerOf(scene.tree, actor.firstToken) === 'the';
  const isGuess =
    actor !== undefined &&
    actor.why.rule === INFERRED &&
    !isSure &&
    ['MIL', 'UAF'].includes(actor.sector ?? '');
  return name === 'actor' && isGuess && scene.mainCountries.length > 1 ? { ...party, country: null } : party;
}

/** Words for one of each of two sides. */
export const BOTH =
  /^(?:(?:both|(?:the )?two(?: rival)?|neither|each)(?: of the)? (?:(?:foreign|defence|defense|interior|prime) )?(?:sides?|parties|governments?|countries|presidents|leaders|armies|neighbou?rs|capitals|states|militaries|ministers|rivals|ambassadors|delegations|negotiators|foes)|the (?:neighbou?rs|rivals|warring sides|warring parties))$/iu;

/** "both governments", "the two presidents": one party for each of the two countries that the report speaks of most. */
function bothSides(scene: Scene, token: number, party: Party): readonly Party[] {
  const [only, other] = scene.mainCountries;
  if (!isOfBoth(scene, token, party) || only === undefined) return [party];
  // Where one state alone is at odds with itself, both sides are of it.
  if (other === undefined || (/\b(?:sides?|parties)$/iu.test(party.text) && isDivided(scene, only, other)))
    return [{ ...party, country: other === undefined ? (party.country ?? only) : only }];
  return scene.mainCountries.slice(0, 2).map((country) => ({ ...party, country }));
}

const REBELS: readonly (Sector | null)[] = ['REB', 'UAF', 'PRM', 'PRE'];
const FORCES: readonly (Sector | null)[] = ['MIL', 'GOV', 'COP'];

/** "The army … the rebels … each side accused the other; Riyadh offered talks": a war within one state, and a guest. */
function isDivided({ layers: { actors } }: Scene, only: string, other: string): boolean {
  const of = (country: string) => actors.filter((actor) => actor.country === country);
  const own = of(only);
  const has = (sectors: readonly (Sector | null)[]) => own.some(({ sector }) => sectors.includes(sector));
  return has(REBELS) && has(FORCES) && of(other).length * 2 <= own.length;
}

const NEIGHBOURS = /^(?:the )?(?:neighbou?rs|(?:two )?(?:countries|states|nations|rivals|foes))$/iu;

/** "villages on both sides of the border"; "the neighbours … their soldiers fought": of the one and of the other. */
function isOfBoth({ tree, parties }: Scene, token: number, party: Party): boolean {
  if (BOTH.test(party.text)) return true;
  // Parsers hang the sides on the verb as well: "shells struck villages on both sides".
  const anchors = relationOf(tree, token) === 'obj' ? [token, headOf(tree, token)] : [token];
  const sides = prepositional(tree, anchors, 'on').filter((side) => lemmaOf(tree, side) === 'side');
  if (sides.some((side) => ['both', 'either'].includes(lowerOf(tree, side - 1)))) return true;
  const named = childrenBy(tree, token, 'nmod:poss');
  // "The two countries' commanders": one of each.
  if (named.some((one) => BOTH.test(partyAt(parties, one).text))) return true;
  const owner = named.find((one) => lowerOf(tree, one) === 'their');
  return owner !== undefined && NEIGHBOURS.test(partyAt(parties, owner).text);
}

/** "the ambassadors of Ghana, Togo and Benin", "Irish and Dutch officers": one party for each of the states that they are of. */
function ofEach(scene: Scene, token: number, party: Party): readonly Party[] {
  const several = scene.parties.actors[actorAt(scene.parties, token) ?? -1]?.countries ?? [];
  if (several.length > 1) return several.map((country) => ({ ...party, country }));
  // "lawmakers in Accra and Lomé" are of each; "troops in Ghana and Togo" may be of neither.
  const within = scene.classes.is(token, 'force') ? [] : ['in'];
  const owners = ['of', 'from', ...within].flatMap((preposition) =>
    prepositional(scene.tree, [token], preposition),
  );
  const countries = owners
    // The first of them may be what the whole phrase was told to be of.
    .map((owner, i) => partyOrPlace(scene, owner).country ?? (i === 0 ? party.country : null))
    .filter((country) => country !== null);
  const distinct = [...new Set(countries)];
  return distinct.length > 1 && (party.country === null || distinct.includes(party.country))
    ? distinct.map((country) => ({ ...party, country }))
    : [party];
}

function partyOrPlace(scene: Scene, token: number): Party {
  const party = partyAt(scene.parties, token);
  if (party.country !== null) return party;
  const place = scene.layers.places[scene.placeByToken.get(token) ?? -1];
  const country = place?.country ?? ownerCountry(scene, token) ?? possessorCountry(scene, token);
  return country === null ? party : { ...party, country };
}

/** "its soldiers", "their tractor": whose it is says what it is of; "our" and "my" go by who speaks. */
function possessorCountry({ tree, parties }: Scene, token: number): string | null {
  const owner = childrenBy(tree, token, 'nmod:poss').find((one) =>
    ['its', 'their', 'his', 'her', 'whose'].includes(lowerOf(tree, one)),
  );
  return owner === undefined ? null : partyAt(parties, owner).country;
}

/** "a US destroyer", "Iranian oil": a thing that no table knows is of whose it is said to be. */
export function ownerCountry({ tree, parties, layers, placeByToken }: Scene, token: number): string | null {
  if (actorAt(parties, token) !== undefined) return null;
  const countries = childrenBy(tree, token, 'amod', 'compound', 'nmod:poss').flatMap((owner) => {
    const actor = parties.actors[parties.byHead.get(owner) ?? -1];
    const place = layers.places[placeByToken.get(owner) ?? -1];
    return actor?.kind === 'pronoun' ? [] : (actor?.country ?? place?.country ?? []);
  });
  const [country = null] = countries;
  return countries.every((other) => other === country) ? country : null;
}
