import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root, startPackageProgram } from './steps.mjs';

const progress = join(root, 'scripts', 'progressReporter.mjs');

/** What vitest's JSON has in place of the message when a test or its set-up took too long. */
const NO_MESSAGE = 'STACK_TRACE_ERROR';
const TOO_LONG = 'it took too long';

/**
 * Runs the tests of a folder or file and resolves to their outcome: `{ suite, passed, failures, skipped, cost, again }`.
 * A run without a report counts as one failure, with its reason. `again` runs the files that failed once more, one after
 * the other, and resolves to the outcome of the whole suite with their new results; it is null where nothing may be
 * repeated. A suite that starts `processes` depends on how busy the machine is, so each of its files may; other suites
 * compute, so only what took too long may.
 */
export async function runVitestSuite({ suite, path, config, reports, processes, env = {} }) {
  const run = (name, words) => runVitest({ config, env, outputFile: join(reports, `${name}.json`), words });
  // Tests that start processes wait for them, so one file more than there are cores keeps all cores busy.
  const workers = processes ? [`--maxWorkers=${availableParallelism() + 1}`] : [];
  const first = await run(suite, [path, ...workers]);
  const files = (first.report?.testResults ?? []).filter((file) => mayRepeat(failuresOfFile(file), processes));
  const names = files.map(({ name }) => name);
  const repeatFiles = async () => {
    const second = await run(`${suite}-again`, [...names, '--no-file-parallelism']);
    return outcomeOf(suite, { ...second, report: merged(first.report, second.report, names) });
  };
  // An error outside of a test has no file.
  const repeatAll = async () => outcomeOf(suite, await run(`${suite}-again`, [path, '--no-file-parallelism']));
  const again = names.length > 0 ? repeatFiles : processes ? repeatAll : null;
  return { ...outcomeOf(suite, first), again };
}

function mayRepeat(failures, processes) {
  return failures.length > 0 && (processes || failures.every(({ error }) => error.includes(TOO_LONG)));
}

async function runVitest({ config, env, outputFile, words }) {
  rmSync(outputFile, { force: true });
  const reporters = ['--reporter=json', `--outputFile.json=${outputFile}`, `--reporter=${progress}`];
  const options = { env: { ...process.env, ...env } };
  const ended = await startPackageProgram('vitest', ['run', '--config', config, ...words, ...reporters], options);
  return { ...ended, report: existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : null };
}

/** The report of all files, with the second results of those that were run again; null where these have none. */
function merged(first, second, names) {
  const found = second?.testResults ?? [];
  if (!names.every((name) => found.some((file) => file.name === name))) return null;
  const kept = first.testResults.filter((file) => !names.includes(file.name));
  return { testResults: [...kept, ...found] };
}

function outcomeOf(suite, { status, cost, report }) {
  const ended = (error) => ({ title: `${suite} tests`, error });
  if (report === null)
    return {
      suite,
      passed: 0,
      skipped: 0,
      failures: [ended(`vitest ended with status ${status} and left no report`)],
      cost,
    };
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (wanted) => tests.filter((test) => wanted.includes(test.status)).length;
  const passed = count(['passed']);
  const failures = report.testResults.flatMap(failuresOfFile);
  if (failures.length === 0 && status !== 0) failures.push(ended(`vitest ended with status ${status}`));
  if (failures.length === 0 && passed === 0) failures.push(ended('no test was run'));
  return { suite, passed, failures, skipped: count(['pending', 'skipped', 'todo', 'disabled']), cost };
}

function failuresOfFile({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((result) => result.status === 'failed');
  const textOf = ({ failureMessages }) => failureMessages.join('\n').replaceAll(NO_MESSAGE, TOO_LONG);
  const tests = failed.map((test) => ({ title: test.fullName, error: textOf(test) }));
  // A file that could not even be loaded has no tests of its own that failed.
  return status === 'failed' && tests.length === 0 ? [{ title: name, error: message }] : tests;
}
