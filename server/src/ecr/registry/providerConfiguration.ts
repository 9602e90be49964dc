import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, blocksOf } from '../../module/declarations/declarations.ts';
import { literalText } from '../../module/declarations/literals.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { versionBlocks } from '../../module/versions/versionBlocks.ts';
import type { Expression } from '../../syntax/tree/tree.ts';

/** The provider configuration that a block uses, and the module that declares it. */
export interface ProviderConfiguration {
  readonly declaration: BlockDeclaration;
  readonly scope: RecordingScope;
}

/** A configuration as a block names it: `aws`, or `aws.eu`. */
interface ProviderName {
  readonly name: string;
  readonly alias: string | null;
}

/** The configuration that a block uses, through the calls that lead to its module; null when the text does not say. */
export function providerConfigurationOf(
  { block, labels }: BlockDeclaration,
  scope: RecordingScope,
): ProviderConfiguration | null {
  const written = attributeOf(block, 'provider')?.value;
  const name = written === undefined ? { name: labels[0]?.split('_')[0] ?? '', alias: null } : readName(written);
  return name === null ? null : configurationNamed(name, scope);
}

function readName(expression: Expression): ProviderName | null {
  const path = referencePath(expression) ?? literalText(expression)?.split('.') ?? [];
  const [name, alias = null, ...more] = path;
  return name === undefined || more.length > 0 || expression.kind === 'IndexAccess' ? null : { name, alias };
}

function configurationNamed(wanted: ProviderName, scope: RecordingScope): ProviderConfiguration | null {
  const { providers, mayBeMore } = scope.ask((module) => module.remember(versionBlocks));
  if (mayBeMore) return null;
  const [found, ...others] = byName(providers).get(keyOf(wanted)) ?? [];
  if (found !== undefined) return others.length === 0 ? { declaration: found, scope } : null;
  return scope.caller === null ? null : handedOver(wanted, scope.caller);
}

/** The configurations of a module by their names: each of many blocks asks for one of many. */
const named = new WeakMap<readonly BlockDeclaration[], ReadonlyMap<string, readonly BlockDeclaration[]>>();

function byName(providers: readonly BlockDeclaration[]): ReadonlyMap<string, readonly BlockDeclaration[]> {
  const known = named.get(providers);
  if (known !== undefined) return known;
  const found = new Map<string, BlockDeclaration[]>();
  for (const provider of providers) {
    const key = keyOf({ name: provider.labels[0] ?? '', alias: aliasOf(provider.block) });
    const others = found.get(key);
    if (others === undefined) found.set(key, [provider]);
    else others.push(provider);
  }
  named.set(providers, found);
  return found;
}

function keyOf({ name, alias }: ProviderName): string {
  return alias === null ? name : `${name}.${alias}`;
}

function aliasOf(block: BlockDeclaration['block']): string | null {
  const written = attributeOf(block, 'alias')?.value;
  return written === undefined ? null : literalText(written);
}

/**
 * What the outermost module calls the provider that a block names (`aws.eu`), through the calls that lead to the block;
 * null where the text does not tell.
 */
export function providerInRoot(written: string, scope: RecordingScope): string | null {
  const { caller, module } = scope;
  if (caller === null) return written;
  const [name = '', alias = null] = written.split('.');
  const { providers, mayBeMore } = scope.ask((one) => one.remember(versionBlocks));
  if (mayBeMore) return null;
  // A module with a configuration of its own shares it with nothing else.
  if (byName(providers).has(keyOf({ name, alias }))) {
    return `${module.directory} ${written}`;
  }
  const given = givenBy({ name, alias }, caller.declaration);
  if (given === undefined) return alias === null ? providerInRoot(name, caller.scope) : null;
  return given && providerInRoot(keyOf(given), caller.scope);
}

/** The configuration that a call's `providers` pass for a name; undefined when they do not name it, null when unknown. */
function givenBy(wanted: ProviderName, { block }: BlockDeclaration): ProviderName | null | undefined {
  const providers = attributeOf(block, 'providers')?.value;
  if (providers === undefined) return undefined;
  if (providers.kind !== 'ObjectExpression') return null;
  const key = keyOf(wanted);
  const item = providers.items.find(({ key: written }) => nameIn(written) === key);
  return item === undefined ? undefined : readName(item.value);
}

/** The configuration that a call passes: by its `providers`, else the caller's default one. */
function handedOver(
  wanted: ProviderName,
  { declaration, scope }: NonNullable<RecordingScope['caller']>,
): ProviderConfiguration | null {
  const given = givenBy(wanted, declaration);
  if (given !== undefined) return given === null ? null : configurationNamed(given, scope);
  return wanted.alias === null ? configurationNamed(wanted, scope) : null;
}

function nameIn(key: Expression): string | null {
  return referencePath(key)?.join('.') ?? literalText(key);
}

/** The value of a configuration's argument; null when it is not written. */
export function configured({ declaration, scope }: ProviderConfiguration, name: string): Value | null {
  const expression = attributeOf(declaration.block, name)?.value;
  return expression === undefined ? null : new Evaluator(scope).evaluate({ source: declaration.source, expression });
}

/** The role that a configuration assumes, when there is exactly one and it is written out; null otherwise. */
export function assumedRole({ declaration, scope }: ProviderConfiguration): string | null {
  const [assumed, ...others] = blocksOf(declaration.block.body).filter(({ type }) => type.text === 'assume_role');
  const expression = assumed && attributeOf(assumed, 'role_arn')?.value;
  if (expression === undefined || others.length > 0) return null;
  const value = new Evaluator(scope).evaluate({ source: declaration.source, expression });
  return value.kind === 'string' ? value.value : null;
}
