import { openProject } from '../src/ledger/project.ts';
import { fakeReader } from './fake-reader.ts';

// A process of its own for ledger-crash.test.ts: adds reports to the project without end and tells each one that stands.
const [folder = '', first = '0'] = process.argv.slice(2);
const project = await openProject(folder, { by: 'writer', now: () => new Date() });
process.stdout.write(`open ${project.recoveredBytes}\n`);
const reader = fakeReader();
for (let n = Number(first); ; n++) {
  const text = `Troops shelled post ${n} on Monday. ${'The army denied it. '.repeat(n % 50)}`;
  const meta = { id: `r${n}`, title: null, outlet: null, publishedAt: null, language: null, url: null };
  const report = { meta, text };
  const { key } = await project.admit({
    report,
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/plain',
    path: `r${n}`,
  });
  await project.addReading(key, reader.read(report));
  process.stdout.write(`${n}\n`);
}
