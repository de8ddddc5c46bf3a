import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// The style that no linter holds: which way the layers import, how long a file is, that tables tell their origin.

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SRC = join(ROOT, 'src');

/** From left to right; a file imports from its own folder and from folders to its left. */
const LAYERS = [
  'errors.ts',
  'document',
  'language',
  'mentions',
  'events',
  'attribution',
  'claims',
  'pipeline',
  'ledger',
  'corroboration',
  'views',
  'exports',
  'evaluation',
  'ingest',
  'server',
  'mcp',
  'cli',
];

/** Layers that are pure: no files, network, clock or randomness. */
const READING = LAYERS.slice(0, LAYERS.indexOf('pipeline'));

const MAX_LINES = 400;

interface Source {
  readonly path: string;
  /** From the package's root, with slashes. */
  readonly name: string;
  readonly text: string;
}

function sourcesIn(folder: string, extensions: readonly string[]): readonly Source[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (name) =>
        !name.split(sep).some((part) => part === 'node_modules' || part.startsWith('.')) &&
        extensions.some((extension) => name.endsWith(extension)),
    )
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort()
    .map((path) => ({
      path,
      name: relative(ROOT, path).split(sep).join('/'),
      text: readFileSync(path, 'utf8'),
    }));
}

const src = sourcesIn(SRC, ['.ts']);
const code = src.filter(({ name }) => !name.endsWith('.test.ts'));
const web = sourcesIn(join(ROOT, 'web'), ['.ts', '.tsx']);
const scripts = sourcesIn(join(ROOT, 'scripts'), ['.mjs']);
const training = sourcesIn(join(ROOT, 'training'), ['.ts', '.mjs', '.py']);
const tests = sourcesIn(join(ROOT, 'test'), ['.ts', '.tsx']);

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function importsOf(text: string): readonly Import[] {
  const statics = [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]{0,2000}?from '([^']+)';/gmu)].map(
    ([, type, specifier = '']) => ({ specifier, typeOnly: type !== undefined }),
  );
  const bare = [...text.matchAll(/^import '([^']+)';/gmu)].map(([, specifier = '']) => ({
    specifier,
    typeOnly: false,
  }));
  const dynamic = [...text.matchAll(/import\('([^']+)'\)/gu)].map(([, specifier = '']) => ({
    specifier,
    typeOnly: false,
  }));
  return [...statics, ...bare, ...dynamic];
}

function layerOf(path: string): string {
  return relative(SRC, path).split(sep)[0] ?? '';
}

function faultsIn(
  sources: readonly Source[],
  find: (source: Source) => readonly string[],
): readonly string[] {
  return sources.flatMap((source) => find(source).map((fault) => `${source.name}: ${fault}`));
}

describe('layers', () => {
  test('every folder of src has its place in the order', () => {
    const unknown = readdirSync(SRC).filter((name) => !LAYERS.includes(name));
    expect(unknown).toEqual([]);
  });

  test('a file imports from its own folder or from folders to its left', () => {
    const faults = faultsIn(code, ({ path, text }) =>
      importsOf(text)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => resolve(dirname(path), specifier))
        .filter(
          (target) =>
            !target.startsWith(SRC + sep) || LAYERS.indexOf(layerOf(target)) > LAYERS.indexOf(layerOf(path)),
        )
        .map((target) => `imports ${relative(ROOT, target)}`),
    );
    expect(faults).toEqual([]);
  });

  test('the reading touches no file, network, clock or randomness', () => {
    const faults = faultsIn(
      code.filter(({ path }) => READING.includes(layerOf(path))),
      ({ text }) => [
        ...importsOf(text)
          .filter(({ specifier }) => !specifier.startsWith('.'))
          .map(({ specifier }) => `imports ${specifier}`),
        ...(text.match(
          /\b(?:Date\.now|new Date\(\)|Math\.random|process\.|fetch\(|setTimeout|console\.)/gu,
        ) ?? []),
        // Module-level state that changes would make one reading depend on another.
        ...(text.match(/^(?:export )?let .{0,60}/gmu) ?? []),
      ],
    );
    expect(faults).toEqual([]);
  });

  test('the desk imports types alone from src', () => {
    const faults = faultsIn(web, ({ path, text }) =>
      importsOf(text)
        .filter(({ specifier, typeOnly }) => !typeOnly && specifier.startsWith('.'))
        .map(({ specifier }) => resolve(dirname(path), specifier))
        .filter((target) => target.startsWith(SRC + sep))
        .map((target) => `imports ${relative(ROOT, target)} as a value`),
    );
    expect(faults).toEqual([]);
  });

  test('no files import each other in a circle', () => {
    const targets = new Map(
      code.map(({ path, text }) => [
        path,
        importsOf(text)
          .filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly)
          .map(({ specifier }) => resolve(dirname(path), specifier)),
      ]),
    );
    expect(
      circlesIn(targets).map((circle) => circle.map((path) => relative(ROOT, path)).join(' → ')),
    ).toEqual([]);
  });

  test('every import carries its extension, and a file that is there', () => {
    const faults = faultsIn([...code, ...web], ({ path, text }) =>
      importsOf(text)
        .filter(
          ({ specifier }) => specifier.startsWith('.') && !existsSync(resolve(dirname(path), specifier)),
        )
        .map(({ specifier }) => `imports ${specifier}`),
    );
    expect(faults).toEqual([]);
  });
});

/** Depth-first; a file that was left behind is on no further circle. */
function circlesIn(targets: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path]);
    if (done.has(path) || trail.includes(path)) return;
    trail.push(path);
    for (const target of targets.get(path) ?? []) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of targets.keys()) visit(path);
  return circles;
}

describe('files', () => {
  test(`are at most ${MAX_LINES} lines long`, () => {
    const faults = faultsIn([...src, ...web, ...scripts, ...training, ...tests], ({ text }) => {
      const lines = text.split('\n').length - 1;
      return lines > MAX_LINES ? [`${lines} lines`] : [];
    });
    expect(faults).toEqual([]);
  });

  test('are named in kebab case', () => {
    expect(src.map(({ name }) => name).filter((name) => !/^[a-z0-9./-]+$/u.test(name))).toEqual([]);
  });

  test('hold no to-do without its issue, no banner, and nothing of the place they were written in', () => {
    const faults = faultsIn([...src, ...web, ...scripts, ...training, ...tests], ({ text, name }) => {
      if (name === 'test/architecture.test.ts') return [];
      return [
        ...(text.match(/\b(?:TODO|FIXME|XXX)\b(?! ?\(?#\d).{0,40}/gu) ?? []),
        ...(text.match(/(?:^|[\s'"`(])\/work\/.{0,40}/gmu) ?? []),
        ...(text.match(/^\s*\/\/ ?[-=*#]{5,}.{0,20}/gmu) ?? []),
        ...(text.match(/\b(?:describe|test|it)\.only\b/gu) ?? []),
      ];
    });
    expect(faults).toEqual([]);
  });

  // A union's or an alias's name says what it is; all else is told.
  test('say of every function, interface, class and constant that src exports what it is', () => {
    const faults = faultsIn(code, ({ text }) => {
      const lines = text.split('\n');
      return lines.flatMap((line, i) => {
        const name = /^export (?:async )?(?:function\*?|interface|const|class) (\w+)/u.exec(line)?.[1];
        return name === undefined || documented(lines, i) ? [] : [`${name} has no docstring`];
      });
    });
    expect(faults).toEqual([]);
  });
});

/** A docstring stands right above. */
function documented(lines: readonly string[], index: number): boolean {
  const above = lines[index - 1]?.trim() ?? '';
  return above.endsWith('*/') || above.startsWith('// biome-ignore');
}

test('every table tells its origin, licence and date before its first row', () => {
  const tables = sourcesIn(join(ROOT, 'data'), ['.tsv']);
  expect(tables.length).toBeGreaterThan(0);
  const faults = faultsIn(tables, ({ text }) => {
    const opening = /^(?:#[^\n]*\n)*/u.exec(text)?.[0] ?? '';
    const missing = ['origin', 'licen[cs]e', 'date'].filter(
      (word) => !new RegExp(`\\b${word}`, 'iu').test(opening),
    );
    return missing.map((word) => `its opening lines do not tell: ${word}`);
  });
  expect(faults).toEqual([]);
});

test('the lock file names the packages for every system, without which npm ci refuses it', () => {
  interface Locked {
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, Locked>>;
  };
  const missing = Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${owner}/node_modules/${name}`],
    ),
  );
  expect(missing, 'run: node scripts/complete-lock.mjs').toEqual([]);
});
