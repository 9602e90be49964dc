import { Evaluator } from '../../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf, isBlockOf } from '../../../module/declarations/declarations.ts';
import { referencedResource, resourcesMentionedIn } from '../../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { homeOfDeclaration } from '../../registry/home.ts';
import type { AccessPolicy } from './accessPolicy.ts';
import { ownRegistry } from './ownRegistry.ts';

/** A Lambda function that runs an image of another account. */
interface FunctionElsewhere {
  readonly declaration: BlockDeclaration;
  /** The account of the function. */
  readonly account: string;
}

/** The functions of a module that run an image of a policy's repository in accounts that are known to be others. */
export function functionsElsewhere(policy: AccessPolicy, scope: RecordingScope): readonly FunctionElsewhere[] {
  const { account: own } = ownRegistry(policy, scope);
  const written = attributeOf(policy.owner.block, 'repository')?.value;
  if (own === null || written === undefined) return [];
  const repository = referencedResource(written);
  const value = new Evaluator(scope).evaluate({ source: policy.owner.source, expression: written });
  const name = value.kind === 'string' ? value.value : null;
  const functions = scope.ask((module) => module.remember(functionsIn));
  return functions.flatMap((declaration) => {
    const image = attributeOf(declaration.block, 'image_uri')?.value;
    if (image === undefined) return [];
    const isOwn = repository !== null && resourcesMentionedIn(image).has(repository);
    const text = new Evaluator(scope).evaluate({ source: declaration.source, expression: image });
    if (!isOwn && !(text.kind === 'string' && isImageOf(text.value, own, name))) return [];
    const { account } = homeOfDeclaration(declaration, scope);
    return account === null || account === own ? [] : [{ declaration, account }];
  });
}

function isImageOf(text: string, account: string, name: string | null): boolean {
  const [, registry, repository] = /^(\d{12})\.dkr\.ecr\.[^/]+\/([^:@]+)/.exec(text) ?? [];
  return registry === account && name !== null && repository === name;
}

function functionsIn(module: RecordingScope['module']): readonly BlockDeclaration[] {
  return module.blocksWhich(isFunction);
}

function isFunction(block: BlockDeclaration): boolean {
  return isBlockOf(block, 'resource', 'aws_lambda_function');
}
