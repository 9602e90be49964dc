import { WireClient } from '../../wire/client.ts';
import type { Setting } from './measurement.ts';
import { residentMegabytes } from './observed.ts';
import { compare } from './statistics.ts';
import type { Row } from './table.ts';

const ROUNDS = 15;

/** From nothing to the answer to `initialize`, and the memory then, next to a server that does nothing. */
export async function* measureStart({ servers }: Setting): AsyncIterable<Row> {
  const times: number[][] = [[], []];
  const memory: number[][] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, command] of [servers.ours, servers.empty].entries()) {
      const start = performance.now();
      const client = new WireClient(command);
      await client.initialize('all');
      times[index]?.push(performance.now() - start);
      memory[index]?.push(residentMegabytes(client.process.pid));
      client.process.kill();
    }
  }
  const [ours = [], theirs = []] = times;
  const started = compare(ours, theirs, 'ms');
  yield {
    what: 'start to the answer to initialize, against an empty server',
    figure: started.figure,
    target: '≤ 1.3 ×',
    holds: started.ratio <= 1.3,
  };
  const resident = compare(memory[0] ?? [], memory[1] ?? [], 'MB');
  yield {
    what: 'resident after initialize, against an empty server',
    figure: resident.figure,
    target: '≤ 1.25 ×',
    holds: resident.ratio <= 1.25,
  };
}
