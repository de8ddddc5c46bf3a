import { everyNth, type Probe, readLines } from './corpora.ts';
import { type MeasureOptions, openReading, type ReadDoc } from './reading.ts';

/** The kinds of sentence in which the outlet itself tells the attack as a fact. */
const ASSERTED = new Set(['plain', 'passive', 'historical']);

/** Acts of force: the attack of each sentence. */
const FORCE = new Set(['ASSAULT', 'COERCE']);

/**
 * Measures whether an attack is stored as a plain fact: an act of force between the two parties that the outlet itself tells,
 * certain, not negated, neither future nor hypothetical. It must be where it is asserted and nowhere else.
 */
export async function measureFactuality(
  path: string,
  { engine, every, showErrors }: MeasureOptions,
): Promise<void> {
  const read = await openReading(engine);
  let [asserted, found, others, stored] = [0, 0, 0, 0];
  for (const probe of everyNth(readLines<Probe>(path), every)) {
    const doc = read(probe.id, probe.text, '2022-02-22T12:00:00Z');
    const isFact = tellsAttack(doc, probe);
    if (ASSERTED.has(probe.cat)) {
      asserted++;
      if (isFact) found++;
    } else {
      others++;
      if (isFact) stored++;
    }
    if (showErrors && isFact !== ASSERTED.has(probe.cat))
      console.log(`${probe.cat}\t${probe.text}\t${show(doc)}`);
  }
  console.log(
    `asserted attacks found as facts ${found} of ${asserted}; others stored as facts ${stored} of ${others}`,
  );
}

function tellsAttack({ layers }: ReadDoc, { src, tgt }: Probe): boolean {
  return layers.claims.some(({ event, sources, polarity, certainty, timeframe }) => {
    const mention = layers.events[event];
    if (mention === undefined || !FORCE.has(mention.type)) return false;
    const isPlain = sources.length === 0 || sources.at(-1)?.kind === 'outlet';
    const isReal = timeframe === 'current' || timeframe === 'background';
    const of = (name: string) =>
      mention.roles.filter((role) => role.name === name).map(({ party }) => party.country);
    const isAsked = of('actor').includes(src) && of('recipient').includes(tgt);
    return isAsked && isPlain && isReal && polarity === 'positive' && certainty === 'certain';
  });
}

function show({ layers }: ReadDoc): string {
  return layers.claims
    .map(({ event, sources, polarity, certainty, timeframe }) => {
      const mention = layers.events[event];
      const roles = mention?.roles.map(({ name, party }) => `${name}=${party.country}`).join(' ');
      return `${mention?.type} ${roles} ${sources.map(({ kind }) => kind).join('>')} ${polarity} ${certainty} ${timeframe}`;
    })
    .join('; ');
}
