import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Module } from '../../../server/src/module/module.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { complete } from '../../../server/src/service/completion/complete.ts';
import { InlayHints } from '../../../server/src/service/hints/inlayHints.ts';
import { hover } from '../../../server/src/service/hover/hover.ts';
import { asMarkdown, asPlainText, codeSpan } from '../../../server/src/syntax/shown/markdown.ts';
import { visible } from '../../../server/src/syntax/shown/printable.ts';
import { hclString, LIVE_MARKDOWN } from '../support/hostileTexts.ts';
import { hasTurn } from '../support/longTests.ts';
import { aliveIn, MARKDOWN_READERS } from '../support/markdownReaders.ts';

const ruleOf = (priority: number, text: string, list: string) => `{
      rulePriority = ${priority}
      description  = ${text}
      selection    = { tagStatus = "tagged", ${list} = [${text}], countType = "imageCountMoreThan", countNumber = 14 }
      action       = { type = "expire" }
    }`;

const statementOf = (text: string) =>
  `{ Sid = ${text}, Effect = "Allow", Principal = { AWS = [${text}, "*"] }, Action = ["ecr:BatchGetImage", ${text}], Condition = { StringEquals = { "aws:PrincipalOrgID" = ${text} } } }`;

/** Documents with a text in every place that a hover, a completion or a hint repeats. */
function documentsWith(value: string): Record<string, string> {
  const text = hclString(value);
  const label = JSON.stringify(value);
  return {
    'main.tf': `resource "aws_ecr_repository" "r" {
  name                 = ${text}
  image_tag_mutability = "MUTABLE_WITH_EXCLUSION"
  image_tag_mutability_exclusion_filter {
    filter      = ${text}
    filter_type = "WILDCARD"
  }
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = ${text}
  }
}
resource "aws_ecr_repository" ${label} {
  name = ${text}
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = aws_ecr_repository.r.name
  policy = jsonencode({
    rules = [${ruleOf(1, text, 'tagPatternList')}, ${ruleOf(2, text, 'tagPatternList')}, ${ruleOf(3, text, 'tagPrefixList')}]
  })
}
resource "aws_ecr_lifecycle_policy" ${label} {
  repository = aws_ecr_repository.r.name
  policy     = data.aws_ecr_lifecycle_policy_document.d.json
}
data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority    = 1
    description = ${text}
    selection {
      tag_status       = "tagged"
      tag_pattern_list = [${text}, ${text}]
      count_type       = "imageCountMoreThan"
      count_number     = 3
    }
  }
}
module "m" {
  source = "./child"
  input  = module.m.output
  other  = aws_ecr_repository.r.name
}
import {
  to = aws_ecr_repository.r
  id = ${text}
}
`,
    'registry.tf': `resource "aws_ecr_repository_policy" "a" {
  repository = ${text}
  policy = jsonencode({
    Version   = "2012-10-17"
    Id        = ${text}
    Statement = [${statementOf(text)}, { Sid = ${text}, Effect = "Deny", NotPrincipal = { AWS = ${text} }, NotAction = ${text} }]
  })
}
resource "aws_ecr_registry_policy" "b" {
  policy = data.aws_iam_policy_document.d.json
}
data "aws_iam_policy_document" "d" {
  statement {
    sid       = ${text}
    actions   = ["ecr:ReplicateImage", ${text}]
    resources = [${text}]
    principals {
      type        = ${text}
      identifiers = [${text}]
    }
    condition {
      test     = ${text}
      variable = ${text}
      values   = [${text}]
    }
  }
}
resource "aws_ecr_repository_creation_template" "t" {
  prefix               = ${text}
  description          = ${text}
  applied_for          = [${text}]
  custom_role_arn      = ${text}
  lifecycle_policy     = jsonencode({ rules = [${ruleOf(1, text, 'tagPrefixList')}] })
  resource_tags        = { (${text}) = ${text} }
}
resource "aws_ecr_pull_through_cache_rule" "c" {
  ecr_repository_prefix = ${text}
  upstream_registry_url = ${text}
  credential_arn        = ${text}
}
resource "aws_ecr_replication_configuration" "c" {
  replication_configuration {
    rule {
      destination {
        region      = ${text}
        registry_id = ${text}
      }
      repository_filter {
        filter      = ${text}
        filter_type = "PREFIX_MATCH"
      }
    }
  }
}
resource "aws_ecr_registry_scanning_configuration" "s" {
  scan_type = "ENHANCED"
  rule {
    scan_frequency = ${text}
    repository_filter {
      filter      = ${text}
      filter_type = "WILDCARD"
    }
  }
}
resource "aws_ecrpublic_repository" "p" {
  repository_name = ${text}
  catalog_data {
    about_text = ${text}
  }
}
`,
    'child/child.tf': `variable "input" {
  description = ${text}
  type        = object({ a = optional(string, ${text}) })
  default     = ${text}
}
variable "other" {
  description = ${text}
  default     = the ${value.replaceAll(/\s/g, ' ')}
}
output "output" {
  description = ${text}
  value       = 1
}
`,
  };
}

function opened(value: string): { module: Module; workspace: Workspace } {
  const workspace = new Workspace();
  for (const [name, text] of Object.entries(documentsWith(value))) workspace.openDocument(`file:///m/${name}`, text);
  const module = workspace.moduleOf(URI);
  if (module === undefined) throw new Error('the document is open');
  return { module, workspace };
}

const URI = 'file:///m/main.tf';

/** All Markdown in the hovers, completions and hints of the documents of a module, at the places that have their turn. */
function markdownsFor(value: string, isAsked: (place: number) => boolean = () => true): Set<string> {
  const said = new Set<string>();
  for (const uri of [URI, 'file:///m/registry.tf']) for (const text of markdownsIn(uri, value, isAsked)) said.add(text);
  return said;
}

function markdownsIn(uri: string, value: string, isAsked: (place: number) => boolean): Set<string> {
  const { module, workspace } = opened(value);
  const text = module.file(uri)?.syntax.text ?? '';
  const said = new Set<string>();
  // Each start and end of a word, where the cursor's answers change.
  for (const [place, { index }] of [...text.matchAll(/\b|(?<=")|(?=")/g)].entries()) {
    if (!isAsked(place)) continue;
    const found = hover({ module, uri, offset: index });
    if (found !== null) said.add(found.markdown);
    for (const { documentation } of complete({ module, uri, offset: index, offersArguments: true })) {
      said.add(documentation);
    }
  }
  const kinds = new Set(['units', 'shielding', 'deadRules'] as const);
  const hints = new InlayHints(workspace).within(uri, { start: 0, end: text.length }, kinds);
  for (const { tooltip } of hints) said.add(tooltip);
  return said;
}

describe('the text of a document', () => {
  it('is repeated at every place that the test means', () => {
    const said = [...markdownsFor('evil')].filter((markdown) => markdown.includes('evil'));
    const places = [
      'The repository `evil`',
      'except `evil`',
      'the key `"evil"`',
      'tags for every one of exactly `evil`, exactly `evil`',
      'with a tag `evil…`',
      'Tags that begin with `evil`',
      'The tag `evil` and no other',
      'The name of the repository: `evil`',
      'Type: `object({ a = optional(string, "evil") })`',
      'Default: `"evil"`',
      '`aws_ecr_repository.evil` of this module',
      'when `evil` makes them',
      'whose names match `evil`',
      'are `evil`',
      '(account `evil`)',
    ];
    expect(places.filter((place) => !said.some((markdown) => markdown.includes(place)))).toEqual([]);
  });

  // Texts and places are combined in rotation.
  it.each(LIVE_MARKDOWN)('%j comes alive in no hover, completion or hint', (value) => {
    const turn = LIVE_MARKDOWN.indexOf(value);
    const alive = [...markdownsFor(value, (place) => hasTurn(place + turn, 3))].flatMap((markdown) => {
      const found = aliveIn(markdown);
      return found.length === 0 ? [] : [{ markdown, found }];
    });
    expect(alive).toEqual([]);
  });

  it.each(LIVE_MARKDOWN)('%j is shown by a code span and by prose as it is', (value) => {
    expect(aliveIn(`a ${codeSpan(value)} b`)).toEqual([]);
    expect(aliveIn(asMarkdown(value))).toEqual([]);
    const shown = visible(value.replaceAll('\n', '⏎'));
    for (const { partsOf } of MARKDOWN_READERS) {
      const parts = partsOf(`a ${codeSpan(value)} b`);
      const textsOf = (wanted: string) => parts.flatMap(({ kind, text }) => (kind === wanted ? [text] : []));
      expect({ spans: textsOf('code span'), texts: textsOf('text') }).toEqual({ spans: [shown], texts: ['a ', ' b'] });
    }
    expect(asPlainText(`a ${codeSpan(value)} b`)).toBe(`a ${shown} b`);
    const words = (text: string) => visible(text.replaceAll('\n', ' ')).split(/\s+/).join(' ').trim();
    expect(words(asPlainText(asMarkdown(value)))).toBe(words(value));
  });
});

/** True for a template literal that puts a value between its own backticks. */
function hasRawSpan(line: string): boolean {
  const withoutFixedSpans = line.replaceAll(/\\`[^`$]*\\`/g, '');
  return /\$\{/.test(withoutFixedSpans) && /\\`/.test(withoutFixedSpans);
}

describe('the source of the server', () => {
  const root = resolve(import.meta.dirname, '../../../server/src');

  it('puts no value between backticks by hand', () => {
    // The facts contain no text of a document: what they put between backticks is our own.
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.startsWith('facts'),
    );
    expect(files.length).toBeGreaterThan(100);
    const lines = files.flatMap((name) =>
      readFileSync(join(root, name), 'utf8')
        .split('\n')
        .flatMap((line, index) => (!/^\s*[/*]/.test(line) && hasRawSpan(line) ? [`${name}:${index + 1}`] : [])),
    );
    expect(lines).toEqual([]);
  });

  it.each([
    ['`The key \\`${key}\\`.`', true],
    ['`\\`${a}\\`: ${b}`', true],
    ['`- \\`${value}…\\``', true],
    ['`Write \\`id\\` and ${name}.`', false],
    ['`The key ${codeSpan(key)}.`', false],
    ["'Write `id`.'", false],
    ['`${a} and ${b}`', false],
    ['`Write \\`id\\`.`', false],
  ])('a line such as %s is found: %s', (line, isFound) => {
    expect(hasRawSpan(line)).toBe(isFound);
  });
});
