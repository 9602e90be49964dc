import type { UnknownValue } from '../../evaluate/values/value.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Finding, PolicyCheck } from '../check.ts';
import { failuresOf, failuresOfArguments } from '../support/valueFailures.ts';

export const conditionalTypes: PolicyCheck = {
  subject: 'policy',
  id: 'conditional-types',
  title: 'The branches of a conditional have no common type',
  severity: 'error',
  *check(policy) {
    yield* tell(failuresOf(policy, 'conditional-types'));
  },
  *checkArguments(block) {
    yield* tell(failuresOfArguments(block, 'conditional-types'));
  },
};

function* tell(failures: readonly UnknownValue[]): Iterable<Finding> {
  for (const { expression, place } of failures) {
    yield {
      place: expression.kind === 'Conditional' ? placeOf(place, expression.question) : place,
      message:
        'Terraform finds no type for both branches of this conditional and stops with "Inconsistent conditional result types". Give both the same keys and types, or null for the absent one.',
    };
  }
}
