import type { StoryClaim } from './claims.ts';
import type { Lineage } from './lineage.ts';
import { familyOf, outletKey, type Tables } from './tables.ts';
import { byCode } from './words.ts';

/** One independent beginning of information on an event, and the claims that rest on it. */
export interface Origin {
  readonly key: string;
  /** Who it is: a body, the eyewitnesses of a report, an outlet's own work. */
  readonly by: string;
  readonly mentions: readonly string[];
  /** Why these claims count once. */
  readonly reason: string;
}

/** The claims whose beginnings are sought, and what is known around them. */
export interface OriginQuestion {
  readonly claims: readonly StoryClaim[];
  /** True where the event is an act of speech, which everybody knows from the speaker alone. */
  readonly verbal: boolean;
  /** Keys of those who act in the event: in an act of speech, the speakers. */
  readonly actors: ReadonlySet<string>;
  readonly lineage: Lineage;
  readonly tables: Tables;
  readonly outletOf: ReadonlyMap<string, string>;
}

/**
 * Counts the beginnings of information that do not rest on one another. Copies, reports that credit each other, and all that quote
 * one body are one; an outlet's own voice counts only where nobody names a source for the event.
 */
export function findOrigins(question: OriginQuestion): readonly Origin[] {
  if (question.claims.length === 0) return [];
  const attributed = attributedFamilies(question);
  const officials = new Set(
    question.claims.flatMap(({ by }) => (by.kind === 'official' && by.country !== null ? [by.country] : [])),
  );
  const rests = question.claims.map((claim) => ({ claim, ...restsOn(claim, question) }));
  const firm = rests.filter(({ key, claim }) => !isRelay(key, claim, attributed, officials, question));
  const known = new Set(firm.map(({ key }) => key));
  // Who else tells of a denial or a threat heard it from the speaker, whatever they say of it.
  const heard = firm.filter(({ key }) => key === SPEECH);
  // What nobody is named for rests on whoever is; if nobody is, it still began somewhere.
  const named = firm.filter(({ key }) => key !== UNNAMED && !isOpenBeside(key, known));
  const counted =
    heard.length > 0
      ? heard
      : named.length > 0
        ? named
        : firm.length > 0
          ? firm.slice(0, 1)
          : rests.slice(0, 1);
  const keys = [...new Set(counted.map(({ key }) => key))].sort(byCode);
  return keys.map((key) => {
    const own = counted.filter((rest) => rest.key === key);
    return {
      key,
      by: own[0]?.claim.by.name ?? key,
      mentions: own.map(({ claim }) => claim.mention),
      reason: own[0]?.reason ?? '',
    };
  });
}

const UNNAMED = 'unnamed';
const NOBODY: ReadonlySet<string> = new Set(['unnamed', 'document']);
const SPEECH = 'speech';

function restsOn(claim: StoryClaim, question: OriginQuestion): { key: string; reason: string } {
  const { by, report } = claim;
  if (question.verbal && (claim.ownVoice || question.actors.has(by.key))) {
    return { key: SPEECH, reason: 'An act of speech is known from the one who spoke.' };
  }
  switch (by.kind) {
    case 'unnamed':
    case 'document':
      return { key: UNNAMED, reason: 'Nobody is named as the source.' };
    case 'expert':
      return {
        key: `investigation:${ownFamily(report, question)}`,
        reason: `${by.name} read the proof for the outlet.`,
      };
    case 'outlet':
      return outletRest(claim, question);
    default:
      return { key: governmentOf(by.key), reason: `All of these rest on the word of ${by.name}.` };
  }
}

// "Quito says" and "Ecuador's defence ministry says" is one government's word twice; its police or a hospital saw for themselves.
const CENTRAL = new Set(['government', 'presidency', 'military', 'foreign', 'intelligence', 'border']);

function governmentOf(key: string): string {
  const [kind, country = '', body = ''] = key.split(':');
  if (kind !== 'official') return key;
  // Kenya's officials without a name rest on the word of its government.
  const kindOfBody = /^someone .* (\S+)$/u.exec(body)?.[1] ?? body;
  const name = CENTRAL.has(kindOfBody) ? '' : `:${kindOfBody}`;
  return country.startsWith('?') ? `${OPEN}${name}` : `official:${country}${name}`;
}

/** Opens the key of all bodies whose country nobody tells: one origin at most, and none beside a body of the same kind that is known. */
const OPEN = 'official:?';

function isOpenBeside(key: string, keys: ReadonlySet<string>): boolean {
  if (!key.startsWith(OPEN)) return false;
  const body = key.slice(OPEN.length);
  return [...keys].some(
    (other) =>
      other.startsWith('official:') &&
      !other.startsWith(OPEN) &&
      // "An unnamed official" may be the very one whom another report names.
      (body === '' || other.endsWith(body)),
  );
}

function outletRest(claim: StoryClaim, question: OriginQuestion): { key: string; reason: string } {
  const { lineage, tables } = question;
  const family = ownFamily(claim.report, question);
  if (!claim.ownVoice && claim.by.key === `outlet:${family}`) {
    return { key: `investigation:${family}`, reason: `${claim.by.name} found it out by itself.` };
  }
  if (!claim.ownVoice) return { key: claim.by.key, reason: `${claim.by.name} is quoted for it.` };
  const root = rootOf(claim.report, lineage);
  const credit = (lineage.creditsOf.get(root) ?? []).find(({ kind }) => kind !== 'inline');
  if (credit !== undefined) {
    return {
      key: `outlet:${familyOf(credit.outlet, tables)}`,
      reason: `The report credits ${credit.outlet}.`,
    };
  }
  return { key: `outlet:${family}`, reason: `${claim.by.name} says so in its own voice.` };
}

function rootOf(report: string, { groupOf, rootOf: roots }: Lineage): string {
  return roots.get(groupOf.get(report) ?? report) ?? report;
}

/** Gives the family of the outlet whose text a report repeats, itself if it repeats none. */
function ownFamily(report: string, { lineage, tables, outletOf }: OriginQuestion): string {
  const root = rootOf(report, lineage);
  return familyOf(outletOf.get(root) ?? root, tables);
}

/** Gives the families of outlets that name a source for the event: their own voice then rests on it. */
function attributedFamilies(question: OriginQuestion): ReadonlySet<string> {
  const families = new Set<string>();
  for (const claim of question.claims) {
    if (!claim.ownVoice && claim.by.kind !== 'unnamed' && claim.by.kind !== 'document') {
      families.add(`outlet:${ownFamily(claim.report, question)}`);
    }
  }
  return families;
}

function isRelay(
  key: string,
  { by, ownVoice }: StoryClaim,
  attributed: ReadonlySet<string>,
  officials: ReadonlySet<string>,
  { tables, claims }: OriginQuestion,
): boolean {
  const hasNamed = claims.some((claim) => !claim.ownVoice && !NOBODY.has(claim.by.kind));
  if (!key.startsWith('outlet:')) return false;
  // A report that names nobody may rest on what another had before it: it is no second beginning beside one that names somebody.
  if (ownVoice && hasNamed) return true;
  if (attributed.has(key)) return true;
  // A state's news agency and that state's ministry are one voice.
  const outlet = tables.outlets.get(outletKey(by.name));
  return outlet?.country != null && outlet.kind.startsWith('state') && officials.has(outlet.country);
}
