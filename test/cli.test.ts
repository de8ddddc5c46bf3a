import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../src/cli/run.ts';
import { GainsayError } from '../src/errors.ts';
import { fakeIo } from './cli-io.ts';
import { fakeReader } from './fake-reader.ts';

const REPORT = `Border post shelled at Ravna

Troops shelled a border post near Ravna on Monday. Rebels crossed the river at night, Governor Lema said.
The ministry not crossed the line. Scouts may crossed the ford, villagers said. Envoys will withdrew soon.
Colonel Aziz denied the attack.
`;

function folder(files: Readonly<Record<string, string>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'gainsay cli '));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

describe('gainsay read', () => {
  test('groups events by whose word they are, with words, line and firmness', async () => {
    const io = fakeIo();
    expect(await run(['read', join(folder({ 'ravna.txt': REPORT }), 'ravna.txt')], io)).toBe(0);
    expect(io.written.err).toBe('');
    expect(io.written.out).toMatchInlineSnapshot(`
      "Border post shelled at Ravna
      date unknown · ravna
      7 events: 2 asserted, 2 claimed, 2 denied, 1 forecast or planned

      Asserted by the report itself
        e1 post: shelled (assault)
           “Border post shelled at Ravna”
           line 1 · said flatly · denied by e7
        e2 Troops: shelled (assault)
           “Troops shelled a border post near Ravna on Monday”
           line 3 · said flatly

      Claimed by Governor Lema
        e3 Rebels: crossed (mobilize)
           “Rebels crossed the river at night”
           line 3 · “said” · said flatly

      Claimed by villagers
        e5 Scouts: crossed (mobilize)
           “Scouts may crossed the ford”
           line 4 · “said” · held possible

      Denied
        e4 ministry: not crossed (mobilize)
           “The ministry not crossed the line”
           line 4 · the report · said flatly
        e7 Aziz: denied (reject)
           “Colonel Aziz denied the attack”
           line 5 · the report · said flatly · denies e1

      Forecast or planned
        e6 Envoys: withdrew (retreat)
           “Envoys will withdrew soon”
           line 4 · the report · said flatly
      "
    `);
  });

  test('prints the machine interface: an object for one report, an array for several', async () => {
    const path = folder({ 'a.txt': REPORT, 'b.txt': REPORT });
    const one = fakeIo();
    await run(['read', join(path, 'a.txt'), '--json'], one);
    const reading = JSON.parse(one.written.out) as {
      id: string;
      events: { trigger: { start: number; end: number; text: string } }[];
    };
    expect(reading.id).toBe('a');
    for (const { trigger } of reading.events)
      expect(REPORT.slice(trigger.start, trigger.end)).toBe(trigger.text);
    const two = fakeIo();
    await run(['read', path, '--json'], two);
    expect((JSON.parse(two.written.out) as { id: string }[]).map(({ id }) => id)).toEqual(['a', 'b']);
    const none = fakeIo();
    await run(['read', join(path, 'none.txt'), '--json'], none);
    expect(JSON.parse(none.written.out)).toEqual([]);
  });

  test('prints one reading a line, and adds the layers where they are wanted', async () => {
    const io = fakeIo({
      stdin: `{"id":"x","report":{"text":"Troops shelled it."}}\n{"id":"y","report":{"text":"The army left."}}\n`,
    });
    expect(await run(['read', '-', '--ndjson', '--layers'], io)).toBe(0);
    const lines = io.written.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; layers: object });
    expect(lines.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(lines[0]?.layers).toMatchObject({ sentences: [{ start: 0, end: 17 }] });
  });

  test('reads on after a failed input, tells it in one sentence, and ends with 3', async () => {
    const path = folder({ 'a.txt': '', 'b.txt': 'BREAK THE READER now', 'c.txt': REPORT });
    const io = fakeIo();
    expect(await run(['read', path, '--ndjson'], io)).toBe(3);
    expect(io.written.out.split('\n')).toHaveLength(2);
    expect(io.written.err).toBe(
      `${join(path, 'a.txt')}: the input holds no text; nothing was read.\n${join(path, 'b.txt')}: the reading broke off (the reader broke); please report this with the text.\n`,
    );
  });

  test('writes one file a report, and nothing on standard output', async () => {
    const path = folder({ 'a.txt': REPORT });
    const out = join(folder(), 'new', 'readings');
    const io = fakeIo();
    expect(await run(['read', path, '--json', '--out', out], io)).toBe(0);
    expect(io.written).toEqual({ out: '', err: `1 reading written to ${out}.\n` });
    expect((JSON.parse(readFileSync(join(out, 'a.json'), 'utf8')) as { id: string }).id).toBe('a');
  });

  test('writes no file outside the folder, whatever the ids are', async () => {
    const ids = ['../../evil', '..', '.hidden', 'CON', 'a/b', 'a\u0000b', 'same', 'SAME', 'x'.repeat(500)];
    const stdin = ids
      .map((id) => `${JSON.stringify({ id, report: { text: 'Troops shelled it.' } })}\n`)
      .join('');
    const out = join(folder(), 'out');
    expect(await run(['read', '-', '--out', out, '-q'], fakeIo({ stdin }))).toBe(0);
    expect(readdirSync(out).sort()).toEqual(
      [
        'SAME-2.json',
        '__.._evil.json',
        '_CON.json',
        '_.json',
        '_hidden.json',
        'a_b-2.json',
        'a_b.json',
        'same.json',
        `${'x'.repeat(120)}.json`,
      ].sort(),
    );
    expect(readdirSync(join(out, '..'))).toEqual(['out']);
  });

  test('explains each field by rule, words and sureness', async () => {
    const path = join(folder({ 'a.txt': REPORT }), 'a.txt');
    const io = fakeIo();
    expect(await run(['explain', `${path}:e3`], io)).toBe(0);
    expect(io.written.out).toContain('“Rebels crossed the river at night”');
    expect(io.written.out).toContain('event      fake/verb “crossed” (fairly sure)');
    expect(io.written.out).not.toContain('shelled a border post');
    const none = fakeIo();
    expect(await run(['explain', `${path}:e99`], none)).toBe(2);
    expect(none.written.err).toContain('there is no event e99; it has e1 to e7.');
  });

  test('prints nothing that could steer a terminal', async () => {
    const text = 'Troops shelled \u001b]0;title\u0007 the \u202epost\u202c.\u009b31m';
    const io = fakeIo({ stdin: text });
    await run(['read', '-', '--explain'], io);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there.
    expect(io.written.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
  });

  test.each([
    ['on a terminal', { isTerminal: true }, {}, true],
    ['in a pipe', { isTerminal: false }, {}, false],
    ['with NO_COLOR', { isTerminal: true }, { NO_COLOR: '1' }, false],
    ['on a dumb terminal', { isTerminal: true }, { TERM: 'dumb' }, false],
  ])('paints %s: %o %o', async (_case, { isTerminal }, env, painted) => {
    const io = fakeIo({ stdin: REPORT, env });
    await run(['read', '-'], { ...io, out: { ...io.out, isTerminal } });
    expect(io.written.out.includes('\u001b[')).toBe(painted);
  });

  test.each([40, 60, 100])('sets lines of at most %d characters', async (width) => {
    const long = `${'Very long words about the border '.repeat(9)}Troops shelled the post, ${'General '.repeat(20)}said.`;
    const io = fakeIo({ stdin: `${REPORT}\n${long}` });
    await run(['read', '-', '--explain'], { ...io, out: { ...io.out, width } });
    for (const line of io.written.out.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
  });
});

describe('the command line', () => {
  test.each([
    [['raed', 'x'], 'Did you mean read?'],
    [['read'], "missing required argument 'path'"],
    [['read', 'x', '--jsno'], 'Did you mean --json?'],
    [['read', 'x', '--engine', 'slow'], 'Allowed choices are fast, accurate'],
    [['serve', '--port', 'eighty'], 'It is a number from 0 to 65535'],
  ])('answers %j with 2 and a hint', async (argv, hint) => {
    const io = fakeIo();
    expect(await run(argv, io)).toBe(2);
    expect(io.written.out).toBe('');
    expect(io.written.err).toContain(hint);
    expect(io.written.err).toContain('See gainsay --help.');
  });

  test('tells how to read a file that stands where a command should', async () => {
    const path = join(folder({ 'a.txt': REPORT }), 'a.txt');
    const io = fakeIo();
    expect(await run([path], io)).toBe(2);
    expect(io.written.err).toBe(`To read ${path}: gainsay read ${path}\n`);
  });

  test('opens its help with examples', async () => {
    const io = fakeIo();
    expect(await run(['--help'], io)).toBe(0);
    expect(io.written.out).toMatch(/^Examples:\n {2}gainsay read report\.txt/u);
    for (const name of ['read', 'explain', 'init', 'add', 'show', 'verify', 'serve', 'story', 'doctor']) {
      expect(io.written.out).toMatch(new RegExp(`^ {2}${name}\\b`, 'mu'));
    }
  });

  test('tells its version', async () => {
    const io = fakeIo();
    expect(await run(['--version'], io)).toBe(0);
    expect(io.written.out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  test('calls a broken promise a fault, with its trace, and ends with 1', async () => {
    const io = fakeIo({
      stdin: REPORT,
      loadReader: () => Promise.reject(new TypeError('x is not a function')),
    });
    expect(await run(['read', '-'], io)).toBe(1);
    expect(io.written.err).toMatch(/^This is a fault in Gainsay[\s\S]*TypeError: x is not a function/u);
  });

  test('tells in one line that the fast engine stands in, unless only data is wanted', async () => {
    const lacks = new GainsayError('engine-instead', { reason: 'its weights are not in models/accurate' });
    const loadReader = async () => ({ ...fakeReader(), lacks });
    const io = fakeIo({ stdin: REPORT, loadReader });
    expect(await run(['read', '-', '--ndjson'], io)).toBe(0);
    expect(io.written.err).toBe(
      'The accurate engine cannot be loaded (its weights are not in models/accurate); the fast one reads.\n',
    );
    const quiet = fakeIo({ stdin: REPORT, loadReader });
    expect(await run(['read', '-', '--ndjson', '-q'], quiet)).toBe(0);
    expect(quiet.written.err).toBe('');
    const desk = fakeIo({ loadReader });
    expect(await run(['serve', '--port', '0'], desk)).toBe(0);
    expect(desk.written.err.match(/the fast one reads/gu)).toHaveLength(1);
  });

  test('tells what an installation lacks', async () => {
    const io = fakeIo({
      root: fakeIo().root,
      loadReader: async ({ engine }) => fakeReader(engine ?? 'fast'),
    });
    expect(await run(['doctor'], io)).toBe(0);
    expect(io.written.out).toMatch(/^ok {7}Node: /mu);
    expect(io.written.out).toMatch(/^ok {7}The fast engine: version fake-1/mu);
  });
});

describe('a project', () => {
  test('keeps what was read, shows it, and knows it the next time', async () => {
    const reports = folder({ 'ravna.txt': REPORT, 'empty.txt': '' });
    const project = join(folder(), 'harbour');
    expect(await run(['init', project], fakeIo())).toBe(0);
    const first = fakeIo();
    expect(await run(['add', '--project', project, reports], first)).toBe(3);
    expect(first.written.out).toBe(`stored\travna\t7 events\t${join(reports, 'ravna.txt')}\n`);
    expect(first.written.err).toContain('1 stored, 0 known already, 1 refused.');
    const second = fakeIo();
    await run(['add', '--project', project, join(reports, 'ravna.txt')], second);
    expect(second.written.err).toBe('0 stored, 1 known already, 0 refused.\n');
    const list = fakeIo();
    expect(await run(['show', '--project', project], list)).toBe(0);
    expect(list.written.out).toContain('ravna  Border post shelled at Ravna');
    const one = fakeIo();
    expect(await run(['show', 'ravna', '--project', project], one)).toBe(0);
    const read = fakeIo();
    await run(['read', join(reports, 'ravna.txt')], read);
    expect(one.written.out).toBe(read.written.out);
    const verified = fakeIo();
    expect(await run(['verify', project], verified)).toBe(0);
    expect(verified.written.out).toContain('2 entries and 2 files hold.');
  });

  test('fails to verify when a byte was flipped, and names file and report', async () => {
    const project = join(folder(), 'p');
    await run(['init', project], fakeIo());
    await run(['add', '--project', project, join(folder({ 'ravna.txt': REPORT }), 'ravna.txt')], fakeIo());
    const [name = ''] = readdirSync(join(project, 'reports'));
    const path = join(project, 'reports', name);
    chmodSync(path, 0o644);
    writeFileSync(path, REPORT.replace('Troops', 'Trooqs'));
    const io = fakeIo();
    expect(await run(['verify', project], io)).toBe(1);
    expect(io.written.out).toContain(`${path}: its bytes are not those stored for ravna (entry 1).`);
  });

  test('is kept by gainsay read --project as well', async () => {
    const project = join(folder(), 'p');
    await run(['init', project], fakeIo());
    const io = fakeIo({ stdin: REPORT });
    expect(await run(['read', '-', '--project', project, '--ndjson'], io)).toBe(0);
    expect(io.written.out).not.toBe('');
    const list = fakeIo();
    await run(['show', '--project', project, '--json'], list);
    expect((JSON.parse(list.written.out) as { id: string }[]).map(({ id }) => id)).toEqual(['stdin']);
  });

  test.each([
    [['show', '--project', '/nowhere'], '/nowhere: this folder is no Gainsay project'],
    [['add', 'x.txt', '--project', '/nowhere'], 'make one with gainsay init /nowhere'],
    [['verify', '/nowhere'], 'is no Gainsay project'],
    [['read', '-', '--project', '/nowhere'], 'is no Gainsay project'],
  ])('is asked for where there is none: %j', async (argv, sentence) => {
    const io = fakeIo({ stdin: REPORT });
    expect(await run(argv, io)).toBe(2);
    expect(io.written.err).toContain(sentence);
  });
});

describe('gainsay serve', () => {
  test('prints the desk’s address and nothing else, and ends when it is told to', async () => {
    const io = fakeIo();
    expect(await run(['serve', '--port', '0'], io)).toBe(0);
    expect(io.written.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/u);
    expect(io.written.err).toContain('The desk shows the sample story');
  });

  test('serves this machine only', async () => {
    const io = fakeIo();
    expect(await run(['serve', '--port', '0', '--host', '0.0.0.0'], io)).toBe(2);
    expect(io.written.err).toContain('0.0.0.0: the desk has no users yet');
  });
});

describe('gainsay story', () => {
  test('tells who asserts and who denies, from several reports', async () => {
    const path = folder({ 'a.txt': REPORT, 'b.txt': `${REPORT} More.`, 'empty.txt': '' });
    const io = fakeIo();
    expect(await run(['story', path, '--json'], io)).toBe(3);
    const built = JSON.parse(io.written.out) as {
      events: { id: string; mentions: string[] }[];
      copies: string[][];
    };
    expect(built.events[0]?.id).toBe('S1');
    expect(built.copies).toEqual([['a', 'b']]);
    const text = fakeIo();
    await run(['story', path], text);
    expect(text.written.out).toContain('Copies of one text: a, b.');
  });
});
