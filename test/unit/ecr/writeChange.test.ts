import { describe, expect, it } from 'vitest';
import type { Change } from '../../../server/src/ecr/edits/change.ts';
import { writeChanges } from '../../../server/src/ecr/edits/writeChange.ts';
import type { BlockDeclaration } from '../../../server/src/module/declarations/declarations.ts';
import { Module } from '../../../server/src/module/module.ts';
import { applyEdits, editsOf } from '../../../server/src/service/fixes/fixEdits.ts';

/** The text after a change of its first block; null when the change cannot be written. */
function changed(text: string, change: (declaration: BlockDeclaration) => Change): string | null {
  const module = new Module();
  module.setFile('main.tf', text);
  const [declaration] = module.allBlocks();
  if (declaration === undefined) throw new Error('the text has no block');
  const changes = [change(declaration)];
  if (writeChanges(changes) === null) return null;
  const edits = editsOf(module, { title: '', kind: 'one', changes })?.get('main.tf') ?? [];
  return applyEdits(text, edits);
}

const setForce = (declaration: BlockDeclaration): Change => ({
  kind: 'set-argument',
  declaration,
  name: 'force_delete',
  term: { kind: 'literal', value: true },
});

describe('set-argument', () => {
  it.each([
    ['replaces a value', 'b "c" {\n  force_delete = var.x # why\n}\n', 'b "c" {\n  force_delete = true # why\n}\n'],
    [
      'follows the leading arguments',
      'b {\n  a = 1\n\n  n {}\n\n  z = 2\n}\n',
      'b {\n  a            = 1\n  force_delete = true\n\n  n {}\n\n  z = 2\n}\n',
    ],
    [
      'leaves unaligned neighbours alone',
      'b {\n  long = 1\n  a = 2 # two\n}\n',
      'b {\n  long = 1\n  a = 2 # two\n  force_delete = true\n}\n',
    ],
    ['begins a block without arguments', 'b {\n  n {}\n}\n', 'b {\n  force_delete = true\n  n {}\n}\n'],
    ['keeps CRLF', 'b {\r\n  a = 1\r\n}\r\n', 'b {\r\n  a            = 1\r\n  force_delete = true\r\n}\r\n'],
  ])('%s', (_, before, after) => {
    expect(changed(before, setForce)).toBe(after);
  });

  it('leaves a block on one line alone', () => {
    expect(changed('b { a = 1 }\n', setForce)).toBeNull();
  });
});
