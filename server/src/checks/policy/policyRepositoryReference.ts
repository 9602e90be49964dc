import type { Fix } from '../../ecr/edits/change.ts';
import { instancesOf } from '../../ecr/instances.ts';
import { repositoryNameArguments } from '../../ecr/repository/repositoryNameArguments.ts';
import { addressForm, nameInPublicUrl } from '../../ecr/repository/repositoryNames.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { lookUp } from '../../facts/lookUp.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Term } from '../../syntax/edit/term.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';
import type { BlockCheck, Finding } from '../check.ts';

/** The argument or attribute that is the name, by the type that has it. */
const NAMES: Readonly<Record<string, string>> = {
  aws_ecr_repository: 'name',
  aws_ecrpublic_repository: 'repository_name',
};

/** Attributes of a repository that contain its name, or that are a different text. */
const OTHER_ATTRIBUTES: readonly string[] = ['arn', 'repository_url', 'repository_uri', 'registry_id'];

/** The forms of a repository's ARN and URL; the name is captured. */
const ADDRESSES = [
  /^arn:[\w-]+:ecr(?:-public)?:[\w-]*:\d*:repository\/(.+)$/,
  /^(?:https?:\/\/)?\d{12}\.dkr[.-]ecr(?:-fips)?\.[\w.-]+\/([^:@]+)$/,
];

export const policyRepositoryReference: BlockCheck = {
  subject: 'block',
  id: 'policy-repository-reference',
  title: 'ARN or URL in place of a repository name',
  severity: 'error',
  *check(declaration, scope) {
    if (declaration.block.damaged) return;
    for (const attribute of repositoryNameArguments(declaration)) yield* checkArgument(attribute, declaration, scope);
  },
};

function* checkArgument(
  { name, value: expression }: Attribute,
  declaration: BlockDeclaration,
  scope: RecordingScope,
): Iterable<Finding> {
  const { source } = declaration;
  const instances = instancesOf(declaration, scope) ?? [{ options: {} }];
  for (const { options } of instances) {
    const value = new Evaluator(scope, options).evaluate({ source, expression });
    const mended = nameInstead(value);
    if (mended === null) continue;
    const isHere = value.expression === expression || value.kind === 'string';
    yield {
      place: isHere ? placeOf(source, expression) : value.place,
      message: `${name.text} takes the name of the repository, but this is its ${mended.is}; AWS refuses it ("failed to satisfy constraint: must satisfy regular expression"). Give the name.`,
      fixes: fixesFor(declaration, value, mended.term),
    };
    return;
  }
}

/** The name to write instead of an ARN or URL; null when the value is neither. */
function nameInstead(value: Value): { readonly is: string; readonly term: Term | null } | null {
  if (value.kind === 'string') {
    const found = ADDRESSES.map((pattern) => pattern.exec(value.value)?.[1]).find((name) => name !== undefined);
    const name = found ?? nameInPublicUrl(value.value);
    if (name !== null) return { is: 'ARN or URL', term: { kind: 'literal', value: name } };
    return addressForm(value.value) === null ? null : { is: 'ARN or URL', term: null };
  }
  if (value.kind !== 'unknown' || value.expression.kind !== 'AttributeAccess') return null;
  const path = referencePath(value.expression) ?? [];
  const [type, , attribute, ...others] = path[0] === 'data' ? path.slice(1) : path;
  const name = type === undefined ? undefined : lookUp(NAMES, type);
  if (name === undefined || attribute === undefined || others.length > 0) return null;
  if (!OTHER_ATTRIBUTES.includes(attribute)) return null;
  const text = `${textOf(placeOf(value.place, value.expression.object))}.${name}`;
  return { is: attribute === 'registry_id' ? 'account' : 'ARN or URL', term: { kind: 'reference', text } };
}

function fixesFor({ source }: BlockDeclaration, value: Value, term: Term | null): Fix[] {
  const { place, expression, derived } = value;
  if (term === null) return [];
  // A shared value may be right for its other users.
  if (place.piece !== source.piece || derived === true) return [];
  return [
    {
      title: `Use ${term.kind === 'reference' ? term.text : 'the name'}`,
      kind: 'one',
      changes: [{ kind: 'replace-expression', source, expression, term }],
    },
  ];
}
