// npm run new-check ID SUBJECT: writes a check, its test and its page, and registers it.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installPackages, root } from './steps.mjs';

installPackages();
const { generated, SUBJECTS } = await import('./generated.mjs');

/** Each kind of check: its type, its input, and the place of a finding about that as a whole. */
const KINDS = {
  access: { type: 'AccessCheck', subject: 'access', given: 'policy', place: 'policy.place' },
  identity: { type: 'IdentityCheck', subject: 'identity', given: 'policy', place: 'policy.place' },
  policy: { type: 'PolicyCheck', subject: 'policy', given: 'policy', place: 'policy.place' },
  repository: { type: 'RepositoryCheck', subject: 'repository', given: 'repository', header: 'repository.declaration' },
  import: { type: 'ImportCheck', subject: 'import', given: 'importBlock', header: 'importBlock.declaration' },
  block: { type: 'BlockCheck', subject: 'block', given: 'declaration', header: 'declaration' },
  module: { type: 'ModuleCallCheck', subject: 'module', given: 'call', header: 'call.declaration' },
  arguments: { type: 'ArgumentsCheck', subject: 'arguments', given: 'block', header: 'block.declaration' },
};

/** The kind of the checks in a folder that is not named after it. */
const KIND_OF = {
  lifecycleRule: 'policy',
  cache: 'arguments',
  replication: 'arguments',
  scanning: 'arguments',
  template: 'arguments',
  registry: 'arguments',
  public: 'arguments',
  image: 'arguments',
};

const [id, subject, ...others] = process.argv.slice(2);
if (others.length > 0 || !/^[a-z]+(-[a-z]+)+$/.test(id ?? '') || !SUBJECTS.includes(subject)) {
  console.error(
    `npm run new-check ID SUBJECT: the id in words with hyphens, the subject one of ${SUBJECTS.join(', ')}.`,
  );
  process.exit(2);
}
const name = id.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
const files = {
  [`server/src/checks/${subject}/${name}.ts`]: checkText(KINDS[KIND_OF[subject] ?? subject] ?? KINDS.block),
  [`test/unit/checks/${subject}/${name}.test.ts`]: testText(),
  [`docs/rules/${id}.md`]: pageText(),
};
const taken = Object.keys(files).filter((path) => existsSync(join(root, path)));
if (taken.length > 0) {
  console.error(`${taken.join(', ')} exists already. Nothing was written.`);
  process.exit(1);
}
for (const [path, text] of Object.entries(files)) write(path, text);
for (const [path, text] of await generated()) write(path, text);
console.log(
  `Written:\n  ${Object.keys(files).join('\n  ')}\nNow say in them what the check finds (docs/contributing/add-a-check.md).`,
);

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function checkText({ type, subject: kind, given, header, place }) {
  const imports = header === undefined ? '' : "import { headerOf } from '../../ecr/header.ts';\n";
  return `import type { ${type} } from '../check.ts';
${imports}
export const ${name}: ${type} = {
  subject: '${kind}',
  id: '${id}',
  title: 'One line that says what is wrong',
  severity: 'hint',
  *check(${given}) {
    // Report only what is known to be wrong, at the smallest place that the author can change.
    yield { place: ${place ?? `headerOf(${header})`}, message: 'What is wrong. What AWS answers. What to do.' };
  },
};
`;
}

function testText() {
  return `import { describe, it } from 'vitest';
import { checkOnly } from '../../support/checkProblems.ts';

const ID = '${id}';

describe(ID, () => {
  it('speaks of what is wrong', () => {
    // Draw what you expect: ^^^ hint ${id} part of the message
    checkOnly(ID, \`
resource "aws_ecr_repository" "app" {
  name = "team/app"
}
\`);
  });

  it('is silent on what is right, and on what is unknown', () => {
    checkOnly(ID, \`
variable "name" {}

resource "aws_ecr_repository" "app" {
  name = var.name
}
\`);
  });
});
`;
}

function pageText() {
  const example = '```hcl\nresource "aws_ecr_repository" "app" {\n  name = "team/app"\n}\n```';
  return `# ${id}



## What

What is found.

## Why

What AWS answers, or what happens otherwise.

## Example

Wrong:

${example}

Right:

${example}

## How to fix

What to write instead.

## Settings

Set \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\` in the settings of the editor:

\`\`\`json
"terraform-ecr.rules": { "${id}": "off" }
\`\`\`
`;
}
