import { describe, expect, it } from 'vitest';
import { rename } from '../../../../server/src/service/navigation/rename.ts';
import { openFiles } from './support.ts';

const A = 'aws_ecr_repository.app';
const B = 'aws_ecr_repository.shop';
const C = 'aws_ecr_repository.other';
const X = '["x"]';

const REPOSITORY = 'resource "aws_ecr_repository" "ap$0p" {\n  for_each = toset(["x"])\n  name     = each.key\n}\n';
const moved = (from: string, to: string) => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;
const removed = (from: string) => `removed {\n  from = ${from}\n  lifecycle {\n    destroy = false\n  }\n}\n`;

/** Why `app` is not renamed to `shop`; null when it is. */
function refusalBeside(other: string, name = 'other.tf'): string | null {
  const { workspace, uri, offset } = openFiles({ 'main.tf': REPOSITORY, [name]: other });
  const renaming = rename(workspace, uri, offset, 'shop');
  return renaming.kind === 'refusal' ? renaming.reason : null;
}

const RENAMED_AWAY = `A moved block says that ${A} has another name by now, and a second one would contradict it.`;
const ELSEWHERE = `A moved block says that ${B} is something else by now; remove it first, once that move is applied everywhere.`;
const REMOVED = (address: string) =>
  `A removed block says that ${address} is no longer in the module; delete it first, once that is applied everywhere.`;
const TAKEN = `A moved block says that ${C} is called ${B} by now; remove it first, once that move is applied everywhere.`;

/** What Terraform 1.11 says about the module after the rename: errors for the refused, a plan for the others. */
const BESIDE: readonly [words: string, other: string, refusal: string | null][] = [
  ['the new name is removed', removed(B), REMOVED(B)],
  ['the old name is removed', removed(A), REMOVED(A)],
  ['the old name is removed, with the root written', removed(`resource.${A}`), REMOVED(A)],
  ['another is removed', removed(C), null],
  ['one of another type is removed', removed('aws_ecr_lifecycle_policy.shop'), null],
  ['one of a module is removed', removed(`module.m.${B}`), null],
  ['another has got the new name', moved(C, B), TAKEN],
  ['a module of the name has got it', moved('module.m', 'module.shop'), null],
  ['an instance of another has become one of the new name', moved(C, B + X), null],
  ['another has got the old name', moved(C, A), null],
  ['another has become an instance', moved(C, A + X), null],
  ['the old name has been left', moved(A, C), RENAMED_AWAY],
  ['the old name has moved into a module', moved(A, `module.m.${A}`), RENAMED_AWAY],
  ['it has got instances', moved(A, A + X), null],
  ['an instance has another key', moved(`${A}["w"]`, A + X), null],
  ['an instance has left', moved(A + X, C), null],
  ['the new name has been left', moved(B, C), ELSEWHERE],
  ['an instance of the new name has left', moved(B + X, C), ELSEWHERE],
];

describe('a rename beside blocks that say what became of resources', () => {
  it.each(BESIDE)('%s', (_, other, refusal) => {
    expect(refusalBeside(other)).toBe(refusal);
  });

  it('reads those blocks in JSON', () => {
    const refused = (other: object) => refusalBeside(JSON.stringify(other), 'other.tf.json') !== null;
    expect(refused({ moved: [{ from: C, to: B }] })).toBe(true);
    expect(refused({ removed: [{ from: B }] })).toBe(true);
    expect(refused({ moved: { from: C, to: 'aws_ecr_repository.third' } })).toBe(false);
  });
});
