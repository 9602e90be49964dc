import type { Fix } from '../ecr/change.ts';
import type { ImportBlock } from '../ecr/importBlock.ts';
import { referencePath } from '../module/references.ts';
import { placeOf } from '../syntax/place.ts';
import type { Expression, Template } from '../syntax/tree.ts';
import type { ImportCheck } from './rule.ts';
import { readTarget, resourceAddressIn } from './support/importTarget.ts';

export const importTo: ImportCheck = {
  subject: 'import',
  id: 'import-to',
  title: 'The target of an import block is no address of a resource',
  severity: 'error',
  *check(block) {
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
    const found = describe(block, to.value);
    if (found !== null) yield { place: placeOf(source, to.value), ...found };
  },
};

interface Description {
  readonly message: string;
  readonly fixes?: readonly Fix[];
}

function describe(block: ImportBlock, to: Expression): Description | null {
  if (to.kind === 'Template') return describeText(block, to);
  const target = readTarget(to);
  switch (target?.kind) {
    case 'data-source':
      return { message: 'A data source cannot be imported into; only managed resources can. Name the resource block.' };
    case 'module':
      return { message: 'A module cannot be imported into; name a resource inside it, as in `module.NAME.TYPE.NAME`.' };
    case 'value':
      return {
        message: 'Terraform wants the address of a resource here, not a value that holds one. Write the address out.',
      };
    case 'attribute':
      return {
        message: 'Terraform imports into a whole resource, not into one of its attributes. Leave the attribute out.',
        fixes: [replacement(block, to, target.resource)],
      };
    default:
      return null;
  }
}

function describeText(block: ImportBlock, to: Template): Description {
  const address = addressIn(block, to);
  return {
    message:
      'Terraform wants an address here, not a string: "A single static variable reference is required". Write it without quotes.',
    fixes: address === null ? [] : [replacement(block, to, address)],
  };
}

/** The address that a string spells, as text or as its only interpolation. */
function addressIn({ declaration }: ImportBlock, { parts }: Template): string | null {
  const [only] = parts;
  if (parts.length !== 1 || only === undefined) return null;
  if (only.kind === 'TemplateLiteral') return resourceAddressIn(only.value);
  if (only.kind !== 'TemplateInterpolation' || referencePath(only.expression) === null) return null;
  return resourceAddressIn(declaration.source.piece.text.slice(only.expression.start, only.expression.end));
}

function replacement({ declaration }: ImportBlock, expression: Expression, address: string | Expression): Fix {
  const { source } = declaration;
  const text = typeof address === 'string' ? address : source.piece.text.slice(address.start, address.end);
  const term = { kind: 'reference', text } as const;
  return {
    title: `Change it to ${text}`,
    kind: 'one',
    changes: [{ kind: 'replace-expression', source, expression, term }],
  };
}
