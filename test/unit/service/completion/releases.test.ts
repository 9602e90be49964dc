import { describe, expect, it } from 'vitest';
import { itemsAt, labelsAt } from './cursor.ts';

const asks = (provider: string, terraform = '') =>
  `terraform {\n${terraform}  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "${provider}"\n    }\n  }\n}\n`;
const repository = (body: string) => `resource "aws_ecr_repository" "app" {\n${body}\n}\n`;

const names = (text: string) => itemsAt(text).map(({ label, detail }) => [label, detail]);

describe('what is too new for the provider that a module asks for', () => {
  it('comes last and says so, as a value', () => {
    const text = repository('  image_tag_mutability = "$0"');
    expect(labelsAt(asks('~> 5.0') + text)).toEqual([
      'IMMUTABLE',
      'MUTABLE',
      'IMMUTABLE_WITH_EXCLUSION',
      'MUTABLE_WITH_EXCLUSION',
    ]);
    const last = itemsAt(asks('~> 5.0') + text).at(-1);
    expect(last?.detail).toBe('needs provider 6.8.0');
    expect(last?.documentation).toMatch(/^\*\*Needs provider 6\.8\.0\*\*, which the module does not admit\./);
  });

  it('comes last as a block and as an argument', () => {
    const found = names(asks('~> 5.0') + repository('  $0'));
    expect(found.slice(-2)).toEqual([
      ['region', 'needs provider 6.0.0'],
      ['image_tag_mutability_exclusion_filter', 'needs provider 6.8.0'],
    ]);
  });

  it('stands where it always does when the module admits it, or asks for nothing', () => {
    const text = repository('  $0');
    const details = (before: string) => itemsAt(before + text).map(({ detail }) => detail);
    for (const before of [asks('>= 6.8'), asks('>= 5.0'), '', 'terraform {\n}\n']) {
      expect(details(before).filter((detail) => detail?.startsWith('needs'))).toEqual([]);
    }
    expect(labelsAt(asks('>= 6.8') + text)).toEqual(labelsAt(text));
  });

  it('is about Terraform in an import block', () => {
    const text = 'import {\n  $0\n}\n';
    const found = names(asks('>= 6.0', '  required_version = "~> 1.5.0"\n') + text);
    expect(found.at(-1)).toEqual(['for_each', 'needs Terraform 1.7']);
  });
});
