import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Evaluator } from '../../../server/src/evaluate/evaluate.ts';
import { PURE_FUNCTIONS } from '../../../server/src/evaluate/functions/functions.ts';
import { FUNCTIONS_WITH_RESULT_TYPE } from '../../../server/src/evaluate/functions/resultTypes.ts';
import { failureIn } from '../../../server/src/evaluate/values/partsOfValue.ts';
import { typeOf } from '../../../server/src/evaluate/values/types.ts';
import type { Type } from '../../../server/src/evaluate/values/value.ts';
import { attributeOf } from '../../../server/src/module/declarations/declarations.ts';
import { Module } from '../../../server/src/module/module.ts';
import { RecordingScope } from '../../../server/src/module/tracking/recordingScope.ts';
import { terraformVersion } from '../../corpus/evaluation/terraform.ts';
import { calledNames, typedExpressions } from '../../corpus/evaluation/typedExpressions.ts';
import { SURROUNDINGS, TypeJudge } from '../../corpus/evaluation/typesOfTerraform.ts';

/**
 * Terraform is the judge: what is not known before apply has the type that Terraform gives it, and no other than it
 * has with known values. `UPDATE_RECORDINGS=1` records the answers again.
 */
const RECORDING = new URL('../../corpus/evaluation/types.json', import.meta.url);
const expressions = typedExpressions();
const asked = [...new Set(expressions.flatMap(({ unknown, known }) => [unknown, known]))];

/** An object that is not known may be null, which adds nothing, so that the attributes stay open. */
const MAY_BE_NULL = new Set(['merge(local.o, local.o)', 'merge(local.o, {a="y",n=2})', 'merge({a="x",n=1}, local.o)']);

type Answers = Readonly<Record<string, string>>;

function recorded(): Answers {
  if (process.env['UPDATE_RECORDINGS'] !== undefined) {
    const types = TypeJudge.ask(asked);
    writeFileSync(RECORDING, `${JSON.stringify({ terraform: terraformVersion(), types }, null, 2)}\n`);
  }
  return (JSON.parse(readFileSync(RECORDING, 'utf8')) as { readonly types: Answers }).types;
}

const module = new Module();
module.setFile('surroundings.tf', SURROUNDINGS);

/** The type that we give; null when none is known. */
function ours(expression: string): string | null {
  module.setFile('main.tf', `thing "t" {\n  value = ${expression}\n}\n`);
  const [declaration] = module.blocks('thing.t');
  const attribute = declaration && attributeOf(declaration.block, 'value');
  if (declaration === undefined || attribute === undefined) throw new Error(`not read: ${expression}`);
  const value = new Evaluator(new RecordingScope(module)).evaluate({
    source: declaration.source,
    expression: attribute.value,
  });
  if (failureIn(value) !== undefined) return 'refused';
  const type = value.kind === 'unknown' ? (value.type ?? null) : typeOf(value);
  return type === null ? null : printed(type);
}

/** As `type()` prints it, without white space. */
function printed(type: Type): string {
  if ('element' in type) return `${type.kind}(${printed(type.element)})`;
  if (type.kind === 'tuple') return `tuple([${type.items.map((item) => `${printed(item)},`).join('')}])`;
  if (type.kind !== 'object') return type.kind;
  const attributes = [...type.attributes].sort(([one], [other]) => (one < other ? -1 : 1));
  return `object({${attributes.map(([name, attribute]) => `${name}:${printed(attribute.type)},`).join('')}})`;
}

/** True when a type is what the judge says; where the judge leaves it open, it may be any. */
function fits(type: string, judge: string): boolean {
  const pattern = judge
    .replaceAll(/[()[\]{}]/g, '\\$&')
    .replaceAll(',', ',?')
    .replaceAll('dynamic', '.*');
  return new RegExp(`^${pattern}$`).test(type.replaceAll(/,(?=[)\]}])/g, ''));
}

/** An open type may stand for the judge's. */
function mayBe(type: string, judge: string): boolean {
  return fits(judge, type) || fits(type, judge);
}

describe('a value that is not known before apply', () => {
  const answers = recorded();

  it('has the type that Terraform gives it', () => {
    const wrong = expressions.flatMap(({ unknown }) => {
      const judge = answers[unknown];
      if (judge === undefined) return [`${unknown}: no answer is recorded`];
      // What the type of a part decides is not kept, because that type is not known.
      const mayBeOpen = judge.includes('dynamic') || unknown.includes('local.d') || MAY_BE_NULL.has(unknown);
      const mine = ours(unknown);
      return (mine === null ? mayBeOpen : fits(mine, judge)) ? [] : [`${unknown}\n  ours:  ${mine}\n  judge: ${judge}`];
    });
    expect(wrong).toEqual([]);
  });

  it('has no other type than it has once it is known', () => {
    const wrong = expressions.flatMap(({ unknown, known }) => {
      const judge = answers[known];
      if (judge === undefined) return [`${known}: no answer is recorded`];
      const mine = ours(unknown);
      return mine === null || mayBe(mine, judge) ? [] : [`${unknown}\n  ours:  ${mine}\n  known: ${judge}`];
    });
    expect(wrong).toEqual([]);
  });

  it('is asked of every function that the evaluator has or knows the type of', () => {
    const names = [...PURE_FUNCTIONS.keys(), ...FUNCTIONS_WITH_RESULT_TYPE, 'try', 'can', 'jsonencode'];
    const called = calledNames();
    const unaskable = new Set(['templatestring', 'plantimestamp', 'rsadecrypt', 'templatefile', 'file', 'filebase64']);
    expect(names.filter((name) => !called.has(name) && !unaskable.has(name))).toEqual([]);
  });

  it('is judged by the terraform on PATH as it was recorded', (context) => {
    if (terraformVersion() === null) context.skip('there is no terraform binary on PATH');
    expect(TypeJudge.ask(asked)).toEqual(answers);
  }, 120_000);
});
