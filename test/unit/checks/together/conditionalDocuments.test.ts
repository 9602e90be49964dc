import { describe, expect, it } from 'vitest';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { check, ruleIds } from '../../support/checkProblems.ts';

const VARIABLES = `
variable "n" { type = number }
variable "d" { type = number }
variable "list" { type = list(string) }
variable "on" { type = bool }
`;

const USE = `
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = data.aws_ecr_lifecycle_policy_document.x.json
}
`;

interface Selection {
  readonly status: 'untagged' | 'any' | 'tagged';
  readonly priority: number;
  readonly lists?: string;
}

function ruleBody({ status, priority, lists = '' }: Selection, number = '5'): string {
  const list = status === 'tagged' && lists === '' ? 'tag_prefix_list = ["v"]' : lists;
  return `    priority = ${priority}
    selection {
      tag_status   = "${status}"
      ${list}
      count_type   = "imageCountMoreThan"
      count_number = ${number}
    }`;
}

function dynamicRule(forEach: string, selection: Selection, number?: string): string {
  return `  dynamic "rule" {
    for_each = ${forEach}
    content {
${ruleBody(selection, number)}
    }
  }`;
}

function staticRule(selection: Selection): string {
  return `  rule {\n${ruleBody(selection)}\n  }`;
}

function documentOf(...rules: readonly string[]): string {
  return `${VARIABLES}data "aws_ecr_lifecycle_policy_document" "x" {\n${rules.join('\n')}\n}\n${USE}`;
}

/** Collections that may or may not have an element. */
const UNDECIDED: Readonly<Record<string, string>> = {
  'a rule or none': 'var.n != null ? [1] : []',
  'none or a rule': 'var.n == null ? [] : [1]',
  'a variable': 'var.list',
  'a filtered list': '[for x in [1] : x if var.on]',
  'a filtered list of a variable': '[for x in var.list : x]',
  'a set of a conditional': 'toset(var.on ? ["a"] : [])',
  concat: 'concat(var.on ? [1] : [])',
  flatten: 'flatten([var.on ? [1] : []])',
  compact: 'compact([var.on ? "a" : ""])',
  range: 'range(var.n)',
  slice: 'slice([1], 0, var.n)',
  'a conditional of maps': 'var.on ? { a = 1 } : {}',
  'nested conditionals': 'var.on ? (var.n == null ? [] : [1]) : []',
  'a splat of a nullable': 'var.n[*]',
};

/** Pairs of rules that AWS rejects, or one of which is dead, when both exist. */
const PAIRS: Readonly<Record<string, readonly [Selection, Selection]>> = {
  'two untagged': [
    { status: 'untagged', priority: 1 },
    { status: 'untagged', priority: 2 },
  ],
  'two any': [
    { status: 'any', priority: 1 },
    { status: 'any', priority: 2 },
  ],
  'one priority': [
    { status: 'untagged', priority: 1 },
    { status: 'tagged', priority: 1 },
  ],
  'any before tagged': [
    { status: 'any', priority: 1 },
    { status: 'tagged', priority: 2 },
  ],
  'one list': [
    { status: 'tagged', priority: 1 },
    { status: 'tagged', priority: 2 },
  ],
  shadowed: [
    { status: 'tagged', priority: 1 },
    { status: 'tagged', priority: 2, lists: 'tag_prefix_list = ["v1"]' },
  ],
};

describe('rules of two dynamic blocks of which it is not known whether both are there', () => {
  const members = Object.entries(UNDECIDED).flatMap(([collection, forEach]) =>
    Object.entries(PAIRS).map(([pair, rules]) => ({ collection, forEach, pair, rules })),
  );

  it.each(members)('$collection, $pair: silent', ({ forEach, rules: [one, other] }) => {
    const text = documentOf(dynamicRule(forEach, one), dynamicRule(forEach.replaceAll('var.n', 'var.d'), other));
    expect(ruleIds(text, DEFAULT_PROBLEM_SETTINGS)).toEqual([]);
  });
});

describe('a policy whose only rule may be absent', () => {
  it.each(Object.entries(UNDECIDED))('%s: silent', (_, forEach) => {
    const text = documentOf(dynamicRule(forEach, { status: 'untagged', priority: 1 }));
    expect(ruleIds(text, DEFAULT_PROBLEM_SETTINGS)).toEqual([]);
  });

  it.each(
    Object.entries(UNDECIDED).filter(([name, forEach]) => name !== 'slice' && /\[1\]|\{ a = 1 \}|"a"/.test(forEach)),
  )('%s: a mistake in the rule is told', (_, forEach) => {
    const text = documentOf(dynamicRule(forEach, { status: 'untagged', priority: 1 }, '0'));
    expect(ruleIds(text, DEFAULT_PROBLEM_SETTINGS)).toEqual(['error policy-number-range']);
  });
});

describe('a conditional rule beside one that is sure', () => {
  it.each(Object.entries(PAIRS))('%s: told', (_, [one, other]) => {
    const found = ruleIds(documentOf(staticRule(one), dynamicRule('var.on ? [1] : []', other)));
    expect(found).toHaveLength(1);
  });

  it('both branches of a conditional are checked, each at its place', () => {
    check(
      documentOf(
        staticRule({ status: 'untagged', priority: 1 }),
        `  dynamic "rule" {
    for_each = var.on ? [{ n = 0 }] : [{ n = -1 }]
                               ^ error policy-number-range
                                             ^^ error policy-number-range
    content {
      priority = 2
      selection {
        tag_status   = "any"
        count_type   = "imageCountMoreThan"
        count_number = rule.value.n
      }
    }
  }`,
      ),
    );
  });
});

describe('parts of a rule that depend on conditions', () => {
  const rule = (parts: string) => `  rule {
    priority = 1
    ${parts}
  }`;
  const SILENT: Readonly<Record<string, string>> = {
    'unit and type by one condition': `selection {
      tag_status   = "any"
      count_type   = var.d != null ? "sinceImagePushed" : "imageCountMoreThan"
      count_unit   = var.d != null ? "days" : null
      count_number = var.d != null ? 14 : 5
    }`,
    'one of two lists': `selection {
      tag_status       = "tagged"
      tag_pattern_list = var.on ? ["v*"] : null
      tag_prefix_list  = var.on ? null : ["v"]
      count_type       = "imageCountMoreThan"
      count_number     = 5
    }`,
    'lists by variables': `selection {
      tag_status       = "tagged"
      tag_pattern_list = var.list
      tag_prefix_list  = var.on ? var.list : null
      count_type       = "imageCountMoreThan"
      count_number     = 5
    }`,
    'status and list by one condition': `selection {
      tag_status      = length(var.list) > 0 ? "tagged" : "any"
      tag_prefix_list = length(var.list) > 0 ? var.list : null
      count_type      = "imageCountMoreThan"
      count_number    = 5
    }`,
    'a selection of two dynamic blocks': `dynamic "selection" {
      for_each = var.on ? [1] : []
      content {
        tag_status   = "any"
        count_type   = "imageCountMoreThan"
        count_number = 5
      }
    }
    dynamic "selection" {
      for_each = var.on ? [] : [1]
      content {
        tag_status   = "untagged"
        count_type   = "sinceImagePushed"
        count_unit   = "days"
        count_number = 5
      }
    }`,
    'a selection that may be absent': `dynamic "selection" {
      for_each = var.list
      content {
        tag_status   = "any"
        count_type   = "imageCountMoreThan"
        count_number = 5
      }
    }`,
    'an action by condition': `selection {
      tag_status   = "any"
      count_type   = var.on ? "sinceImagePulled" : "sinceImagePushed"
      count_unit   = "days"
      count_number = 5
    }
    dynamic "action" {
      for_each = var.on ? [1] : []
      content {
        type                 = "transition"
        target_storage_class = "archive"
      }
    }`,
    'a filtered list of tags': `selection {
      tag_status      = "tagged"
      tag_prefix_list = [for tag in ["v", "w"] : tag if var.on]
      count_type      = "imageCountMoreThan"
      count_number    = 5
    }`,
    'a compacted list of tags': `selection {
      tag_status      = "tagged"
      tag_prefix_list = compact([var.on ? "v" : ""])
      count_type      = "imageCountMoreThan"
      count_number    = 5
    }`,
  };

  it.each(Object.entries(SILENT))('%s: silent', (_, parts) => {
    expect(ruleIds(documentOf(rule(parts)))).toEqual([]);
  });

  it('each branch of a selection is checked', () => {
    expect(
      ruleIds(documentOf(rule(SILENT['a selection of two dynamic blocks']?.replaceAll('= 5', '= 0') ?? ''))),
    ).toEqual(['error policy-number-range', 'error policy-number-range']);
  });
});

describe('unknown arguments of a document', () => {
  it.each(['template = "x"', 'policy = "{}"', 'statement {\n  }', 'rules = []'])('%s: no "empty"', (item) => {
    const found = ruleIds(documentOf(`  ${item}`));
    expect(found.filter((id) => /policy-(length|rule-count)/.test(id))).toEqual([]);
  });
});

describe('the same in jsonencode', () => {
  const rule = ({ status, priority, lists = '' }: Selection, number = 5) =>
    `{ rulePriority = ${priority}, selection = { tagStatus = "${status}"${
      status === 'tagged' ? `, tagPrefixList = ${lists === '' ? '["v"]' : '["v1"]'}` : ''
    }, countType = "imageCountMoreThan", countNumber = ${number} }, action = { type = "expire" } }`;
  const policy = (rules: string) =>
    `${VARIABLES}resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode({ rules = ${rules} })\n}\n`;
  const LISTS: Readonly<Record<string, (one: string, other: string) => string>> = {
    concat: (one, other) => `concat(var.n != null ? [${one}] : [], var.d != null ? [${other}] : [])`,
    flatten: (one, other) => `flatten([var.n != null ? [${one}] : [], var.d != null ? [${other}] : []])`,
    'a filtered list': (one, other) => `[for rule in [${one}, ${other}] : rule if var.on]`,
    'a filtered list by item': (one, other) => `[for i, rule in [${one}, ${other}] : rule if i != var.n]`,
    'a conditional': (one, other) => `var.on ? [${one}] : [${other}]`,
    'compact of texts': (one, other) =>
      `[for text in compact([var.on ? jsonencode(${one}) : "", var.on ? "" : jsonencode(${other})]) : jsondecode(text)]`,
    'a nullable splat': (one, other) => `concat((var.on ? ${one} : null)[*], (var.on ? null : ${other})[*])`,
    'concat of filters': (one, other) =>
      `concat([for rule in [${one}] : rule if var.on], [for rule in [${other}] : rule if !var.on])`,
  };
  const members = Object.entries(LISTS).flatMap(([name, list]) =>
    Object.entries(PAIRS)
      // A conditional takes objects of one type only.
      .filter(
        ([, [one, other]]) => name !== 'a conditional' || (one.status === 'tagged') === (other.status === 'tagged'),
      )
      .map(([pair, rules]) => ({ name, list, pair, rules })),
  );

  it.each(members)('$name, $pair: silent', ({ list, rules: [one, other] }) => {
    expect(ruleIds(policy(list(rule(one), rule(other))), DEFAULT_PROBLEM_SETTINGS)).toEqual([]);
  });

  it.each(Object.entries(LISTS))('%s: a mistake in either rule is told', (_, list) => {
    const [one, other] = PAIRS['two untagged'] ?? [];
    if (one === undefined || other === undefined) throw new Error('the pair is there');
    expect(ruleIds(policy(list(rule(one, 0), rule(other, 0))))).toEqual([
      'error policy-number-range',
      'error policy-number-range',
    ]);
  });
});
