import { argv } from 'node:process';
import { processOutput } from './command/output.ts';
import { run } from './command/run.ts';
import { describeFailure } from './lsp/guard.ts';

const output = processOutput();

run(argv.slice(2), output).then(
  (status) => {
    // Lost output has already set its own exit status.
    if (status !== null) process.exitCode = Math.max(Number(process.exitCode ?? 0), status);
  },
  (error: unknown) => {
    const [first = '', ...stack] = describeFailure(error).split('\n');
    output.error(`this is a defect of terraform-ecr: ${first}`, stack);
    process.exitCode = 2;
  },
);
