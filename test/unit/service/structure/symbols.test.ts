import { describe, expect, it } from 'vitest';
import type { DeclaredSymbol } from '../../../../server/src/service/structure/symbols.ts';
import { documentSymbols, jsonSymbols, workspaceSymbols } from '../../../../server/src/service/structure/symbols.ts';
import { HEREDOC, moduleOf, POLICY } from './support.ts';

/** One line a symbol, those inside it further in; behind the name what stands for it. */
function drawn(text: string, symbols: readonly DeclaredSymbol[], indentation = ''): string[] {
  return symbols.flatMap(({ name, kind, selection, children }) => [
    `${indentation}${kind} ${name} «${text.slice(selection.start, selection.end).split('\n')[0]}»`,
    ...drawn(text, children, `${indentation}  `),
  ]);
}

function symbolsOf(text: string): string[] {
  return drawn(text, documentSymbols(moduleOf(text).module, 'main.tf'));
}

describe('the symbols of a file', () => {
  it('are its blocks, with the rules of a policy and the locals inside', () => {
    const text = `terraform {\n}\n\nlocals {\n  days = 14\n}\n\nvariable "keep" {}\n\n${POLICY}`;
    expect(symbolsOf(text)).toEqual([
      'other terraform «terraform»',
      'other locals «locals»',
      '  local days «days»',
      'variable variable.keep «"keep"»',
      'resource aws_ecr_lifecycle_policy.app «"app"»',
      '  rule 1: Expire untagged images «{»',
      '  rule 2: Keeps the newest 30 of all images and deletes the rest. «{»',
    ]);
  });

  it('are the rules of a heredoc and of a document too', () => {
    expect(symbolsOf(HEREDOC)).toEqual(['resource aws_ecr_lifecycle_policy.app «"app"»', '  rule 1: a rule «{»']);
    const document =
      'data "aws_ecr_lifecycle_policy_document" "d" {\n  rule {\n    priority    = 7\n    description = "old"\n  }\n}\n';
    expect(symbolsOf(document)).toEqual([
      'data data.aws_ecr_lifecycle_policy_document.d «"d"»',
      '  rule 7: old «rule {»',
    ]);
  });

  it('leave rules where they are written: not in the block that only refers to them', () => {
    const text = `locals {\n  rules = [{ rulePriority = 1 }]\n}\n${POLICY.replace(/\[[\s\S]*\]/, 'local.rules')}`;
    expect(symbolsOf(text)).toEqual([
      'other locals «locals»',
      '  local rules «rules»',
      'resource aws_ecr_lifecycle_policy.app «"app"»',
    ]);
  });

  it('survive any half of a text', () => {
    for (let end = 0; end < POLICY.length; end += 5) expect(() => symbolsOf(POLICY.slice(0, end))).not.toThrow();
  });
});

describe('the symbols of a policy file', () => {
  it('are its rules', () => {
    const text = '{"rules": [{"rulePriority": 1, "description": "old"}, {"rulePriority": "2"}, 3]}';
    expect(drawn(text, jsonSymbols(text))).toEqual([
      'rule 1: old «{"rulePriority": 1, "description": "old"}»',
      'rule 2: a rule «{"rulePriority": "2"}»',
      'rule ?: a rule «3»',
    ]);
    expect(jsonSymbols('{"rules": [')).toEqual([]);
    expect(jsonSymbols('no JSON')).toEqual([]);
  });
});

describe('the symbols of a workspace', () => {
  const names = (query: string) => {
    const files = {
      'main.tf': `resource "aws_ecr_repository" "orders" {\n  name = "orders"\n}\n${POLICY}`,
      'modules/a/main.tf': 'resource "aws_ecr_repository" "billing" {}\nresource "aws_s3_bucket" "b" {}\n',
    };
    return workspaceSymbols(moduleOf(files).workspace, query).map(
      ({ name, uri, container }) => `${uri} ${container === '' ? '' : `${container} › `}${name}`,
    );
  };

  it('are found by letters in their order', () => {
    expect(names('ecrrepo')).toEqual([
      'main.tf aws_ecr_repository.orders',
      'modules/a/main.tf aws_ecr_repository.billing',
    ]);
    expect(names('untagged')).toEqual(['main.tf aws_ecr_lifecycle_policy.app › 1: Expire untagged images']);
    expect(names('bucket')).toEqual([]);
  });

  it('are all of ECR for no letters', () => {
    expect(names('')).toHaveLength(5);
  });
});
