import { pathWrittenAsPolicy } from '../../ecr/documents/lifecycle/pathAsPolicy.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import type { UnknownValue } from '../../evaluate/values/value.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Finding, PolicyCheck } from '../check.ts';
import { failuresOf, failuresOfArguments } from '../support/valueFailures.ts';

export const fileMissing: PolicyCheck = {
  subject: 'policy',
  id: 'file-missing',
  title: 'A file that an argument reads does not exist',
  severity: 'error',
  *check(policy) {
    yield* tell(failuresOf(policy, 'missing-file'));
    const path = pathWrittenAsPolicy(policy);
    if (path === null) return;
    yield {
      place: policy.place,
      message: `The text "${path}" itself is sent as the policy, and AWS refuses it, because it is not JSON. Read the file with file().`,
      fixes: wrapInFile(policy, path),
    };
  },
  *checkArguments(block) {
    yield* tell(failuresOfArguments(block, 'missing-file'));
  },
};

function* tell(failures: readonly UnknownValue[]): Iterable<Finding> {
  for (const { expression, place, failure = '' } of failures) {
    const path = expression.kind === 'FunctionCall' ? expression.arguments[0] : undefined;
    yield {
      place: path === undefined ? place : placeOf(place, path),
      message: `Terraform stops here: ${failure}. Name a file that exists; a path that should start at this module begins with \${path.module}/.`,
    };
  }
}

function wrapInFile({ owner, argument }: LifecyclePolicy, path: string): Fix[] {
  if (argument === null) return [];
  const relative = path.startsWith('./') ? path.slice(2) : path;
  const text = `file("\${path.module}/${relative}")`;
  return [
    {
      title: `Read the file: ${text}`,
      kind: 'choice',
      changes: [
        {
          kind: 'replace-expression',
          source: owner.source,
          expression: argument.value,
          term: { kind: 'reference', text },
        },
      ],
    },
  ];
}
