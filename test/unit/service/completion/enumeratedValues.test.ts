import { describe, expect, it } from 'vitest';
import { accept, labelsAt } from './cursor.ts';

const HEREDOC_HEAD = 'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = <<-EOF\n';
const HEREDOC_TAIL = '\n  EOF\n}\n';
const HCL_HEAD = 'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = ';
const TAIL = '\n}\n\nresource "aws_ecr_repository" "r" {\n  name = "r"\n}\n';

/** Every enumerated key of a policy, in place, with all of its values. */
const POLICY_KEYS = [
  {
    key: 'countType',
    object: 'selection',
    values: ['imageCountMoreThan', 'sinceImagePulled', 'sinceImagePushed', 'sinceImageTransitioned'],
  },
  { key: 'tagStatus', object: 'selection', values: ['any', 'tagged', 'untagged'] },
  { key: 'countUnit', object: 'selection', values: ['days'] },
  { key: 'storageClass', object: 'selection', values: ['archive', 'standard'] },
  { key: 'type', object: 'action', values: ['expire', 'transition'] },
  { key: 'targetStorageClass', object: 'action', values: ['archive'] },
] as const;

/** The typed part of the value, and the text required after accepting `value`. */
const QUOTE_STATES = [
  { state: 'no quotes', typed: () => '$0', accepted: (value: string) => `"${value}"` },
  {
    state: 'a bare word',
    typed: (value: string) => `${value.slice(0, 2)}$0`,
    accepted: (value: string) => `"${value}"`,
  },
  { state: 'both quotes', typed: () => '"$0"', accepted: (value: string) => `"${value}"` },
  { state: 'another value in quotes', typed: () => '"so$0mething"', accepted: (value: string) => `"${value}"` },
] as const;

/** An opening quote alone ends its line while it is typed. */
const OPEN_STATES = [
  { state: 'an opening quote', typed: () => '"$0' },
  { state: 'an opening quote and a beginning', typed: (value: string) => `"${value.slice(0, 2)}$0` },
] as const;

describe.each(POLICY_KEYS)('$key', ({ key, object, values }) => {
  const hcl = (value: string) => `${HCL_HEAD}jsonencode({ rules = [{ ${object} = { ${key} = ${value} } }] })${TAIL}`;
  const hclLines = (value: string) =>
    `${HCL_HEAD}jsonencode({\n    rules = [{\n      ${object} = {\n        ${key} = ${value}\n        other = 1\n      }\n    }]\n  })${TAIL}`;
  const json = (value: string) => `${HEREDOC_HEAD}    {"rules": [{"${object}": {"${key}": ${value}}}]}${HEREDOC_TAIL}`;
  const jsonLines = (value: string) =>
    `${HEREDOC_HEAD}    {\n      "rules": [{\n        "${object}": {\n          "${key}": ${value}\n        }\n      }]\n    }${HEREDOC_TAIL}`;
  const escaped = (text: string) => text.replaceAll('"', '\\"');
  const quoted = (value: string) =>
    `${HCL_HEAD}"{\\"rules\\": [{\\"${object}\\": {\\"${key}\\": ${escaped(value)}}}]}"${TAIL}`;

  it.each(QUOTE_STATES)('offers its values with $state', ({ typed }) => {
    for (const write of [hcl, hclLines, json, jsonLines, quoted]) {
      expect([...labelsAt(write(typed(values[0])))].sort(), write(typed(values[0]))).toEqual(values);
    }
  });

  it.each(QUOTE_STATES)('writes each value with its quotes once, with $state', ({ typed, accepted }) => {
    for (const value of values) {
      for (const write of [hcl, hclLines, json, jsonLines, quoted]) {
        expect(accept(write(typed(value)), value)).toBe(write(accepted(value)));
      }
    }
  });

  it.each(OPEN_STATES)('closes $state at the end of a line', ({ typed }) => {
    for (const value of values) {
      for (const write of [hclLines, jsonLines]) expect(accept(write(typed(value)), value)).toBe(write(`"${value}"`));
    }
  });

  it('is offered beside a companion extension too', () => {
    expect([...labelsAt(hcl('"$0"'), false)].sort()).toEqual(values);
  });
});

const ARGUMENTS = [
  {
    name: 'image_tag_mutability',
    write: (value: string) =>
      `resource "aws_ecr_repository" "r" {\n  name = "r"\n  image_tag_mutability = ${value}\n  force_delete = true\n}\n`,
    values: ['IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE', 'MUTABLE_WITH_EXCLUSION'],
  },
  {
    name: 'encryption_type',
    write: (value: string) =>
      `resource "aws_ecr_repository" "r" {\n  name = "r"\n\n  encryption_configuration {\n    encryption_type = ${value}\n  }\n}\n`,
    values: ['AES256', 'KMS', 'KMS_DSSE'],
  },
  {
    name: 'filter_type',
    write: (value: string) =>
      `resource "aws_ecr_repository" "r" {\n  image_tag_mutability_exclusion_filter {\n    filter      = "latest"\n    filter_type = ${value}\n  }\n}\n`,
    values: ['WILDCARD'],
  },
] as const;

describe.each(ARGUMENTS)('$name', ({ write, values }) => {
  it.each(QUOTE_STATES)('offers its values with $state', ({ typed }) => {
    expect([...labelsAt(write(typed(values[0])), false)].sort()).toEqual(values);
  });

  it.each(QUOTE_STATES)('writes each value with its quotes once, with $state', ({ typed, accepted }) => {
    for (const value of values) expect(accept(write(typed(value)), value)).toBe(write(accepted(value)));
  });

  it.each(OPEN_STATES)('closes $state at the end of a line', ({ typed }) => {
    for (const value of values) expect(accept(write(typed(value)), value)).toBe(write(`"${value}"`));
  });
});

describe('boolean arguments', () => {
  it.each([
    ['force_delete = $0', 'force_delete = true'],
    ['force_delete = t$0', 'force_delete = true'],
    ['force_delete = f$0alse', 'force_delete = true'],
    [
      'image_scanning_configuration {\n    scan_on_push = $0\n  }',
      'image_scanning_configuration {\n    scan_on_push = true\n  }',
    ],
  ])('completes %j', (typed, accepted) => {
    const write = (line: string) => `resource "aws_ecr_repository" "r" {\n  name = "r"\n  ${line}\n}\n`;
    expect(labelsAt(write(typed), false)).toEqual(typed.includes('force') ? ['false', 'true'] : ['true', 'false']);
    expect(accept(write(typed), 'true')).toBe(write(accepted));
  });
});

describe('the creation template', () => {
  it('completes the items of applied_for', () => {
    const write = (list: string) =>
      `resource "aws_ecr_repository_creation_template" "t" {\n  prefix = "x"\n  applied_for = ${list}\n}\n`;
    expect(labelsAt(write('["REPLICATION", "$0"]'), false)).toEqual([
      'PULL_THROUGH_CACHE',
      'REPLICATION',
      'CREATE_ON_PUSH',
    ]);
    expect(accept(write('[$0]'), 'REPLICATION')).toBe(write('["REPLICATION"]'));
  });
});
