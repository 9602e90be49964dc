import { Evaluator } from '../../evaluate/evaluate.ts';
import type { StringValue, Value } from '../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import { argumentIn } from '../blocks/bodyParts.ts';
import type { EcrBlock } from '../blocks/ecrBlock.ts';
import type { ProviderConfiguration } from './providerConfiguration.ts';
import { assumedRole, configured, providerConfigurationOf } from './providerConfiguration.ts';

/** The registry of a block, as far as the text says; null parts are unknown. */
export interface Home {
  readonly region: string | null;
  /** Where the region is set: in the block's own argument, or in its provider's. */
  readonly regionValue: StringValue | null;
  readonly account: string | null;
}

/** The account and region of a block, by its own `region` and its provider's configuration. */
export function homeOf(block: EcrBlock, scope: RecordingScope): Home {
  return homeBy(block.declaration, argumentIn(block.body, 'region')?.value, scope);
}

/** The same for any resource block, even if its arguments are unknown. */
export function homeOfDeclaration(declaration: BlockDeclaration, scope: RecordingScope): Home {
  const { block, source } = declaration;
  const expression = attributeOf(block, 'region')?.value;
  return homeBy(declaration, expression && new Evaluator(scope).evaluate({ source, expression }), scope);
}

function homeBy(declaration: BlockDeclaration, own: Value | undefined, scope: RecordingScope): Home {
  const configuration = providerConfigurationOf(declaration, scope);
  const account = configuration && accountOf(configuration);
  const value = own === undefined || own.kind === 'null' ? configuration && configured(configuration, 'region') : own;
  const regionValue = value?.kind === 'string' ? value : null;
  return { region: regionValue?.value ?? null, regionValue, account };
}

const ROLE = /^arn:[^:]+:iam::(\d{12}):role\//;

function accountOf(configuration: ProviderConfiguration): string | null {
  const allowed = configured(configuration, 'allowed_account_ids');
  const [only, ...others] = allowed?.kind === 'list' && !allowed.open ? allowed.items : [];
  if (only?.kind === 'string' && others.length === 0) return only.value;
  return ROLE.exec(assumedRole(configuration) ?? '')?.[1] ?? null;
}

/** True for the account of the block's own provider, false for another one, null when unknown. */
export function isOwnAccount(value: Value, home: Home, block: EcrBlock, scope: RecordingScope): boolean | null {
  if (value.kind === 'string') return home.account === null ? null : value.value === home.account;
  return value.kind === 'unknown' && isOwnReference(value, 'account', block, scope) ? true : null;
}

/** True for the region of the block, false for another one, null when unknown. */
export function isOwnRegion(value: Value, home: Home, block: EcrBlock, scope: RecordingScope): boolean | null {
  if (value.kind === 'string') return home.region === null ? null : value.value === home.region;
  return value.kind === 'unknown' && isOwnReference(value, 'region', block, scope) ? true : null;
}

const ATTRIBUTES: Readonly<Record<'account' | 'region', readonly string[]>> = {
  account: ['aws_caller_identity', 'account_id', 'id'],
  region: ['aws_region', 'name', 'id', 'region'],
};

/** True for a reference to a data source that describes the same provider as the block's. */
function isOwnReference(
  { expression }: Value,
  what: 'account' | 'region',
  block: EcrBlock,
  scope: RecordingScope,
): boolean {
  return isOwnPath(referencePath(expression) ?? [], what, block, scope);
}

function isOwnPath(
  [root, type = '', name = '', attribute = '', ...rest]: readonly string[],
  what: 'account' | 'region',
  { declaration }: EcrBlock,
  scope: RecordingScope,
): boolean {
  const [wanted, ...attributes] = ATTRIBUTES[what];
  if (root !== 'data' || type !== wanted || !attributes.includes(attribute) || rest.length > 0) return false;
  const source = scope.block(`data.${type}.${name}`);
  if (source === null || writtenIn(source, 'provider') !== writtenIn(declaration, 'provider')) return false;
  return what === 'account' || (writtenIn(source, 'region') === '' && writtenIn(declaration, 'region') === '');
}

function writtenIn({ block, source }: BlockDeclaration, name: string): string {
  const attribute = attributeOf(block, name);
  return attribute === undefined ? '' : textOf(placeOf(source, attribute.value)).replaceAll(/\s+/g, '');
}

/** The same for a part of a text: known, or spelled by the expression in the hole. */
export function isOwnText(
  what: 'account' | 'region',
  known: string,
  spelled: string | null,
  home: Home,
  block: EcrBlock,
  scope: RecordingScope,
): boolean {
  return spelled === null ? known === home[what] : isOwnPath(spelled.split('.'), what, block, scope);
}

/** True for two blocks of a module without different providers or regions, so that both are in one registry. */
export function isSameRegistry(one: BlockDeclaration, other: BlockDeclaration): boolean {
  return ['provider', 'region'].every((name) => writtenIn(one, name) === writtenIn(other, name));
}
