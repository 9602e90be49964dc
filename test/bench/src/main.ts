import { resolve } from 'node:path';
import { argv } from 'node:process';
import { measureChecking } from './checking.ts';
import { measureReading } from './reading.ts';
import { measureServing } from './serving.ts';
import { measureSimulation } from './simulating.ts';
import type { Row } from './table.ts';
import { printTable } from './table.ts';

const [emptyServer = '', jsonServer = ''] = argv.slice(2);

const rows: Row[] = [
  ...(await measureServing({
    ours: [resolve('dist/terraform-ecr.cjs'), 'lsp', '--stdio'],
    empty: [emptyServer, '--stdio'],
    json: [jsonServer, '--stdio'],
  })),
  ...(await measureReading()),
  ...measureSimulation(),
  ...measureChecking(resolve('dist/terraform-ecr.cjs'), resolve('dist/terraform-ecr.vsix')),
];

console.log(printTable(rows));
