import { headerOf } from '../../ecr/header.ts';
import type { ImportBlock } from '../../ecr/imports/importBlock.ts';
import { importedType } from '../../ecr/imports/importedResource.ts';
import { identityOf } from '../../ecr/imports/importIdentity.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { effectiveMembers, memberOf } from '../../evaluate/values/partsOfValue.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Finding, ImportCheck } from '../check.ts';

export const importId: ImportCheck = {
  subject: 'import',
  id: 'import-id',
  title: 'An import block does not say what to import, or says it by id and identity',
  severity: 'error',
  *check(imported, scope) {
    const { declaration, id, damaged } = imported;
    const { source, block } = declaration;
    const identity = attributeOf(block, 'identity');
    if (id === null) {
      if (damaged) return;
      if (identity !== undefined) {
        yield* checkIdentity(imported, scope);
        return;
      }
      yield {
        place: headerOf(declaration),
        message: 'An import block needs `id`, for a repository its name (or, from Terraform 1.12, `identity`).',
      };
      return;
    }
    if (identity !== undefined) {
      const [earlier, later] = id.start < identity.start ? [id, identity] : [identity, id];
      yield {
        place: placeOf(source, later.name),
        message: "Terraform takes `id` or `identity`, not both (\"Only one of 'id' or 'identity' can be specified\").",
        related: [{ place: placeOf(source, earlier.name), message: 'The other one is here.' }],
      };
    }
    const value = new Evaluator(scope).evaluate({ source, expression: id.value });
    const flaw = value.kind === 'null' ? 'null' : value.kind === 'string' && value.value === '' ? 'empty' : null;
    if (flaw === null) return;
    const said = flaw === 'null' ? 'The import ID cannot be null' : 'The import ID value evaluates to an empty string';
    yield {
      place: value.place,
      message: `The plan fails ("${said}"). Write what to import, for a repository its name.`,
    };
  },
};

/** What is wrong with the keys of an identity. */
function* checkIdentity(block: ImportBlock, scope: RecordingScope): Iterable<Finding> {
  const type = importedType(block);
  const identity = type === null ? null : identityOf(block, type, scope);
  if (type === null || identity === null) return;
  const { attribute, object, key, keys } = identity;
  const { source } = block.declaration;
  const named = memberOf(object, key);
  const foreign = effectiveMembers(object).filter((member) => !keys.includes(member.key));
  const isNamed = named !== undefined || object.open;
  // Of keys that the type has not, the first probably stands for the missing one.
  for (const member of isNamed ? foreign : foreign.slice(0, 1)) {
    yield {
      place: member.keyPlace,
      message: isNamed
        ? `The identity of ${type} has no "${member.key}"; its keys are ${key}, account_id and region. Remove it.`
        : `The identity of ${type} names it by ${key}, which is required, and has no "${member.key}". Write ${key}.`,
      ...(isNamed ? { severity: 'warning' as const } : {}),
    };
  }
  if (!isNamed && foreign.length === 0) {
    const { start, end } = attribute.value;
    const isWritten = attribute.value.kind === 'ObjectExpression';
    yield {
      place: placeOf(source, { start, end: isWritten ? start + 1 : end }),
      message: `The identity of ${type} needs ${key}, the name of the repository; without it nothing says what to import.`,
    };
  }
  const value = named?.value;
  if (value?.kind === 'null' || (value?.kind === 'string' && value.value === '')) {
    yield {
      place: value.place,
      message: `The identity of ${type} needs ${key}, which is ${value.kind === 'null' ? 'null' : 'empty'} here. Write the name of the repository.`,
    };
  }
}
