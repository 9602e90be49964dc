import { AWS_PROVIDER_NAME, AWS_PROVIDER_SOURCES } from '../../facts/awsProvider.ts';
import type { PieceInFile } from '../../syntax/place.ts';
import type { Attribute, Expression, ObjectItem } from '../../syntax/tree.ts';
import type { BlockDeclaration } from '../declarations.ts';
import { attributeOf, attributesOf, blocksOf } from '../declarations.ts';
import { literalText } from '../literals.ts';
import type { RecordingScope } from '../recordingScope.ts';
import { referencePath } from '../references.ts';
import type { ConstraintSite, VersionRequirement } from './requirement.ts';
import { blocksAt, hasReplacedFiles, requirementOf } from './requirement.ts';

/** What `required_providers` says of one local name. */
interface RequiredProvider {
  readonly name: string;
  readonly isAws: boolean;
  readonly version: ConstraintSite | null;
}

/**
 * The releases of the AWS provider that a module asks for where it declares a block of that provider; null for another
 * provider, and where it is not known which or what is asked.
 */
export function providerRequirement(scope: RecordingScope, user: BlockDeclaration): VersionRequirement | null {
  if (scope.ask((module) => module.remember(hasReplacedFiles))) return null;
  const required = requiredProviders(scope);
  const name = providerNameOf(user);
  if (required === null || name === null || !isAws(required, name)) return null;
  const names = new Set([AWS_PROVIDER_NAME, ...required.map((provider) => provider.name)]);
  const sites = required.flatMap(({ isAws: counts, version }) => (counts && version !== null ? [version] : []));
  for (const local of names) {
    if (!isAws(required, local)) continue;
    for (const { source, block } of blocksAt(scope, `provider.${local}`)) {
      const expression = attributeOf(block, 'version')?.value;
      if (expression !== undefined) sites.push({ source, expression });
    }
  }
  return requirementOf(sites, 'provider');
}

/** The local name of the provider that a block belongs to; null where that is not known. */
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
function requiredProviders(scope: RecordingScope): readonly RequiredProvider[] | null {
  const providers: RequiredProvider[] = [];
  for (const { source, block } of blocksAt(scope, 'terraform')) {
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
  // Before Terraform 0.13 the constraint stood alone.
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
