import { argv } from 'node:process';
import { processOutput } from './command/output.ts';
import { run } from './command/run.ts';
import { describeFailure } from './lsp/guard.ts';

const output = processOutput();

run(argv.slice(2), output).then(
  (status) => {
    if (status !== null) process.exitCode = status;
  },
  (error: unknown) => {
    output.error(`this is a defect of terraform-ecr: ${describeFailure(error)}`);
    process.exitCode = 2;
  },
);
