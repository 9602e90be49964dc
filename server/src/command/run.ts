import { version } from '../../../package.json';
import { nearestName } from '../ecr/nearestName.ts';
import { serveFromDisk } from '../lsp/serveFromDisk.ts';
import { serveStdio } from '../lsp/stdioServer.ts';
import { runCheck } from './check/runCheck.ts';
import { takeColour } from './colour.ts';
import { readImportOptions } from './import/importOptions.ts';
import { runImport } from './import/runImport.ts';
import { runInit } from './init/runInit.ts';
import { runRules } from './listRules.ts';
import { runNew } from './new/runNew.ts';
import { readCheckOptions, readRenderOptions, readRulesOptions, readSource } from './options.ts';
import type { Output } from './output.ts';
import { runExplain } from './policy/runExplain.ts';
import { runRender } from './policy/runRender.ts';
import { readReviewOptions } from './review/reviewOptions.ts';
import { runReview } from './review/runReview.ts';
import { runCompletion } from './runCompletion.ts';
import { readListOptions, runList } from './runList.ts';
import { runMcp } from './runMcp.ts';
import { runSimulate } from './simulate/runSimulate.ts';
import { readSimulateOptions } from './simulate/simulateOptions.ts';
import { COMMANDS, LSP } from './table/commands.ts';
import { helpOf, programHelp } from './table/help.ts';
import { parse } from './table/parseWords.ts';
import { EXPLAIN } from './table/policyCommands.ts';
import { UsageError } from './usage.ts';

/** Runs the command line; returns the exit status, or null when a server keeps running. */
export async function run(words: readonly string[], output: Output): Promise<number | null> {
  try {
    const { rest, hasColours } = takeColour(words, output.hasColours);
    return await dispatch(rest, { ...output, hasColours });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    output.error(error.message, error.details);
    return 2;
  }
}

async function dispatch([name, ...words]: readonly string[], output: Output): Promise<number | null> {
  if (name === undefined || isHelp(name)) {
    output.print(helpFor(name === 'help' ? words[0] : undefined, output));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    output.print(version);
    return 0;
  }
  const command = commandNamed(name);
  if (words.includes('--help') || words.includes('-h')) {
    output.print(helpOf(command, output.hasColours));
    return 0;
  }
  return runCommand(name, words, output);
}

function isHelp(word: string): boolean {
  return word === '--help' || word === '-h' || word === 'help';
}

function helpFor(name: string | undefined, { hasColours }: Output): string {
  return name === undefined ? programHelp(hasColours) : helpOf(commandNamed(name), hasColours);
}

function commandNamed(name: string) {
  const found = COMMANDS.find((command) => command.name === name);
  if (found !== undefined) return found;
  const near = nearestName(
    name,
    COMMANDS.map((command) => command.name),
  );
  const hint = near === undefined ? "'terraform-ecr --help' lists them" : `did you mean '${near}'?`;
  throw new UsageError(`there is no ${name.startsWith('-') ? 'option' : 'command'} '${name}'; ${hint}`);
}

async function runCommand(name: string, words: readonly string[], output: Output): Promise<number | null> {
  switch (name) {
    case 'check':
      return runCheck(readCheckOptions(words), output);
    case 'render':
      return runRender(readRenderOptions(words), output);
    case 'explain':
      return runExplain(readSource(EXPLAIN, words), output);
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
    case 'completion':
      return runCompletion(words, output);
    case 'new':
      return runNew(words, output);
    case 'init':
      return runInit(words, output);
    case 'mcp':
      return runMcp(words);
    case 'lsp':
      return runServer(words);
    default:
      throw new RangeError(`the command ${name} is described but never run`);
  }
}

function runServer(words: readonly string[]): null {
  const { values, positionals } = parse(words, LSP);
  if (values['stdio'] !== true || positionals.length > 0) throw new UsageError('lsp takes --stdio and nothing else');
  serveStdio(serveFromDisk);
  return null;
}
