import { describe, expect, it } from 'vitest';
import { messagesOnly, ruleIds } from '../../support/checkProblems.ts';

/** What is written in a block although it is a resource of its own. */
const MEANT = [
  {
    type: 'aws_ecr_repository',
    needed: { name: 'app' },
    name: 'lifecycle_policy',
    resource: 'aws_ecr_lifecycle_policy',
  },
  { type: 'aws_ecr_repository', needed: { name: 'app' }, name: 'policy', resource: 'aws_ecr_repository_policy' },
  {
    type: 'aws_ecr_repository',
    needed: { name: 'app' },
    name: 'repository_policy',
    resource: 'aws_ecr_repository_policy',
  },
  {
    type: 'aws_ecrpublic_repository',
    needed: { repository_name: 'app' },
    name: 'policy',
    resource: 'aws_ecrpublic_repository_policy',
  },
];

const FORMS: Readonly<Record<string, (one: (typeof MEANT)[number]) => Readonly<Record<string, string>>>> = {
  'an argument': ({ type, needed, name }) => ({
    'main.tf': `resource "${type}" "a" {\n${argumentsOf(needed)}  ${name} = "{}"\n}\n`,
  }),
  'an object': ({ type, needed, name }) => ({
    'main.tf': `resource "${type}" "a" {\n${argumentsOf(needed)}  ${name} = { rules = [] }\n}\n`,
  }),
  'a block': ({ type, needed, name }) => ({
    'main.tf': `resource "${type}" "a" {\n${argumentsOf(needed)}  ${name} {\n    policy = "{}"\n  }\n}\n`,
  }),
  'a block with blocks': ({ type, needed, name }) => ({
    'main.tf': `resource "${type}" "a" {\n${argumentsOf(needed)}  ${name} {\n    rule {\n      priority = 1\n    }\n  }\n}\n`,
  }),
  'a dynamic block': ({ type, needed, name }) => ({
    'main.tf': `resource "${type}" "a" {\n${argumentsOf(needed)}  dynamic "${name}" {\n    for_each = [1]\n    content {\n      policy = "{}"\n    }\n  }\n}\n`,
  }),
  'text in JSON': ({ type, needed, name }) => ({ 'main.tf.json': code(type, { ...needed, [name]: '{}' }) }),
  'an object in JSON': ({ type, needed, name }) => ({
    'main.tf.json': code(type, { ...needed, [name]: { policy: '{}' } }),
  }),
  'a list of objects in JSON': ({ type, needed, name }) => ({
    'main.tf.json': code(type, { ...needed, [name]: [{ policy: '{}' }] }),
  }),
};

function argumentsOf(needed: object): string {
  return Object.entries(needed)
    .map(([name, value]) => `  ${name} = "${value}"\n`)
    .join('');
}

function code(type: string, body: object): string {
  return JSON.stringify({ resource: { [type]: { a: body } } });
}

const CASES = Object.entries(FORMS).flatMap(([form, write]) =>
  MEANT.map((one) => ({ name: `${one.name} of ${one.type} as ${form}`, resource: one.resource, files: write(one) })),
);

describe('what is a resource of its own', () => {
  it.each(CASES)('is reported once, with its name: $name', ({ files, resource }) => {
    expect(ruleIds(files).filter((id) => id.startsWith('error'))).toEqual(['error argument-unknown']);
    const [message] = messagesOnly('argument-unknown', files);
    expect(message).toContain(`It is a separate resource: ${resource}.`);
  });
});
