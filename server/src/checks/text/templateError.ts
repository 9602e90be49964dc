import type { EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import { isOfEcr } from '../../ecr/blocks/isOfEcr.ts';
import type { Mistake, UnknownValue } from '../../evaluate/values/value.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { firstReferenceTo } from '../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Finding, PolicyCheck } from '../check.ts';
import { unknownFunctions } from '../support/unknownFunctions.ts';
import { certainFailuresOf, failuresOf, failuresOfArguments } from '../support/valueFailures.ts';

export const templateError: PolicyCheck = {
  subject: 'policy',
  id: 'template-error',
  title: 'An expression in an ECR block is certain to fail',
  severity: 'error',
  *check(policy, scope) {
    yield* tell((mistake) => (mistake === undefined ? certainFailuresOf(policy) : failuresOf(policy, mistake)), scope);
  },
  *checkArguments(block, scope) {
    yield* tell((mistake) => failuresOfArguments(block, mistake), scope);
    yield* foreignInstances(block);
    yield* unknownFunctions(block);
  },
};

function* tell(
  failuresBy: (mistake: Mistake | undefined) => readonly UnknownValue[],
  scope: RecordingScope,
): Iterable<Finding> {
  for (const { place, failure = '' } of failuresBy('template')) {
    yield {
      place,
      message: `Terraform cannot fill in this template: ${failure}. Give it a value that is a string, a number or a bool, or encode it with jsonencode().`,
    };
  }
  for (const { place, failure = '' } of failuresBy('encoding')) {
    yield { place, message: `Terraform stops here: ${failure}. Save it as UTF-8.` };
  }
  for (const cause of failuresBy('name')) {
    if (isToldAsUndeclared(cause, scope)) continue;
    yield { place: cause.place, message: messageOfName(cause, scope) };
  }
  for (const { place, failure = '' } of failuresBy(undefined)) {
    yield {
      place,
      message: `Terraform stops at this expression: ${failure}. Correct it, or guard it with try() or a conditional.`,
    };
  }
}

/** `each` and `count` in a block without the argument that defines them. */
function* foreignInstances({ declaration: { source, block } }: EcrBlock): Iterable<Finding> {
  if (block.damaged) return;
  for (const { root, argument, summary } of INSTANCE_ROOTS) {
    const given = attributeOf(block, argument);
    // The argument itself is evaluated before instances exist.
    const first = firstReferenceTo(root, given === undefined ? block : given.value);
    if (first === null) continue;
    yield {
      place: placeOf(source, first),
      message: `There is no ${root}.${first.name.text} in a block without ${argument}, and Terraform stops with "Reference to "${root}" in ${summary}". Add ${argument} to the block, or use another value.`,
    };
  }
}

const INSTANCE_ROOTS = [
  { root: 'each', argument: 'for_each', summary: 'context without for_each' },
  { root: 'count', argument: 'count', summary: 'non-counted context' },
] as const;

/** True for a bare name in an ECR block, which is reported as undeclared. */
function isToldAsUndeclared({ place }: UnknownValue, scope: RecordingScope): boolean {
  return scope.ask((module) => !module.isOpen && module.declarations(place.piece).blocks.some(isOfEcr));
}

/** A bare name means a resource type, or, in a template file, a variable that `templatefile()` passes. */
function messageOfName({ expression, place }: UnknownValue, scope: RecordingScope): string {
  const name = expression.kind === 'Variable' ? expression.name.text : '';
  if (!scope.ask((module) => module.file(place.uri) !== undefined)) {
    return `Terraform cannot fill in this template: templatefile() passes nothing called ${name}. Add ${name} to its second argument, or correct the name.`;
  }
  const meant = meantReference(name, scope);
  const advice = meant === undefined ? `Write var.${name} or local.${name}` : `Write ${meant}`;
  return `${advice}: a bare name is read as a resource type, and Terraform stops with "Invalid reference".`;
}

/** The variable or local of the module that a bare name most likely means. */
function meantReference(name: string, scope: RecordingScope): string | undefined {
  const declared = [
    ...(scope.variable(name) === null ? [] : [`var.${name}`]),
    ...(scope.local(name) === null ? [] : [`local.${name}`]),
  ];
  return declared.length === 1 ? declared[0] : undefined;
}
