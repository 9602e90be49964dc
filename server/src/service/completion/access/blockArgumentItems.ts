import { ACCESS } from '../../../ecr/documents/access/vocabulary.ts';
import type { BlockArgument } from '../../../ecr/documents/vocabulary.ts';
import { keysAt } from '../../../ecr/documents/vocabulary.ts';
import type { AccessPart } from '../../../facts/access/accessPolicyKeys.ts';
import { EFFECTS, PRINCIPAL_KINDS, VERSIONS } from '../../../facts/access/accessValues.ts';
import { IAM_ARGUMENTS } from '../../../facts/access/iamPolicyDocument.ts';
import { largestOf } from '../../../syntax/arrays.ts';
import type { AccessCursor } from '../../cursor/access/accessCursor.ts';
import type { Point } from '../../cursor/point.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertAt } from '../items/slots.ts';
import type { Snippet } from '../items/snippet.ts';
import { choice, indented, stop } from '../items/snippet.ts';

import { recipesInBlocks } from './recipeItems.ts';

type Level = 'policy' | 'statement' | 'principals' | 'condition';

/** The arguments and blocks that a block of the data source may still have. */
export function blockArgumentItems(point: Point, cursor: AccessCursor, level: Level): Draft[] {
  if (level === 'policy' || level === 'statement') {
    const free = IAM_ARGUMENTS[level].filter(
      (argument) => isBlock(argument) || !cursor.entries.includes(argument.name),
    );
    const arguments_ = free.map((argument) => ofKey(point, cursor, argument, level));
    return level === 'policy' && !cursor.hasOperator ? [...arguments_, ...recipes(point, cursor)] : arguments_;
  }
  return INSIDE[level]
    .filter(({ name }) => !cursor.entries.includes(name))
    .map(({ name, documentation, value }) => ({
      label: name,
      kind: 'argument',
      documentation,
      insert: insertAt(point, cursor.slot, cursor.hasOperator ? [name] : [`${name} = `, ...value]),
    }));
}

/** Statements for common tasks. */
function recipes(point: Point, cursor: AccessCursor): Draft[] {
  return recipesInBlocks(cursor.target).map(({ label, documentation, snippet }) => ({
    label,
    kind: 'snippet',
    detail: 'statement',
    documentation,
    insert: insertAt(point, cursor.slot, snippet),
  }));
}

function ofKey(point: Point, cursor: AccessCursor, argument: BlockArgument, level: AccessPart): Draft {
  const { key, name } = argument;
  const documentation = keysAt(ACCESS, level).find((known) => known.key === key)?.documentation ?? '';
  const written = cursor.hasOperator
    ? [name]
    : isBlock(argument)
      ? blockOf(argument)
      : [`${name} = `, ...blankOf(argument)];
  return {
    label: name,
    kind: isBlock(argument) ? 'block' : 'argument',
    documentation,
    insert: insertAt(point, cursor.slot, written),
  };
}

/** The keys that a statement has in the input of a module: blocks are lists of objects there. */
export function statementKeyItems(point: Point, cursor: AccessCursor): Draft[] {
  return IAM_ARGUMENTS.statement.flatMap((argument): Draft[] => {
    const name = argument.name === 'condition' ? 'conditions' : argument.name;
    // Resources have no use in the policy of a repository.
    if (cursor.entries.includes(name) || /resources$/.test(name)) return [];
    const draft = ofKey(point, cursor, argument, 'statement');
    if (!isBlock(argument)) return [draft];
    const inner = argument.key === 'Condition' ? INSIDE.condition : INSIDE.principals;
    const members = inner.flatMap((one, index): Snippet => [`${index === 0 ? '' : ', '}${one.name} = `, ...one.value]);
    const written = cursor.hasOperator ? [name] : [`${name} = [{ `, ...members, ' }]'];
    return [{ ...draft, label: name, kind: 'argument', insert: insertAt(point, cursor.slot, written) }];
  });
}

function isBlock({ type }: BlockArgument): boolean {
  return type === 'block-list' || type === 'block-map' || type === 'block';
}

function blankOf({ key, type }: BlockArgument): Snippet {
  const values = key === 'Effect' ? EFFECTS : key === 'Version' ? VERSIONS : null;
  if (values !== null) return ['"', choice(values.map(({ value }) => value)), '"'];
  return type === 'string-list' ? ['["', stop(), '"]'] : ['"', stop(), '"'];
}

function blockOf(argument: BlockArgument): Snippet {
  const inner: readonly Inner[] =
    argument.type !== 'block-map' ? [] : argument.key === 'Condition' ? INSIDE.condition : INSIDE.principals;
  const width = largestOf(
    inner.map(({ name }) => name.length),
    0,
  );
  const lines = inner.flatMap(({ name, value }): Snippet => [`\n${name.padEnd(width)} = `, ...value]);
  return [`${argument.name} {`, ...indented(lines.length === 0 ? ['\n', stop()] : lines), '\n}'];
}

interface Inner {
  readonly name: string;
  readonly documentation: string;
  readonly value: Snippet;
}

const INSIDE: Readonly<Record<'principals' | 'condition', readonly Inner[]>> = {
  principals: [
    {
      name: 'type',
      documentation: 'What they are: `AWS` for accounts, roles and users, `Service` for services of AWS.',
      value: ['"', choice(PRINCIPAL_KINDS.map(({ value }) => value)), '"'],
    },
    { name: 'identifiers', documentation: 'Who they are, as a list.', value: ['["', stop(), '"]'] },
  ],
  condition: [
    { name: 'test', documentation: 'The operator, such as `StringEquals`.', value: ['"', stop('StringEquals'), '"'] },
    { name: 'variable', documentation: 'The key, such as `aws:PrincipalOrgID`.', value: ['"', stop(), '"'] },
    { name: 'values', documentation: 'The values, one of which must be met.', value: ['["', stop(), '"]'] },
  ],
};
