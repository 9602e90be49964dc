import { describe, expect, it } from 'vitest';
import type { ArgumentFact, BlockFact, BodyFact } from '../../../server/src/facts/provider/resourceSchema.ts';
import { bodyFact, typesOfBlock, UNJUDGED_LIST_TYPES } from '../../../server/src/facts/provider/resources.ts';
import type { SchemaAttribute, SchemaBlock, SchemaBody } from '../../terraform/providerSchema.ts';
import { PROVIDER_SCHEMA } from '../../terraform/providerSchema.ts';

const { resources, dataSources, ephemeralResources } = PROVIDER_SCHEMA;

/** By the block type that declares them. */
const TYPES = { resource: resources, data: dataSources, ephemeral: ephemeralResources };

/** Accepted differences, each with its reason. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'resource aws_ecr_repository encryption_configuration: at most 1, the schema: any number':
    'the provider uses the first block alone, so that completion offers one',
  'resource aws_ecr_repository_creation_template encryption_configuration: at most 1, the schema: any number':
    'the provider uses the first block alone, so that completion offers one',
  'resource aws_ecr_repository timeouts: at most 1, the schema: any number': 'a block that stands once has no count',
  'resource aws_ecrpublic_repository timeouts: at most 1, the schema: any number':
    'a block that stands once has no count',
  'data aws_ecr_repository tags: only in the schema':
    'optional for the sake of tags that are ignored; setting it changes nothing',
  'data aws_ecr_repository_creation_template resource_tags: only in the schema':
    'optional for the sake of tags that are ignored; setting it changes nothing',
};

/** Attributes that the schema allows to be set although nobody sets them: Terraform has its own message for these. */
const COMPUTED_TOO: readonly string[] = ['id', 'tags_all'];

const TYPE_WORDS: Readonly<Record<string, ArgumentFact['type']>> = {
  string: 'string',
  bool: 'boolean',
  number: 'number',
  'list,string': 'string-list',
  'set,string': 'string-set',
  'map,string': 'string-map',
};

function differencesOf(path: string, fact: BodyFact, schema: SchemaBody): string[] {
  const names = new Set([...fact.arguments.map(({ name }) => name), ...settable(schema)]);
  const blocks = new Set([...fact.blocks.map(({ name }) => name), ...Object.keys(schema.blocks)]);
  return [
    ...[...names].flatMap((name) => {
      const argument = fact.arguments.find((candidate) => candidate.name === name);
      return ofArgument(`${path} ${name}`, argument, schema.attributes[name]);
    }),
    ...[...blocks].flatMap((name) => {
      const block = fact.blocks.find((candidate) => candidate.name === name);
      return ofBlock(`${path} ${name}`, block, schema.blocks[name]);
    }),
  ];
}

function settable({ attributes }: SchemaBody): string[] {
  return Object.entries(attributes)
    .filter(([name, { required, optional }]) => (required || optional) && !COMPUTED_TOO.includes(name))
    .map(([name]) => name);
}

function ofArgument(path: string, fact: ArgumentFact | undefined, schema: SchemaAttribute | undefined): string[] {
  if (fact === undefined) return [`${path}: only in the schema`];
  if (schema === undefined || !(schema.required || schema.optional)) return [`${path}: only in the facts`];
  const type = TYPE_WORDS[String(schema.type)] ?? String(schema.type);
  return [
    ...(fact.type === type ? [] : [`${path}: ${fact.type}, the schema: ${type}`]),
    ...(fact.required === schema.required ? [] : [`${path}: required ${fact.required}`]),
  ];
}

function ofBlock(path: string, fact: BlockFact | undefined, schema: SchemaBlock | undefined): string[] {
  if (fact === undefined) return [`${path}: only in the schema`];
  if (schema === undefined) return [`${path}: only in the facts`];
  const maximum = (count: number) => (count === 0 ? 'any number' : `at most ${count}`);
  const [known, real] = [maximum(fact.maximum ?? 0), maximum(schema.max)];
  return [
    ...(known === real ? [] : [`${path}: ${known}, the schema: ${real}`]),
    ...((fact.isRequired === true) === schema.min > 0 ? [] : [`${path}: at least ${schema.min} in the schema`]),
    ...differencesOf(path, fact, schema),
  ];
}

/** Attributes of the block that the facts do not name, or the reverse. */
function ofAttributes(path: string, blockType: string, type: string, schema: SchemaBody): string[] {
  const computed = Object.entries(schema.attributes).filter(([, { computed: is }]) => is);
  const fact = bodyFact(blockType, type);
  const known = [...(fact?.attributes ?? []), ...(fact?.arguments ?? [])].map(({ name }) => name);
  const given = [...known, ...(fact?.blocks ?? []).map(({ name }) => name)];
  const real = new Set([...Object.keys(schema.attributes), ...Object.keys(schema.blocks)]);
  return [
    ...computed.filter(([name]) => !known.includes(name)).map(([name]) => `${path} ${name}: not among the attributes`),
    ...given.filter((name) => !real.has(name)).map((name) => `${path} ${name}: no attribute in the schema`),
  ];
}

const found = Object.entries(TYPES).flatMap(([blockType, types]) =>
  Object.entries(types)
    .filter(([type]) => type !== 'aws_iam_policy_document')
    .flatMap(([type, schema]) => {
      const path = `${blockType} ${type}`;
      const fact = bodyFact(blockType, type);
      return fact === undefined
        ? [`${path}: only in the schema`]
        : [...differencesOf(path, fact, schema), ...ofAttributes(path, blockType, type, schema)];
    }),
);

describe(`the facts beside the schema of hashicorp/aws ${PROVIDER_SCHEMA.providerVersion}`, () => {
  it('differ only where a reason is given', () => {
    expect(found.filter((difference) => ACCEPTED[difference] === undefined)).toEqual([]);
  });

  it('have no reasons for what does not differ', () => {
    expect(Object.keys(ACCEPTED).filter((difference) => !found.includes(difference))).toEqual([]);
  });

  it('name no type that the schema has not', () => {
    const invented = Object.entries(TYPES).flatMap(([blockType, types]) =>
      typesOfBlock(blockType).filter(({ type }) => types[type] === undefined),
    );
    expect(invented).toEqual([]);
  });

  it('leave the types of list blocks unjudged, which the schema does not hold', () => {
    expect(UNJUDGED_LIST_TYPES.map((type) => typesOfBlock('list').some((fact) => fact.type === type))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
