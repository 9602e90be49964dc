import { nearestName } from '../../../ecr/nearestName.ts';
import type { Step } from '../../../ecr/references/reference.ts';
import { readPath } from '../../../ecr/references/reference.ts';
import { follow, typeOfInstance } from '../../../ecr/references/typeSteps.ts';
import type { ResourceFact } from '../../../facts/provider/resourceSchema.ts';
import { bodyFact } from '../../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Expression, Range } from '../../../syntax/tree/tree.ts';
import type { Finding } from '../../check.ts';
import { staticReference } from './addressText.ts';

/** Mistakes in `ignore_changes`. */
export function* ignoreChangesFindings(
  value: Expression,
  { type, labels, source }: BlockDeclaration,
): Iterable<Finding> {
  const fact = bodyFact(type, labels[0] ?? '');
  if (fact === undefined || value.kind === 'MissingExpression' || value.kind === 'InvalidExpression') return;
  const isJson = source.uri.endsWith('.json');
  if (value.kind === 'Variable' && value.name.text === 'all') return;
  if (isJson && literalText(value) === 'all') return;
  if (value.kind !== 'TupleExpression') {
    yield told(
      source,
      value,
      'ignore_changes takes all or a literal list of arguments; Terraform stops with "Invalid expression". Put the names in brackets: [tags].',
    );
    return;
  }
  for (const item of value.items) yield* itemFindings(item, fact, source);
}

function told(source: PieceInFile, range: Range, message: string): Finding {
  return { place: placeOf(source, range), message, isOfValidate: true };
}

function* itemFindings(item: Expression, fact: ResourceFact, source: PieceInFile): Iterable<Finding> {
  if (item.kind === 'MissingExpression' || item.kind === 'InvalidExpression') return;
  const text = literalText(item);
  if (text === '*') {
    yield told(
      source,
      item,
      '["*"] is no longer accepted; Terraform stops with "Invalid ignore_changes wildcard". Write ignore_changes = all.',
    );
    return;
  }
  const reference = staticReference(item);
  const isStatic = reference?.steps.every((step) => typeof step === 'string' || step.key !== null) === true;
  if (reference === null || !isStatic) {
    yield told(
      source,
      item,
      'ignore_changes takes names of arguments, with literal keys; Terraform stops with "Invalid expression".',
    );
    return;
  }
  const type = typeOfInstance(fact);
  const names = type.kind === 'object' ? [...type.attributes.keys()] : [];
  if (!names.includes(reference.root)) {
    yield unknownName(item, reference.root, fact.type, names, source);
    return;
  }
  const steps = readPath(item)?.steps ?? [];
  const start = type.kind === 'object' ? (type.attributes.get(reference.root)?.type ?? null) : null;
  const { misstep } = follow(start, steps);
  if (misstep !== undefined) yield told(source, rangeOf(misstep.step, item), messageOf(misstep.step, reference.root));
}

function rangeOf(step: Step, item: Expression): Range {
  return step.kind === 'attribute' ? step.name : item;
}

function messageOf(step: Step, root: string): string {
  const asked = step.kind === 'attribute' ? `"${step.name.text}"` : 'such an index';
  return `${root} has no ${asked}; Terraform stops with "Unsupported attribute". A nested block is a list: ${root}[0].`;
}

function unknownName(
  item: Expression,
  root: string,
  type: string,
  names: readonly string[],
  source: PieceInFile,
): Finding {
  const isAll = root === 'all';
  const near = isAll ? undefined : nearestName(root, names);
  const advice = isAll ? 'Write ignore_changes = all.' : near === undefined ? '' : `The nearest name is ${near}.`;
  const path = readPath(item);
  const range = path?.root ?? item;
  return {
    ...told(
      source,
      range,
      `${type} has no argument "${root}" whose changes could be ignored; Terraform stops with "Unsupported attribute". ${advice}`.trimEnd(),
    ),
    ...(near !== undefined &&
      path !== null && {
        fixes: [
          {
            title: `Use ${near}`,
            kind: 'one',
            changes: [{ kind: 'replace-text', place: placeOf(source, range), text: near }],
          },
        ],
      }),
  };
}
