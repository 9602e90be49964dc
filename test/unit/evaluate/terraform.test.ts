import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Evaluator } from '../../../server/src/evaluate/evaluate.ts';
import { failureIn } from '../../../server/src/evaluate/values/partsOfValue.ts';
import { renderString } from '../../../server/src/evaluate/values/renderValue.ts';
import { attributeOf } from '../../../server/src/module/declarations/declarations.ts';
import { Module } from '../../../server/src/module/module.ts';
import { RecordingScope } from '../../../server/src/module/tracking/recordingScope.ts';
import { randomCalls } from '../../corpus/evaluation/randomCalls.ts';
import { randomExpressions } from '../../corpus/evaluation/randomExpressions.ts';
import { randomKinds } from '../../corpus/evaluation/randomKinds.ts';
import { evaluateWithTerraform, SURROUNDINGS, terraformVersion } from '../../corpus/evaluation/terraform.ts';
import { hasTurn } from '../support/longTests.ts';

/**
 * Terraform is the judge: every answered expression is byte for byte Terraform's. Its answers are recorded; with a
 * `terraform` binary on PATH they are asked for again. `UPDATE_RECORDINGS=1` records them again.
 */
const CORPUS = new URL('../../corpus/evaluation/', import.meta.url);
const RECORDING = new URL('answers.json', CORPUS);
const RANDOM_COUNT = 300;
const CALL_COUNT = 500;
const KIND_COUNT = 200;

/** One expression per line; `\n` in a line with a heredoc is a line break. */
const written = readFileSync(new URL('expressions.txt', CORPUS), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (line.includes('<<') ? line.replaceAll('\\n', '\n') : line));
const random = [
  ...randomExpressions(20_261_123, RANDOM_COUNT),
  ...randomCalls(20_261_130, CALL_COUNT),
  ...randomKinds(20_261_201, KIND_COUNT),
];
const expressions = [...written, ...random];

interface Recording {
  readonly terraform: string;
  readonly answers: Readonly<Record<string, string | null>>;
}

type Answer = { readonly text: string } | 'failed' | 'unknown';

const known = new Map<string, Answer>();

/** Our answer to an expression, computed once for all tests. */
function ours(expression: string): Answer {
  const answer = known.get(expression) ?? answerTo(expression);
  known.set(expression, answer);
  return answer;
}

const module = new Module();
module.setFile('surroundings.tf', SURROUNDINGS);

function answerTo(expression: string): Answer {
  module.setFile('main.tf', `thing "t" {\n  value = ${expression}\n}\n`);
  const [declaration] = module.blocks('thing.t');
  const attribute = declaration && attributeOf(declaration.block, 'value');
  if (declaration === undefined || attribute === undefined) throw new Error(`not read: ${expression}`);
  const evaluator = new Evaluator(new RecordingScope(module), { assumeDefaults: true });
  const value = evaluator.evaluate({ source: declaration.source, expression: attribute.value });
  if (failureIn(value) !== undefined) return 'failed';
  const text = renderString(value);
  return text === null ? 'unknown' : { text };
}

function disagreements(answers: Recording['answers'], asked = expressions): string[] {
  return asked.flatMap((expression) => {
    const theirs = answers[expression];
    if (theirs === undefined) return [`${expression}: no answer is recorded`];
    const answer = ours(expression);
    if (answer === 'unknown') return [];
    const [mine, judge] = [answer === 'failed' ? 'refused' : answer.text, theirs ?? 'refused'];
    return mine === judge ? [] : [`${expression}\n  ours:  ${mine}\n  judge: ${judge}`];
  });
}

describe('expressions, against Terraform', () => {
  it('are answered as Terraform answered', () => {
    if (process.env['UPDATE_RECORDINGS'] !== undefined) {
      const answers = evaluateWithTerraform(expressions);
      const recording: Recording = {
        terraform: terraformVersion() ?? '',
        answers: Object.fromEntries(expressions.map((expression, index) => [expression, answers[index] ?? null])),
      };
      writeFileSync(RECORDING, `${JSON.stringify(recording, null, 2)}\n`);
    }
    const { answers } = JSON.parse(readFileSync(RECORDING, 'utf8')) as Recording;
    expect(disagreements(answers)).toEqual([]);
  });

  it('are answered as the terraform on PATH answers', (context) => {
    if (terraformVersion() === null) context.skip('there is no terraform binary on PATH');
    const asked = expressions.filter((_, index) => hasTurn(index, 4));
    const answers = evaluateWithTerraform(asked);
    const recorded = Object.fromEntries(asked.map((one, index) => [one, answers[index] ?? null]));
    expect(disagreements(recorded, asked)).toEqual([]);
  });

  it('are answered at all: 95 % of those written by hand', () => {
    const unknown = written.filter((expression) => ours(expression) === 'unknown');
    const share = (100 * unknown.length) / written.length;
    console.info(`${unknown.length} of ${written.length} written expressions are not answered (${share.toFixed(1)} %)`);
    const unknownRandom = random.filter((expression) => ours(expression) === 'unknown').length;
    console.info(`${unknownRandom} of ${random.length} random expressions are not answered`);
    expect(unknown.length).toBeLessThanOrEqual(written.length * 0.05);
  });
});
