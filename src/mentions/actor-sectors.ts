import type { Sector } from '../document/mention-layers.ts';
import type { ActorEntry, RoleEntry } from './actor-lexicon.ts';
import { isPersonEntry, type Match } from './actor-matches.ts';

/** The parts of a phrase that can say its sector. */
export interface SectorParts {
  /** The noun that heads the phrase, or the title before a name. */
  readonly role: RoleEntry | undefined;
  /** The table's line for a head that is a name. */
  readonly named: ActorEntry | undefined;
  /** The matches before the head, in the order of the text. */
  readonly modifiers: readonly Match[];
  /** What the head belongs to: "a spokesman for the army". */
  readonly complement:
    | { readonly sector: Sector | null; readonly country: string | null; readonly entity: string | null }
    | undefined;
  /** True where a complement only says where somebody is: "officials in Kyiv". */
  readonly isInPlace: boolean;
}

/** Sectors that colour whatever they stand before, for "rebel army" is no army and "separatist ministers" are no ministers. */
const STRONGEST: readonly Sector[] = ['REB', 'PRE'];
const STATE: readonly Sector[] = ['MIL', 'GOV', 'COP', 'LEG', 'JUD', 'SPY'];
/** Bodies whose ranks are called as an army's: "a sergeant of the police". */
const OUTRANKING: readonly Sector[] = ['REB', 'PRE', 'PRM', 'COP'];
/** What a soft head takes from a modifier: "police patrol", "cartel commander"; but "government forces" stay MIL. */
const TAKEN_BY_SOFT: readonly Sector[] = ['REB', 'PRE', 'PRM', 'COP', 'SPY', 'OPP', 'CRM', 'UAF', 'MIL'];

/** Gives the sector that the parts of a phrase say together; null when none says one. */
export function combineSectors(parts: SectorParts): Sector | null {
  const { role, named, modifiers } = parts;
  if (named !== undefined) return named.kind === 'role' ? null : named.sector;
  const said = modifiers.flatMap((match) => sectorOfModifier(match, role) ?? []);
  // "Russian-installed governor": an office of the occupation, whoever it calls itself.
  if (modifiers.some(isInstalled)) return 'PRE';
  if (role === undefined) return null;
  const run = modifiers.find(
    ({ entry, after }) => after === 'run' && entry.kind === 'body' && entry.sector === 'GOV',
  );
  // "the Taliban-run defence ministry" is their government's; their courts are courts.
  if (run !== undefined && (role.sector === 'MIL' || role.sector === null)) return 'GOV';
  if (role.strength === 'strong') return strongSector(role, said, parts.complement);
  if (role.strength === 'soft') return softSector(role, parts, said);
  return genericSector(role, parts, said);
}

/** Those who act for a leader are of his kind; those who like him are not ("a Putin aide", "Putin supporters"). */
const OF_LEADERS =
  /(?:^| )(?:aide|advis[eo]r|ally|official|office|government|administration|spokes(?:man|woman|person)|regime|envoy|deputy)$/u;

function sectorOfModifier({ entry, after }: Match, role: RoleEntry | undefined): Sector | null {
  if (isPersonEntry(entry) && !OF_LEADERS.test(role?.word ?? '')) return null;
  if (entry.kind === 'role')
    return entry.use === 'both' && (after === '' || after === 'led') ? entry.sector : null;
  return after === '' || after === 'led' || after === 'run' || after === 'controlled' ? entry.sector : null;
}

function isInstalled({ entry, after }: Match): boolean {
  return entry.kind === 'country' && (after === 'installed' || after === 'appointed' || after === 'imposed');
}

function strongSector(
  role: RoleEntry,
  said: readonly Sector[],
  complement: SectorParts['complement'],
): Sector | null {
  if (role.sector === null || !STATE.includes(role.sector)) return role.sector;
  const stronger = said.find((sector) => STRONGEST.includes(sector));
  if (stronger !== undefined) return stronger;
  // "soldiers of the Arakan Army" fight for it, whatever they are called.
  const whose = complement?.sector ?? null;
  return role.sector === 'MIL' && whose !== null && OUTRANKING.includes(whose) ? whose : role.sector;
}

function softSector(
  role: RoleEntry,
  { modifiers, complement }: SectorParts,
  said: readonly Sector[],
): Sector | null {
  const body = modifiers.findLast(({ entry }) => entry.kind === 'body' && entry.sector !== null);
  if (body?.entry.kind === 'body')
    return body.entry.sector === 'GOV' && role.sector === 'REB' ? 'GOV' : body.entry.sector;
  const taken = strongestFirst(said).find((sector) => TAKEN_BY_SOFT.includes(sector));
  if (taken !== undefined) return taken;
  const whose = complement?.sector ?? null;
  return whose !== null && TAKEN_BY_SOFT.includes(whose) ? whose : role.sector;
}

/** Words for those who speak or act for a whole: a country's spokesman is its government's. */
const SPEAKERS = /^(?:spokes(?:man|woman|person)|source|negotiator|mission)$/u;

function genericSector(
  role: RoleEntry,
  { modifiers, complement, isInPlace }: SectorParts,
  said: readonly Sector[],
): Sector | null {
  const taken = strongestFirst(said)[0];
  if (taken !== undefined) return taken;
  if (complement?.sector != null && !isInPlace) return complement.sector;
  const entry = modifiers.at(-1)?.entry;
  const bodies = modifiers.filter(({ entry }) => entry.kind === 'body');
  // "UN officials", "ECOWAS leaders": no government of any one country.
  if (bodies.length > 0 || isBody(complement?.entity)) return null;
  const ofNation = complement?.entity?.startsWith('country:') === true || entry?.kind === 'country';
  if (ofNation && SPEAKERS.test(role.word)) return 'GOV';
  return role.sector;
}

function isBody(entity: string | null | undefined): boolean {
  return entity != null && (entity.startsWith('organisation:') || entity.startsWith('group:'));
}

function strongestFirst(sectors: readonly Sector[]): readonly Sector[] {
  const strongest = sectors.filter(
    (sector) => STRONGEST.includes(sector) || sector === 'OPP' || sector === 'PRM' || sector === 'CRM',
  );
  // The word next to the head comes first: "interior ministry police unit".
  return [...strongest, ...sectors.filter((sector) => !strongest.includes(sector)).reverse()];
}
