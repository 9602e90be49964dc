import { nearestName } from '../../../ecr/nearestName.ts';
import { isDeclaredAt, repetitionAt } from '../../../ecr/references/namedBlock.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { isResourceType, RESOURCE_ROOT } from '../../../syntax/referenceRoots.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Expression } from '../../../syntax/tree/tree.ts';
import type { Finding } from '../../check.ts';
import type { StaticReference } from './addressText.ts';
import { staticReference } from './addressText.ts';

/** Mistakes in `depends_on`. */
export function* dependencyFindings(declaration: BlockDeclaration, scope: RecordingScope): Iterable<Finding> {
  const { block, source } = declaration;
  const expression = attributeOf(block, 'depends_on')?.value;
  if (expression === undefined) return;
  if (expression.kind !== 'TupleExpression') {
    if (expression.kind === 'MissingExpression' || expression.kind === 'InvalidExpression') return;
    yield {
      place: placeOf(source, expression),
      message:
        'depends_on takes a literal list; Terraform stops with "Invalid expression". Put references in brackets: [aws_ecr_repository.app].',
      isOfValidate: true,
    };
    return;
  }
  for (const item of expression.items) yield* itemFindings(item, source, scope);
}

function* itemFindings(item: Expression, source: PieceInFile, scope: RecordingScope): Iterable<Finding> {
  if (item.kind === 'MissingExpression' || item.kind === 'InvalidExpression') return;
  const reference = staticReference(item);
  const place = placeOf(source, item);
  const hasOpenKey = reference?.steps.some((step) => typeof step !== 'string' && step.key === null) === true;
  if (reference === null || hasOpenKey) {
    const message = `depends_on takes references to whole resources and modules${hasOpenKey ? ', with literal keys' : ''}; Terraform stops with "Invalid expression". Name the resource alone.`;
    yield { place, message, isOfValidate: true };
    return;
  }
  const flaw = flawOf(reference, scope);
  if (flaw === null) return;
  const { message, meant } = flaw;
  yield {
    place,
    message,
    isOfValidate: true,
    ...(meant !== undefined &&
      item.kind !== 'Template' && {
        fixes: [{ title: `Use ${meant}`, kind: 'one', changes: [{ kind: 'replace-text', place, text: meant }] }],
      }),
  };
}

interface DependencyFlaw {
  readonly message: string;
  readonly meant?: string;
}

function flawOf({ root, steps }: StaticReference, scope: RecordingScope): DependencyFlaw | null {
  const words = root === RESOURCE_ROOT ? steps : [root, ...steps];
  const [first] = words;
  if (typeof first !== 'string' || words.includes('')) return null;
  const isOwn = first === 'var' || first === 'local' || first === 'module';
  const isTyped = first === 'data' || first === 'ephemeral' || isResourceType(first);
  if (!isOwn && !isTyped) return null;
  const length = first === 'data' || first === 'ephemeral' ? 3 : 2;
  const names = words.slice(0, length);
  if (names.length < length || names.some((name) => typeof name !== 'string')) {
    return {
      message: `A dependency is a type and a name; Terraform stops with "Invalid reference". Name the resource.`,
    };
  }
  const address = names.join('.');
  if (!isDeclared(address, scope)) return undeclared(address, scope);
  const rest = words.slice(length);
  if (isOwn) return null;
  const [key] = rest;
  if (rest.some((step) => typeof step === 'string')) {
    const message = `A dependency is a whole resource, not one of its attributes; Terraform stops with "Invalid depends_on reference". Write ${address}.`;
    return { message, meant: address };
  }
  if (key !== undefined && repetitionAt(address, scope) === null) {
    const message = `${address} has neither count nor for_each, so it has no instance with a key; Terraform stops with "Unexpected resource instance key". Write ${address}.`;
    return { message, meant: address };
  }
  return null;
}

function isDeclared(address: string, scope: RecordingScope): boolean {
  if (scope.ask((module) => module.isOpen)) return true;
  if (address.startsWith('local.')) return scope.ask((module) => module.hasLocal(address.slice('local.'.length)));
  return isDeclaredAt(address.replace(/^var\./, 'variable.'), scope);
}

function undeclared(address: string, scope: RecordingScope): DependencyFlaw {
  const prefix = address.slice(0, address.lastIndexOf('.') + 1);
  const meant = isDeclaredAt(`data.${address}`, scope) ? `data.${address}` : nearestAddress(address, prefix, scope);
  const advice = meant === undefined ? 'Declare it, or name another.' : `The nearest is ${meant}.`;
  return {
    message: `This module declares no ${address}; Terraform stops with "Reference to undeclared resource". ${advice}`,
    ...(meant !== undefined && { meant }),
  };
}

function nearestAddress(address: string, prefix: string, scope: RecordingScope): string | undefined {
  const names = scope.ask((module) =>
    module
      .allBlocks()
      .flatMap((one) => (one.address.startsWith(prefix) ? [one.address.slice(prefix.length)] : []))
      .join(' '),
  );
  const near = nearestName(
    address.slice(prefix.length),
    names.split(' ').filter((name) => name !== ''),
  );
  return near === undefined ? undefined : `${prefix}${near}`;
}
