import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../../../server/src/ecr/documents/renderDocument.ts';
import { printAsBlocks } from '../../../../server/src/ecr/documents/spelling/blocks/printSource.ts';
import { writtenInBlocks } from '../../../../server/src/ecr/documents/spelling/blocks/readSource.ts';
import { printAsHcl } from '../../../../server/src/ecr/documents/spelling/hcl/printSource.ts';
import { writtenInHcl } from '../../../../server/src/ecr/documents/spelling/hcl/readSource.ts';
import { Evaluator } from '../../../../server/src/evaluate/evaluate.ts';
import { attributeOf } from '../../../../server/src/module/declarations/declarations.ts';
import { RecordingScope } from '../../../../server/src/module/tracking/recordingScope.ts';
import { blockIn, moduleOf, openToy, toyIn, toyOfBlocks, toyResource } from '../../support/toyDocument.ts';
import { TOY } from '../../support/toyVocabulary.ts';

const DATA = 'data.aws_ecr_toy_document.d';

/** The blocks for the argument of a `jsonencode`, or the reason why there are none. */
function asBlocks(hcl: string): string {
  const module = moduleOf(toyResource(`jsonencode(${hcl})`));
  const { block, source } = blockIn(module, 'aws_ecr_repository_policy.p');
  const value = attributeOf(block, 'policy')?.value;
  const argument = value?.kind === 'FunctionCall' ? value.arguments[0] : undefined;
  if (argument === undefined) throw new Error('the policy is encoded');
  const reading = writtenInHcl(source, argument);
  if ('refusal' in reading) return reading.refusal;
  const evaluator = new Evaluator(new RecordingScope(module));
  const printed = printAsBlocks(reading.written, 'd', TOY, (expression) => evaluator.evaluate({ source, expression }));
  return 'refusal' in printed ? printed.refusal : printed.text;
}

/** The HCL for blocks, or the reason why there is none. */
function asHcl(body: string): string {
  const module = moduleOf(toyOfBlocks(body));
  const { block, source } = blockIn(module, DATA);
  const evaluator = new Evaluator(new RecordingScope(module));
  const reading = writtenInBlocks(source, block, TOY, (expression) => evaluator.evaluate({ source, expression }));
  return 'refusal' in reading ? reading.refusal : printAsHcl(reading.written);
}

/** Written in every toy here, so that the data source adds nothing. */
const REST = 'Colour = "red", Wheels = [{ Size = 1 }], Maker = { Name = "Ann" }';
const REST_BLOCKS = 'colour = "red"\nwheel {\n  size = 1\n}\nmaker {\n  name = "Ann"\n}\n';

const MAPS: readonly (readonly [string, string])[] = [
  ['one key', 'Labels = { left = "a" }'],
  ['several keys', 'Labels = { left = "a", right = ["b", "c"], top = ["d", "e"] }'],
  ['keys that need quotes', 'Labels = { "aws:left" = "a", "1" = "b" }'],
  ['keys with a dollar', 'Labels = { "$${left}" = "a" }'],
  ['a word', 'Labels = "*"'],
  ['an object that looks like the word', 'Labels = { "*" = "a" }'],
  ['keys in keys', 'Charms = { star = { left = "a", right = ["b", "c"] } }'],
  ['several keys in keys', 'Charms = { star = { left = "a" }, moon = { left = "b", right = "c" } }'],
  ['both', 'Labels = { left = "a" }, Charms = { star = { left = ["a", "b"] } }'],
];

describe('blocks that become one object', () => {
  it.each(MAPS)('are written for %s', (_, members) => {
    const hcl = `{ ${REST}, ${members} }`;
    const blocks = asBlocks(hcl);
    expect(toyIn(`${blocks}\n${toyResource(`${DATA}.json`)}`)).toEqual(toyIn(toyResource(`jsonencode(${hcl})`)));
  });

  it.each(MAPS)('are read back: %s', (_, members) => {
    const blocks = asBlocks(`{ ${REST}, ${members} }`);
    const body = blocks.slice(blocks.indexOf('{\n') + 2, blocks.lastIndexOf('}'));
    expect(toyIn(toyResource(`jsonencode(${asHcl(body)})`))).toEqual(
      toyIn(toyResource(`jsonencode({ ${REST}, ${members} })`)),
    );
  });

  it('keep the comments', () => {
    const hcl = `{ ${REST}
      # all labels
      Labels = {
        # on the left
        left = "a" # small
        right = "b"
        # no more
      } # stuck
    }`;
    const blocks = asBlocks(hcl);
    const order = ['# all labels', '# on the left', '"left"', '# small', '# no more', '"right"', '# stuck'];
    expect(order.map((words) => blocks.indexOf(words))).toEqual(
      order.map((words) => blocks.indexOf(words)).sort((one, other) => one - other),
    );
    expect(order.filter((words) => !blocks.includes(words))).toEqual([]);
    const body = blocks.slice(blocks.indexOf('{\n') + 2, blocks.lastIndexOf('}'));
    const back = asHcl(body);
    expect(['# all labels', '# on the left', '# small', '# stuck'].filter((words) => !back.includes(words))).toEqual(
      [],
    );
  });

  it('keep references', () => {
    expect(asBlocks(`{ ${REST}, Labels = { left = ["a", var.x] } }`)).toContain('words = ["a", var.x]');
    expect(asHcl(`${REST_BLOCKS}label {\n  side  = "left"\n  words = ["a", "b-\${var.x}"]\n}`)).toContain(
      'left = ["a", "b-${var.x}"]',
    );
  });

  it.each([
    ['an empty object', 'Labels = {}', 'Labels has an empty object, which the data source leaves out.'],
    ['an empty list', 'Labels = { left = [] }', 'Labels is an empty list, which the data source leaves out.'],
    ['a computed object', 'Labels = var.x', 'A part of Labels is computed, so it cannot become blocks.'],
    ['too little depth', 'Charms = { star = "a" }', 'A part of Charms is computed, so it cannot become blocks.'],
    ['too much depth', 'Labels = { left = { x = "a" } }', 'The value of Labels is an object.'],
    ['a number', 'Labels = { left = 1 }', 'The value of Labels is not of the type that it must have.'],
  ])('are not written for %s', (_, members, refusal) => {
    expect(asBlocks(`{ ${REST}, ${members} }`)).toBe(refusal);
  });

  it.each([
    [
      'the same key twice',
      'label {\n  side = "a"\n  words = ["x"]\n}\nlabel {\n  side = "a"\n  words = ["y"]\n}',
      'Two blocks label give the same key.',
    ],
    [
      'a computed key',
      'label {\n  side = var.x\n  words = ["x"]\n}',
      'A block label has keys or values that are not written out.',
    ],
    ['no value', 'label {\n  side = "a"\n}', 'A block label has keys or values that are not written out.'],
    [
      'a value that is not known',
      'label {\n  side = "a"\n  words = var.x\n}',
      'Labels may be null or empty, which the data source leaves out.',
    ],
    [
      'an empty value',
      'label {\n  side = "a"\n  words = []\n}',
      'Labels may be null or empty, which the data source leaves out.',
    ],
    [
      'a comment inside',
      'label {\n  side = "a" # x\n  words = ["x"]\n}',
      'There are comments where they would be lost.',
    ],
  ])('are not read with %s', (_, blocks, refusal) => {
    expect(asHcl(`${REST_BLOCKS}${blocks}`)).toBe(refusal);
  });
});

describe('the JSON of a document that only a test knows', () => {
  const render = (text: string) => {
    const { toy } = openToy(text);
    return renderDocument({ value: toy.value, root: toy.spelling.root, words: toy.spelling.words });
  };

  it.each([
    ['jsonencode', toyResource('jsonencode({ Colour = "red" })'), '{"Colour":"red"}'],
    ['a heredoc', toyResource('<<-EOF\n{ "Colour": "red" }\nEOF'), '{"Colour":"red"}'],
    [
      'blocks',
      toyOfBlocks(`${REST_BLOCKS}label {\n  side = "left"\n  words = ["a"]\n}`),
      '{"Colour":"red","Wheels":[{"Size":1}],"Maker":{"Name":"Ann"},"Labels":{"left":"a"}}',
    ],
  ])('is rendered from %s', (_, text, expected) => {
    expect(render(text)).toEqual({ kind: 'text', text: expected });
  });

  it('is not rendered where a part is not known', () => {
    expect(render(toyResource('jsonencode({ Colour = var.x })')).kind).toBe('unknown');
  });
});
