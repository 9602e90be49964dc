import type { ModuleCall } from '../../ecr/modules/moduleCall.ts';
import { argumentOf, readModuleCall } from '../../ecr/modules/moduleCall.ts';
import { otherModuleOf } from '../../ecr/modules/otherCall.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { TEXT_DOCUMENTS } from '../../facts/modules/moduleTraps.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Attribute, Expression } from '../../syntax/tree/tree.ts';
import type { BlockCheck, Finding } from '../check.ts';
import { wrapIn } from '../support/moduleFixes.ts';

/** Inputs of cloudposse that take a list of rules. */
const LISTS = ['custom_lifecycle_rules'];

const DOCUMENTS = ['aws_ecr_lifecycle_policy_document', 'aws_iam_policy_document'];

export const modulePolicyType: BlockCheck = {
  subject: 'block',
  id: 'module-policy-type',
  title: 'Wrong form of a policy in a module call',
  severity: 'error',
  isOfCalls: true,
  *check(declaration, scope) {
    if (declaration.type !== 'module') return;
    const call = readModuleCall(declaration, scope);
    if (call !== null) {
      const texts = call.known.texts ?? TEXT_DOCUMENTS[call.known.id] ?? [];
      for (const name of texts) yield* asText(call, name, scope);
      if (call.known.id === 'cloudposse') for (const name of LISTS) yield* asList(declaration, name, scope);
    }
    const other = otherModuleOf(declaration);
    if (other?.rules !== undefined) yield* asList(declaration, other.rules, scope);
    if (other?.objects !== undefined) yield* asObjects(declaration, other.objects, scope);
  },
};

function* asText(call: ModuleCall, name: string, scope: RecordingScope): Iterable<Finding> {
  const attribute = argumentOf(call, name);
  if (attribute === undefined) return;
  const place = placeOf(call.declaration.source, attribute.value);
  if (isWholeDocument(attribute.value)) {
    const end = { ...place, start: place.end };
    yield {
      place,
      message: `${name} takes JSON text, but this is the whole data source; the plan fails ("string required"). Its text is its json attribute.`,
      fixes: [{ title: 'Add .json', kind: 'one', changes: [{ kind: 'replace-text', place: end, text: '.json' }] }],
    };
    return;
  }
  const kind = valueAt(call.declaration, attribute, scope).kind;
  if (kind !== 'object' && kind !== 'list') return;
  yield {
    place,
    message: `${name} takes JSON text, but this is ${kind === 'object' ? 'an object' : 'a list'}; the plan fails ("string required"). Wrap it in jsonencode(…).`,
    fixes: [wrapIn('jsonencode', place)],
  };
}

function* asList(declaration: BlockDeclaration, name: string, scope: RecordingScope): Iterable<Finding> {
  const attribute = attributeOf(declaration.block, name);
  if (attribute === undefined) return;
  const { kind } = valueAt(declaration, attribute, scope);
  if (kind !== 'string' && kind !== 'encoded' && kind !== 'partial-string') return;
  const place = placeOf(declaration.source, attribute.value);
  const inner = argumentOfEncode(attribute.value);
  yield {
    place,
    message: `${name} takes a list of rules, but this is text; the plan fails ("list required").${inner === null ? '' : ' Remove jsonencode.'}`,
    fixes:
      inner === null
        ? []
        : [
            {
              title: 'Remove jsonencode',
              kind: 'one',
              changes: [{ kind: 'replace-text', place, text: textOf(placeOf(declaration.source, inner)) }],
            },
          ],
  };
}

/** What the module itself encodes, for each of its repositories. */
function* asObjects(
  declaration: BlockDeclaration,
  { input, key }: { readonly input: string; readonly key: string },
  scope: RecordingScope,
): Iterable<Finding> {
  const attribute = attributeOf(declaration.block, input);
  const value = attribute && valueAt(declaration, attribute, scope);
  if (value?.kind !== 'object') return;
  for (const { value: repository } of value.members) {
    const policy = repository.kind === 'object' ? repository.members.find((one) => one.key === key)?.value : undefined;
    if (policy?.kind !== 'encoded' && policy?.kind !== 'partial-string' && policy?.kind !== 'string') continue;
    yield {
      place: policy.place,
      message: `${key} takes an object, which the module encodes itself, but this is text: it would be encoded twice, which AWS refuses. Remove jsonencode.`,
    };
  }
}

function valueAt({ source }: BlockDeclaration, { value }: Attribute, scope: RecordingScope): Value {
  return new Evaluator(scope).evaluate({ source, expression: value });
}

/** `data.TYPE.NAME`, without the attribute. */
function isWholeDocument(expression: Expression): boolean {
  const [root, type, name, ...others] = referencePath(expression) ?? [];
  return root === 'data' && DOCUMENTS.includes(type ?? '') && name !== undefined && others.length === 0;
}

/** The value given to `jsonencode` when it is already a list; null otherwise. */
function argumentOfEncode(expression: Expression): Expression | null {
  if (expression.kind !== 'FunctionCall' || expression.name.text !== 'jsonencode') return null;
  const [argument, ...others] = expression.arguments;
  return argument?.kind === 'TupleExpression' && others.length === 0 ? argument : null;
}
