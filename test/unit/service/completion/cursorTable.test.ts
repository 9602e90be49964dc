import { describe, expect, it } from 'vitest';
import { accept, ecrLabelsAt } from './cursor.ts';

/** A place in a file: the text before the typed text and the text after it. */
type Frame = readonly [before: string, after: string];

const AFTER = '\nresource "aws_ecr_repository" "after" {\n  name = "after"\n}\n';
const HEAD = 'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ';

const list: Frame = [`${HEAD}jsonencode({\n    rules = [\n`, `\n    ]\n  })\n}\n${AFTER}`];
const rule: Frame = [`${list[0]}      {\n        `, `\n      }${list[1]}`];
const selection: Frame = [`${rule[0]}selection = {\n          `, `\n        }${rule[1]}`];
const oneLine: Frame = [`${HEAD}jsonencode({ rules = [{ `, ` }] })\n}\n${AFTER}`];
const jsonList: Frame = [`${HEAD}<<EOF\n{\n  "rules": [\n    `, `\n  ]\n}\nEOF\n}\n${AFTER}`];
const jsonRule: Frame = [`${jsonList[0]}{\n      `, `\n    }${jsonList[1]}`];
const jsonSelection: Frame = [`${jsonRule[0]}"selection": {\n        `, `\n      }${jsonRule[1]}`];
const indentedJson: Frame = [`${HEAD}<<-EOF\n    { "rules": [{ `, ` }] }\n  EOF\n}\n${AFTER}`];
const quoted: Frame = [`${HEAD}"{\\"rules\\": [{`, `}]}"\n}\n${AFTER}`];
const document: Frame = ['data "aws_ecr_lifecycle_policy_document" "d" {\n', `\n}\n${AFTER}`];
const blockRule: Frame = [`${document[0]}  rule {\n    `, `\n  }${document[1]}`];
const blockSelection: Frame = [`${blockRule[0]}selection {\n      `, `\n    }${blockRule[1]}`];
const blockAction: Frame = [`${blockRule[0]}action {\n      `, `\n    }${blockRule[1]}`];
const policy: Frame = [HEAD, `\n}\n${AFTER}`];
const repository: Frame = ['resource "aws_ecr_repository" "r" {\n  ', `\n}\n${AFTER}`];
const local: Frame = ['locals {\n  x = ', `\n}\n${AFTER}`];
const bare: Frame = ['', ''];

/** Everything after the cursor is still missing. */
const cut = ([before]: Frame): Frame => [before, ''];
const inTabs = (text: string) => text.replaceAll(/(?<=^ *) {2}/gm, '\t');
const inCrlf = (text: string) => text.replaceAll('\n', '\r\n');

const write = ([before, after]: Frame, text: string) => `${before}${text}${after}`;

const RULE_KEYS = ['rulePriority', 'selection', 'action', 'description'];
const SELECTION_KEYS = [
  'tagStatus',
  'countType',
  'countNumber',
  'tagPatternList',
  'tagPrefixList',
  'storageClass',
  'countUnit',
];
const TAG_STATUSES = ['tagged', 'untagged', 'any'];
const COUNT_TYPES = ['imageCountMoreThan', 'sinceImagePushed', 'sinceImagePulled', 'sinceImageTransitioned'];
const ACTIONS = ['expire', 'transition'];
const MUTABILITIES = ['IMMUTABLE', 'MUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE_WITH_EXCLUSION'];
const NOTHING: readonly string[] = [];

const OFFERED: readonly (readonly [name: string, frame: Frame, typed: string, labels: readonly string[]])[] = [
  // jsonencode: what is open where
  ['nothing closed, on one line', cut(oneLine), 'selection = { tagStatus = $0', TAG_STATUSES],
  ['nothing closed, an open quote', cut(oneLine), 'selection = { tagStatus = "$0', TAG_STATUSES],
  ['nothing closed, half a word', cut(oneLine), 'selection = { tagStatus = "unt$0', TAG_STATUSES],
  ['nothing closed, no space at the operator', cut(oneLine), 'selection = { tagStatus =$0', TAG_STATUSES],
  ['only the list closed', cut(oneLine), 'action = { type = $0 ]', ACTIONS],
  ['only the call closed', cut(oneLine), 'action = { type = $0 )', ACTIONS],
  ['a brace too many', oneLine, 'action = { type = "$0" }}', ACTIONS],
  ['a bracket missing in the list', [list[0], '\n  })\n}\n'], '      { action = { type = "$0" } }', ACTIONS],
  [
    'a brace missing before the next key',
    rule,
    'selection = {\n          tagStatus = "$0"\n        action = {}',
    TAG_STATUSES,
  ],
  ['a comma missing between rules', list, '{ rulePriority = 1 }\n{ rulePriority = $0 }', ['2']],
  ['a comma missing between keys of a line', oneLine, 'rulePriority = 1 $0', NOTHING],
  ['a key without its operator', oneLine, 'selection = { tagStatus $0 }', NOTHING],
  ['a key without its operator, then a line', rule, 'description\n$0', ['rulePriority', 'selection', 'action']],
  ['an operator without a key', rule, '= $0', NOTHING],
  ['half a key above another', rule, 'sel$0\nrulePriority = 1', ['selection', 'action', 'description']],
  ['colons and quotes', rule, '"selection" : { "tagStatus" : $0 }', TAG_STATUSES],
  ['a colon without space', rule, 'selection: { tagStatus:$0 }', TAG_STATUSES],
  ['an object in place of the list of rules', policy, 'jsonencode({ rules = { $0 } })', NOTHING],
  ['a rule in two lists', list, '[{ $0 }]', NOTHING],
  // jsonencode: comments
  ['a comment behind the value', rule, 'action = { type = "$0" } # why', ACTIONS],
  ['a comment behind an open value', selection, 'tagStatus = $0 # which', TAG_STATUSES],
  ['a comment before the value', rule, 'action = { type = /* which */ $0 }', ACTIONS],
  ['comments around a new key', rule, '# first\nrulePriority = 1 // one\n$0\n# last', RULE_KEYS.slice(1)],
  ['inside a comment that looks like a key', rule, '// action = { type = "$0" }', NOTHING],
  ['right behind a block comment', rule, '/* x */ $0', RULE_KEYS],
  // jsonencode: what computes
  ['for: a value', policy, 'jsonencode({ rules = [for n in var.n : { action = { type = "$0" } }] })', ACTIONS],
  ['for: a key', policy, 'jsonencode({ rules = [for n in var.n : { $0 }] })', RULE_KEYS],
  ['for with an index, open', policy, 'jsonencode({ rules = [for i, n in var.n : { action = { type = "$0', ACTIONS],
  ['for with a condition', policy, 'jsonencode({ rules = [for n in var.n : { $0 } if n != ""] })', RULE_KEYS],
  ['for: the collection', policy, 'jsonencode({ rules = [for n in $0 : {}] })', NOTHING],
  ['merge: a value', list, 'merge(local.base, { selection = { tagStatus = $0 } })', TAG_STATUSES],
  ['merge: a key', list, 'merge(local.base, { $0 })', RULE_KEYS],
  ['merge: open', list, '      merge(local.base, { action = { type = "$0', ACTIONS],
  ['merge in a selection', rule, 'selection = merge(local.s, { $0 })', SELECTION_KEYS],
  ['concat: the second list', policy, 'jsonencode({ rules = concat(local.a, [{ $0 }]) })', RULE_KEYS],
  ['concat: open', policy, 'jsonencode({ rules = concat(local.a, [{ $0', RULE_KEYS],
  ['flatten', policy, 'jsonencode({ rules = flatten([{ $0 }]) })', RULE_KEYS],
  ['a branch', rule, 'selection = var.x ? { tagStatus = "any" } : { tagStatus = "$0" }', TAG_STATUSES],
  ['the first branch, open', rule, 'selection = var.x ? { tagStatus = $0', TAG_STATUSES],
  ['the condition of a branch', rule, 'selection = $0 ? {} : {}', NOTHING],
  ['a branch of policies', policy, 'var.p == "" ? jsonencode({ rules = [{ $0 }] }) : var.p', RULE_KEYS],
  ['try around the policy', policy, 'try(var.p, jsonencode({ rules = [{ $0 }] }))', RULE_KEYS],
  ['coalesce around JSON', policy, 'coalesce(var.p, "{\\"rules\\": [{$0}]}")', RULE_KEYS],
  ['quotes around jsonencode', policy, '"${jsonencode({ rules = [{ $0 }] })}"', RULE_KEYS],
  ['yamlencode, which AWS does not read', policy, 'yamlencode({ rules = [{ $0 }] })', NOTHING],
  ['an argument of another function', rule, 'selection = lookup(var.s, { $0 })', NOTHING],
  ['an index', rule, 'selection = { tagStatus = local.x["$0"] }', NOTHING],
  // JSON in heredocs
  ['JSON: nothing closed', cut(jsonRule), '"action": { "type": $0', ACTIONS],
  ['JSON: an open quote at the end of the file', cut(jsonRule), '"action": { "type": "$0', ACTIONS],
  ['JSON: half a value at the end of the file', cut(jsonRule), '"action": { "type": "exp$0', ACTIONS],
  ['JSON: an open brace before the marker', jsonRule, '"action": { "type": "$0"', ACTIONS],
  ['JSON: no marker, then a block', [jsonRule[0], `\n${AFTER}`], '"action": { "type": "$0"', ACTIONS],
  ['JSON: a key without quotes', jsonRule, 'sel$0', RULE_KEYS],
  ['JSON: a key without quotes before its colon', jsonSelection, 'tagS$0: "any"', SELECTION_KEYS],
  ['JSON: a key whose quote is open before its colon', jsonSelection, '"tagS$0: "any"', SELECTION_KEYS],
  ['JSON: a key with a comma missing before', jsonRule, '"rulePriority": 1\n$0', RULE_KEYS.slice(1)],
  ['JSON: quotes with a comma missing before', jsonRule, '"rulePriority": 1\n"$0"', RULE_KEYS.slice(1)],
  ['JSON: behind a value', jsonRule, '"rulePriority": 1 $0', NOTHING],
  ['JSON: a key without its colon', jsonSelection, '"tagStatus" $0', NOTHING],
  ['JSON: the operator of HCL', jsonSelection, '"tagStatus" = "$0"', NOTHING],
  ['JSON: apostrophes', jsonSelection, '"tagStatus": \'$0\'', TAG_STATUSES],
  ['JSON: a doubled comma', jsonRule, '"rulePriority": 1,, "$0"', RULE_KEYS.slice(1)],
  ['JSON: a comma at the end', jsonRule, '"rulePriority": 1,\n$0', RULE_KEYS.slice(1)],
  ['JSON: half a number', jsonList, '{ "rulePriority": 1 },\n{ "rulePriority": 1$0 }', ['2']],
  ['JSON: a number that is missing', jsonList, '{ "rulePriority": 4 },\n{ "rulePriority": $0 }', ['5', '1']],
  ['JSON: the brackets of a list are missing', jsonSelection, '"tagPatternList": $0', ['["…"]']],
  ['JSON: an object is missing', jsonRule, '"selection": $0', ['{ … }']],
  ['JSON: the list of rules is missing', policy, '<<EOF\n{ "rules": $0 }\nEOF', ['[ … ]']],
  ['JSON: beside an interpolation', jsonRule, '"rulePriority": ${var.n},\n$0', RULE_KEYS.slice(1)],
  ['JSON: in an interpolation', jsonRule, '"rulePriority": ${$0}', NOTHING],
  ['JSON: a value after an interpolation', indentedJson, '"rulePriority": ${var.n}, "action": { "type": "$0', ACTIONS],
  ['JSON: an indented heredoc', indentedJson, '"selection": { "countType": "since$0" }', COUNT_TYPES],
  // JSON in quotes
  ['quoted: a key', quoted, '\\"rulePriority\\": 1, $0', RULE_KEYS.slice(1)],
  ['quoted: half a key', quoted, '\\"sel$0', RULE_KEYS],
  ['quoted: a value that is missing', quoted, '\\"action\\": {\\"type\\": $0}', ACTIONS],
  ['quoted: an open quote', quoted, '\\"action\\": {\\"type\\": \\"$0}', ACTIONS],
  ['quoted: nothing closed', cut(quoted), '\\"action\\": {\\"type\\": \\"$0', ACTIONS],
  ['quoted: the second of two values', quoted, '\\"rulePriority\\": 1, \\"action\\": {\\"type\\": \\"e$0\\"}', ACTIONS],
  // beside what is there
  ['JSON: behind the end of the policy', policy, '<<EOF\n{ "rules": [] }\n$0\nEOF', NOTHING],
  ['JSON: before the policy', policy, '<<EOF\n$0\n{ "rules": [] }\nEOF', NOTHING],
  ['behind the policy of jsonencode', policy, 'jsonencode({ rules = [] } $0)', NOTHING],
  ['behind an argument without a comma', policy, 'jsonencode({ rules = concat([] $0) })', NOTHING],
  ['behind an argument with a comma', policy, 'jsonencode({ rules = concat([], $0) })', ['[ … ]']],
  ['JSON: right before a key', jsonRule, '$0"rulePriority": 1', RULE_KEYS.slice(1)],
  ['JSON: before a value that is there', jsonRule, '"action": { "type": $0 "expire" }', NOTHING],
  ['JSON: before a number that is there', jsonRule, '"rulePriority": $0 1', NOTHING],
  ['JSON: before an object that is there', jsonRule, '"selection": $0 {}', NOTHING],
  ['JSON: before the next key of the line', jsonSelection, '"tagStatus": $0 "countNumber": 1', TAG_STATUSES],
  ['an argument in front of another', repository, '$0 force_delete = true', NOTHING],
  [
    'an argument behind the brace of a block over lines',
    bare,
    'resource "aws_ecr_repository" "r" {$0\n  name = "r"\n}\n',
    NOTHING,
  ],
  [
    'an argument before the brace that ends it',
    bare,
    'resource "aws_ecr_repository" "r" {\n  name = "r"\n$0}\n',
    NOTHING,
  ],
  ['an argument before a comment', blockAction, '$0 # why', ['type', 'target_storage_class']],
  ['the second argument of a line', repository, 'encryption_configuration { encryption_type = "KMS"\n$0 }', NOTHING],
  // blocks
  ['blocks: a rule', blockRule, '$0', ['priority', 'description', 'selection', 'action']],
  ['blocks: a rule on one line', document, '  rule { $0 }', ['priority', 'description', 'selection', 'action']],
  ['blocks: what a rule has already', blockRule, 'priority = 1\nselection {\n}\n$0', ['description', 'action']],
  ['blocks: nothing closed', cut(blockSelection), 'tag_status = "$0', TAG_STATUSES],
  ['blocks: a bare value', blockSelection, 'tag_status = un$0', TAG_STATUSES],
  [
    'blocks: no tags without tags',
    blockSelection,
    'tag_status = "untagged"\ncount_number = 1\n$0',
    ['count_type', 'storage_class', 'count_unit'],
  ],
  [
    'blocks: no unit for a count',
    blockSelection,
    'tag_status = "any"\ncount_type = "imageCountMoreThan"\n$0',
    ['count_number', 'storage_class'],
  ],
  [
    'blocks: the unit that is needed',
    blockSelection,
    'tag_status = "any"\ncount_type = "sinceImagePushed"\n$0',
    ['count_unit', 'count_number', 'storage_class'],
  ],
  [
    'blocks: what archived images are counted by',
    blockSelection,
    'storage_class = "archive"\ncount_type = "$0"',
    ['sinceImageTransitioned', 'imageCountMoreThan', 'sinceImagePushed', 'sinceImagePulled'],
  ],
  [
    'blocks: what may happen to pulled images',
    [`${blockRule[0]}selection {\n count_type = "sinceImagePulled"\n}\naction {\n`, `\n}${blockRule[1]}`],
    'type = $0',
    ['transition', 'expire'],
  ],
  [
    'blocks: a second rule for untagged images',
    document,
    'rule {\n selection {\n tag_status = "untagged"\n }\n}\nrule {\n selection {\n tag_status = $0\n }\n}',
    ['tagged', 'any', 'untagged'],
  ],
  ['blocks: no target for expire', blockAction, 'type = "expire"\n$0', NOTHING],
  ['blocks: the target of a transition', blockAction, 'type = "transition"\n$0', ['target_storage_class']],
  [
    'blocks: a rule that is not known',
    document,
    'dynamic "rule" {\n for_each = var.x\n content {\n action {\n $0\n }\n }\n}',
    ['type', 'target_storage_class'],
  ],
  ['blocks: the label of a dynamic block', document, '  dynamic "$0" {\n  }', ['rule']],
  ['blocks: half a label', document, '  dynamic "ru$0', ['rule']],
  ['blocks: a dynamic block', document, '  dynamic "rule" {\n    $0\n  }', ['for_each', 'iterator', 'content']],
  [
    'blocks: the next priority',
    document,
    'rule {\n priority = 1\n}\nrule {\n priority = 9$0\n}\nrule {\n priority = 3\n}',
    ['4'],
  ],
  ['blocks: a priority in quotes', blockRule, 'priority = "$0"', NOTHING],
  // arguments
  ['the end of the file behind an operator', cut(repository), 'image_tag_mutability =$0', MUTABILITIES],
  ['the end of the file behind a quote', cut(repository), 'image_tag_mutability = "$0', MUTABILITIES],
  ['behind a name without its operator', repository, 'image_tag_mutability $0\nforce_delete = true', NOTHING],
  ['behind a value', repository, 'image_tag_mutability = "MUTABLE" $0', NOTHING],
  ['a branch of a value', repository, 'image_tag_mutability = var.x ? "$0" : "MUTABLE"', MUTABILITIES],
  ['the other branch', repository, 'image_tag_mutability = var.x ? "MUTABLE" : $0', MUTABILITIES],
  ['a branch without the other', repository, 'image_tag_mutability = var.x ? "$0', MUTABILITIES],
  ['the condition of a value', repository, 'image_tag_mutability = var.x == "$0" ? "MUTABLE" : null', NOTHING],
  ['parentheses', repository, 'image_tag_mutability = ("$0")', MUTABILITIES],
  ['coalesce', repository, 'image_tag_mutability = coalesce(var.m, "$0")', MUTABILITIES],
  ['coalesce without an argument', repository, 'image_tag_mutability = coalesce($0', MUTABILITIES],
  ['another function', repository, 'image_tag_mutability = upper("$0")', NOTHING],
  ['a branch of a boolean', repository, 'force_delete = var.x ? $0 : false', ['false', 'true']],
  ['a nested block on one line', repository, 'encryption_configuration { $0 }', ['encryption_type', 'kms_key']],
  ['its value', repository, 'encryption_configuration { encryption_type = "$0" }', ['AES256', 'KMS', 'KMS_DSSE']],
  ['behind its value', repository, 'encryption_configuration { encryption_type = "KMS" $0 }', NOTHING],
  [
    'a quote open above',
    repository,
    'image_tag_mutability_exclusion_filter {\n    filter = "latest\n    filter_type = "$0\n  }',
    ['WILDCARD'],
  ],
  ['a map of tags', repository, 'tags = { $0', NOTHING],
  [
    'the values of an account setting',
    bare,
    'resource "aws_ecr_account_setting" "s" {\n  name  = "BLOB_MOUNTING"\n  value = "$0"\n}\n',
    ['ENABLED', 'DISABLED'],
  ],
  [
    'of a setting that is not named',
    bare,
    'resource "aws_ecr_account_setting" "s" {\n  name  = var.n\n  value = "$0"\n}\n',
    ['AWS_NATIVE', 'V2', 'ENABLED', 'DISABLED'],
  ],
  [
    'an open list',
    bare,
    'resource "aws_ecr_repository_creation_template" "t" {\n  applied_for = ["$0\n}\n',
    ['PULL_THROUGH_CACHE', 'REPLICATION', 'CREATE_ON_PUSH'],
  ],
  [
    'blocks in open blocks',
    bare,
    'resource "aws_ecr_replication_configuration" "r" {\n  replication_configuration {\n    rule {\n      destination {\n        $0',
    ['region', 'registry_id'],
  ],
  [
    'a policy of a template',
    bare,
    'resource "aws_ecr_repository_creation_template" "t" {\n  lifecycle_policy = jsonencode({ rules = [{ $0',
    RULE_KEYS,
  ],
  // locals
  [
    'a local with a policy in a map',
    local,
    '{ app = jsonencode({ rules = [{ rulePriority = 1, $0 }] }) }',
    RULE_KEYS.slice(1),
  ],
  ['a local with a rule, open', cut(local), '{\n    rulePriority = 1\n    action = { type = "$0', ACTIONS],
  ['a local that says nothing of a policy', local, '{ name = "$0" }', NOTHING],
  // references
  [
    'an attribute in quotes, open',
    bare,
    'output "o" {\n  value = "${aws_ecr_repository_policy.p.$0\n}\n',
    ['registry_id', 'id', 'repository', 'policy', 'region'],
  ],
  [
    'an attribute in a heredoc',
    bare,
    'output "o" {\n  value = <<EOF\n${data.aws_ecr_lifecycle_policy_document.d.$0}\nEOF\n}\n',
    ['json'],
  ],
  [
    'a document of a policy',
    [document[0].replace('"d"', '"keep"'), '}\n'],
    `}\n${HEAD}data.aws_ecr_lifecycle_policy_document.$0\n`,
    ['keep'],
  ],
  ['its JSON', document, `}\n${HEAD}data.aws_ecr_lifecycle_policy_document.d.$0\n`, ['json']],
];

describe('offered at half-typed text', () => {
  it.each(OFFERED)('%s', (_, frame, typed, labels) => {
    expect(ecrLabelsAt(write(frame, typed))).toEqual(labels);
  });

  it.each(OFFERED)('%s, with Windows line ends', (_, frame, typed, labels) => {
    expect(ecrLabelsAt(inCrlf(write(frame, typed)))).toEqual(labels);
  });

  it.each(OFFERED)('%s, indented with tabs', (_, frame, typed, labels) => {
    expect(ecrLabelsAt(inTabs(write(frame, typed)))).toEqual(labels);
  });
});

/** The typed text, and the text after accepting the item with that label. */
const ACCEPTED: readonly (readonly [name: string, frame: Frame, typed: string, label: string, accepted: string])[] = [
  // quotes, commas, colons that are there or not
  ['a bare word', rule, 'action = { type = exp$0 }', 'expire', 'action = { type = "expire" }'],
  ['an open quote before a brace', rule, 'action = { type = "exp$0 }', 'expire', 'action = { type = "expire" }'],
  [
    'an open quote before a comma',
    rule,
    'action = { type = "$0, x = 1 }',
    'expire',
    'action = { type = "expire", x = 1 }',
  ],
  ['another value in quotes', rule, 'action = { type = "tran$0sit" }', 'expire', 'action = { type = "expire" }'],
  ['a comment behind', rule, 'action = { type = $0 } # why', 'expire', 'action = { type = "expire" } # why'],
  ['a key with an open quote before its operator', rule, '"rule$0 = 1', 'rulePriority', '"rulePriority" = 1'],
  ['a key with an open quote before a colon', rule, '"rule$0: 1', 'rulePriority', '"rulePriority": 1'],
  ['a key in quotes before its operator', rule, '"$0" = 1', 'rulePriority', '"rulePriority" = 1'],
  [
    'a key before a comma',
    rule,
    'rulePriority = 1, $0, x = 1',
    'description',
    'rulePriority = 1, description = "‸", x = 1',
  ],
  [
    'a rule behind one without a comma',
    list,
    '      { rulePriority = 1 }\n      $0',
    'rule',
    '      { rulePriority = 1 },\n      {\n        rulePriority = 2\n        selection = {\n          tagStatus      = "tagged"\n          tagPatternList = ["v*"]\n          countType      = "imageCountMoreThan"\n          countNumber    = 30\n        }\n        action = {\n          type = "expire"\n        }\n      }',
  ],
  [
    'a rule behind one with a comma',
    list,
    '      { rulePriority = 7 },\n      $0',
    'rule',
    '      { rulePriority = 7 },\n      {\n        rulePriority = 8\n        selection = {\n          tagStatus      = "tagged"\n          tagPatternList = ["v*"]\n          countType      = "imageCountMoreThan"\n          countNumber    = 30\n        }\n        action = {\n          type = "expire"\n        }\n      }',
  ],
  [
    'a number over digits',
    list,
    '{ rulePriority = 1 },\n{ rulePriority = 1$02 }',
    '2',
    '{ rulePriority = 1 },\n{ rulePriority = 2 }',
  ],
  // JSON
  ['JSON: no quotes', jsonRule, '"action": { "type": $0 }', 'expire', '"action": { "type": "expire" }'],
  [
    'JSON: an open quote before a comma',
    jsonRule,
    '"action": { "type": "$0, "x": 1 }',
    'expire',
    '"action": { "type": "expire", "x": 1 }',
  ],
  [
    'JSON: a comma missing behind',
    jsonRule,
    '"action": {\n"type": $0\n"x": 1 }',
    'expire',
    '"action": {\n"type": "expire",\n"x": 1 }',
  ],
  [
    'JSON: a comma missing before',
    jsonRule,
    '"rulePriority": 1\n      $0',
    'description',
    '"rulePriority": 1,\n      "description": "‸"',
  ],
  [
    'JSON: a comma missing before quotes',
    jsonRule,
    '"rulePriority": 1\n      "$0"',
    'description',
    '"rulePriority": 1,\n      "description": "‸"',
  ],
  [
    'JSON: a comma missing before and behind',
    jsonRule,
    '"rulePriority": 1\n      $0\n      "x": 1',
    'description',
    '"rulePriority": 1,\n      "description": "‸",\n      "x": 1',
  ],
  [
    'JSON: a comma missing behind an object',
    jsonRule,
    '"action": { "type": "expire" }\n      des$0',
    'description',
    '"action": { "type": "expire" },\n      "description": "‸"',
  ],
  [
    'JSON: a comma missing behind an interpolation',
    jsonRule,
    '"rulePriority": ${var.n}\n      $0',
    'description',
    '"rulePriority": ${var.n},\n      "description": "‸"',
  ],
  [
    'JSON: a rule behind one without a comma',
    jsonList,
    '{ "rulePriority": 1 }\n    $0',
    'rule',
    '{ "rulePriority": 1 },\n    {\n      "rulePriority": 2,\n      "selection": {\n        "tagStatus": "tagged",\n        "tagPatternList": ["v*"],\n        "countType": "imageCountMoreThan",\n        "countNumber": 30\n      },\n      "action": {\n        "type": "expire"\n      }\n    }',
  ],
  ['JSON: a bare key before its colon', jsonSelection, 'tagS$0: "any"', 'tagStatus', '"tagStatus": "any"'],
  ['JSON: an open key before its colon', jsonSelection, '"tagS$0: "any"', 'tagStatus', '"tagStatus": "any"'],
  ['JSON: an open key before a number', jsonSelection, '"countN$0: 5', 'countNumber', '"countNumber": 5'],
  ['JSON: an open key before spaces and a colon', jsonSelection, '"countN$0  : 5', 'countNumber', '"countNumber"  : 5'],
  ['JSON: apostrophes', jsonSelection, '"tagStatus": \'$0\'', 'any', '"tagStatus": "any"'],
  [
    'JSON in quotes: an open quote',
    quoted,
    '\\"action\\": {\\"type\\": \\"$0}',
    'expire',
    '\\"action\\": {\\"type\\": \\"expire\\"}',
  ],
  [
    'JSON in quotes: a key',
    quoted,
    '\\"rulePriority\\": 1, \\"des$0',
    'description',
    '\\"rulePriority\\": 1, \\"description\\": \\"‸\\"',
  ],
  ['JSON in quotes: an open key before its colon', quoted, '\\"rule$0: 1', 'rulePriority', '\\"rulePriority\\": 1'],
  ['a key before one in quotes', rule, 'action = { $0 "x" : 1 }', 'type', 'action = { "type" : "expire", "x" : 1 }'],
  [
    'a list before another of a call',
    policy,
    'jsonencode({ rules = concat($0 []) })',
    '[ … ]',
    'jsonencode({ rules = concat([\n    {\n      rulePriority = 1\n      selection = {\n        tagStatus   = "untagged"\n        countType   = "sinceImagePushed"\n        countUnit   = "days"\n        countNumber = 14\n      }\n      action = {\n        type = "expire"\n      }\n    }\n  ], []) })',
  ],
  [
    'JSON: a value before the next key of the line',
    jsonSelection,
    '"tagStatus": $0 "countNumber": 1',
    'any',
    '"tagStatus": "any", "countNumber": 1',
  ],
  // blocks and arguments
  ['a value of a block', blockAction, 'type = tr$0', 'transition', 'type = "transition"'],
  [
    'the count type that fits',
    blockSelection,
    'storage_class = "archive"\n      $0',
    'count_type',
    'storage_class = "archive"\n      count_type = "sinceImageTransitioned"',
  ],
  ['a name whose value is there', blockSelection, 'tag_st$0 = "any"', 'tag_status', 'tag_status = "any"'],
  ['a block whose braces are there', blockRule, 'sel$0 {\n    }', 'selection', 'selection {\n    }'],
  ['a label that is open', document, '  dynamic "$0', 'rule', '  dynamic "rule"'],
  [
    'a branch',
    repository,
    'image_tag_mutability = var.x ? "MUTABLE" : $0',
    'IMMUTABLE',
    'image_tag_mutability = var.x ? "MUTABLE" : "IMMUTABLE"',
  ],
  [
    'an argument of a function',
    repository,
    'image_tag_mutability = coalesce(var.m, imm$0)',
    'IMMUTABLE',
    'image_tag_mutability = coalesce(var.m, "IMMUTABLE")',
  ],
  [
    'the document of the module',
    policy,
    `data$0\n}\n${write(document, '')}`,
    'data.aws_ecr_lifecycle_policy_document.d.json',
    `data.aws_ecr_lifecycle_policy_document.d.json\n}\n${write(document, '')}`,
  ],
  [
    'the name of a repository in quotes',
    bare,
    'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "${aws_ecr_repository.r.n$0}"\n}\n',
    'name',
    'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "${aws_ecr_repository.r.name}"\n}\n',
  ],
  // imports
  [
    'the id of an instance',
    bare,
    'resource "aws_ecr_repository" "r" {\n  for_each = toset(["a", "b"])\n  name     = "team/${each.key}"\n}\nimport {\n  to = aws_ecr_repository.r["b"]\n  id = "$0\n}\n',
    'team/b',
    'resource "aws_ecr_repository" "r" {\n  for_each = toset(["a", "b"])\n  name     = "team/${each.key}"\n}\nimport {\n  to = aws_ecr_repository.r["b"]\n  id = "team/b"\n}\n',
  ],
  [
    'the id of a counted instance',
    bare,
    'resource "aws_ecr_repository" "r" {\n  count = 2\n  name  = "team-${count.index}"\n}\nimport {\n  to = aws_ecr_repository.r[1]\n  id = $0',
    'team-1',
    'resource "aws_ecr_repository" "r" {\n  count = 2\n  name  = "team-${count.index}"\n}\nimport {\n  to = aws_ecr_repository.r[1]\n  id = "team-1"',
  ],
];

describe('accepted at half-typed text', () => {
  it.each(ACCEPTED)('%s', (_, frame, typed, label, accepted) => {
    expect(accept(write(frame, typed), label)).toBe(write(frame, accepted));
  });

  it('indents with tabs where the line does', () => {
    expect(accept(inTabs(write(rule, 'sel$0')), 'selection')).toContain(
      '\n\t\t\t\tselection = {\n\t\t\t\t\t‸\n\t\t\t\t}\n',
    );
    expect(accept(inTabs(write(repository, 'enc$0')), 'encryption_configuration')).toContain(
      '\tencryption_configuration {\n\t\t‸\n\t}\n',
    );
  });

  it('names no instance that is not there', () => {
    const text =
      'resource "aws_ecr_repository" "r" {\n  for_each = toset(["a"])\n  name = each.key\n}\nimport {\n  to = aws_ecr_repository.r["b"]\n  id = "$0"\n}\n';
    expect(ecrLabelsAt(text)).toEqual([]);
  });
});
