import type { Fix } from '../../ecr/edits/change.ts';
import type { ImportAddress, WrongAddress } from '../../ecr/imports/importAddress.ts';
import { readAddress, resourceAddressIn } from '../../ecr/imports/importAddress.ts';
import type { ImportBlock } from '../../ecr/imports/importBlock.ts';
import { repetitionAttribute } from '../../ecr/imports/importedResource.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import { isOfTofu } from '../../module/versions/engine.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Expression, Template } from '../../syntax/tree/tree.ts';
import type { ImportCheck } from '../check.ts';

export const importTo: ImportCheck = {
  subject: 'import',
  id: 'import-to',
  title: 'An import target is not a resource address',
  severity: 'error',
  *check(block, scope) {
    const { declaration, to, damaged } = block;
    const { source } = declaration;
    if (to === null) {
      if (damaged) return;
      const place = placeOf(source, declaration.block.type);
      yield {
        place,
        message: 'An import block needs `to`, the address of the resource that takes over what is imported.',
      };
      return;
    }
    const target = readAddress(to.value);
    const found =
      target?.kind === 'address'
        ? isOfTofu(scope) === true && target.hasRoot && describePrefix(block, to.value)
        : describe(block, to.value, target, (address) => scope.block(address));
    if (found) yield { place: placeOf(source, to.value), ...found };
  },
};

interface Description {
  readonly message: string;
  readonly fixes?: readonly Fix[];
}

const MESSAGES: Readonly<Record<Exclude<WrongAddress['kind'], 'attribute' | 'parentheses'>, string>> = {
  'data-source': 'A data source cannot be imported into; only managed resources can. Name the resource block.',
  ephemeral: 'An ephemeral resource cannot be imported into; only managed resources can. Name the resource block.',
  module: 'A module cannot be imported into; name a resource inside it, as in `module.NAME.TYPE.NAME`.',
  value: 'Terraform wants the address of a resource here, not a value that holds one. Write the address out.',
  splat:
    'Terraform imports into one instance, and a splat means all of them. Write the key of one in its place, as in `["api"]` or `[0]`.',
  keys: 'An address has one key for each module and one for the resource, after their names. Remove the others.',
};

type BlockAt = (address: string) => Parameters<typeof repetitionAttribute>[0] | null;

function describe(
  block: ImportBlock,
  to: Expression,
  target: WrongAddress | null,
  blockAt: BlockAt,
): Description | null {
  if (to.kind === 'Template') return describeText(block, to);
  if (target === null) return null;
  if (target.kind === 'parentheses') return describeParentheses(block, to);
  if (target.kind !== 'attribute') return { message: MESSAGES[target.kind] };
  return {
    message: 'Terraform imports into a whole resource, not into one of its attributes. Leave the attribute out.',
    fixes: isComplete(target.resource, blockAt) ? [replacement(block, to, textOf(block, target.expression))] : [],
  };
}

/** False for a resource with instances when no key is given: what looks like an attribute may be meant as a key. */
function isComplete({ modules, type, name, key }: ImportAddress, blockAt: BlockAt): boolean {
  const declaration = modules.length === 0 && key === null ? blockAt(`${type}.${name}`) : null;
  return declaration === null || repetitionAttribute(declaration) === null;
}

function describeParentheses(block: ImportBlock, to: Expression): Description {
  let inner = to;
  while (inner.kind === 'Parenthesized') inner = inner.expression;
  return {
    message:
      'Terraform wants the bare address here, without parentheses: "A single static variable reference is required".',
    fixes: readAddress(inner)?.kind === 'address' ? [replacement(block, to, textOf(block, inner))] : [],
  };
}

function describePrefix(block: ImportBlock, to: Expression): Description {
  const text = textOf(block, to).replace(/(^|\.)\s*resource\s*\.\s*/, '$1');
  return {
    message: `OpenTofu accepts no \`resource.\` before the address ("Invalid address"). Write ${text}.`,
    fixes: [replacement(block, to, text)],
  };
}

function describeText(block: ImportBlock, to: Template): Description {
  const address = addressIn(block, to);
  return {
    message:
      'Terraform wants an address here, not a string: "A single static variable reference is required". Write it without quotes.',
    fixes: address === null ? [] : [replacement(block, to, address)],
  };
}

/** The address in a string, given as text or as its only interpolation. */
function addressIn(block: ImportBlock, { parts }: Template): string | null {
  const [only] = parts;
  if (parts.length !== 1 || only === undefined) return null;
  if (only.kind === 'TemplateLiteral') return resourceAddressIn(only.value);
  if (only.kind !== 'TemplateInterpolation' || referencePath(only.expression) === null) return null;
  return resourceAddressIn(textOf(block, only.expression));
}

function textOf({ declaration }: ImportBlock, { start, end }: Expression): string {
  return declaration.source.piece.text.slice(start, end);
}

function replacement({ declaration }: ImportBlock, expression: Expression, text: string): Fix {
  const { source } = declaration;
  const term = { kind: 'reference', text } as const;
  return {
    title: `Change it to ${text}`,
    kind: 'one',
    changes: [{ kind: 'replace-expression', source, expression, term }],
  };
}
