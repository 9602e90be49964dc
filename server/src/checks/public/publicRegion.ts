import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import type { EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { headerOf } from '../../ecr/header.ts';
import { homeOf } from '../../ecr/registry/home.ts';
import { configured } from '../../ecr/registry/providerConfiguration.ts';
import { REGION_ARGUMENT } from '../../facts/provider/metaArguments.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { literalText } from '../../module/declarations/literals.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { providerRequirement } from '../../module/versions/providerRequirement.ts';
import { releaseOf } from '../../module/versions/release.ts';
import { supportByProvider } from '../../module/versions/support.ts';
import { versionBlocks } from '../../module/versions/versionBlocks.ts';
import type { ArgumentsCheck } from '../check.ts';
import { setArgument } from '../support/valueFixes.ts';

/** The region of ECR Public, and the second region that has an endpoint. */
const PUBLIC_REGION = 'us-east-1';
const OTHER_ENDPOINT = 'us-west-2';

export const publicRegion: ArgumentsCheck = {
  subject: 'arguments',
  id: 'public-region',
  title: 'ECR Public outside us-east-1',
  severity: 'error',
  *check(block, scope) {
    if (block.isNever || !block.fact.type.startsWith('aws_ecrpublic_')) return;
    const { region, regionValue } = homeOf(block, scope);
    if (region === null || regionValue === null || region === PUBLIC_REGION) return;
    const own = argumentIn(block.body, 'region');
    const isOwn = own !== undefined && own.value.kind === 'string';
    const hasEndpoint = region === OTHER_ENDPOINT && block.declaration.type === 'resource';
    yield {
      place: isOwn ? own.value.place : headerOf(block.declaration),
      message: hasEndpoint
        ? `Use ${PUBLIC_REGION}: ECR Public is there; ${region} has an endpoint too, but AWS documents only the other one.`
        : `Use ${PUBLIC_REGION}: ECR Public is nowhere else, and in ${region} the apply fails ("lookup api.ecr-public.${region}.amazonaws.com: no such host").`,
      related: isOwn ? [] : [{ place: regionValue.place, message: 'The region of its provider' }],
      fixes: [...setRegion(block, scope), ...useAlias(block, scope)],
      ...(hasEndpoint ? { severity: 'warning' as const } : {}),
    };
  },
};

function setRegion({ body, declaration }: EcrBlock, scope: RecordingScope): Fix[] {
  const requirement = providerRequirement(scope, declaration);
  const since = releaseOf(REGION_ARGUMENT.since ?? '');
  const support = requirement === null ? null : supportByProvider(scope, requirement, since);
  if (support?.share === 'none') return [];
  return [setArgument(body, 'region', { kind: 'literal', value: PUBLIC_REGION }, `Set region to ${PUBLIC_REGION}`)];
}

/** A provider configuration of the module for that region. */
function useAlias({ body }: EcrBlock, scope: RecordingScope): Fix[] {
  const { providers } = scope.ask((module) => module.remember(versionBlocks));
  const found = providers.flatMap((declaration) => {
    const written = attributeOf(declaration.block, 'alias')?.value;
    const alias = written === undefined ? null : literalText(written);
    const value = configured({ declaration, scope }, 'region');
    return alias !== null && value?.kind === 'string' && value.value === PUBLIC_REGION
      ? [`${declaration.labels[0]}.${alias}`]
      : [];
  });
  if (argumentIn(body, 'region') !== undefined) return [];
  return found
    .slice(0, 1)
    .map((text) => setArgument(body, 'provider', { kind: 'reference', text }, `Use the provider ${text}`));
}
