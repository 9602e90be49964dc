import { readFileSync } from 'node:fs';
import type { State, WireValue } from './wire.ts';
import { isList, isObject, isUnknown } from './wire.ts';

/** How a type behaves beyond its schema. */
interface TypeBehaviour {
  /** The argument with the object's name in AWS. */
  readonly key?: string;
  /** Arguments and blocks whose change replaces the object. */
  readonly replaces?: readonly string[];
  /** The provider's planned value for a missing argument. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** Arguments with JSON, compared by meaning. */
  readonly documents?: readonly string[];
}

const BEHAVIOUR: Readonly<Record<string, TypeBehaviour>> = JSON.parse(
  readFileSync(new URL('behaviour.json', import.meta.url), 'utf8'),
);

export const REGION = 'eu-west-1';
const ACCOUNT = '111122223333';
const KEY_ARN = `arn:aws:kms:${REGION}:${ACCOUNT}:key/00000000-0000-4000-8000-000000000000`;

export function behaviourOf(type: string): TypeBehaviour {
  return BEHAVIOUR[type] ?? {};
}

/**
 * The name of an object of that type in the world: the value of its key, or `one` for types that exist once per
 * registry.
 */
export function keyOf(type: string, state: State): string {
  const { key } = behaviourOf(type);
  return key === undefined ? 'one' : String(state[key]);
}

/** A plausible value for a computed attribute; null when it has no usual form. */
export function plausible(name: string, key: string): string | null {
  const values: Readonly<Record<string, string>> = {
    id: key,
    region: REGION,
    registry_id: ACCOUNT,
    arn: `arn:aws:ecr:${REGION}:${ACCOUNT}:repository/${key}`,
    repository_url: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${key}`,
    repository_uri: `public.ecr.aws/a1b2c3d4/${key}`,
  };
  return values[name] ?? null;
}

/** Treats missing blocks as ECR's defaults, no scan on push and AES256, as the provider does. */
export function withDefaultBlocks(planned: State, prior: State): State {
  const completed = { ...planned };
  if (first(prior, 'image_scanning_configuration') !== null && isEmpty(planned['image_scanning_configuration'])) {
    completed['image_scanning_configuration'] = [{ scan_on_push: false }];
  }
  const encrypted = first(prior, 'encryption_configuration');
  if (encrypted === null) return completed;
  const wanted = first(planned, 'encryption_configuration');
  const type = wanted?.['encryption_type'] ?? 'AES256';
  const key = wanted?.['kms_key'] ?? (type === encrypted['encryption_type'] ? (encrypted['kms_key'] ?? null) : '');
  completed['encryption_configuration'] = [{ encryption_type: type, kms_key: key }];
  return completed;
}

/** The defaults that AWS sets for omitted blocks when it creates the repository. */
export function asMade(state: State): State {
  const encryption = first(state, 'encryption_configuration');
  const type = encryption?.['encryption_type'] ?? 'AES256';
  const key = encryption?.['kms_key'] ?? (type === 'AES256' ? '' : KEY_ARN);
  const scanning = state['image_scanning_configuration'] ?? null;
  return {
    ...state,
    image_scanning_configuration: isEmpty(scanning) ? [{ scan_on_push: false }] : scanning,
    encryption_configuration: [{ encryption_type: type, kms_key: key }],
  };
}

function first(state: State, block: string): State | null {
  const blocks = state[block];
  const [one] = isList(blocks) ? blocks : [];
  return isObject(one) ? one : null;
}

function isEmpty(value: WireValue | undefined): boolean {
  return isList(value) && value.length === 0;
}

/** True for missing tags, and for none. */
export function isEmptyMap(value: WireValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  return !isUnknown(value) && typeof value === 'object' && Object.keys(value).length === 0;
}

/** True for two JSON documents with the same meaning: rules by priority, lists of tags as sets. */
export function isSameDocument(one: WireValue | undefined, other: WireValue | undefined): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  try {
    return canonical(JSON.parse(one)) === canonical(JSON.parse(other));
  } catch {
    return false;
  }
}

const UNORDERED: ReadonlySet<string> = new Set(['tagPrefixList', 'tagPatternList', 'rules']);

/** A text that is equal for documents with the same meaning; every rule's own priority keeps rules apart. */
function canonical(value: WireValue, key = ''): string {
  if (isList(value)) {
    const items = value.map((item) => canonical(item));
    return `[${(UNORDERED.has(key) ? items.sort() : items).join()}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null, name)}`).join()}}`;
}
