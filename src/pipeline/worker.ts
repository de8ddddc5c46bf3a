import { parentPort, workerData } from 'node:worker_threads';
import type { Row } from '../document/table.ts';
import { type Answer, readWith, reasonOf, type Task } from './pool.ts';
import { loadReader } from './reader.ts';

// One thread of the pool: loads its own reader, then answers each task with a reading or the reason why there is none.

const { engine, actors } = workerData as {
  readonly engine: 'fast' | 'accurate';
  readonly actors: readonly Row[];
};
const reader = loadReader({ engine, actors });

parentPort?.on('message', async (task: Task) => {
  parentPort?.postMessage(await answerTo(task));
});

async function answerTo({ number, report, withLayers }: Task): Promise<Answer> {
  const loaded = await reader;
  try {
    return { number, reading: readWith(loaded, report, withLayers) };
  } catch (error) {
    return { number, reason: reasonOf(error) };
  }
}
