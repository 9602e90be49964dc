import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../../server/src/module/workspace.ts';
import { problemsByFile } from '../../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { complete } from '../../../../server/src/service/completion/complete.ts';
import { hover } from '../../../../server/src/service/hover/hover.ts';

const URI = 'file:///module/main.tf';
const MODULE = `resource "aws_ecr_repository" "app" {
  name                 = "app" # a comment
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

  image_tag_mutability_exclusion_filter {
    filter      = "latest"
    filter_type = "WILDCARD"
  }
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    rules = concat(local.rules, [
      { rulePriority = 2, selection = { tagStatus = "any", countType = "imageCountMoreThan" }, "action" : { type = "expire" } },
    ])
  })
}

resource "aws_ecr_lifecycle_policy" "json" {
  repository = "json"
  policy     = <<-EOF
    {
      "rules": [
        { "rulePriority": \${var.first}, "selection": { "tagStatus": "\${var.status}", "countNumber": 5 } }
      ]
    }
  EOF
}

resource "aws_ecr_lifecycle_policy" "quoted" {
  repository = "quoted"
  policy     = "{\\"rules\\": [{\\"rulePriority\\": 1, \\"action\\": {\\"type\\": \\"expire\\"}}]}"
}

locals {
  rules = [{ rulePriority = 1, selection = { tagPrefixList = ["v"] } }]
}

import {
  to = aws_ecr_repository.app
  id = "app"
}
`;

const workspace = new Workspace();

/** Every mistake in the answers at an offset of a text; an exception fails the test. */
function faultsAt(text: string, offset: number): string[] {
  workspace.openDocument(URI, text);
  const module = workspace.moduleOf(URI);
  if (module === undefined) return ['the module is missing'];
  const faults: string[] = [];
  for (const { label, insert } of complete({ module, uri: URI, offset, offersArguments: true })) {
    if (insert.start > offset || insert.end < offset) faults.push(`${label} at ${offset} does not hold the cursor`);
    if (text.slice(insert.start, insert.end).includes('\n')) faults.push(`${label} at ${offset} replaces a newline`);
  }
  const found = hover({ module, uri: URI, offset });
  if (found !== null && (found.start > offset || found.end < offset))
    faults.push(`the hover at ${offset} is elsewhere`);
  return faults;
}

const OFFSETS = Array.from({ length: MODULE.length }, (_, offset) => offset);
/** Enough of them when each needs a text of its own. */
const EVERY_THIRD = OFFSETS.filter((offset) => offset % 3 === 0);

/** What the HCL parser and the JSON parser reject in a text. */
function syntaxProblemsIn(text: string): string[] {
  workspace.openDocument(URI, text);
  const module = workspace.moduleOf(URI);
  if (module === undefined) return ['the module is missing'];
  const found = problemsByFile(new ProblemFinder(() => undefined), module, DEFAULT_PROBLEM_SETTINGS).get(URI) ?? [];
  return found
    .filter(({ problem }) => ['syntax', 'policy-json-syntax'].includes(problem.ruleId))
    .map(({ problem }) => problem.message);
}

/** The texts after accepting each item, without tab stops. */
function acceptedAt(offset: number): string[] {
  workspace.openDocument(URI, MODULE);
  const module = workspace.moduleOf(URI);
  const items = module === undefined ? [] : complete({ module, uri: URI, offset, offersArguments: true });
  return items
    .filter(({ insert }) => !insert.isSnippet)
    .map(({ insert, commaAt = insert.start }) => {
      const comma = commaAt === insert.start ? '' : ',';
      const before = MODULE.slice(0, commaAt) + comma + MODULE.slice(commaAt, insert.start);
      return before + insert.text + MODULE.slice(insert.end);
    });
}

describe('at every offset', () => {
  it('what is accepted leaves a text that Terraform reads', () => {
    const texts = [...new Set(EVERY_THIRD.flatMap(acceptedAt))];
    expect(texts.length).toBeGreaterThan(50);
    const wrong = texts
      .map((text) => ({ text, problems: syntaxProblemsIn(text) }))
      .filter(({ problems }) => problems.length > 0);
    expect(wrong).toEqual([]);
  });

  it('answers hold the cursor on one line', () => {
    expect(OFFSETS.flatMap((offset) => faultsAt(MODULE, offset))).toEqual([]);
  });

  it('answers hold the cursor while the rest of the file is missing', () => {
    expect(EVERY_THIRD.flatMap((offset) => faultsAt(MODULE.slice(0, offset), offset))).toEqual([]);
  });

  it('answers hold the cursor while the rest of the line is missing', () => {
    const truncated = (offset: number) => MODULE.slice(0, offset) + MODULE.slice(MODULE.indexOf('\n', offset));
    expect(EVERY_THIRD.flatMap((offset) => faultsAt(truncated(offset), offset))).toEqual([]);
  });

  it('answers hold the cursor after a quote was typed', () => {
    const typed = (offset: number) => `${MODULE.slice(0, offset)}"${MODULE.slice(offset)}`;
    expect(EVERY_THIRD.flatMap((offset) => faultsAt(typed(offset), offset + 1))).toEqual([]);
  });
});
