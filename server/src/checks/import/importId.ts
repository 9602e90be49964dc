import { headerOf } from '../../ecr/header.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { ImportCheck } from '../check.ts';

export const importId: ImportCheck = {
  subject: 'import',
  id: 'import-id',
  title: 'An import block has no id, or has id and identity',
  severity: 'error',
  *check({ declaration, id, damaged }, scope) {
    const { source, block } = declaration;
    const identity = attributeOf(block, 'identity');
    if (id === null) {
      if (damaged || identity !== undefined) return;
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
