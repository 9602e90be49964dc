import type { AccessPolicy, AccessStatement } from '../../ecr/documents/access/accessPolicy.ts';
import { holds } from '../../ecr/documents/access/actions.ts';
import { ownRegistry } from '../../ecr/documents/access/ownRegistry.ts';
import { allowing, everyoneIn, isForService } from '../../ecr/documents/access/principals.ts';
import { homeOfDeclaration } from '../../ecr/registry/home.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, isBlockOf } from '../../module/declarations/declarations.ts';
import { referencedResource, resourcesMentionedIn } from '../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { AccessCheck } from '../check.ts';

export const accessOrgLambda: AccessCheck = {
  subject: 'access',
  id: 'access-org-lambda',
  title: 'A statement for an organization does not cover Lambda of its accounts',
  severity: 'hint',
  *check(policy, scope) {
    if (policy.target !== 'repository' || !policy.isWhole) return;
    const statements = allowing(policy);
    const open = statements.find(
      (statement) =>
        holds(statement.actions, 'BatchGetImage', policy.service) === 'yes' && isForOrganization(statement),
    );
    const everyone = open && everyoneIn(open);
    if (everyone === undefined || statements.some((statement) => isForService(statement, 'lambda'))) return;
    const foreign = functionElsewhere(policy, scope);
    if (foreign === undefined) return;
    yield {
      place: everyone.node.place,
      message: `${foreign.address} is in another account of the organization, and the service of Lambda belongs to none: it cannot pull by this statement. Add one for lambda.amazonaws.com with a Condition on "aws:SourceOrgID" or "aws:SourceArn".`,
    };
  },
};

const KEYS = ['aws:principalorgid', 'aws:principalorgpaths'];

function isForOrganization({ conditions }: AccessStatement): boolean {
  if (conditions.state !== 'known') return false;
  return conditions.tests.some(
    ({ key, operator }) => KEYS.includes(key.toLowerCase()) && operator?.fact.isNegated === false,
  );
}

/** A function that runs an image of the policy's repository in another account. */
function functionElsewhere(policy: AccessPolicy, scope: RecordingScope): BlockDeclaration | undefined {
  const { account } = ownRegistry(policy, scope);
  const written = attributeOf(policy.owner.block, 'repository')?.value;
  if (account === null || written === undefined) return undefined;
  const repository = referencedResource(written);
  const value = new Evaluator(scope).evaluate({ source: policy.owner.source, expression: written });
  const name = value.kind === 'string' ? value.value : null;
  return scope
    .ask((module) => module.remember(functionsIn))
    .find((declaration) => {
      const image = attributeOf(declaration.block, 'image_uri')?.value;
      if (image === undefined) return false;
      const isOwn = repository !== null && resourcesMentionedIn(image).has(repository);
      const text = new Evaluator(scope).evaluate({ source: declaration.source, expression: image });
      if (!isOwn && !(text.kind === 'string' && isImageOf(text.value, account, name))) return false;
      const other = homeOfDeclaration(declaration, scope).account;
      return other !== null && other !== account;
    });
}

function isImageOf(text: string, account: string, name: string | null): boolean {
  const [, registry, repository] = /^(\d{12})\.dkr\.ecr\.[^/]+\/([^:@]+)/.exec(text) ?? [];
  return registry === account && name !== null && repository === name;
}

function functionsIn(module: RecordingScope['module']): readonly BlockDeclaration[] {
  return module.allBlocks().filter((block) => isBlockOf(block, 'resource', 'aws_lambda_function'));
}
