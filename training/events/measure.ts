/**
 * Measures events and attributions on public sets that lie outside the repository.
 *   npx jiti training/events/measure.ts factuality FILE | roots FILE | pairs FILE ACTORS | attributions FOLDER | reporting FOLDER
 *     [--errors] [--every N] [--engine accurate]
 * docs/method/public-sets.md says what is counted.
 */
import { measureAttributions } from './attributions.ts';
import { measureFactuality } from './factuality.ts';
import { measureReporting } from './meantime.ts';
import { measurePairs } from './pairs.ts';
import { measureRoots } from './roots.ts';

const [set = '', path = '', actors = ''] = process.argv.slice(2);
const argumentOf = (option: string) => process.argv[process.argv.indexOf(option) + 1];
const options = {
  engine: process.argv.includes('--engine') && argumentOf('--engine') === 'accurate' ? 'accurate' : 'fast',
  every: process.argv.includes('--every') ? Number(argumentOf('--every')) : 1,
  showErrors: process.argv.includes('--errors'),
} as const;

switch (set) {
  case 'factuality':
    await measureFactuality(path, options);
    break;
  case 'roots':
    await measureRoots(path, options);
    break;
  case 'pairs':
    await measurePairs(path, actors, options);
    break;
  case 'attributions':
    await measureAttributions(path, options);
    break;
  case 'reporting':
    await measureReporting(path, options);
    break;
  default:
    console.error('Name a set: factuality, roots, pairs, attributions or reporting.');
    process.exitCode = 2;
}
