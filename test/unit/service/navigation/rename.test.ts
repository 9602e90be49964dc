import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../server/src/service/fixes/fixEdits.ts';
import { renamableAt, rename } from '../../../../server/src/service/navigation/rename.ts';
import type { MarkedFiles } from './support.ts';
import { openFiles } from './support.ts';

/** The files after the rename, or the reason why it is impossible. */
function renamed(marked: string | MarkedFiles, newName: string): Readonly<Record<string, string>> | string {
  const { workspace, uri, offset, texts } = openFiles(marked);
  const renaming = rename(workspace, uri, offset, newName);
  if (renaming.kind === 'refusal') return renaming.reason;
  const changed = [...renaming.edits].map(([there, edits]) => {
    const path = there.slice('file:///code/'.length);
    return [path, applyEdits(texts[path] ?? '', edits) ?? 'overlapping'] as const;
  });
  return { ...texts, ...Object.fromEntries(changed) };
}

function renamable(marked: string): string | null {
  const { module, uri, offset } = openFiles(marked);
  const found = renamableAt(module, uri, offset);
  return found && (found.kind === 'name' ? found.name : found.reason);
}

describe('renaming a local', () => {
  it('changes its declaration and every use, in all files of the module and no other', () => {
    const files = {
      'locals.tf': 'locals {\n  da$0ys = 14 # local.days\n  other = local.days\n}\n',
      'main.tf': 'output "o" {\n  value = "days: ${local.days} ${local.days_more} ${var.days}"\n}\n',
      'elsewhere/main.tf': 'output "o" {\n  value = local.days\n}\n',
    };
    expect(renamed(files, 'untagged_days')).toEqual({
      'locals.tf': 'locals {\n  untagged_days = 14 # local.days\n  other = local.untagged_days\n}\n',
      'main.tf': 'output "o" {\n  value = "days: ${local.untagged_days} ${local.days_more} ${var.days}"\n}\n',
      'elsewhere/main.tf': files['elsewhere/main.tf'],
    });
  });

  it('begins at any place that names it', () => {
    const text = 'locals {\n  rules = []\n  policy = jsonencode({ rules = local.ru$0les })\n}\n';
    expect(renamable(text)).toBe('rules');
    expect(renamable(text.replace('$0', '').replace('local.', 'lo$0cal.'))).toBe('rules');
    expect(renamed(text, 'all_rules')).toEqual({
      'main.tf': 'locals {\n  all_rules = []\n  policy = jsonencode({ rules = local.all_rules })\n}\n',
    });
  });

  it.each([
    [
      '9days',
      '"9days" is not a valid name: a name has letters, digits, underscores and hyphens, and begins with a letter or an underscore.',
    ],
    [
      'a b',
      '"a b" is not a valid name: a name has letters, digits, underscores and hyphens, and begins with a letter or an underscore.',
    ],
    ['more', 'The module already has a local.more.'],
  ])('to %s is refused', (name, reason) => {
    expect(renamed('locals {\n  da$0ys = 3\n  more = 4\n}\n', name)).toBe(reason);
  });

  it('is refused where a JSON file uses it', () => {
    const files = {
      'main.tf': 'locals {\n  da$0ys = 3\n}\n',
      'more.tf.json': '{"output": {"o": {"value": "${local.days}"}}}',
    };
    expect(renamed(files, 'd')).toBe(
      'local.days is used in a JSON file of the module, which is not rewritten; rename it by hand.',
    );
    expect(renamed({ ...files, 'more.tf.json': '{"locals": {"a": 1}}' }, 'd')).toHaveProperty(
      ['main.tf'],
      'locals {\n  d = 3\n}\n',
    );
  });
});

describe('what is not renamed', () => {
  it.each([
    [
      'variable "da$0ys" {}\n',
      'Only locals and resources of ECR are renamed here: whoever calls the module sets its variables by name.',
    ],
    [
      'resource "aws_s3_bucket" "ap$0p" {}\n',
      'Only locals and resources of ECR are renamed here: Terraform would destroy and create what gets another address, unless a moved block says so.',
    ],
    [
      'output "o$0" {}\n',
      'Only locals and resources of ECR are renamed here: whoever calls the module reads its outputs by name.',
    ],
    ['locals {\n  days = 3$0\n}\n', null],
  ])('%j', (text, reason) => {
    expect(renamable(text)).toBe(reason);
  });
});
