import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { complete } from '../../../server/src/service/completion/complete.ts';
import { hover } from '../../../server/src/service/hover/hover.ts';
import { workspaceOf } from '../support/checkProblems.ts';

/** Names that every JavaScript object has. */
const WORDS = [
  'constructor',
  '__proto__',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
  'toLocaleString',
];

const documents = (word: string) => ({
  'main.tf': `resource "${word}" "${word}" {
  ${word} = ${word}.${word}.name
  ${word} {}
}
${word} "aws_ecr_repository" "r" {
  name = data.${word}.x.y
}
resource "aws_ecr_repository" "${word}" {
  name                 = aws_ecr_repository.${word}.${word}
  image_tag_mutability = "${word}"
  ${word}              = ${word}("x")
  encryption_configuration { encryption_type = "${word}" }
}
resource "aws_ecr_account_setting" "s" {
  name  = "${word}"
  value = ""
}
module "m" {
  source = "./child"
  ${word} = module.m.${word}
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({ ${word} = 1, rules = [{ ${word} = 1, selection = { countType = "${word}", tagStatus = "${word}", ${word} = ${word} }, action = { type = "${word}" } }] })
}
import {
  to = ${word}.${word}
  id = aws_ecr_repository.r.${word}
}
`,
  'child/child.tf': `variable "${word}" {\n  type = ${word}\n}\noutput "${word}" {\n  value = 1\n}\n`,
  'more.tf.json': JSON.stringify({
    [word]: { [word]: { x: { [word]: [word] } } },
    resource: { [word]: { x: { [word]: '${x}' } } },
  }),
});

describe('a name that every object has', () => {
  it.each(WORDS)('is a name like any other for hovers, completions and problems: %s', (word) => {
    const files = documents(word);
    const workspace = workspaceOf(files);
    const failures: unknown[] = [];
    const finder = new ProblemFinder((_, error) => failures.push(error));
    for (const module of workspace.modules) finder.problemsOf(module);
    for (const [uri, text] of Object.entries(files)) {
      const module = workspace.moduleOf(uri);
      if (module === undefined) continue;
      for (const { index } of text.matchAll(/\b|(?<=")/g)) {
        const markdown = hover({ module, uri, offset: index })?.markdown ?? '';
        expect(markdown).not.toMatch(/native code|undefined/);
        const items = complete({ module, uri, offset: index, offersArguments: true });
        expect(items.filter(({ documentation }) => /native code|undefined/.test(documentation))).toEqual([]);
      }
    }
    expect(failures).toEqual([]);
  });
});

/** Places of a source that index a table of texts by a computed key. */
function unguardedIn(text: string): string[] {
  const tables = [...text.matchAll(/const ([A-Z_]+): Readonly<Record<string,/g)].flatMap(([, name]) => name ?? []);
  const names = [...tables, 'RESOURCE_ATTRIBUTES', 'DATA_SOURCE_ATTRIBUTES', 'LABEL_COUNTS', 'EXPRESSION_ARGUMENTS'];
  return text
    .split('\n')
    .filter((line) =>
      names.some(
        (name) => new RegExp(String.raw`\b${name}\)?\[(?!'|letter\b|character\b)`).test(line) && !/hasOwn/.test(line),
      ),
    );
}

describe('tables by text', () => {
  it('are asked for their own entries only', () => {
    const root = resolve(import.meta.dirname, '../../../server/src');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const found = files.flatMap((name) =>
      unguardedIn(readFileSync(join(root, name), 'utf8')).map((line) => `${name}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });
});
