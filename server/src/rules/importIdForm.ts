import type { Fix } from '../ecr/change.ts';
import { REPOSITORY_TYPE } from '../ecr/repository.ts';
import { addressForm, nameInAddress } from '../ecr/repositoryName.ts';
import { Evaluator } from '../evaluate/evaluate.ts';
import type { Value } from '../evaluate/value.ts';
import { referencePath } from '../module/references.ts';
import type { Term } from '../syntax/edit/term.ts';
import { isEditable } from '../syntax/mappedText.ts';
import { placeOf, textOf } from '../syntax/place.ts';
import type { ImportCheck } from './rule.ts';
import { nameArgument } from './support/importedName.ts';
import { importedType } from './support/importedResource.ts';

export const importIdForm: ImportCheck = {
  subject: 'import',
  id: 'import-id-form',
  title: 'The id of an import block is an ARN or a URL where the name of a repository is needed',
  severity: 'error',
  *check(block, scope) {
    const { declaration, id } = block;
    const type = importedType(block);
    if (id === null || type === null || nameArgument(type) === undefined) return;
    const value = new Evaluator(scope).evaluate({ source: declaration.source, expression: id.value });
    const found = describe(value);
    if (found === null) return;
    yield {
      place: value.place,
      message: `The id of ${type} is the name of the repository, but this is ${found.form}; AWS has no repository that is called so. Write the name alone.`,
      fixes: found.name === null ? [] : [replacement(value, found.name)],
    };
  },
};

interface WrongForm {
  readonly form: 'an ARN' | 'a URL';
  /** What to write in its place. */
  readonly name: Term | null;
}

function describe(value: Value): WrongForm | null {
  if (value.kind === 'unknown') return describeReference(value);
  if (value.kind !== 'string' && value.kind !== 'partial-string') return null;
  const { text } = value.mapped;
  const form = addressForm(text);
  if (form === null) return null;
  const name = nameInAddress(text);
  const start = name === null ? 0 : text.lastIndexOf(name);
  const isWritten = name !== null && isEditable(value.mapped, start, start + name.length);
  return { form, name: isWritten ? { kind: 'literal', value: name } : null };
}

const ATTRIBUTES: Readonly<Record<string, WrongForm['form']>> = { arn: 'an ARN', repository_url: 'a URL' };

/** An attribute of a repository, or of its data source, that is not its name. */
function describeReference({ expression, place }: Value): WrongForm | null {
  if (expression.kind !== 'AttributeAccess') return null;
  const form = Object.hasOwn(ATTRIBUTES, expression.name.text) ? ATTRIBUTES[expression.name.text] : undefined;
  const path = referencePath(expression) ?? [];
  const [type, ...rest] = path[0] === 'data' ? path.slice(1) : path;
  if (form === undefined || type !== REPOSITORY_TYPE || rest.length !== 2) return null;
  const object = textOf(placeOf({ uri: place.uri, piece: place.piece }, expression.object));
  return { form, name: { kind: 'reference', text: `${object}.name` } };
}

function replacement({ place, expression }: Value, term: Term): Fix {
  const source = { uri: place.uri, piece: place.piece };
  const name = term.kind === 'literal' ? String(term.value) : term.kind === 'reference' ? term.text : '';
  return {
    title: `Change it to ${name}`,
    kind: 'one',
    changes: [{ kind: 'replace-expression', source, expression, term }],
  };
}
