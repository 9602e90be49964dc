import { describe, expect, it } from 'vitest';
import type { SchemaAttribute, SchemaBody } from '../../../terraform/providerSchema.ts';
import { PROVIDER_SCHEMA } from '../../../terraform/providerSchema.ts';
import { messagesOnly } from '../../support/checkProblems.ts';

/** Every attribute that AWS decides on, whether or not the schema also allows it to be set. */
const DECIDED = [
  ...attributesOf('resource', PROVIDER_SCHEMA.resources),
  ...attributesOf('data', PROVIDER_SCHEMA.dataSources),
  ...attributesOf('ephemeral', PROVIDER_SCHEMA.ephemeralResources),
].filter(({ type, attribute }) => attribute.computed && /^aws_ecr/.test(type));

function attributesOf(block: string, types: Readonly<Record<string, SchemaBody>>) {
  return Object.entries(types).flatMap(([type, { attributes }]) =>
    Object.entries(attributes).map(([name, attribute]) => ({ block, type, name, attribute })),
  );
}

const VALUES: Readonly<Record<string, string>> = {
  string: '"a"',
  number: '1',
  bool: 'true',
  'list,string': '["a"]',
  'set,string': '["a"]',
  'map,string': '{ a = "b" }',
};

const exampleOf = ({ type }: SchemaAttribute) => VALUES[String(type)] ?? '[]';

function refusals({ block, type, name, attribute }: (typeof DECIDED)[number]): string[] {
  const text = `${block} "${type}" "x" {\n  ${name} = ${exampleOf(attribute)}\n}\n`;
  return messagesOnly('argument-type', { 'main.tf': text }).filter((message) => message.includes('unconfigurable'));
}

describe('an attribute that AWS decides on', () => {
  it.each(DECIDED.filter(({ attribute }) => attribute.optional))(
    'may be set where the schema allows it: $block $type $name',
    (attribute) => {
      expect(refusals(attribute)).toEqual([]);
    },
  );

  it.each(DECIDED.filter(({ attribute }) => !attribute.optional))(
    'is refused where the schema does not allow it: $block $type $name',
    (attribute) => {
      expect(refusals(attribute)).toHaveLength(1);
    },
  );
});
