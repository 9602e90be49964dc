import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BodyFact } from '../../../../server/src/facts/provider/resourceSchema.ts';
import { typesOfBlock } from '../../../../server/src/facts/provider/resources.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { validateWithTerraform, whyNoTerraform } from '../../../terraform/judge.ts';
import type { StandIn } from '../../../terraform/standIn/standIn.ts';
import { startStandIn } from '../../../terraform/standIn/standIn.ts';
import { errorsOf } from '../../support/checkProblems.ts';
import { accept, itemsAt } from './cursor.ts';

/** A place in a block of ECR where completion is asked for. */
interface Asked {
  /** `resource aws_ecr_repository`, with the nested blocks and the argument around the cursor. */
  readonly where: string;
  readonly marked: string;
}

const TYPES = ['resource', 'data', 'ephemeral'].flatMap((blockType) =>
  typesOfBlock(blockType).map((fact) => ({ head: `${blockType} "${fact.type}"`, fact })),
);

/** A text with the block around a line of its body. */
function inside(head: string, path: readonly string[], line: string): string {
  const indent = (depth: number) => '  '.repeat(depth);
  const opened = path.map((name, depth) => `${indent(depth + 1)}${name} {\n`).join('');
  const closed = path.map((_, depth) => `${indent(path.length - depth)}}\n`).join('');
  return `${head} "x" {\n${opened}${indent(path.length + 1)}${line}\n${closed}}\n`;
}

function placesIn(head: string, fact: BodyFact, path: readonly string[] = []): readonly Asked[] {
  const where = [head, ...path].join(' > ');
  const values = fact.arguments.flatMap(({ name, type }) => {
    const isList = type === 'string-list' || type === 'string-set';
    const forms = isList ? [`${name} = [$0]`, `${name} = ["$0"]`] : [`${name} = $0`, `${name} = "$0"`];
    return forms.map((form) => ({ where: `${where} > ${form}`, marked: inside(head, path, form) }));
  });
  const nested = fact.blocks.flatMap((block) => placesIn(head, block, [...path, block.name]));
  return [{ where, marked: inside(head, path, '$0') }, ...values, ...nested];
}

const PLACES = TYPES.flatMap(({ head, fact }) => placesIn(head, fact));

/** What Terraform's language allows in any block and expression, where more is written after it. */
const LANGUAGE: ReadonlySet<string> = new Set([
  ...itemsAt('locals {\n  any = $0\n}\n').map(({ label }) => label),
  ...itemsAt('resource "aws_sqs_queue" "x" {\n  $0\n}\n').map(({ label }) => label),
]);

function labelsOf(marked: string): ReadonlySet<string> {
  const labels = itemsAt(marked).map(({ label }) => label);
  return new Set(labels.filter((label) => !LANGUAGE.has(label)));
}

/** The texts after each item of a place was accepted; those with a stop that is still to be filled are left out. */
function acceptedAt({ marked }: Asked): ReadonlyMap<string, string> {
  const labels = labelsOf(marked);
  const texts = [...labels].map((label): [string, string] => [label, accept(marked, label)]);
  return new Map(texts.filter(([, text]) => !text.includes('‸')));
}

/** A stop on a line of its own is for members that need not be there. */
function filled(text: string): string {
  return text.replaceAll(/^ *‸$/gm, '').replaceAll(/"‸"|‸/g, 'var.any');
}

/** The same with stops filled by what stands for any value. */
function namesAcceptedAt({ marked }: Asked): ReadonlyMap<string, string> {
  const labels = labelsOf(marked);
  return new Map([...labels].map((label) => [label, filled(accept(marked, label))]));
}

/** What every unfinished block lacks, which is no fault of what was accepted. */
const LACKING = /^(?:argument-missing|block-count: .*(?:needs|at least)|argument-conflict: .* needs one of)/;
/** The checks that judge what is written by the schema. */
const OF_SCHEMA = /^(?:argument|block|document|meta-argument|provider-version|syntax)/;
const LACKING_FOR_TERRAFORM =
  /^(?:Missing (?:required argument|Configuration for Required)|Insufficient|Invalid (?:combination of arguments|Attribute Combination)|Missing Attribute Configuration|Reference to undeclared input)/;

function mistakesOf(text: string): readonly string[] {
  return errorsOf(text, DEFAULT_PROBLEM_SETTINGS).filter((error) => OF_SCHEMA.test(error) && !LACKING.test(error));
}

describe('what completion writes is not refused', () => {
  it('at some hundred places of every type', () => {
    expect(new Set(TYPES.map(({ head }) => head)).size).toBe(24);
    expect(PLACES.length).toBeGreaterThan(250);
    const count = PLACES.flatMap((place) => [...acceptedAt(place).keys()]).length;
    expect(count).toBeGreaterThan(100);
  });

  it.each(PLACES)('by the checks: $where', (place) => {
    const refused = [...acceptedAt(place)].flatMap(([label, text]) =>
      mistakesOf(text).map((mistake) => `${label}: ${mistake}\n${text}`),
    );
    expect(refused.join('\n')).toBe('');
  });

  it.each(PLACES)('nor are the names that it writes: $where', (place) => {
    const any = 'variable "any" {}\n';
    const refused = [...namesAcceptedAt(place)].flatMap(([label, text]) =>
      mistakesOf(any + text).map((mistake) => `${label}: ${mistake}\n${text}`),
    );
    expect(refused.join('\n')).toBe('');
  });
});

describe('what completion writes', () => {
  let standIn: StandIn | null = null;
  let reason: string | null = null;

  beforeAll(async () => {
    reason = await whyNoTerraform();
    if (reason === null) standIn = await startStandIn();
  });
  afterAll(() => standIn?.close());

  it('is accepted by Terraform, whatever the blocks still lack', async (context) => {
    if (standIn === null) return context.skip(reason ?? 'there is no judge');
    const texts = PLACES.flatMap((place) => [...acceptedAt(place), ...namesAcceptedAt(place)].map(([, text]) => text));
    const isBlock = (text: string) => !/\b(?:each|count|self|provider)\b/.test(text);
    const blocks = [...new Set(texts)].filter(isBlock);
    const main = blocks.map((text, index) => text.replace('"x"', `"x${index}"`)).join('\n');
    const found = await validateWithTerraform(standIn, { 'main.tf': `variable "any" {}\n${main}` });
    const lines = main.split('\n');
    const refused = found
      .filter(({ severity, summary }) => severity === 'error' && !LACKING_FOR_TERRAFORM.test(summary))
      .map(({ summary, detail, lines: at }) => `${summary}: ${detail} ${lines[(at?.[0] ?? 1) - 2]}`);
    expect(refused.join('\n')).toBe('');
  });
});
