// Runs every suite and counts what ran. A suite that ends without a report counts as one failure, with its reason.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, root, runPackageProgram } from './steps.mjs';

const reports = join(root, 'dist', 'test-reports');

/** Suites that vitest runs, in a process each. */
const VITEST_SUITES = ['unit', 'grammar', 'wire'];

const outcomes = [];
const record = (suite, passed, failures, skipped = 0) => outcomes.push({ suite, passed, failures, skipped });

try {
  installPackages();
  const { buildAll } = await import('./build.mjs');
  await buildAll();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  for (const suite of VITEST_SUITES) runVitest(suite);
  await runEditor();
} catch (error) {
  record('preparation', 0, [{ title: 'installing and building', error: error.stack ?? String(error) }]);
}
finish();

function runVitest(suite) {
  const outputFile = join(reports, `${suite}.json`);
  const words = ['run', '--config', 'test/vitest.config.ts', `test/${suite}/`, '--reporter=json'];
  const status = runPackageProgram('vitest', [...words, `--outputFile.json=${outputFile}`]);
  if (!existsSync(outputFile)) {
    record(suite, 0, [{ title: `${suite} tests`, error: `vitest ended with status ${status} and left no report` }]);
    return;
  }
  const report = JSON.parse(readFileSync(outputFile, 'utf8'));
  const failures = report.testResults.flatMap(({ name, status: fileStatus, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === 'failed');
    const tests = failed.map(({ fullName, failureMessages }) => ({
      title: fullName,
      error: failureMessages.join('\n'),
    }));
    // A file that could not even be loaded has no tests of its own that failed.
    return fileStatus === 'failed' && tests.length === 0 ? [{ title: name, error: message }] : tests;
  });
  if (failures.length === 0 && status !== 0)
    failures.push({ title: `${suite} tests`, error: `vitest ended with status ${status}` });
  if (failures.length === 0 && report.numPassedTests === 0)
    failures.push({ title: `${suite} tests`, error: 'no test was run' });
  record(suite, report.numPassedTests, failures, report.numPendingTests);
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
