import { Evaluator } from '../../evaluate/evaluate.ts';
import type { StringValue, Value } from '../../evaluate/values/value.ts';
import type { UpstreamRegistry } from '../../facts/registry/upstreamRegistries.ts';
import { SECRET_PREFIX, upstreamRegistry } from '../../facts/registry/upstreamRegistries.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, isBlockOf } from '../../module/declarations/declarations.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { HOLE } from '../../syntax/tree/mappedText.ts';
import { argumentIn } from '../blocks/bodyParts.ts';
import type { EcrBlock } from '../blocks/ecrBlock.ts';
import { judgedValues } from '../blocks/judgedValues.ts';

export const CACHE_RULE_TYPE = 'aws_ecr_pull_through_cache_rule';

/** The prefix for all names that no other rule covers. */
export const ROOT_PREFIX = 'ROOT';

/** A possible upstream registry of a rule, and the text that names it. */
export interface WrittenUpstream {
  readonly value: StringValue;
  readonly registry: UpstreamRegistry;
}

/** True for the resource, not for a data source that reads a rule. */
export function isCacheRule({ declaration }: EcrBlock): boolean {
  return isBlockOf(declaration, 'resource', CACHE_RULE_TYPE);
}

/** The known upstream registries of a rule; several when an unknown condition chooses. */
export function upstreamsOf(block: EcrBlock): readonly WrittenUpstream[] {
  const written = argumentIn(block.body, 'upstream_registry_url');
  if (written === undefined || !isCacheRule(block)) return [];
  return judgedValues(written.value).flatMap((value) => {
    const registry = value.kind === 'string' ? upstreamRegistry(value.value) : undefined;
    return value.kind === 'string' && registry !== undefined ? [{ value, registry }] : [];
  });
}

/** Secrets Manager types whose ARN is the ARN of a secret. */
const SECRET_TYPES = ['aws_secretsmanager_secret', 'aws_secretsmanager_secret_version'];

/** The module's secret whose ARN a value is; null for other values. */
export function secretBehind(value: Value, scope: RecordingScope): BlockDeclaration | null {
  if (value.kind !== 'unknown') return null;
  const path = referencePath(value.expression) ?? [];
  const isData = path[0] === 'data';
  const [type = '', name = '', attribute = '', ...rest] = isData ? path.slice(1) : path;
  const isArn = attribute === 'arn' || attribute === 'id' || attribute === 'secret_arn';
  if (!SECRET_TYPES.includes(type) || !isArn || rest.length > 0) return null;
  const found = scope.block(`${isData ? 'data.' : ''}${type}.${name}`);
  if (found === null || type === SECRET_TYPES[0]) return found;
  const secret = attributeOf(found.block, 'secret_id')?.value;
  return secret === undefined
    ? null
    : secretBehind(new Evaluator(scope).evaluate({ source: found.source, expression: secret }), scope);
}

/** True when a name certainly lacks the required prefix; holes may be any text. */
export function isWrongSecretName(name: string): boolean {
  const known = name.split(HOLE)[0] ?? '';
  if (known === name) return !name.startsWith(SECRET_PREFIX);
  return !known.startsWith(SECRET_PREFIX) && !SECRET_PREFIX.startsWith(known);
}

/** The versions of a module's secrets by the address of the secret; call it through `Module.remember`. */
export function secretVersions(module: Module): ReadonlyMap<string, readonly BlockDeclaration[]> {
  const versions = new Map<string, BlockDeclaration[]>();
  for (const declaration of module.blocksWhich(isSecretVersion)) {
    const written = attributeOf(declaration.block, 'secret_id')?.value;
    const path = written === undefined ? [] : (referencePath(written) ?? []);
    const address = path.slice(0, path[0] === 'data' ? 3 : 2).join('.');
    versions.set(address, [...(versions.get(address) ?? []), declaration]);
  }
  return versions;
}

function isSecretVersion(declaration: BlockDeclaration): boolean {
  return isBlockOf(declaration, 'resource', 'aws_secretsmanager_secret_version');
}
