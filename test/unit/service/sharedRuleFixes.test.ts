import { describe, expect, it } from 'vitest';
import { namedPolicies } from '../../../server/src/ecr/documents/lifecycle/namedPolicies.ts';
import { renderDocument } from '../../../server/src/ecr/documents/renderDocument.ts';
import type { Files } from '../support/checkProblems.ts';
import { workspaceOf } from '../support/checkProblems.ts';
import { fixedAll, fixedOnce } from './appliedFixes.ts';
import { behaviourOf, refusalsOf } from './awsJudge.ts';

const rule = (priority: number, selection: string) =>
  `{ rulePriority = ${priority}, selection = { ${selection} }, action = { type = "expire" } }`;
const policy = (name: string, rules: string) =>
  `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = "${name}"\n  policy = jsonencode({ rules = [${rules}] })\n}\n`;

const NEWEST = 'tagStatus = "tagged", tagPatternList = ["v*"], countType = "imageCountMoreThan", countNumber = 14';
const OLD =
  'tagStatus = "tagged", tagPatternList = ["v1*"], countType = "sinceImagePushed", countUnit = "days", countNumber = 1';
const UNTAGGED = 'tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 7';
const OTHERS = 'tagStatus = "tagged", tagPatternList = ["w*"], countType = "imageCountMoreThan", countNumber = 3';

/** Ways in which a policy names the rule that another one shares. */
const WAYS: Readonly<Record<string, (rules: string) => string>> = {
  'a local': (rules) => policy('kept', rules),
  'a list of it': (rules) => `locals {\n  rules = [${rules}]\n}\n${policy('kept', '').replace('[]', 'local.rules')}`,
  'concat()': (rules) => policy('kept', '').replace('[]', `concat([${rules}])`),
  'a module': (rules) => `module "kept" {\n  source = "./m"\n  rules = [${rules}]\n}\n`,
};

/** A rule that one refused policy and one accepted policy share, and that a fix of the first one would move behind. */
function filesWith(priority: number, way: (rules: string) => string, isKeptFirst: boolean): Files {
  const refused = policy('refused', [rule(priority, UNTAGGED), rule(priority + 1, OTHERS), 'local.keep'].join(', '));
  const accepted = way([rule(priority + 1, OLD), 'local.keep'].join(', '));
  const parts = isKeptFirst ? [accepted, refused] : [refused, accepted];
  return {
    'main.tf': `locals {\n  keep = ${rule(priority, NEWEST)}\n}\n${parts.join('\n')}`,
    'm/main.tf': `variable "rules" {\n  type = any\n}\n\n${policy('inner', '').replace('[]', 'var.rules')}`,
  };
}

const CASES = Object.entries(WAYS).flatMap(([name, way]) =>
  [1, 5].flatMap((priority) =>
    [true, false].map((isFirst) => [`${name}, ${priority}, ${isFirst}`, filesWith(priority, way, isFirst)] as const),
  ),
);

/** What the accepted policies of a workspace do, by module and address. */
function behaviours(files: Files): ReadonlyMap<string, string> {
  const workspace = workspaceOf(files);
  const found = new Map<string, string>();
  for (const { address, policy: read } of namedPolicies(workspace, 'main.tf')) {
    const rendered = renderDocument(read);
    if (rendered.kind === 'text' && refusalsOf(rendered.text).length === 0)
      found.set(address, JSON.stringify(behaviourOf(rendered.text)));
  }
  return found;
}

describe('a fix of a rule that an accepted policy shares', () => {
  it.each(CASES)('leaves that policy as it was: %s', (_, files) => {
    const before = behaviours(files);
    expect(before.size).toBe(1);
    for (const after of [fixedAll(files), ...fixedOnce(files).map((one) => one.after)])
      for (const [address, behaviour] of before) expect(behaviours(after).get(address)).toBe(behaviour);
  });
});
