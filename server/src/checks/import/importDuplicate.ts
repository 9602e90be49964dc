import { readImport } from '../../ecr/imports/importBlock.ts';
import { importIndex } from '../../ecr/imports/importIndex.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { ImportCheck } from '../check.ts';

export const importDuplicate: ImportCheck = {
  subject: 'import',
  id: 'import-duplicate',
  title: 'Two import blocks with the same target or repository',
  severity: 'error',
  *check({ declaration, to, id }, scope) {
    if (to === null) return;
    const { source } = declaration;
    const target = textOf(placeOf(source, to.value));
    const sameTarget = scope.ask((module) => module.remember(importIndex).sameTarget.get(declaration));
    const other = sameTarget && readImport(sameTarget)?.to;
    if (sameTarget !== undefined && other) {
      yield {
        place: placeOf(source, to.value),
        message: `${target} is already the target of another import block; the plan fails ("Duplicate import configuration"). Remove one of the two.`,
        related: [{ place: placeOf(sameTarget.source, other.value), message: 'The target is already used here.' }],
      };
    }
    const sameId = scope.ask((module) => module.remember(importIndex).sameId.get(declaration));
    const otherId = sameId && readImport(sameId)?.id;
    if (id === null || sameId === undefined || !otherId) return;
    yield {
      place: placeOf(source, id.value),
      severity: 'warning',
      message:
        'The same object is already imported into another resource: two resources would own it, and destroying one destroys it for both. Keep one, or correct the id.',
      related: [{ place: placeOf(sameId.source, otherId.value), message: 'It is imported here first.' }],
    };
  },
};
