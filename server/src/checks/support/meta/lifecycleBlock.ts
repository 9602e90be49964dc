import { nearestName } from '../../../ecr/nearestName.ts';
import { isDeclaredAt, namedBlock } from '../../../ecr/references/namedBlock.ts';
import { isUnfinished } from '../../../ecr/references/reference.ts';
import { referencesInExpression } from '../../../ecr/references/referencesIn.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import { convert } from '../../../evaluate/values/convert.ts';
import { BOOL } from '../../../evaluate/values/types.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf, attributesOf, blocksOf } from '../../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { isOfTofu } from '../../../module/versions/engine.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Attribute, Block, Expression, Node, Range } from '../../../syntax/tree/tree.ts';
import { childrenOf } from '../../../syntax/tree/walkTree.ts';
import type { Finding } from '../../check.ts';
import { ignoreChangesFindings } from './ignoreChanges.ts';

/** What only resources accept. */
const OF_RESOURCES: readonly string[] = [
  'create_before_destroy',
  'prevent_destroy',
  'ignore_changes',
  'replace_triggered_by',
];
/** What newer releases of Terraform, or OpenTofu, accept as well. */
const OF_OTHERS: readonly string[] = ['destroy', 'enabled'];
const BLOCKS: readonly string[] = ['precondition', 'postcondition', 'action_trigger'];
const CONDITION_ARGUMENTS: readonly string[] = ['condition', 'error_message'];

/** Mistakes in `lifecycle`. */
export function* lifecycleFindings(declaration: BlockDeclaration, scope: RecordingScope): Iterable<Finding> {
  const { block, source } = declaration;
  const [first, ...others] = blocksOf(block.body).filter(({ type }) => type.text === 'lifecycle');
  if (first === undefined) return;
  for (const later of others) {
    yield {
      ...told(
        source,
        later.type,
        'A block has one lifecycle block; Terraform stops with "Duplicate lifecycle block". Put all of it into one.',
      ),
      related: [{ place: placeOf(source, first.type), message: 'The other one is here.' }],
    };
  }
  for (const lifecycle of [first, ...others]) {
    for (const item of lifecycle.body.items) {
      if (item.kind === 'Attribute') yield* argumentFindings(item, declaration, scope);
      else if (!BLOCKS.includes(item.type.text)) yield unknownBlock(item, source);
      else if (item.type.text !== 'action_trigger') yield* conditionFindings(item, source);
    }
  }
}

/** What is reported about the assertions of a `check` block. */
export function* assertionFindings({ block, source }: BlockDeclaration): Iterable<Finding> {
  for (const inner of blocksOf(block.body)) {
    if (inner.type.text === 'assert' && !inner.damaged) yield* conditionFindings(inner, source);
  }
}

function told(source: PieceInFile, range: Range, message: string): Finding {
  return { place: placeOf(source, range), message, isOfValidate: true };
}

function unknownBlock({ type }: Block, source: PieceInFile): Finding {
  const near = nearestName(type.text, BLOCKS);
  const isArgument = [...OF_RESOURCES, ...OF_OTHERS].includes(type.text);
  const advice = isArgument ? `It is an argument: ${type.text} = …` : near === undefined ? '' : `It is called ${near}.`;
  return told(
    source,
    type,
    `lifecycle has no block "${type.text}"; Terraform stops with "Unsupported block type". ${advice}`.trimEnd(),
  );
}

function* argumentFindings(item: Attribute, declaration: BlockDeclaration, scope: RecordingScope): Iterable<Finding> {
  const { source, type } = declaration;
  const name = item.name.text;
  // In JSON, blocks look like arguments.
  if (OF_OTHERS.includes(name) || BLOCKS.includes(name) || name === '//') return;
  if (!OF_RESOURCES.includes(name)) {
    yield unknownArgument(item, source);
  } else if (type !== 'resource') {
    yield told(
      source,
      item.name,
      `${name} is only for resources; Terraform stops with "Invalid data resource lifecycle argument". Remove it.`,
    );
  } else if (name === 'ignore_changes') {
    yield* ignoreChangesFindings(item.value, declaration);
  } else if (name === 'replace_triggered_by') {
    yield* triggerFindings(item.value, source, scope);
  } else {
    yield* switchFindings(item, source, scope);
  }
}

function unknownArgument({ name }: Attribute, source: PieceInFile): Finding {
  const near = nearestName(name.text, OF_RESOURCES);
  const advice = BLOCKS.includes(name.text)
    ? `It is a block: ${name.text} { … }`
    : near === undefined
      ? `It takes ${OF_RESOURCES.join(', ')}.`
      : `The nearest name is ${near}.`;
  const place = placeOf(source, name);
  return {
    ...told(
      source,
      name,
      `lifecycle has no argument "${name.text}"; Terraform stops with "Unsupported argument". ${advice}`,
    ),
    ...(near !== undefined &&
      !source.uri.endsWith('.json') && {
        fixes: [{ title: `Rename it to ${near}`, kind: 'one', changes: [{ kind: 'replace-text', place, text: near }] }],
      }),
  };
}

/** `prevent_destroy` and `create_before_destroy`, which Terraform reads before evaluation. */
function* switchFindings({ name, value }: Attribute, source: PieceInFile, scope: RecordingScope): Iterable<Finding> {
  if (!isWrittenOut(value)) {
    // OpenTofu evaluates it.
    if (name.text === 'prevent_destroy' && (source.uri.includes('.tofu') || isOfTofu(scope) !== false)) return;
    yield told(
      source,
      value,
      `${name.text} takes a literal true or false; Terraform stops with "Variables not allowed". Write the value itself.`,
    );
    return;
  }
  const given = new Evaluator(scope).evaluate({ source, expression: value });
  const isSwitch = given.kind !== 'null' && convert(given, BOOL).kind === 'boolean';
  if (isSwitch || value.kind === 'MissingExpression' || value.kind === 'InvalidExpression') return;
  yield told(
    source,
    value,
    `${name.text} takes true or false; Terraform stops with "Unsuitable value type". Write one of them.`,
  );
}

/** False for an expression with a reference or a function call. */
function isWrittenOut(expression: Expression): boolean {
  const pending: Node[] = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'Variable' || node.kind === 'FunctionCall') return false;
    for (const child of childrenOf(node)) pending.push(child);
  }
  return true;
}

const TRIGGER_ROOTS: readonly string[] = ['var', 'local', 'module', 'data', 'path', 'terraform', 'self', 'ephemeral'];

function* triggerFindings(value: Expression, source: PieceInFile, scope: RecordingScope): Iterable<Finding> {
  if (value.kind === 'MissingExpression' || value.kind === 'InvalidExpression') return;
  if (value.kind !== 'TupleExpression') {
    yield told(
      source,
      value,
      'replace_triggered_by takes a literal list; Terraform stops with "Invalid expression". Put references in brackets.',
    );
    return;
  }
  for (const item of value.items) {
    const [first] = referencesInExpression(item);
    const named = first && namedBlock(first);
    if (first === undefined || isUnfinished(first)) continue;
    if (named?.blockType === 'resource') {
      if (scope.ask((module) => module.isOpen) || isDeclaredAt(named.address, scope)) continue;
      const message = `This module declares no ${named.address}; the plan fails ("Reference to undeclared resource"). Name another.`;
      yield { place: placeOf(source, item), message };
      continue;
    }
    if (!TRIGGER_ROOTS.includes(first.root.name.text)) continue;
    yield told(
      source,
      item,
      'replace_triggered_by takes only resources and their attributes; Terraform stops with "Invalid reference in replace_triggered_by expression". Name a resource, for a variable or local a terraform_data that holds it.',
    );
  }
}

function* conditionFindings({ type, body, ...block }: Block, source: PieceInFile): Iterable<Finding> {
  const written = attributesOf(body);
  for (const name of CONDITION_ARGUMENTS) {
    if (attributeOf({ type, body, ...block }, name) !== undefined) continue;
    yield told(
      source,
      type,
      `${type.text} needs ${name}; Terraform stops with "Missing required argument". ${name === 'condition' ? 'Write the condition that must be true.' : 'Write a sentence that says what is wrong when the condition is false.'}`,
    );
  }
  for (const { name, value } of written) {
    if (!CONDITION_ARGUMENTS.includes(name.text)) {
      const near = name.text === 'message' ? 'error_message' : nearestName(name.text, CONDITION_ARGUMENTS);
      const advice = near === undefined ? `It takes ${CONDITION_ARGUMENTS.join(' and ')}.` : `It is called ${near}.`;
      yield told(
        source,
        name,
        `${type.text} has no argument "${name.text}"; Terraform stops with "Unsupported argument". ${advice}`,
      );
    } else if (name.text === 'condition' && referencesInExpression(value).length === 0 && value.end > value.start) {
      yield told(
        source,
        value,
        `The condition mentions nothing that could change; Terraform stops with "Invalid ${type.text} expression". Refer to what is to be checked.`,
      );
    }
  }
}
