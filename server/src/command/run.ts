import { version } from '../../../package.json';
import { serveStdio } from '../lsp/stdioServer.ts';
import { runCheck } from './check/runCheck.ts';
import { readImportOptions } from './import/importOptions.ts';
import { runImport } from './import/runImport.ts';
import { runRules } from './listRules.ts';
import { readCheckOptions, readRenderOptions, readRulesOptions, readSource } from './options.ts';
import type { Output } from './output.ts';
import { runExplain } from './policy/runExplain.ts';
import { runRender } from './policy/runRender.ts';
import { readReviewOptions } from './review/reviewOptions.ts';
import { runReview } from './review/runReview.ts';
import { readListOptions, runList } from './runList.ts';
import { runSimulate } from './simulate/runSimulate.ts';
import { readSimulateOptions } from './simulate/simulateOptions.ts';
import { HELP, UsageError } from './usage.ts';

/** Runs the command line; answers the exit status, or null when a server now lives on. */
export async function run(words: readonly string[], output: Output): Promise<number | null> {
  try {
    return await dispatch(words, output);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    output.error(error.message, error.details);
    return 2;
  }
}

async function dispatch([command, ...words]: readonly string[], output: Output): Promise<number | null> {
  if (command === undefined || command === '--help' || command === '-h' || command === 'help') {
    output.print(HELP[''] ?? '');
    return command === undefined ? 2 : 0;
  }
  if (command === '--version') {
    output.print(version);
    return 0;
  }
  const help = Object.hasOwn(HELP, command) ? HELP[command] : undefined;
  if (help !== undefined && (words.includes('--help') || words.includes('-h'))) {
    output.print(help);
    return 0;
  }
  switch (command) {
    case 'check':
      return runCheck(readCheckOptions(words), output);
    case 'render':
      return runRender(readRenderOptions(words), output);
    case 'explain':
      return runExplain(readSource('explain', words), output);
    case 'simulate':
      return runSimulate(readSimulateOptions(words), output);
    case 'review':
      return runReview(readReviewOptions(words), output);
    case 'import':
      return runImport(readImportOptions(words), output);
    case 'list':
      return runList(readListOptions(words), output);
    case 'rules':
      return runRules(readRulesOptions(words), output);
    case 'lsp':
      if (words.length !== 1 || words[0] !== '--stdio') throw new UsageError('lsp takes --stdio and nothing else');
      serveStdio();
      return null;
    default:
      throw new UsageError(`there is no command '${command}'; 'terraform-ecr --help' lists them`);
  }
}
