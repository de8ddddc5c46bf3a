/** An item of a Wikidata dump, as far as it is looked at. */
interface Item {
  readonly id?: string;
  readonly labels?: { readonly en?: { readonly value?: string } };
  readonly aliases?: { readonly en?: readonly { readonly value?: string }[] };
  readonly claims?: Readonly<Record<string, readonly Statement[]>>;
}

interface Statement {
  readonly rank?: string;
  readonly mainsnak?: Snak;
  readonly qualifiers?: Readonly<Record<string, readonly Snak[]>>;
}

interface Snak {
  readonly datavalue?: { readonly value?: unknown };
}

/** An office that somebody held. Days are inclusive ISO dates, empty where the dump does not say. */
export interface OfficeHeld {
  readonly name: string;
  /** Other names of the person, in English. */
  readonly aliases: readonly string[];
  /** In English, as in "Minister of Defence of Mali". */
  readonly office: string;
  /** ISO 3166 alpha-3 of the office's country, else of the person's only citizenship; null where neither is told. */
  readonly country: string | null;
  readonly from: string;
  readonly to: string;
}

/** What a dump holds. */
export interface PeopleFound {
  readonly offices: readonly OfficeHeld[];
  /** Lines that are no item, by number, counted from one. */
  readonly faults: readonly number[];
}

// https://www.wikidata.org/wiki/Wikidata:List_of_properties
const INSTANCE_OF = 'P31';
const HUMAN = 'Q5';
const POSITION_HELD = 'P39';
const CITIZENSHIP = 'P27';
const COUNTRY_CODE = 'P298';
const COUNTRY = 'P17';
const JURISDICTION = 'P1001';
const START = 'P580';
const END = 'P582';

/** What is kept of an item: little, because a dump holds a hundred million of them. */
interface Kept {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly citizenships: readonly string[];
  readonly positions: readonly { readonly office: string; readonly from: string; readonly to: string }[];
}

/**
 * Finds people and their offices in a dump of Wikidata, or in any subset of one: JSON, an item a line, the list's brackets and commas
 * allowed. `open` is called twice, because a dump may name an office before it tells what the office is. Memory grows
 * with the people who held an office, not with the dump.
 */
export async function readPeople(open: () => AsyncIterable<string>): Promise<PeopleFound> {
  const people: Kept[] = [];
  const faults: number[] = [];
  const asked = new Set<string>();
  for await (const { number, item } of itemsOf(open())) {
    const kept = item === null ? null : personOf(item);
    if (item === null) faults.push(number);
    if (kept === null) continue;
    people.push(kept);
    for (const id of [...kept.citizenships, ...kept.positions.map(({ office }) => office)]) asked.add(id);
  }
  const known = await readAsked(open(), asked);
  return { offices: people.flatMap((person) => officesOf(person, known)), faults };
}

async function* itemsOf(
  lines: AsyncIterable<string>,
): AsyncGenerator<{ readonly number: number; readonly item: Item | null }> {
  let number = 0;
  for await (const line of lines) {
    number++;
    const json = line.trim().replace(/,$/u, '');
    if (json !== '' && json !== '[' && json !== ']') yield { number, item: parsed(json) };
  }
}

function parsed(json: string): Item | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && 'id' in value ? (value as Item) : null;
  } catch {
    return null;
  }
}

function personOf(item: Item): Kept | null {
  const name = item.labels?.en?.value;
  const positions = valid(item, POSITION_HELD);
  if (name === undefined || positions.length === 0 || !idsOf(item, INSTANCE_OF).includes(HUMAN)) return null;
  return {
    name,
    aliases: (item.aliases?.en ?? []).flatMap(({ value }) => value ?? []),
    citizenships: idsOf(item, CITIZENSHIP),
    positions: positions.flatMap((statement) => {
      const office = idOf(statement.mainsnak);
      const from = dayOf(statement.qualifiers?.[START]?.[0], 'first');
      const to = dayOf(statement.qualifiers?.[END]?.[0], 'last');
      return office === null ? [] : [{ office, from, to }];
    }),
  };
}

/** What the second pass learns of an office or a country. */
interface Known {
  readonly label: string | null;
  readonly code: string | null;
  readonly countries: readonly string[];
}

async function readAsked(
  lines: AsyncIterable<string>,
  asked: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, Known>();
  for await (const { item } of itemsOf(lines)) {
    const code = item === null ? undefined : valid(item, COUNTRY_CODE)[0]?.mainsnak?.datavalue?.value;
    // A country is kept though nobody holds it: offices name theirs, and the first pass did not look at offices.
    if (item?.id === undefined || !(asked.has(item.id) || typeof code === 'string')) continue;
    known.set(item.id, {
      label: item.labels?.en?.value ?? null,
      code: typeof code === 'string' && /^[A-Z]{3}$/u.test(code) ? code : null,
      countries: [...idsOf(item, JURISDICTION), ...idsOf(item, COUNTRY)],
    });
  }
  return known;
}

function officesOf(person: Kept, known: ReadonlyMap<string, Known>): OfficeHeld[] {
  const codesOf = (ids: readonly string[]): string[] => [
    ...new Set(ids.flatMap((id) => known.get(id)?.code ?? [])),
  ];
  return person.positions.flatMap(({ office, from, to }) => {
    const { label = null, countries = [] } = known.get(office) ?? {};
    if (label === null) return [];
    const [country = null, ...others] = codesOf(countries);
    const citizenships = codesOf(person.citizenships);
    const own = citizenships.length === 1 ? (citizenships[0] ?? null) : null;
    // An office of several countries is nobody's alone, and a citizen of two speaks for neither.
    return [
      {
        name: person.name,
        aliases: person.aliases,
        office: label,
        country: others.length > 0 ? null : (country ?? own),
        from,
        to,
      },
    ];
  });
}

/** Statements of the highest rank that there is, as Wikidata means them to be read; deprecated ones never. */
function valid({ claims }: Item, property: string): readonly Statement[] {
  const statements = (claims?.[property] ?? []).filter(({ rank }) => rank !== 'deprecated');
  // Offices are ranked by whether they are held today; those of the past hold for older reports.
  if (property === POSITION_HELD) return statements;
  const preferred = statements.filter(({ rank }) => rank === 'preferred');
  return preferred.length > 0 ? preferred : statements;
}

function idsOf(item: Item, property: string): string[] {
  return valid(item, property).flatMap(({ mainsnak }) => idOf(mainsnak) ?? []);
}

function idOf(snak: Snak | undefined): string | null {
  const value = snak?.datavalue?.value;
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' ? id : null;
}

/** "+2019-05-00T00:00:00Z" tells a month by a day that is no day: the edge of the month, or of the year, is meant. */
function dayOf(snak: Snak | undefined, edge: 'first' | 'last'): string {
  const value = snak?.datavalue?.value;
  const time = typeof value === 'object' && value !== null && 'time' in value ? String(value.time) : '';
  const [, year, month = '00', day = '00'] = /^\+(\d{4})-(\d\d)-(\d\d)T/u.exec(time) ?? [];
  if (year === undefined) return '';
  if (month === '00') return edge === 'first' ? `${year}-01-01` : `${year}-12-31`;
  if (day !== '00') return `${year}-${month}-${day}`;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${edge === 'first' ? '01' : last}`;
}
