import type { ArgumentFact, BlockFact } from '../../../facts/provider/resourceSchema.ts';
import { attributesOf, blocksOf } from '../../../module/declarations/declarations.ts';
import { largestOf } from '../../../syntax/arrays.ts';
import type { ArgumentNameCursor } from '../../cursor/block/blockCursor.ts';
import type { Point } from '../../cursor/point.ts';
import { HCL_SPELLING } from '../../cursor/policy/cursorSpelling.ts';
import type { DocumentRule } from '../../cursor/policy/documentRule.ts';
import { describeArgument, describeBlock, summary } from '../../hover/describe.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertAt } from '../items/slots.ts';
import type { Snippet } from '../items/snippet.ts';
import { choice, indented, stop } from '../items/snippet.ts';
import { ruleSnippet } from '../policy/policySnippets.ts';
import { instanceKey, repositoriesFor } from '../repositories/ecrResources.ts';
import { byRelease } from './argumentReleases.ts';
import { fittingArguments, ruleAround, valuesInRule } from './fittingValues.ts';
import { nextDocumentPriority } from './nextDocumentPriority.ts';

/** The arguments and blocks that the body at the cursor may still take, required ones first. */
export function argumentNameItems(point: Point, cursor: ArgumentNameCursor): Draft[] {
  const { schema, body, slot, isComplete } = cursor;
  const others = <Item extends { start: number }>(items: readonly Item[]) =>
    items.filter(({ start }) => start !== slot.start);
  const present = new Set(others(attributesOf(body)).map(({ name }) => name.text));
  const count = (name: string) => others(blocksOf(body)).filter((block) => block.type.text === name).length;
  const rule = ruleAround(point, cursor);
  const free = schema.arguments.filter(({ name }) => !present.has(name));
  const blocks = schema.blocks.filter(({ name, maximum }) => maximum === null || count(name) < maximum);
  const argument = (fact: ArgumentFact): Draft => ({
    label: fact.name,
    kind: 'argument',
    detail: summary(fact),
    documentation: describeArgument(fact),
    insert: insertAt(point, slot, isComplete ? [fact.name] : argumentSnippet(point, cursor, fact, rule)),
  });
  const block = (fact: BlockFact): Draft => ({
    label: fact.name,
    kind: 'block',
    detail: 'block',
    documentation: describeBlock(fact),
    insert: insertAt(point, slot, isComplete ? [fact.name] : blockSnippet(point, cursor, fact)),
  });
  return byRelease(point, cursor.owner, [
    ...fittingArguments(rule, slot, free).map((fact) => ({ draft: argument(fact), since: fact.since })),
    ...blocks.map((fact) => ({ draft: block(fact), since: fact.since })),
  ]);
}

function argumentSnippet(
  point: Point,
  cursor: ArgumentNameCursor,
  fact: ArgumentFact,
  rule: DocumentRule | null,
): Snippet {
  return [`${fact.name} = `, ...argumentValue(point, cursor, fact, rule)];
}

function argumentValue(
  point: Point,
  { owner }: ArgumentNameCursor,
  fact: ArgumentFact,
  rule: DocumentRule | null = null,
): Snippet {
  if (fact.role === 'lifecycle-policy') {
    return ['jsonencode(', ...ruleSnippet('policy', { spelling: HCL_SPELLING, isInline: false }, 1), ')'];
  }
  if (fact.role === 'repository-name') {
    const [repository] = repositoriesFor(point.module, owner);
    return [stop(repository === undefined ? '' : `${repository.address}${instanceKey(repository)}.name`)];
  }
  if (fact.role === 'rule-priority') return [stop(String(nextDocumentPriority(owner)))];
  const values = fact.values && valuesInRule(rule, fact).map(({ value }) => value);
  switch (fact.type) {
    case 'string':
      return ['"', values === undefined ? stop() : choice(values), '"'];
    case 'boolean':
      return [choice(['true', 'false'])];
    case 'string-list':
    case 'string-set':
      return ['["', values === undefined ? stop() : choice(values), '"]'];
    case 'string-map':
      return ['{\n  ', stop(), '\n}'];
    case 'number':
    case 'expression':
      return [stop()];
  }
}

function blockSnippet(point: Point, cursor: ArgumentNameCursor, fact: BlockFact): Snippet {
  const required = fact.arguments.filter((argument) => argument.required);
  const width = largestOf(
    required.map(({ name }) => name.length),
    0,
  );
  const lines = required.flatMap((argument): Snippet => {
    return [`\n${argument.name.padEnd(width)} = `, ...argumentValue(point, cursor, argument)];
  });
  const nested = fact.blocks.filter(({ isRequired }) => isRequired === true);
  // No blank line between: an editor would fill it with the indentation.
  const blocks = nested.flatMap((block): Snippet => ['\n', ...blockSnippet(point, cursor, block)]);
  const content = lines.length + blocks.length === 0 ? ['\n', stop()] : [...lines, ...blocks];
  return [`${fact.name} {`, ...indented(content), '\n}'];
}
