import { describe, expect, it } from 'vitest';
import { SymbolIndex } from '../../../../server/src/service/structure/symbolIndex.ts';
import type { DeclaredSymbol } from '../../../../server/src/service/structure/symbols.ts';
import type { Range } from '../../../../server/src/syntax/tree/tree.ts';
import { HEREDOC, moduleOf, POLICY, TEMPLATE } from './support.ts';

/** One line per symbol, nested ones indented; its detail follows the name. */
function drawn(text: string, symbols: readonly DeclaredSymbol[], indentation = ''): string[] {
  return symbols.flatMap(({ name, kind, selection, children }) => [
    `${indentation}${kind} ${name} «${text.slice(selection.start, selection.end).split('\n')[0]}»`,
    ...drawn(text, children, `${indentation}  `),
  ]);
}

function fileSymbols(text: string): readonly DeclaredSymbol[] {
  const { workspace, module } = moduleOf(text);
  return new SymbolIndex(workspace).ofFile(module, 'main.tf');
}

function policySymbols(text: string): readonly DeclaredSymbol[] {
  const { workspace } = moduleOf({ 'main.tf': '', 'policy.json': text });
  const file = workspace.attachedAt('policy.json');
  if (file === undefined) throw new Error('no module reads it');
  return new SymbolIndex(workspace).ofPolicy(file);
}

/** Fails for what an editor rejects: a symbol without a name, or one outside of its parent. */
function expectAcceptable(symbols: readonly DeclaredSymbol[], outer: Range): void {
  for (const { name, range, selection, children } of symbols) {
    expect(name.trim()).not.toBe('');
    expect([range.start >= outer.start, range.end <= outer.end]).toEqual([true, true]);
    expect([selection.start >= range.start, selection.end <= range.end]).toEqual([true, true]);
    expectAcceptable(children, range);
  }
}

function symbolsOf(text: string): string[] {
  return drawn(text, fileSymbols(text));
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
      '  rule 2: Keeps the newest 30 of all other images and deletes the rest of those. «{»',
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

  it('name an import by what it imports to', () => {
    const text = 'import {\n  to = aws_ecr_repository.a["x"]\n  id = "a"\n}\nimport {\n';
    expect(symbolsOf(text)).toEqual(['other import aws_ecr_repository.a["x"] «import»', 'other import «import»']);
  });

  it('have a name while labels are still empty', () => {
    expect(symbolsOf('resource ""\n')).toEqual(['resource resource «""»']);
    expect(symbolsOf('resource "" "" {\n}\n')).toEqual(['resource resource «""»']);
    expect(symbolsOf('locals {\n  "" = 1\n}\n')).toEqual(['other locals «locals»']);
  });

  it('are such as an editor accepts, in any half of a text too', () => {
    const texts = [
      POLICY,
      HEREDOC,
      'resource "" "" {\n}\nlocals {\n  = 3\n  "a" = 1\n}\nvariable "" {}\nimport {\n  to =\n}\n',
    ];
    for (const text of texts) {
      for (let end = 0; end <= text.length; end += 3) {
        expectAcceptable(fileSymbols(text.slice(0, end)), { start: 0, end });
        expectAcceptable(fileSymbols(`${text.slice(0, end)}\n${text}`), { start: 0, end: end + 1 + text.length });
      }
    }
    for (let end = 0; end <= TEMPLATE.length; end += 3) {
      expectAcceptable(policySymbols(TEMPLATE.slice(0, end)), { start: 0, end });
    }
  });

  it('follow an edit of what a rule is told from', () => {
    const { workspace, module } = moduleOf({
      'main.tf': POLICY.replace('30', 'local.keep'),
      'locals.tf': 'locals {\n  keep = 30\n}\n',
    });
    const index = new SymbolIndex(workspace);
    const last = () => index.ofFile(module, 'main.tf').at(-1)?.children.at(-1)?.name;
    expect(last()).toBe('2: Keeps the newest 30 of all other images and deletes the rest of those.');
    workspace.setDiskFile('locals.tf', 'locals {\n  keep = 5\n}\n');
    expect(last()).toBe('2: Keeps the newest 5 of all other images and deletes the rest of those.');
  });
});

describe('the symbols of a policy file', () => {
  const rules = (text: string) => drawn(text, policySymbols(text));

  it('are its rules', () => {
    expect(
      rules('{"rules": [{"rulePriority": 1, "description": "old"}, {"rulePriority": "2", "description": " "}, 3]}'),
    ).toEqual([
      'rule 1: old «{"rulePriority": 1, "description": "old"}»',
      'rule 2: a rule «{"rulePriority": "2", "description": " "}»',
      'rule ?: a rule «3»',
    ]);
    expect(rules('{"rules": [')).toEqual([]);
    expect(rules('no JSON')).toEqual([]);
  });

  it('are the rules of a template, with what is filled in as it is written', () => {
    expect(rules(TEMPLATE)).toEqual(['rule ${first}: keep ${lookup(counts, "app")} images «{»', 'rule 2: old «{»']);
  });
});

describe('the symbols of a workspace', () => {
  const names = (query: string) => {
    const files = {
      'main.tf': `resource "aws_ecr_repository" "orders" {\n  name = "orders"\n}\n${POLICY}`,
      'modules/a/main.tf':
        'resource "aws_ecr_repository" "billing" {}\nresource "aws_s3_bucket" "b" {}\ndata "aws_ecr_image" "newest" {}\nimport {\n  to = aws_ecr_repository.billing\n  id = "billing"\n}\nimport {\n  to = aws_s3_bucket.b\n  id = "b"\n}\n',
      'policy.json': '{"rules": [{"rulePriority": 7, "description": "nightly builds"}]}',
    };
    const { workspace } = moduleOf(files);
    return new SymbolIndex(workspace)
      .matching(query)
      .map(({ name, uri, container }) => `${uri} ${container === '' ? '' : `${container} › `}${name}`);
  };

  it('are found by letters in their order', () => {
    expect(names('ecrrepo')).toEqual([
      'main.tf aws_ecr_repository.orders',
      'modules/a/main.tf aws_ecr_repository.billing',
      'modules/a/main.tf import aws_ecr_repository.billing',
    ]);
    expect(names('untagged')).toEqual(['main.tf aws_ecr_lifecycle_policy.app › 1: Expire untagged images']);
    expect(names('bucket')).toEqual([]);
    expect(names('newest')).toContain('modules/a/main.tf data.aws_ecr_image.newest');
    expect(names('nightly')).toEqual(['policy.json policy.json › 7: nightly builds']);
  });

  it('are all of ECR for no letters', () => {
    expect(names('')).toHaveLength(8);
  });
});
