import { judgeEach } from '../../ecr/blocks/judgedValues.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { headerOf } from '../../ecr/header.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import { wholeCalledModule } from '../../ecr/references/calledModule.ts';
import { typeOfExpression } from '../../ecr/references/typeOfExpression.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { convert } from '../../evaluate/values/convert.ts';
import { failuresIn } from '../../evaluate/values/partsOfValue.ts';
import { readTypeConstraint } from '../../evaluate/values/typeConstraint.ts';
import { typeName } from '../../evaluate/values/types.ts';
import type { Type } from '../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, attributesOf, isVariable } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { PieceInFile } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';
import type { Finding } from '../check.ts';

/** Arguments and blocks that every call accepts, including OpenTofu's. */
const OWN: readonly string[] = ['source', 'version', 'providers', 'count', 'for_each', 'depends_on', 'lifecycle'];

/** The inputs that a call passes to its module. */
interface Call {
  readonly declaration: BlockDeclaration;
  readonly scope: RecordingScope;
  readonly variables: ReadonlyMap<string, BlockDeclaration>;
  readonly given: readonly Attribute[];
}

/** The call of a local module that contains ECR blocks and is fully read; null for any other block. */
function readCall(declaration: BlockDeclaration, scope: RecordingScope): Call | null {
  if (declaration.type !== 'module' || declaration.isBroken || declaration.block.damaged) return null;
  const called = wholeCalledModule(declaration, scope);
  if (called === null) return null;
  const variables = scope.ask(() => called.remember(variablesIn));
  const given = attributesOf(declaration.block.body).filter(({ name }) => !OWN.includes(name.text));
  return { declaration, scope, variables, given };
}

function variablesIn(module: Module): ReadonlyMap<string, BlockDeclaration> {
  const variables = module.blocksWhich(isVariable);
  return new Map(variables.map((variable) => [variable.labels[0] ?? '', variable]));
}

/** Inputs that the module does not have. */
export function* unknownInputs(declaration: BlockDeclaration, scope: RecordingScope): Iterable<Finding> {
  const call = readCall(declaration, scope);
  if (call === null) return;
  const { source } = declaration;
  const { variables } = call;
  for (const item of declaration.block.body.items) {
    const name = item.kind === 'Attribute' ? item.name : item.type;
    if (OWN.includes(name.text) || (item.kind === 'Attribute' && variables.has(name.text))) continue;
    if (item.kind === 'Block' && variables.has(name.text)) {
      yield {
        place: placeOf(source, name),
        message: `${name.text} is an argument: ${name.text} = …; Terraform stops with "Unsupported block type".`,
        isOfValidate: true,
      };
      continue;
    }
    const near = nearestInput(name.text, call);
    yield {
      place: placeOf(source, name),
      message: `The module has no variable "${name.text}"; Terraform stops with "Unsupported argument". ${near === undefined ? 'Declare it there, or remove it.' : `The nearest name is ${near}.`}`,
      fixes: near === undefined || item.kind === 'Block' ? [] : [renamed(source, item, near)],
      isOfValidate: true,
    };
  }
}

/** The variable that a name most likely means, among those that the call does not set. */
function nearestInput(name: string, { variables, given }: Call): string | undefined {
  const written = given.map((one) => one.name.text);
  return nearestName(
    name,
    [...variables.keys()].filter((one) => !written.includes(one)),
  );
}

function renamed(source: PieceInFile, item: Attribute, name: string): Fix {
  const change = { kind: 'replace-text', place: placeOf(source, item.name), text: name } as const;
  return { title: `Rename it to ${name}`, kind: 'one', changes: source.uri.endsWith('.json') ? [] : [change] };
}

/** Inputs that the module requires and the call does not set, except those that a misspelled name means. */
export function* missingInputs(declaration: BlockDeclaration, scope: RecordingScope): Iterable<Finding> {
  const call = readCall(declaration, scope);
  if (call === null) return;
  const names = declaration.block.body.items.map((item) =>
    item.kind === 'Attribute' ? item.name.text : item.type.text,
  );
  const meant = names.filter((name) => !call.variables.has(name)).map((name) => nearestInput(name, call));
  const written = new Set([...names, ...meant]);
  for (const [name, variable] of call.variables) {
    if (attributeOf(variable.block, 'default') !== undefined || written.has(name) || variable.block.damaged) continue;
    yield {
      place: headerOf(declaration),
      message: `The module needs ${name}, which has no default; Terraform stops with "Missing required argument". Give it a value.`,
      related: [{ place: headerOf(variable), message: 'The variable is declared here.' }],
      isOfValidate: true,
    };
  }
}

/** Inputs that cannot be converted to the types of the module's variables. */
export function* wronglyTypedInputs(declaration: BlockDeclaration, scope: RecordingScope): Iterable<Finding> {
  const call = readCall(declaration, scope);
  if (call === null) return;
  for (const attribute of call.given) {
    const variable = call.variables.get(attribute.name.text);
    if (variable !== undefined && !variable.block.damaged) yield* wronglyTyped(attribute, variable, call);
  }
}

function* wronglyTyped(
  { name, value: expression }: Attribute,
  variable: BlockDeclaration,
  call: Call,
): Iterable<Finding> {
  const { declaration, scope } = call;
  const { source } = declaration;
  const related = [{ place: headerOf(variable), message: 'The variable is declared here.' }];
  const value = new Evaluator(scope).evaluate({ source, expression });
  const nullable = attributeOf(variable.block, 'nullable')?.value;
  const isRequired = attributeOf(variable.block, 'default') === undefined;
  if (value.kind === 'null' && isRequired && nullable?.kind === 'BooleanLiteral' && !nullable.value) {
    const message = `${name.text} may not be null; Terraform stops with "Required variable not set". Give it a value.`;
    yield { place: placeOf(source, expression), message, related, isOfValidate: true };
    return;
  }
  const type = typeOfVariable(variable, call);
  if (type === null) return;
  const told = (place = placeOf(source, expression)): Finding => ({
    place,
    message: `${name.text} takes ${wordFor(type)}, and this cannot be converted to it; Terraform stops with "Invalid value for input variable". Give it a value of that type.`,
    related,
    isOfValidate: true,
  });
  const given = typeOfExpression(expression, { scope, declaration, names: null });
  if (given !== null && isCertainlyOther(given, type)) {
    yield told();
    return;
  }
  yield* judgeEach(value, function* (option) {
    if (option.kind === 'null' || failuresIn(option).length > 0) return;
    if (failuresIn(convert(option, type)).length > 0) yield told();
  });
}

/** True for a collection or object in place of a single value, and the reverse. */
function isCertainlyOther(given: Type, wanted: Type): boolean {
  const isPlain = ({ kind }: Type) => kind === 'string' || kind === 'number' || kind === 'bool';
  if (given.kind === 'dynamic' || wanted.kind === 'dynamic') return false;
  return isPlain(given) !== isPlain(wanted);
}

/** A type in a sentence. */
function wordFor(type: Type): string {
  const name = typeName(type);
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`;
}

function typeOfVariable({ source, block }: BlockDeclaration, { declaration, scope }: Call): Type | null {
  const type = attributeOf(block, 'type')?.value;
  const inner = scope.through(declaration, new Evaluator(scope));
  if (type === undefined || inner === null) return null;
  return readTypeConstraint(type, (expression) => new Evaluator(inner).evaluateAlone(source, expression));
}
