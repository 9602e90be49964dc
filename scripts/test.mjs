// Runs the named suites, or all, and counts the results. A suite that ends without a report counts as one failure, with
// its reason. `--long` runs the unit suite's random searches completely instead of their share.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, root, startPackageProgram } from './steps.mjs';

const reports = join(root, 'dist', 'test-reports');
const progress = join(root, 'scripts', 'progressReporter.mjs');

/** Suites that vitest runs, in a process each. */
const VITEST_SUITES = ['unit', 'grammar', 'wire'];
const ALL_SUITES = [...VITEST_SUITES, 'editor'];

/** The suites that judge the built product: the wire suite starts the bundles, the editor installs the extension. */
const NEEDS_BUILD = ['wire', 'editor'];

const words = process.argv.slice(2);
const isLong = words.includes('--long');
const named = words.filter((word) => word !== '--long');
const unknown = named.filter((name) => !ALL_SUITES.includes(name));
if (unknown.length > 0) {
  console.error(`There is no suite '${unknown.join("', '")}'. The suites are ${ALL_SUITES.join(', ')}.`);
  process.exit(2);
}
const suites = named.length > 0 ? named : ALL_SUITES;
const outcomes = [];
const record = (suite, passed, failures, skipped = 0) => outcomes.push({ suite, passed, failures, skipped });

try {
  installPackages();
  if (suites.some((suite) => NEEDS_BUILD.includes(suite))) await build();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  // The editor mostly waits for a browser, so it runs in parallel with the suites that compute.
  await Promise.all([runVitestSuites(), suites.includes('editor') ? runEditor() : undefined]);
} catch (error) {
  record('preparation', 0, [{ title: 'installing and building', error: error.stack ?? String(error) }]);
}
finish();

async function build() {
  console.error('Building');
  const { buildAll } = await import('./build.mjs');
  await buildAll();
}

async function runVitestSuites() {
  for (const suite of VITEST_SUITES.filter((name) => suites.includes(name))) await runVitest(suite);
}

async function runVitest(suite) {
  console.error(`Running the ${suite} tests`);
  const outputFile = join(reports, `${suite}.json`);
  const options = ['run', '--config', 'test/vitest.config.ts', `test/${suite}/`];
  const reporters = ['--reporter=json', `--outputFile.json=${outputFile}`, `--reporter=${progress}`];
  const env = { ...process.env, ...(isLong ? { TERRAFORM_ECR_LONG_TESTS: '1' } : {}) };
  const status = await startPackageProgram('vitest', [...options, ...reporters], { env });
  if (!existsSync(outputFile)) {
    record(suite, 0, [{ title: `${suite} tests`, error: `vitest ended with status ${status} and left no report` }]);
    return;
  }
  const report = JSON.parse(readFileSync(outputFile, 'utf8'));
  const failures = failuresOf(report);
  if (failures.length === 0 && status !== 0)
    failures.push({ title: `${suite} tests`, error: `vitest ended with status ${status}` });
  if (failures.length === 0 && report.numPassedTests === 0)
    failures.push({ title: `${suite} tests`, error: 'no test was run' });
  record(suite, report.numPassedTests, failures, report.numPendingTests);
}

function failuresOf(report) {
  return report.testResults.flatMap(({ name, status: fileStatus, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed');
    const tests = failed.map(({ fullName, failureMessages }) => ({
      title: fullName,
      error: failureMessages.join('\n'),
    }));
    // A file that could not even be loaded has no tests of its own that failed.
    return fileStatus === 'failed' && tests.length === 0 ? [{ title: name, error: message }] : tests;
  });
}

async function runEditor() {
  try {
    const { runEditorTests } = await import('./editorTests.mjs');
    for (const { suite, passed, failures } of await runEditorTests()) record(`editor, ${suite}`, passed, failures);
  } catch (error) {
    record('editor', 0, [{ title: 'editor tests', error: error.stack ?? String(error) }]);
  }
}

function finish() {
  const failures = outcomes.flatMap((outcome) =>
    outcome.failures.map((failure) => ({ ...failure, suite: outcome.suite })),
  );
  for (const { suite, title, error } of failures) console.log(`\nFAILED (${suite}) ${title}\n${error}`);
  console.log('');
  for (const { suite, passed, failures: failed, skipped } of outcomes) {
    console.log(`${suite}: ${passed} passed, ${failed.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  console.log(`\n${passed} passed, ${failures.length} failed`);
  process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1;
}
