import type { ArgumentFact, BlockFact, BodyFact } from '../../../facts/provider/resourceSchema.ts';
import { attributesOf, blocksOf } from '../../../module/declarations/declarations.ts';
import { largestOf } from '../../../syntax/arrays.ts';
import type { Block } from '../../../syntax/tree/tree.ts';
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
import { candidatesFor, instanceKey } from '../repositories/ecrResources.ts';
import { byRelease } from './argumentReleases.ts';
import { expressionStart, numberStart } from './expressionStart.ts';
import { advisedFirst, BOOLEANS, fittingArguments, ruleAround, valuesInRule } from './fittingValues.ts';
import { nextDocumentPriority } from './nextDocumentPriority.ts';

/** The arguments and blocks that the body at the cursor may still have, required ones first. */
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
    insert: insertAt(point, slot, isComplete ? [fact.name] : blockSnippet(point, cursor.owner, fact)),
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
  { owner }: Pick<ArgumentNameCursor, 'owner'>,
  fact: ArgumentFact,
  rule: DocumentRule | null = null,
): Snippet {
  if (fact.role === 'lifecycle-policy') {
    return ['jsonencode(', ...ruleSnippet('policy', { spelling: HCL_SPELLING, isInline: false }, 1), ')'];
  }
  if (fact.role === 'repository-name') {
    return repositoryValue(point, owner);
  }
  if (fact.role === 'rule-priority') return [stop(String(nextDocumentPriority(owner)))];
  const values = fact.values && valuesInRule(rule, fact).map(({ value }) => value);
  switch (fact.type) {
    case 'string':
      return ['"', values === undefined ? stop() : choice(values), '"'];
    case 'boolean':
      return [choice(advisedFirst(fact.name, BOOLEANS).map(({ value }) => value))];
    case 'string-list':
    case 'string-set':
      return ['["', values === undefined ? stop() : choice(values), '"]'];
    case 'string-map':
      return ['{\n  ', stop(), '\n}'];
    case 'number':
      return numberStart(fact);
    case 'expression':
      return expressionStart(fact);
  }
}

/** A reference to the one repository that it can be, a choice among several, else an empty name. */
function repositoryValue(point: Point, owner: Block): Snippet {
  const candidates = candidatesFor(point.module, owner).map((one) => `${one.address}${instanceKey(one)}.name`);
  return candidates.length === 0 ? ['"', stop(), '"'] : [choice(candidates)];
}

function blockSnippet(point: Point, owner: Block, fact: BlockFact): Snippet {
  return [`${fact.name} {`, ...indented(requiredSnippet(point, owner, fact)), '\n}'];
}

/** The lines of a block with what it requires, each after a line end. */
export function requiredSnippet(point: Point, owner: Block, fact: BodyFact): Snippet {
  const required = fact.arguments.filter((argument) => argument.required);
  const width = largestOf(
    required.map(({ name }) => name.length),
    0,
  );
  const lines = required.flatMap((argument): Snippet => {
    return [`\n${argument.name.padEnd(width)} = `, ...argumentValue(point, { owner }, argument)];
  });
  const nested = fact.blocks.filter(({ isRequired }) => isRequired === true);
  // No blank line in between: an editor would fill it with indentation.
  const blocks = nested.flatMap((block): Snippet => ['\n', ...blockSnippet(point, owner, block)]);
  return lines.length + blocks.length === 0 ? ['\n', stop()] : [...lines, ...blocks];
}
