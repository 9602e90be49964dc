import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { argv, exit, version } from 'node:process';
import { MEASUREMENTS } from './measurements.ts';
import { HEADING, printRow } from './table.ts';

/** The script that builds asks with this word first whether the names are right. */
const ONLY_NAMES = '--only-names';

const [emptyServer = '', jsonServer = '', ...names] = argv.slice(2).filter((word) => word !== ONLY_NAMES);

const unknown = names.filter((name) => !MEASUREMENTS.some((measurement) => measurement.name === name));
if (unknown.length > 0) {
  const known = MEASUREMENTS.map(
    ({ name, about, isLong }) => `  ${name.padEnd(12)}${about}${isLong ? ' (only when named)' : ''}`,
  );
  console.error(`There is no measurement '${unknown.join("', '")}'. There are:\n${known.join('\n')}`);
  exit(2);
}
if (argv.includes(ONLY_NAMES)) exit(0);

const setting = {
  commandLine: resolve('dist/terraform-ecr.cjs'),
  vsix: resolve('dist/terraform-ecr.vsix'),
  servers: {
    ours: [resolve('dist/terraform-ecr.cjs'), 'lsp', '--stdio'],
    empty: [emptyServer, '--stdio'],
    json: [jsonServer, '--stdio'],
  },
};
const chosen = MEASUREMENTS.filter(({ name, isLong }) => (names.length > 0 ? names.includes(name) : isLong !== true));

console.log(`Node ${version}, load ${loadavg()[0]?.toFixed(1)} at the start\n\n${HEADING}`);
for (const { name, measure } of chosen) {
  const start = performance.now();
  for await (const row of measure(setting)) console.log(printRow(row));
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.error(`${name}: ${seconds} s, load ${loadavg()[0]?.toFixed(1)}`);
}
