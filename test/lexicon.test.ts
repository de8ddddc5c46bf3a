import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EVENT_TYPES } from '../src/document/event-layers.ts';
import { parseTable, type Row } from '../src/document/table.ts';

// The tables that the event and attribution stages read are edited by hand: each line must explain itself by a
// sentence that it reads and one that it leaves alone, and must use only words that the stages know.

const STANCES = [
  'assert',
  'deny',
  'doubt',
  'predict',
  'fear',
  'promise',
  'demand',
  'threaten',
  'ask',
  'withhold',
];
const CERTAINTIES = ['certain', 'probable', 'possible', 'unknown'];
const KINDS = ['speech', 'writing', 'belief', 'perception', 'evidence', 'judgement', 'order'];
const CLASSES = ['party', 'force', 'people', 'government', 'place', 'weapon', 'site', 'craft'];
const DOMAINS = ['sport', 'business', 'weather', 'entertainment', 'figurative', 'medicine', 'accident'];
const CONTEXTS = (
  'military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic ' +
  'legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality ' +
  'diplomatic territory peacekeeping health asylum migration disasters natural_resource environment technology ' +
  'terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking'
).split(' ');
const TAKES = ['clause', 'noun', 'quote', 'as', 'equal'];
// A slot's filler is one token: "fighter jet" is a jet.
const CONDITION = /^!?[a-z]+(?::[a-z|]+)?(?:=[^\s=:]+)?$/;

const ontology = load('events/ontology.tsv');
const triggers = load('events/triggers.tsv');
const cues = load('attribution/cues.tsv');

describe('data/events/ontology.tsv', () => {
  test('has every type once without a mode', () => {
    const types = ontology.filter((row) => row['mode'] === '-').map((row) => row['type']);
    expect(types).toEqual([...EVENT_TYPES]);
  });

  test('names each pair of type and mode once', () => {
    expect(repeated(ontology.map((row) => `${row['type']} ${row['mode']}`))).toEqual([]);
  });

  test.each(ontology.map((row) => [`${row['type']} ${row['mode']}`, row] as const))(
    '%s is defined',
    (_, row) => {
      expect(row['definition']).toMatch(/^[A-Z].+\.$/);
      expect([
        'verbal cooperation',
        'material cooperation',
        'verbal conflict',
        'material conflict',
        '-',
      ]).toContain(row['quad']);
      for (const code of (row['cameo'] ?? '').split('|')) expect(code).toMatch(/^(?:-|\d{2,4})$/);
    },
  );
});

describe('data/events/triggers.tsv', () => {
  const modes = new Set(ontology.map((row) => `${row['type']} ${row['mode']}`));

  test.each(numbered(triggers))('line %i %s is well formed', (_, __, row) => {
    expect(['verb', 'noun', 'adj']).toContain(row['pos']);
    expect(modes).toContain(`${row['type']} ${row['mode']}`);
    for (const condition of conditions(row)) {
      expect(condition).toMatch(CONDITION);
      const named = condition.split('=')[0]?.split(':')[1];
      for (const kind of named?.split('|') ?? []) expect(CLASSES).toContain(kind);
    }
  });

  test.each(numbered(triggers))('line %i %s is shown firing and silent', (_, __, row) => {
    expect(holdsOneOf(row['fires'] ?? '', row['words'] ?? ''), row['fires']).toBe(true);
    expect(holdsHeadOfOne(row['silent'] ?? '', row), row['silent']).toBe(true);
    expect(row['fires']).not.toBe(row['silent']);
  });

  test('gives no word twice under the same conditions', () => {
    expect(
      repeated(triggers.flatMap((row) => words(row).map((word) => `${word} ${row['pos']} ${row['when']}`))),
    ).toEqual([]);
  });

  test('shows no sentence twice', () => {
    expect(repeated(triggers.flatMap((row) => [row['fires'] ?? '', row['silent'] ?? '']))).toEqual([]);
  });
});

describe('data/events/contexts.tsv', () => {
  test('has PLOVER’s 37 contexts, each with words', () => {
    const contexts = load('events/contexts.tsv');
    expect(contexts.map((row) => row['context'])).toEqual(CONTEXTS);
    for (const row of contexts) expect(words(row).length, row['context']).toBeGreaterThan(4);
  });
});

describe('data/events/light-verbs.tsv', () => {
  test.each(load('events/light-verbs.tsv').map((row) => [row['verb'], row] as const))(
    '%s is shown',
    (verb, row) => {
      expect(holdsOneOf(row['fires'] ?? '', verb ?? ''), row['fires']).toBe(true);
    },
  );
});

describe('data/events/vetoes.tsv', () => {
  const vetoes = load('events/vetoes.tsv');

  test('knows every domain', () => {
    for (const row of vetoes) expect(DOMAINS).toContain(row['domain']);
  });

  test('lists no word twice', () => {
    expect(repeated(vetoes.flatMap(words))).toEqual([]);
  });
});

describe('data/attribution/cues.tsv', () => {
  test.each(numbered(cues))('line %i %s is well formed', (_, __, row) => {
    expect(['verb', 'noun', 'adjective', 'adverb', 'phrase']).toContain(row['pos']);
    expect(STANCES).toContain(row['stance']);
    expect(CERTAINTIES).toContain(row['certainty']);
    expect(KINDS).toContain(row['kind']);
    for (const content of (row['takes'] ?? '').split('|')) expect(TAKES).toContain(content);
  });

  test.each(numbered(cues))('line %i %s is shown firing and silent', (_, __, row) => {
    expect(holdsOneOf(row['fires'] ?? '', row['words'] ?? ''), row['fires']).toBe(true);
    expect(holdsHeadOfOne(row['silent'] ?? '', row), row['silent']).toBe(true);
  });

  test('gives no word twice with the same kind and stance', () => {
    expect(
      repeated(
        cues.flatMap((row) =>
          words(row).map((word) => `${word} ${row['pos']} ${row['kind']} ${row['stance']}`),
        ),
      ),
    ).toEqual([]);
  });
});

function load(path: string): readonly Row[] {
  return parseTable(readFileSync(new URL(`../data/${path}`, import.meta.url), 'utf8'));
}

function numbered(rows: readonly Row[]): [number, string, Row][] {
  return rows.map((row, i) => [i + 1, words(row)[0] ?? '', row]);
}

function words(row: Row): readonly string[] {
  return (row['words'] ?? '').split('|');
}

function conditions(row: Row): readonly string[] {
  return row['when'] ? row['when'].split(',') : [];
}

function repeated(keys: readonly string[]): readonly string[] {
  return keys.filter((key, i) => keys.indexOf(key) !== i);
}

function holdsOneOf(sentence: string, list: string): boolean {
  return list.split('|').some((entry) => entry.split(' ').every((word) => holds(sentence, word)));
}

// "The plan was shot down by shareholders" is silent for "shoot dead": only the head must be there.
function holdsHeadOfOne(sentence: string, row: Row): boolean {
  return words(row).some((entry) => {
    const parts = entry.split(' ');
    return row['pos'] === 'phrase'
      ? parts.some((part) => holds(sentence, part))
      : holds(sentence, headOf(parts, row['pos']));
  });
}

function headOf(parts: readonly string[], pos: string | undefined): string {
  return (pos === 'verb' ? parts[0] : parts.at(-1)) ?? '';
}

function holds(sentence: string, lemma: string): boolean {
  const found = new Set(sentence.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu));
  return formsOf(lemma).some((form) => found.has(form));
}

// Wide on purpose: a form too many only makes this check milder.
function formsOf(lemma: string): readonly string[] {
  const stem = lemma.replace(/e$/, '');
  const doubled = lemma + lemma.slice(-1);
  const soft = lemma.replace(/y$/, 'i');
  const endings = ['', 's', 'es', 'd', 'ed', 'ing', "'s", '’s'].map((ending) => lemma + ending);
  const changed = [`${stem}ing`, `${stem}ed`, `${doubled}ed`, `${doubled}ing`, `${soft}es`, `${soft}ed`];
  return [...endings, ...changed, ...(IRREGULAR[lemma] ?? [])];
}

const IRREGULAR: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  (
    'be is are was were been; have has had; shoot shot; slay slew slain; fight fought; fall fell fallen; take took taken; ' +
    'set set; go went gone; blow blew blown; bring brought; drive drove driven; beat beaten; lose lost; give gave given; ' +
    'hold held; keep kept; leave left; flee fled; send sent; fly flew flown; lay laid; come came; break broke broken; ' +
    'throw threw thrown; find found; make made; meet met; speak spoke spoken; say said; tell told; write wrote written; ' +
    'think thought; see saw seen; know knew known; hear heard; read read; sink sank sunk; rise rose risen; ' +
    'withdraw withdrew withdrawn; overthrow overthrew overthrown; seek sought; swear swore sworn; pay paid; cut cut; ' +
    'buy bought; sell sold; stand stood; burst burst; strike struck stricken; hit hit; tear tore torn; let let; win won; ' +
    'overrun overran overrun; arise arose; forbid forbade forbidden; feel felt; foresee foresaw foreseen; lead led; ' +
    'begin began begun; show shown showed; put put; shut shut; do did done; steal stole stolen; stick stuck; ring rang rung; ' +
    'run ran; catch caught; hide hid hidden; get got; undertake undertook undertaken; undergo underwent undergone; freeze froze frozen; withhold withheld; dig dug; spring sprang sprung; breed bred; unfreeze unfroze unfrozen; feed fed; uphold upheld; kneel knelt; bind bound; deal dealt; sweep swept; fling flung; ride rode ridden; draw drew drawn; grow grew grown; wear wore worn; mean meant; spend spent; lend lent; build built'
  )
    .split('; ')
    .map((entry) => [entry.split(' ')[0] ?? '', entry.split(' ').slice(1)]),
);
