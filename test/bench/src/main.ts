import { resolve } from 'node:path';
import { argv } from 'node:process';
import { measureBlocks } from './blocks.ts';
import { measureChecking } from './checking.ts';
import { measureInstalled } from './installed.ts';
import { measureReading } from './reading.ts';
import type { Servers } from './serving.ts';
import { measureServing } from './serving.ts';
import { measureSimulation } from './simulating.ts';
import { measureSparse } from './sparse.ts';
import type { Row } from './table.ts';
import { printTable } from './table.ts';
import { measureTyping } from './typing.ts';

const [emptyServer = '', jsonServer = ''] = argv.slice(2);

const servers: Servers = {
  ours: [resolve('dist/terraform-ecr.cjs'), 'lsp', '--stdio'],
  empty: [emptyServer, '--stdio'],
  json: [jsonServer, '--stdio'],
};

const rows: Row[] = [
  ...(await measureServing(servers)),
  ...(await measureSparse(resolve('dist/terraform-ecr.cjs'), servers)),
  ...(await measureInstalled(resolve('dist/terraform-ecr.cjs'), servers)),
  ...(await measureTyping(servers)),
  ...(await measureBlocks(resolve('dist/terraform-ecr.cjs'), servers)),
  ...(await measureReading()),
  ...measureSimulation(),
  ...measureChecking(resolve('dist/terraform-ecr.cjs'), resolve('dist/terraform-ecr.vsix')),
];

console.log(printTable(rows));
