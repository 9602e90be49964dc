import type { UnknownValue } from '../../evaluate/values/value.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { PolicyCheck } from '../check.ts';
import { certainFailuresOf, failuresOf } from '../support/valueFailures.ts';

export const templateError: PolicyCheck = {
  subject: 'policy',
  id: 'template-error',
  title: 'An expression of a policy fails',
  severity: 'error',
  *check(policy, scope) {
    for (const { place, failure = '' } of failuresOf(policy, 'template')) {
      yield {
        place,
        message: `Terraform cannot fill in this template: ${failure}. Give it a value that is a string, a number or a bool, or encode it by jsonencode().`,
      };
    }
    for (const cause of failuresOf(policy, 'name')) {
      yield { place: cause.place, message: messageOfName(cause, scope) };
    }
    for (const { place, failure = '' } of certainFailuresOf(policy)) {
      yield {
        place,
        message: `Terraform stops at this expression: ${failure}. Correct it, or give it a way out by try() or a conditional.`,
      };
    }
  },
};

/** A bare name means a type of resources, or in a file that is a template what `templatefile()` hands over. */
function messageOfName({ expression, place }: UnknownValue, scope: RecordingScope): string {
  const name = expression.kind === 'Variable' ? expression.name.text : '';
  if (!scope.ask((module) => module.file(place.uri) !== undefined)) {
    return `Terraform cannot fill in this template: templatefile() hands over nothing that is called ${name}. Add ${name} to its second argument, or correct the name.`;
  }
  const meant = meantReference(name, scope);
  const advice = meant === undefined ? `Write var.${name} or local.${name}` : `Write ${meant}`;
  return `${advice}: a bare name is read as a type of resources, and Terraform stops with "Invalid reference".`;
}

/** The variable or local of the module that a bare name is meant to be. */
function meantReference(name: string, scope: RecordingScope): string | undefined {
  const declared = [
    ...(scope.variable(name) === null ? [] : [`var.${name}`]),
    ...(scope.local(name) === null ? [] : [`local.${name}`]),
  ];
  return declared.length === 1 ? declared[0] : undefined;
}
