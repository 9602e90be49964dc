import { AWS_PROVIDER_NAME, AWS_PROVIDER_SOURCES } from '../../facts/provider/awsProvider.ts';
import type { PieceInFile } from '../../syntax/tree/place.ts';
import type { Attribute, Expression, ObjectItem } from '../../syntax/tree/tree.ts';
import type { BlockDeclaration } from '../declarations/declarations.ts';
import { attributeOf, attributesOf, blocksOf } from '../declarations/declarations.ts';
import { literalText } from '../declarations/literals.ts';
import { referencePath } from '../declarations/referencePaths.ts';
import type { RecordingScope } from '../tracking/recordingScope.ts';
import type { VersionBlocks } from './versionBlocks.ts';
import { versionBlocks } from './versionBlocks.ts';
import type { ConstraintSite, VersionRequirement } from './versionRequirement.ts';
import { requirementOf } from './versionRequirement.ts';

/** The entry of `required_providers` for one local name. */
interface RequiredProvider {
  readonly name: string;
  readonly isAws: boolean;
  readonly version: ConstraintSite | null;
}

const requirements = new WeakMap<VersionBlocks, Map<string, VersionRequirement | null>>();

/**
 * The releases of the AWS provider that a module requires when it declares a block of that provider; null for another
 * provider, and when the provider or the requirement is unknown.
 */
export function providerRequirement(scope: RecordingScope, user: BlockDeclaration): VersionRequirement | null {
  return requirementOfName(scope, providerNameOf(user));
}

/** The releases of the AWS provider that a module requires; null when unknown. */
export function awsRequirement(scope: RecordingScope): VersionRequirement | null {
  return requirementOfName(scope, AWS_PROVIDER_NAME);
}

function requirementOfName(scope: RecordingScope, name: string | null): VersionRequirement | null {
  const blocks = scope.ask((module) => module.remember(versionBlocks));
  if (name === null || blocks.hasReplacedFiles || blocks.mayBeMore) return null;
  const byName = requirements.get(blocks) ?? new Map<string, VersionRequirement | null>();
  requirements.set(blocks, byName);
  const known = byName.get(name);
  if (known !== undefined) return known;
  const requirement = readRequirement(blocks, name);
  byName.set(name, requirement);
  return requirement;
}

function readRequirement({ terraform, providers }: VersionBlocks, name: string): VersionRequirement | null {
  const required = requiredProviders(terraform);
  if (required === null || !isAws(required, name)) return null;
  const sites = required.flatMap((entry) => (entry.isAws && entry.version !== null ? [entry.version] : []));
  for (const { labels, source, block } of providers) {
    const expression = attributeOf(block, 'version')?.value;
    if (expression !== undefined && isAws(required, labels[0] ?? '')) sites.push({ source, expression });
  }
  return requirementOf(sites, 'provider');
}

/** The local name of the provider that a block belongs to; null when unknown. */
function providerNameOf({ labels, block }: BlockDeclaration): string | null {
  const written = attributeOf(block, 'provider')?.value;
  if (written === undefined) return labels[0]?.split('_')[0] ?? null;
  const [name] = referencePath(written) ?? literalText(written)?.split('.') ?? [];
  return name ?? null;
}

function isAws(required: readonly RequiredProvider[], name: string): boolean {
  const entries = required.filter((entry) => entry.name === name);
  return entries.length === 0 ? name === AWS_PROVIDER_NAME : entries.every((entry) => entry.isAws);
}

/** Every entry of every `required_providers`; null when one cannot be read. */
function requiredProviders(terraform: readonly BlockDeclaration[]): readonly RequiredProvider[] | null {
  const providers: RequiredProvider[] = [];
  for (const { source, block } of terraform) {
    if (block.damaged) return null;
    for (const { type, body } of blocksOf(block.body)) {
      if (type.text !== 'required_providers') continue;
      for (const attribute of attributesOf(body)) {
        const provider = readProvider(source, attribute);
        if (provider === null) return null;
        providers.push(provider);
      }
    }
  }
  return providers;
}

function readProvider(source: PieceInFile, { name: { text: name }, value }: Attribute): RequiredProvider | null {
  // Before Terraform 0.13 the entry was the constraint alone.
  if (value.kind === 'Template') {
    return { name, isAws: name === AWS_PROVIDER_NAME, version: { source, expression: value } };
  }
  if (value.kind !== 'ObjectExpression') return null;
  const keys = value.items.map(keyOf);
  if (keys.includes(null)) return null;
  const member = (key: string): Expression | undefined => value.items[keys.indexOf(key)]?.value;
  const address = member('source');
  const version = member('version');
  const text = address === undefined ? `hashicorp/${name}` : literalText(address);
  if (text === null) return null;
  const isAws = AWS_PROVIDER_SOURCES.includes(text.toLowerCase());
  return { name, isAws, version: version === undefined ? null : { source, expression: version } };
}

function keyOf({ key }: ObjectItem): string | null {
  return key.kind === 'Variable' ? key.name.text : literalText(key);
}
