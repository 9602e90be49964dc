import type { ProviderSchema, SchemaBody, SchemaType } from '../providerSchema.ts';
import {
  asMade,
  behaviourOf,
  isEmptyMap,
  isSameDocument,
  keyOf,
  plausible,
  REGION,
  withDefaultBlocks,
} from './behaviour.ts';
import { refusalsOf } from './refusals.ts';
import type { DynamicValue, State, WireValue } from './wire.ts';
import { isList, isObject, isUnknown, read, readState, UNKNOWN, wireSchema, write } from './wire.ts';

/**
 * The objects that imports and refreshes find: attributes by type (`data.TYPE` for data sources) and key. `KEY@REGION`
 * names an object in another region than the provider's.
 */
export type World = Readonly<Record<string, Readonly<Record<string, State>>>>;

/** The request members that the answers use. */
export interface Request {
  readonly type_name: string;
  readonly id: string;
  readonly config?: DynamicValue;
  readonly current_state?: DynamicValue;
  readonly prior_state?: DynamicValue;
  readonly proposed_new_state?: DynamicValue;
  readonly planned_state?: DynamicValue;
  readonly raw_state?: { readonly json?: Uint8Array };
}

export type Handler = (request: Request) => object;

/** The answers of a provider that knows its schema and a world, by the protocol's names of the calls. */
export function handlersOf(schema: ProviderSchema, world: World | null): Readonly<Record<string, Handler>> {
  const { resources, dataSources, ephemeralResources } = schema;
  return {
    GetSchema: () => schemasOf(schema),
    PrepareProviderConfig: ({ config }) => ({ prepared_config: config }),
    Configure: () => ({}),
    ValidateResourceTypeConfig: (request) => validate(resources, request),
    ValidateDataSourceConfig: (request) => validate(dataSources, request),
    ValidateEphemeralResourceConfig: (request) => validate(ephemeralResources, request),
    UpgradeResourceState: ({ raw_state }) => ({ upgraded_state: { json: raw_state?.json } }),
    ReadResource: (request) => readResource(request, world),
    PlanResourceChange: (request) => plan(request, resources[request.type_name]),
    ApplyResourceChange: apply,
    ImportResourceState: (request) => importResource(request, resources[request.type_name]),
    ReadDataSource: (request) => ({ state: readData(request, dataSources[request.type_name], world) }),
    OpenEphemeralResource: ({ type_name, config }) => ({
      result: write(answerOf(ephemeralResources[type_name], readState(config) ?? {}, 'one')),
    }),
    CloseEphemeralResource: () => ({}),
    Stop: () => ({}),
  };
}

function schemasOf({ provider, resources, dataSources, ephemeralResources }: ProviderSchema): object {
  return {
    provider: wireSchema(provider),
    resource_schemas: mapped(resources, wireSchema),
    data_source_schemas: mapped(dataSources, wireSchema),
    ephemeral_resource_schemas: mapped(ephemeralResources, wireSchema),
    server_capabilities: {},
    functions: {},
    provider_meta: wireSchema({ attributes: {}, blocks: {} }),
  };
}

/** The record with something else for each of its values. */
export function mapped<From, To>(
  record: Readonly<Record<string, From>>,
  make: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));
}

function validate(types: Readonly<Record<string, SchemaBody>>, { type_name, config }: Request): object {
  const body = types[type_name];
  return { diagnostics: body === undefined ? [] : refusalsOf(body, read(config)) };
}

function readResource({ type_name, current_state }: Request, world: World | null): object {
  const state = readState(current_state);
  if (world === null || state === null) return { new_state: current_state };
  const key = keyOf(type_name, state);
  const real = world[type_name]?.[`${key}@${state['region']}`] ?? world[type_name]?.[key];
  if (real === undefined) return { new_state: write(null) };
  const found: State = { ...state, ...real };
  for (const name of ['arn', 'registry_id', 'repository_url', 'repository_uri']) {
    if (found[name] === null) found[name] = plausible(name, key);
  }
  return { new_state: write(found) };
}

function plan({ type_name, prior_state, proposed_new_state }: Request, body: SchemaBody | undefined): object {
  const prior = readState(prior_state);
  const proposed = readState(proposed_new_state);
  if (proposed === null) return { planned_state: proposed_new_state };
  const planned = normalized(type_name, proposed, prior);
  const replaced = prior === null ? [] : replacements(type_name, planned, prior, body);
  for (const [name, { computed }] of Object.entries(body?.attributes ?? {})) {
    if (!computed || planned[name] !== null || name === 'tags_all') continue;
    planned[name] = prior === null || replaced.length > 0 ? UNKNOWN : (prior[name] ?? null);
  }
  const requires_replace = replaced.flatMap((name) => causesOf(name, prior?.[name], planned[name]));
  return { planned_state: write(planned), requires_replace, legacy_type_system: true };
}

/** The planned state, with the values that the provider sets and without meaningless differences. */
function normalized(type: string, proposed: State, prior: State | null): State {
  const { defaults = {}, documents = [] } = behaviourOf(type);
  const isLikeRepository = type === 'aws_ecr_repository' || type === 'aws_ecr_repository_creation_template';
  const planned = isLikeRepository && prior !== null ? withDefaultBlocks(proposed, prior) : { ...proposed };
  for (const [name, value] of Object.entries(defaults)) planned[name] ??= value;
  for (const name of documents) {
    if (isSameDocument(prior?.[name], planned[name])) planned[name] = prior?.[name] ?? null;
  }
  for (const name of ['tags', 'resource_tags']) {
    if (prior !== null && name in planned && isEmptyMap(prior[name]) && isEmptyMap(planned[name])) {
      planned[name] = prior[name] ?? null;
    }
  }
  if ('tags_all' in planned) planned['tags_all'] = planned['tags'] ?? null;
  if (planned['region'] === null) planned['region'] = REGION;
  return planned;
}

function replacements(type: string, planned: State, prior: State, body: SchemaBody | undefined): readonly string[] {
  const { replaces = [] } = behaviourOf(type);
  return replaces.filter((name) => {
    const isLeftToAws = planned[name] === null && body?.attributes[name]?.computed === true;
    return !isLeftToAws && !isUnknown(prior[name]) && JSON.stringify(prior[name]) !== JSON.stringify(planned[name]);
  });
}

/** The cause of a replacement inside a block that both sides have: the arguments that differ. */
function causesOf(name: string, before: WireValue | undefined, after: WireValue | undefined): object[] {
  const [old] = isList(before) && before.length === 1 ? before : [];
  const [made] = isList(after) && after.length === 1 ? after : [];
  const differing =
    isObject(old) && isObject(made)
      ? Object.keys(old).filter((key) => JSON.stringify(old[key]) !== JSON.stringify(made[key]))
      : [];
  if (differing.length === 0) return [{ steps: [{ attribute_name: name }] }];
  return differing.map((key) => ({
    steps: [{ attribute_name: name }, { element_key_int: 0 }, { attribute_name: key }],
  }));
}

function apply({ type_name, planned_state }: Request): object {
  const planned = readState(planned_state);
  if (planned === null) return { new_state: planned_state };
  const key = keyOf(type_name, planned);
  const made = Object.fromEntries(
    Object.entries(planned).map(([name, value]) => [name, isUnknown(value) ? plausible(name, key) : value]),
  );
  const state = type_name === 'aws_ecr_repository' ? asMade(made) : made;
  return { new_state: write(state), legacy_type_system: true };
}

function importResource({ type_name, id }: Request, body: SchemaBody | undefined): object {
  if (body === undefined) return { diagnostics: [{ severity: 'ERROR', summary: `no such type ${type_name}` }] };
  const [name = '', region = REGION] = id.split('@');
  const state: State = {
    ...mapped(body.attributes, () => null),
    ...mapped(body.blocks, ({ nesting }) => (nesting === 'single' ? null : [])),
  };
  if ('id' in state) state['id'] = name;
  if ('region' in state) state['region'] = region;
  const { key } = behaviourOf(type_name);
  if (key !== undefined) state[key] = name;
  return { imported_resources: [{ type_name, state: write(state) }] };
}

function readData({ type_name, config }: Request, body: SchemaBody | undefined, world: World | null): DynamicValue {
  const asked = readState(config) ?? {};
  const key = keyOf(type_name, asked);
  const real = world?.[`data.${type_name}`]?.[key];
  return write(real === undefined ? answerOf(body, asked, key) : { ...asked, ...real });
}

/**
 * The attributes of a data source or an ephemeral resource that the world does not know: no computed attribute is null.
 */
function answerOf(body: SchemaBody | undefined, config: State, key: string): State {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => {
      const attribute = body?.attributes[name];
      const isGiven = value === null && attribute?.computed === true;
      return [name, isGiven ? (plausible(name, key) ?? fillerOf(name, attribute.type)) : value];
    }),
  );
}

function fillerOf(name: string, type: SchemaType): WireValue {
  if (type === 'string') return /json$|policy$/.test(name) ? '{}' : 'unknown-here';
  if (type === 'number') return 0;
  if (type === 'bool') return false;
  return type[0] === 'map' ? {} : [];
}
