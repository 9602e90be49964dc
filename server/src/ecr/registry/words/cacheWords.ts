import { partitionOf } from '../../../facts/provider/regions.ts';
import { exampleOf } from '../../../facts/registry/upstreamExamples.ts';
import { upstreamRegistry } from '../../../facts/registry/upstreamRegistries.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { codeSpan } from '../../../syntax/shown/markdown.ts';
import { textIn } from '../../blocks/bodyParts.ts';
import type { EcrBlock } from '../../blocks/ecrBlock.ts';
import { ROOT_PREFIX } from '../cacheRule.ts';
import { creationTemplates, isBelowPrefix } from '../creationTemplates.ts';
import type { Home } from '../home.ts';
import { homeOf } from '../home.ts';

/** What a cache rule pulls, and how; empty when prefix or upstream is unknown. Markdown, one line each. */
export function cacheWords(block: EcrBlock, scope: RecordingScope): readonly string[] {
  const prefix = textIn(block.body, 'ecr_repository_prefix');
  const upstream = textIn(block.body, 'upstream_registry_url');
  const registry = upstream === null ? undefined : upstreamRegistry(upstream);
  if (prefix === null || upstream === null || registry === undefined) return [];
  const written = textIn(block.body, 'upstream_repository_prefix') ?? ROOT_PREFIX;
  const { image, tag } = exampleOf(upstream);
  const repository = below(prefix, image);
  const host = registryHost(homeOf(block, scope));
  return [
    `${codeSpan(repository)} is pulled as ${codeSpan(`docker pull ${host}/${repository}:${tag}`)}.`,
    `The first pull copies ${codeSpan(`${upstream}/${below(written, image)}`)} into the repository ${codeSpan(repository)}, which ECR creates; later pulls get the copy, which follows ${registry.name}.`,
    ...(upstream === 'registry-1.docker.io'
      ? ['Official images of Docker Hub have `library/` before their names, which must be written here.']
      : []),
    templateSentence(prefix, block, scope),
  ];
}

function below(prefix: string, image: string): string {
  return prefix === ROOT_PREFIX ? image : `${prefix.replace(/\/$/, '')}/${image}`;
}

/** The host of a registry, with capitalised words for unknown parts. */
function registryHost({ account, region }: Home): string {
  const isChina = region !== null && partitionOf(region) === 'aws-cn';
  return `${account ?? 'ACCOUNT'}.dkr.ecr.${region ?? 'REGION'}.amazonaws.com${isChina ? '.cn' : ''}`;
}

function templateSentence(prefix: string, { declaration }: EcrBlock, scope: RecordingScope): string {
  const templates = scope
    .ask((module) => module.remember(creationTemplates))
    .filter(({ appliedFor }) => appliedFor === null || appliedFor.includes('PULL_THROUGH_CACHE'));
  const fitting = templates
    .filter((template) =>
      template.prefix === null
        ? template.prefixOf === declaration.address
        : isBelowPrefix(prefix, template.prefix) || template.prefixOf === declaration.address,
    )
    .toSorted((one, other) => lengthOf(other.prefix) - lengthOf(one.prefix));
  const [template] = fitting;
  if (template !== undefined) return `New repositories get the settings of ${codeSpan(template.declaration.address)}.`;
  return templates.some((one) => one.prefix === null)
    ? 'Which creation template gives new repositories their settings is not known.'
    : 'No creation template of this module gives new repositories settings, so they have no lifecycle policy.';
}

function lengthOf(prefix: string | null): number {
  return prefix === null || prefix === ROOT_PREFIX ? 0 : prefix.length;
}
