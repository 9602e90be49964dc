import type { Fix } from '../../ecr/edits/change.ts';
import { LIFECYCLE_POLICY_TYPE } from '../../ecr/repository/policyTargets.ts';
import { REPOSITORY_TYPE } from '../../ecr/repository/repositoryBlock.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, isBlockOf } from '../../module/declarations/declarations.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { Term } from '../../syntax/edit/term.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { BlockCheck } from '../check.ts';

/** Attributes of a repository that hold its name among other things. */
const OTHER_ATTRIBUTES = ['arn', 'repository_url'];

/** What an ARN and a URL of a repository look like; the name is captured. */
const ADDRESSES = [
  /^arn:[\w-]+:ecr:[\w-]*:\d*:repository\/(.+)$/,
  /^(?:https?:\/\/)?\d{12}\.dkr[.-]ecr(?:-fips)?\.[\w.-]+\/([^:@]+)$/,
];

export const policyRepositoryReference: BlockCheck = {
  subject: 'block',
  id: 'policy-repository-reference',
  title: 'A lifecycle policy names its repository by an ARN or a URL',
  severity: 'error',
  *check(declaration, scope) {
    if (!isBlockOf(declaration, 'resource', LIFECYCLE_POLICY_TYPE)) return;
    const expression = attributeOf(declaration.block, 'repository')?.value;
    if (expression === undefined) return;
    const { source } = declaration;
    const value = new Evaluator(scope).evaluate({ source, expression });
    const mended = nameInstead(value);
    if (mended === null) return;
    const isHere = value.expression === expression || value.kind === 'string';
    yield {
      place: isHere ? placeOf(source, expression) : value.place,
      message:
        'repository takes the name of the repository, and this is its ARN or URL; AWS refuses it ("failed to satisfy constraint: must satisfy regular expression"). Give the name.',
      fixes: fixesFor(declaration, value, mended),
    };
  },
};

/** The name inside an ARN or URL; null for any other value. */
function nameInstead(value: Value): Term | null {
  if (value.kind === 'string') {
    const name = ADDRESSES.map((pattern) => pattern.exec(value.value)?.[1]).find((found) => found !== undefined);
    return name === undefined ? null : { kind: 'literal', value: name };
  }
  if (value.kind !== 'unknown' || value.expression.kind !== 'AttributeAccess') return null;
  const [type, , attribute, ...others] = referencePath(value.expression) ?? [];
  if (type !== REPOSITORY_TYPE || attribute === undefined || others.length > 0) return null;
  if (!OTHER_ATTRIBUTES.includes(attribute)) return null;
  return { kind: 'reference', text: `${textOf(placeOf(value.place, value.expression.object))}.name` };
}

function fixesFor({ source }: BlockDeclaration, value: Value, term: Term): Fix[] {
  const { place, expression, derived } = value;
  // A value from elsewhere may be right for others that use it.
  if (place.piece !== source.piece || derived === true) return [];
  return [
    {
      title: `Use ${term.kind === 'reference' ? term.text : 'the name'}`,
      kind: 'one',
      changes: [{ kind: 'replace-expression', source, expression, term }],
    },
  ];
}
