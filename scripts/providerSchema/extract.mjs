// Reads the typings and the HCL synthesis of a package that was generated from the provider's schema.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const WANTED = /^((data-aws-|ephemeral-aws-)?(ecr|ecrpublic)-|data-aws-iam-policy-document$)/;

/** Attributes that the typings only show as optional, and that the provider also computes. */
const ALSO_COMPUTED = ['id', 'region', 'tags_all'];

/** The schemas in an unpacked package: names, nesting, types, required or optional. */
export function schemaOf(folder, source) {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const schema = {
    source,
    providerVersion: /(\d+\.\d+\.\d+)/.exec(readme.split('\n')[1] ?? '')?.[1],
    provider: providerBlock(readFileSync(join(folder, 'lib', 'provider', 'index.d.ts'), 'utf8')),
    resources: {},
    dataSources: {},
    ephemeralResources: {},
  };
  for (const name of readdirSync(join(folder, 'lib')).filter((entry) => WANTED.test(entry))) {
    const typings = readFileSync(join(folder, 'lib', name, 'index.d.ts'), 'utf8');
    const code = readFileSync(join(folder, 'lib', name, 'index.js'), 'utf8');
    const type = /tfResourceType = "(\w+)"/.exec(typings)[1];
    const kind = name.startsWith('data-aws-')
      ? 'dataSources'
      : name.startsWith('ephemeral-')
        ? 'ephemeralResources'
        : 'resources';
    schema[kind][type] = new TypeReader(typings, code).read();
  }
  return schema;
}

/** The provider's own block. */
function providerBlock(typings) {
  const interfaces = interfacesIn(typings);
  const block = (members) => {
    const body = { attributes: {}, blocks: {} };
    for (const member of members.filter(({ name }) => name !== 'alias')) {
      const inner = objectName(member.type);
      if (interfaces[inner?.name]) {
        const max = inner.isMany ? 0 : 1;
        body.blocks[member.name] = { nesting: 'list', min: 0, max, ...block(interfaces[inner.name]) };
      } else body.attributes[member.name] = given(scalarType(member.type) ?? 'dynamic', member.isOptional);
    }
    return body;
  };
  return block(interfaces.AwsProviderConfig);
}

class TypeReader {
  constructor(typings, code) {
    this.typings = typings;
    this.code = code;
    this.interfaces = interfacesIn(typings);
  }

  read() {
    const name = /export declare class (\w+) extends cdktn\.Terraform(?:Resource|DataSource|Ephemeral)/.exec(
      this.typings,
    )[1];
    const synthesis = /synthesizeHclAttributes\(\) \{[\s\S]*?\n {4}\}/.exec(this.code)?.[0] ?? '';
    const body = this.body(this.interfaces[`${name}Config`], this.getters(name), synthesis);
    for (const also of ALSO_COMPUTED) if (body.attributes[also]) body.attributes[also].computed = true;
    return body;
  }

  body(members, getters, synthesis) {
    const body = { attributes: {}, blocks: {} };
    for (const member of members) this.addMember(body, member, synthesis);
    const set = new Set(members.map(({ property }) => property));
    for (const [property, type] of Object.entries(getters)) {
      if (set.has(property) || property === 'internalValue' || property === 'fqn') continue;
      const found = scalarType(type) ?? this.computedType(type);
      body.attributes[snakeCase(property)] = { type: found, required: false, optional: false, computed: true };
    }
    return body;
  }

  addMember(body, member, synthesis) {
    const inner = objectName(member.type);
    const kind = kindOf(synthesis, member.name);
    if (!member.isBlock && this.interfaces[inner?.name] === undefined) {
      const type = scalarType(member.type) ?? 'dynamic';
      const isSet = Array.isArray(type) && type[0] === 'list' && kind === 'set';
      body.attributes[member.name] = given(isSet ? ['set', type[1]] : type, member.isOptional);
      return;
    }
    const nested = this.nested(inner.name, this.hclOf(inner.name));
    const isSingle = member.name === 'timeouts';
    if (member.isBlock || isSingle) {
      body.blocks[member.name] = {
        nesting: isSingle ? 'single' : kind === 'set' ? 'set' : 'list',
        min: member.isOptional ? 0 : 1,
        max: inner.isMany || isSingle ? 0 : 1,
        ...nested,
      };
    } else {
      const type = inner.isMany ? ['list', objectType(nested)] : objectType(nested);
      body.attributes[member.name] = given(type, member.isOptional);
    }
  }

  nested(name, synthesis) {
    return this.body(this.interfaces[name] ?? [], this.getters(`${name}OutputReference`), synthesis);
  }

  computedType(type) {
    const list = /^(\w+)List$/.exec(type)?.[1];
    const one = list ?? /^(\w+)OutputReference$/.exec(type)?.[1];
    if (one === undefined) return /cdktn\.StringMap/.test(type) ? ['map', 'string'] : 'dynamic';
    const object = objectType(this.nested(one, ''));
    return list === undefined ? object : ['list', object];
  }

  /** What a class gives: each property with its TypeScript type. */
  getters(name) {
    const body = new RegExp(`export declare class ${name} extends [\\w.]+ \\{\\n([\\s\\S]*?)\\n\\}`).exec(this.typings);
    const found = {};
    for (const [, property, type] of body?.[1].matchAll(/^ {4}get (\w+)\(\): (\{[\s\S]*?\n {4}\}|[^\n]*?);$/gm) ?? []) {
      if (!property.endsWith('Input')) found[property] = type.replace(/\s+/g, ' ');
    }
    return found;
  }

  /** The function that writes an object as HCL, which distinguishes lists from sets. */
  hclOf(name) {
    const start = `${name[0].toLowerCase()}${name.slice(1)}ToHclTerraform`;
    return new RegExp(`function ${start}\\([\\s\\S]*?\\n\\}`).exec(this.code)?.[0] ?? '';
  }
}

/** Members of each interface; the link in their documentation names them as Terraform does. */
function interfacesIn(typings) {
  const found = {};
  for (const [, name, body] of typings.matchAll(/export interface (\w+)(?: extends [\w.]+)? \{\n([\s\S]*?)^\}/gm)) {
    found[name] = body.split('/**').slice(1).map(memberOf);
  }
  return found;
}

function memberOf(text) {
  const parts = /^([\s\S]*?)\*\/\s*readonly (\w+)(\??): ([\s\S]*);\s*$/.exec(text);
  if (parts === null) throw new Error(`this member cannot be read: ${text}`);
  const [, documentation, property, mark, type] = parts;
  return {
    name: /#([a-z0-9_]+) /.exec(documentation)?.[1] ?? snakeCase(property),
    property,
    isOptional: mark === '?',
    type: type.replace(/\s+/g, ' '),
    isBlock: /^\s*\*\s*\w+ block\s*$/m.test(documentation),
  };
}

function given(type, isOptional) {
  return { type, required: !isOptional, optional: isOptional, computed: false };
}

function objectName(type) {
  const [, name, many] = /^(\w+)(\[\])?( \| cdktn\.IResolvable)?$/.exec(type) ?? [];
  return name === undefined ? null : { name, isMany: many === '[]' };
}

function objectType({ attributes }) {
  return ['object', Object.fromEntries(Object.entries(attributes).map(([name, { type }]) => [name, type]))];
}

/** `list` or `set`, as a function that writes HCL says. */
function kindOf(synthesis, name) {
  return new RegExp(`\\b${name}: \\{[^}]*?type: "(\\w+)"`).exec(synthesis)?.[1];
}

const SCALARS = {
  string: 'string',
  number: 'number',
  boolean: 'bool',
  'cdktn.IResolvable': 'bool',
  'string[]': ['list', 'string'],
  'number[]': ['list', 'number'],
  '{ [key: string]: string; }': ['map', 'string'],
  'cdktn.StringMap': ['map', 'string'],
};

function scalarType(type) {
  const plain = type
    .replace(/ \| cdktn\.IResolvable/g, '')
    .replace(/[()]/g, '')
    .trim();
  return Object.hasOwn(SCALARS, plain) ? SCALARS[plain] : null;
}

function snakeCase(name) {
  return name.replace(/([A-Z])/g, '_$1').toLowerCase();
}
