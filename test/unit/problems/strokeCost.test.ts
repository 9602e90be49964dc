import { describe, expect, it } from 'vitest';
import type { Check } from '../../../server/src/checks/check.ts';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import type { Files } from '../support/checkProblems.ts';
import { workspaceOf } from '../support/checkProblems.ts';
import { FIXTURES } from '../support/fixtures.ts';

/** A block that nothing refers to. */
const typed = (name: string) => `\nresource "aws_iam_role" "typed" {\n  name = "${name}"\n}\n`;

/** The addresses of the blocks that are checked again when somebody types in a block that nothing refers to. */
function checkedAgain(files: Files, uri: string): readonly string[] {
  const checked: string[] = [];
  const counting: Check = {
    id: 'counting',
    title: 'Counts the blocks that are checked',
    subject: 'block',
    severity: 'error',
    check: ({ address }) => {
      checked.push(address);
      return [];
    },
  };
  const workspace = workspaceOf(files);
  const context = new ServiceContext(workspace, new ProblemFinder(() => undefined, [...CHECKS, counting]));
  const find = (name: string) => {
    checked.length = 0;
    workspace.openDocument(uri, (files[uri] ?? '') + typed(name));
    context.problemsOf(uri, DEFAULT_PROBLEM_SETTINGS);
    return [...checked];
  };
  find('a');
  find('ab');
  return find('abc').filter((address) => address !== 'aws_iam_role.typed');
}

/** While blocks refer to each other in a circle, each edit looks for the circle again. */
const CIRCULAR = 'docs/rules/reference-cycle.md 1';

/** A file whose blocks nothing else is checked with: neither of an override nor of a module that others call. */
const isAlone = (uri: string) => /^\w+\.tf$/.test(uri) && !uri.endsWith('override.tf');

describe('typing in a block that nothing refers to', () => {
  it.each(FIXTURES.filter(([name]) => name !== CIRCULAR))('checks no other block again: %s', (_, files) => {
    for (const uri of Object.keys(files).filter(isAlone)) {
      expect([uri, checkedAgain(files, uri)]).toEqual([uri, []]);
    }
  });
});
