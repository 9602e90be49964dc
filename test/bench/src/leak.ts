import type { Setting } from './measurement.ts';
import { residentMegabytes } from './observed.ts';
import { short } from './statistics.ts';
import type { Row } from './table.ts';
import { middleOf, Typist } from './typist.ts';
import { terraformText } from './workload.ts';

const EDITS = 10_000;
const EARLY = 2_000;

/** The memory of a server after many edits, opens and closes: no more than after the first fifth of them. */
export async function* measureLeak({ servers }: Setting): AsyncIterable<Row> {
  const typed = middleOf(terraformText(500, 'leak'));
  const [typist, idler] = [await Typist.start(servers.ours, typed), await Typist.start(servers.empty, typed)];
  let early = Number.NaN;
  for (let turn = 0; turn < EDITS; turn += 1) {
    for (const one of [typist, idler]) {
      one.stroke();
      if (turn % 20 === 0) one.reopen();
      if (turn % 10 === 0) await one.ask('diagnostic');
    }
    if (turn === EARLY) early = residentMegabytes(typist.client.process.pid);
  }
  await typist.ask('diagnostic');
  const late = residentMegabytes(typist.client.process.pid);
  const empty = residentMegabytes(idler.client.process.pid);
  for (const one of [typist, idler]) await one.stop();
  const ratio = late / early;
  const sizes = `${short(early)} MB to ${short(late)} MB, ${short(ratio)} ×; empty server ${short(empty)} MB`;
  yield {
    what: `resident after ${EDITS.toLocaleString('en')} edits and 500 opens and closes, against ${EARLY.toLocaleString('en')} edits`,
    figure: Number.isNaN(late) ? 'not known on this system' : sizes,
    target: '≤ 1.2 ×',
    holds: Number.isNaN(late) ? null : ratio <= 1.2,
  };
}
