import { describe, expect, it } from 'vitest';
import { InlayHints } from '../../../../server/src/service/hints/inlayHints.ts';
import type { HintKind } from '../../../../server/src/service/hints/statement.ts';
import type { Files } from '../../support/checkProblems.ts';
import { workspaceOf } from '../../support/checkProblems.ts';

const ALL: readonly HintKind[] = ['units', 'shielding', 'deadRules'];

/** The lines of a file that have hints, each hint between ‹ and ›. */
function hintsIn(files: string | Files, name = 'main.tf', kinds = ALL): string[] {
  const texts = typeof files === 'string' ? { 'main.tf': files } : files;
  return shown(new InlayHints(workspaceOf(texts)), name, texts[name] ?? '', kinds);
}

function shown(hints: InlayHints, name: string, text: string, kinds = ALL): string[] {
  const found = hints.within(name, { start: 0, end: text.length }, new Set(kinds));
  let written = text;
  for (const { offset, label } of [...found].reverse()) {
    written = `${written.slice(0, offset)} ‹${label}›${written.slice(offset)}`;
  }
  return written
    .split('\n')
    .filter((line) => line.includes('‹'))
    .map((line) => line.trim());
}

const policy = (value: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = ${value}\n}\n`;

const rule = (priority: number | string, selection: string, action = '{ type = "expire" }') =>
  `{\nrulePriority = ${priority}\nselection = {\n${selection}\n}\naction = ${action}\n}`;

const encoded = (...rules: string[]) => policy(`jsonencode({ rules = [\n${rules.join(',\n')}\n] })`);

const AGED = (days: number | string) =>
  `tagStatus = "untagged"\ncountType = "sinceImagePushed"\ncountUnit = "days"\ncountNumber = ${days}`;
const TAGGED = (pattern: string, count: number | string) =>
  `tagStatus = "tagged"\ntagPatternList = ["${pattern}"]\ncountType = "imageCountMoreThan"\ncountNumber = ${count}`;
const ANY = (count: number) => `tagStatus = "any"\ncountType = "imageCountMoreThan"\ncountNumber = ${count}`;

describe('what a countNumber counts', () => {
  it('is days since the push, the pull or the move', () => {
    expect(hintsIn(encoded(rule(1, AGED(14))))).toEqual(['countNumber = 14 ‹days since push›']);
    expect(hintsIn(encoded(rule(1, AGED(1))))).toEqual(['countNumber = 1 ‹day since push›']);
    const pulled = AGED(90).replace('Pushed', 'Pulled');
    const archiving = '{\ntype = "transition"\ntargetStorageClass = "archive"\n}';
    expect(hintsIn(encoded(rule(1, pulled, archiving)))).toEqual(['countNumber = 90 ‹days since last pull›']);
    const moved = `${AGED(90).replace('Pushed', 'Transitioned')}\nstorageClass = "archive"`;
    expect(hintsIn(encoded(rule(1, moved)))).toEqual(['countNumber = 90 ‹days in the archive›']);
  });

  it('is the newest images that stay', () => {
    expect(hintsIn(encoded(rule(1, ANY(30))))).toEqual(['countNumber = 30 ‹newest images kept›']);
    expect(hintsIn(encoded(rule(1, ANY(1))))).toEqual(['countNumber = 1 ‹newest image kept›']);
    const archiving = '{\ntype = "transition"\ntargetStorageClass = "archive"\n}';
    expect(hintsIn(encoded(rule(1, ANY(5), archiving)))).toEqual(['countNumber = 5 ‹newest images not archived›']);
  });

  it('is told with the number where the text has a name', () => {
    const text = `locals {\n  days = 14\n}\n${encoded(rule(1, AGED('local.days')))}`;
    expect(hintsIn(text)).toEqual(['countNumber = local.days ‹= 14 days since push›']);
  });

  it('is told without the number where that is not known', () => {
    const text = `variable "days" {\n  type = number\n}\n${encoded(rule(1, AGED('var.days')))}`;
    expect(hintsIn(text)).toEqual(['countNumber = var.days ‹days since push›']);
  });

  it('is not told where the count type is not known', () => {
    const text = encoded(rule(1, AGED(3).replace('"sinceImagePushed"', 'var.type')));
    expect(hintsIn(text)).toEqual([]);
  });

  it('is told in JSON and in the blocks of a document', () => {
    const json = `{ "rules": [\n{ "rulePriority": 1, "selection": { "tagStatus": "any",\n"countType": "imageCountMoreThan",\n"countNumber": 30\n}, "action": { "type": "expire" } }] }`;
    expect(hintsIn(policy(`<<-EOF\n${json}\nEOF`))).toEqual(['"countNumber": 30 ‹newest images kept›']);
    const file = { 'main.tf': policy('file("${path.module}/policy.json")'), 'policy.json': json };
    expect(hintsIn(file, 'policy.json')).toEqual(['"countNumber": 30 ‹newest images kept›']);
    const document = `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = 1
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = 30
    }
  }
}
`;
    expect(hintsIn(document)).toEqual(['count_number = 30 ‹newest images kept›']);
  });
});

describe('what a rule shields', () => {
  it('is told at its priority', () => {
    expect(hintsIn(encoded(rule(1, TAGGED('v*', 9)), rule(2, ANY(3))), 'main.tf', ['shielding'])).toEqual([
      'rulePriority = 1 ‹shields images from rule 2›',
    ]);
  });

  it('is told in the order of effect, not of the text', () => {
    expect(hintsIn(encoded(rule(9, ANY(3)), rule(4, TAGGED('v*', 9))), 'main.tf', ['shielding'])).toEqual([
      'rulePriority = 4 ‹shields images from rule 9›',
    ]);
  });

  it('is silent of what is not known', () => {
    expect(hintsIn(encoded(rule('var.a', TAGGED('v*', 9)), rule(2, ANY(3))), 'main.tf', ['shielding'])).toEqual([]);
    const unknown = TAGGED('v*', 9).replace('"v*"', 'var.tag');
    expect(hintsIn(encoded(rule(1, unknown), rule(2, ANY(3))), 'main.tf', ['shielding'])).toEqual([]);
  });
});

describe('a rule that can never act', () => {
  it('says why', () => {
    expect(hintsIn(encoded(rule(1, TAGGED('*', 9)), rule(2, TAGGED('v*', 3))), 'main.tf', ['deadRules'])).toEqual([
      'rulePriority = 2 ‹never acts: rule 1 takes all its images›',
    ]);
    expect(hintsIn(encoded(rule(1, TAGGED('ä*', 9))), 'main.tf', ['deadRules'])).toEqual([
      'rulePriority = 1 ‹never acts: no tag can match "ä*"›',
    ]);
  });

  it('may still act when a rule that is not known comes before it', () => {
    expect(hintsIn(encoded(rule('var.a', TAGGED('*', 9)), rule(2, TAGGED('v*', 3))), 'main.tf', ['deadRules'])).toEqual(
      [],
    );
  });
});

describe('a text that several policies read', () => {
  const shared = (days: (key: string) => string) => `locals {
  days = 14
  untagged = {
    countType   = "sinceImagePushed"
    countUnit   = "days"
    countNumber = local.days
  }
}
${['a', 'b'].map((name) => encoded(rule(1, days(name))).replace('"p"', `"${name}"`)).join('')}`;

  it('is told what all of them say', () => {
    const text = shared(
      (name) =>
        `tagStatus = "${name === 'a' ? 'untagged' : 'any'}"\ncountType = "sinceImagePushed"\ncountUnit = "days"\ncountNumber = local.days`,
    );
    expect(hintsIn(text)).toEqual([
      'countNumber = local.days ‹= 14 days since push›',
      'countNumber = local.days ‹= 14 days since push›',
    ]);
  });

  it('is not told where they differ', () => {
    const json =
      '{ "rules": [\n{ "rulePriority": 1, "selection": { "tagStatus": "any",\n"countType": "${kind}",\n"countNumber": 30\n}, "action": { "type": "expire" } }] }';
    const reading = (name: string, kind: string) =>
      policy(`templatefile("\${path.module}/policy.tftpl", { kind = "${kind}" })`).replace('"p"', `"${name}"`);
    const texts = (other: string) => ({
      'main.tf': reading('a', 'imageCountMoreThan') + reading('b', other),
      'policy.tftpl': json,
    });
    expect(hintsIn(texts('sinceImagePushed'), 'policy.tftpl')).toEqual([]);
    expect(hintsIn(texts('imageCountMoreThan'), 'policy.tftpl')).toEqual(['"countNumber": 30 ‹newest images kept›']);
  });
});

describe('hints while the text changes', () => {
  it('follow an edit of what they were concluded from, in another file too', () => {
    const text = encoded(rule(1, AGED('local.days')));
    const workspace = workspaceOf({ 'locals.tf': 'locals {\n  days = 14\n}\n', 'main.tf': text });
    const hints = new InlayHints(workspace);
    expect(shown(hints, 'main.tf', text)).toEqual(['countNumber = local.days ‹= 14 days since push›']);
    workspace.openDocument('locals.tf', 'locals {\n  days = 7\n}\n');
    expect(shown(hints, 'main.tf', text)).toEqual(['countNumber = local.days ‹= 7 days since push›']);
  });

  it('are those of the range asked for, and of the kinds asked for', () => {
    const text = encoded(rule(1, AGED(14)), rule(2, ANY(30)));
    const hints = new InlayHints(workspaceOf({ 'main.tf': text }));
    const range = { start: text.indexOf('rulePriority = 2'), end: text.length };
    expect(hints.within('main.tf', range, new Set(ALL)).map(({ label }) => label)).toEqual(['newest images kept']);
    expect(hints.within('main.tf', range, new Set())).toEqual([]);
  });

  it('survive any half of a policy', () => {
    const text = encoded(rule(1, TAGGED('v*', 9)), rule(2, ANY(30)));
    for (let end = 0; end <= text.length; end += 7) expect(() => hintsIn(text.slice(0, end))).not.toThrow();
  });
});
