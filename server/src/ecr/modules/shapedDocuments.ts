import { Evaluator } from '../../evaluate/evaluate.ts';
import { computedMember, encodedValue, openedList, writtenObject } from '../../evaluate/values/makeValue.ts';
import type { ListValue, ObjectValue, Value } from '../../evaluate/values/value.ts';
import { CALL_ARGUMENTS } from '../../facts/modules/callArguments.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributesOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';
import type { AccessPolicy } from '../documents/access/accessPolicy.ts';
import { accessPolicyOf } from '../documents/access/readAccessPolicy.ts';
import { ACCESS } from '../documents/access/vocabulary.ts';
import { existenceOf } from '../documents/blockExistence.ts';
import type { PolicyNode } from '../documents/documentNodes.ts';
import type { DocumentSource } from '../documents/documentSource.ts';
import { readSpelling } from '../documents/handedOver.ts';
import type { LifecyclePolicy } from '../documents/lifecycle/policy.ts';
import { policyOf } from '../documents/lifecycle/readPolicy.ts';
import { LIFECYCLE } from '../documents/lifecycle/vocabulary.ts';

/** Deeper values of an argument are not examined. */
const DEPTH_LIMIT = 4;
/** More documents of one call are not checked. */
const COUNT_LIMIT = 100;

/** A lifecycle policy that a call passes to a module about which nothing is known. */
export interface ShapedPolicy {
  readonly policy: LifecyclePolicy;
  /** `text`: the whole as JSON text. `object`: the whole as an object. `rules`: a list of rules alone. */
  readonly form: 'text' | 'object' | 'rules';
}

/** What a call passes to a module about which nothing is known, as far as its shape identifies it. */
export interface ShapedDocuments {
  readonly lifecycle: readonly ShapedPolicy[];
  readonly access: readonly AccessPolicy[];
}

const NONE: ShapedDocuments = { lifecycle: [], access: [] };

/**
 * Reads the arguments of a call by their shape; nothing when the module is available, because its code says what they
 * are.
 */
export function readShapedDocuments(declaration: BlockDeclaration, scope: RecordingScope): ShapedDocuments {
  if (declaration.type !== 'module' || isAtHand(declaration, scope)) return NONE;
  if (existenceOf(declaration, [], scope) === 'never') return NONE;
  const lifecycle: ShapedPolicy[] = [];
  const access: AccessPolicy[] = [];
  const reserved = CALL_ARGUMENTS.map(({ name }) => name);
  const arguments_ = attributesOf(declaration.block.body).filter(({ name }) => !reserved.includes(name.text));
  for (const attribute of arguments_) {
    const value = new Evaluator(scope).evaluate({ source: declaration.source, expression: attribute.value });
    for (const found of documentsIn(value)) {
      if (lifecycle.length + access.length >= COUNT_LIMIT) break;
      const source = sourceOf(declaration, attribute, found.value);
      const policy = found.form === 'access' ? accessPolicyOf(declaration, source, found.spelled, null) : null;
      if (policy !== null) access.push(policy);
      else if (found.form !== 'access')
        lifecycle.push({ policy: policyOf(declaration, source, found.spelled, null), form: found.form });
    }
  }
  return { lifecycle, access };
}

function isAtHand(declaration: BlockDeclaration, scope: RecordingScope): boolean {
  const [directory] = scope.directoriesOf(declaration);
  return directory !== undefined && scope.ask(({ environment }) => environment.moduleAt(directory) !== undefined);
}

/** A value, and the same value as the text that ECR would get. */
interface FoundDocument {
  readonly value: Value;
  readonly spelled: Value;
  readonly form: ShapedPolicy['form'] | 'access';
}

function documentsIn(value: Value, depth = 0): readonly FoundDocument[] {
  if (depth > DEPTH_LIMIT) return [];
  switch (value.kind) {
    case 'alternatives':
      return value.options.flatMap((option) => documentsIn(option, depth));
    case 'string':
    case 'partial-string':
    case 'encoded': {
      const form = formOf(value, 'text');
      return form === null ? [] : [{ value, spelled: value, form }];
    }
    case 'object': {
      const spelled = encodedValue(value, value);
      const form = isDocument(value) ? formOf(spelled, 'object') : null;
      return form === null
        ? value.members.flatMap((member) => documentsIn(member.value, depth + 1))
        : [{ value, spelled, form }];
    }
    case 'list':
      return isListOfRules(value)
        ? [{ value, spelled: encodedValue(withRules(value), value), form: 'rules' }]
        : value.items.flatMap((item) => documentsIn(item, depth + 1));
    default:
      return [];
  }
}

/** False for an object with more members than a document has: members next to the rules belong to the module. */
function isDocument({ members }: ObjectValue): boolean {
  return members.every(({ key }) => key === 'rules') || members.some(({ key }) => key === 'Statement');
}

/** A policy about which only some rules are known. */
function withRules(rules: ListValue): Value {
  const { place, expression } = rules;
  return writtenObject([computedMember('rules', openedList(rules))], { place, expression, derived: true }, true);
}

function isListOfRules(list: ListValue): boolean {
  return list.items.some((item) => {
    const selection = item.kind === 'object' ? item.members.find(({ key }) => key === 'selection')?.value : undefined;
    return selection?.kind === 'object' && selection.members.some(({ key }) => key === 'countType');
  });
}

function formOf(spelled: Value, whole: 'text' | 'object'): FoundDocument['form'] | null {
  if (isLifecycle(readSpelling(spelled, LIFECYCLE).root)) return whole;
  return isAccess(readSpelling(spelled, ACCESS).root) ? 'access' : null;
}

/** True for an object whose rules select by a countType. */
function isLifecycle(root: PolicyNode | null): boolean {
  return itemsOf(memberOf(root, 'rules')).some((rule) => memberOf(memberOf(rule, 'selection'), 'countType') !== null);
}

/** True for a document about access to ECR alone. */
function isAccess(root: PolicyNode | null): boolean {
  const statement = memberOf(root, 'Statement');
  const statements = statement?.kind === 'object' ? [statement] : itemsOf(statement);
  return statements.length > 0 && statements.some(hasPrincipal) && statements.every(isOfEcr);
}

function hasPrincipal(statement: PolicyNode): boolean {
  return memberOf(statement, 'Principal') !== null;
}

function isOfEcr(statement: PolicyNode): boolean {
  const action = memberOf(statement, 'Action');
  const actions = action?.kind === 'list' ? action.items : action === null ? [] : [action];
  const isEcr = (node: PolicyNode) =>
    node.kind === 'scalar' && typeof node.value === 'string' && /^ecr:/i.test(node.value);
  return actions.length > 0 && actions.every(isEcr);
}

function memberOf(node: PolicyNode | null, key: string): PolicyNode | null {
  return node?.kind === 'object' ? (node.members.find((member) => member.key === key)?.value ?? null) : null;
}

function itemsOf(node: PolicyNode | null): readonly PolicyNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** Where a document is set: the part that the call itself spells. */
function sourceOf({ source }: BlockDeclaration, argument: Attribute, value: Value): DocumentSource {
  const isWritten =
    value.place.piece === source.piece && value.place.start >= argument.start && value.place.end <= argument.end;
  const fact = { of: { module: /./ }, argument: argument.name.text };
  return { argument, fact, expression: isWritten ? value.expression : argument.value };
}
