import { describe, expect, it } from 'vitest';
import type { BodyFact } from '../../../../server/src/facts/provider/resourceSchema.ts';
import { bodyFact, typesOfBlock } from '../../../../server/src/facts/provider/resources.ts';
import { messagesOnly } from '../../support/checkProblems.ts';

const TYPES = ['resource', 'data'].flatMap((block) =>
  typesOfBlock(block)
    .filter((fact) => fact.arguments.some(({ required }) => required))
    .map(({ type }) => ({ block, type })),
);

/** A block without arguments, with an empty one of each nested block. */
function emptyBlock(block: string, type: string): string {
  return `${block} "${type}" "x" {\n${emptyBlocks(bodyFact(block, type))}}\n`;
}

function emptyBlocks(fact: BodyFact | undefined): string {
  return (fact?.blocks ?? []).map((nested) => `${nested.name} {\n${emptyBlocks(nested)}}\n`).join('');
}

describe('what a missing argument is for', () => {
  it.each(TYPES)('is said in whole words, without markup: $block $type', ({ block, type }) => {
    const messages = messagesOnly('argument-missing', { 'main.tf': emptyBlock(block, type) });
    expect(messages.filter((message) => / {2}|`|\*\*|\(\)| [;,.]/.test(message))).toEqual([]);
  });

  it('keeps the characters that the words are about', () => {
    const text = emptyBlock('resource', 'aws_ecr_registry_scanning_configuration');
    expect(messagesOnly('argument-missing', { 'main.tf': text }).join('\n')).toContain('* matches any characters');
  });
});
