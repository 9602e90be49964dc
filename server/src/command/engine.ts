import { argv } from 'node:process';
import { describeFailure } from '../lsp/guard.ts';
import { processOutput } from './output.ts';
import { run } from './run.ts';

export { serveFromDisk } from '../lsp/serveFromDisk.ts';

/** Runs the command that the process was started with. */
export function runProcess(): void {
  const output = processOutput();
  run(argv.slice(2), output).then(
    (status) => {
      // When output was lost, the exit status is already set.
      if (status !== null) process.exitCode = Math.max(Number(process.exitCode ?? 0), status);
    },
    (error: unknown) => {
      const [first = '', ...stack] = describeFailure(error).split('\n');
      output.error(`this is a defect of terraform-ecr: ${first}`, stack);
      process.exitCode = 2;
    },
  );
}
