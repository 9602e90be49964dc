import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNKNOWNS } from './typedExpressions.ts';

const names = Object.entries(UNKNOWNS);

/** What Terraform reads: values that are not known before apply, each converted to its declared type by a module. */
const FILES: Readonly<Record<string, string>> = {
  'main.tf': [
    'resource "terraform_data" "u" {\n  input = "x"\n}\n',
    `module "typed" {\n  source = "./typed"\n${names.map(([name]) => `  ${name} = terraform_data.u.output\n`).join('')}}\n`,
    `module "known" {\n  source = "./typed"\n${names.map(([name, [, value]]) => `  ${name} = ${value}\n`).join('')}}\n`,
    `locals {\n${names.map(([name]) => `  ${name} = module.typed.${name}\n  known_${name} = module.known.${name}\n`).join('')}}\n`,
  ].join(''),
  'typed/main.tf': names
    .map(
      ([name, [type]]) => `variable "${name}" {\n  type = ${type}\n}\noutput "${name}" {\n  value = var.${name}\n}\n`,
    )
    .join(''),
};

/** The same surroundings for the evaluator, which knows no value of a variable. */
export const SURROUNDINGS = [
  names.map(([name, [type]]) => `variable "${name}" {\n  type = ${type}\n}\n`).join(''),
  `locals {\n${names.map(([name]) => `  ${name} = var.${name}\n`).join('')}}\n`,
].join('');

/** Asks `terraform console` for types. */
export class TypeJudge {
  readonly #folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-types-'));

  /** The type of each expression, without white space; all are asked by one run, which fails when one is refused. */
  static ask(expressions: readonly string[]): Readonly<Record<string, string>> {
    const judge = new TypeJudge();
    try {
      for (const [name, text] of Object.entries(FILES)) {
        mkdirSync(join(judge.#folder, name, '..'), { recursive: true });
        writeFileSync(join(judge.#folder, name), text);
      }
      judge.#run(['init', '-input=false'], '');
      const types = itemsOf(judge.#run(['console'], `type([${expressions.join(', ')}])\n`).replaceAll(/\s+/g, ''));
      return Object.fromEntries(expressions.map((expression, index) => [expression, types[index] ?? '']));
    } finally {
      rmSync(judge.#folder, { recursive: true, force: true });
    }
  }

  #run(words: readonly string[], input: string): string {
    return execFileSync('terraform', words, {
      cwd: this.#folder,
      env: { ...process.env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1', NO_COLOR: '1' },
      encoding: 'utf8',
      input,
      stdio: 'pipe',
      maxBuffer: 1 << 26,
    });
  }
}

/** The types in `tuple([ … ])`, without white space. */
function itemsOf(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let item = '';
  for (const character of text.slice('tuple(['.length, -'])'.length)) {
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0) items.push(item);
    item = character === ',' && depth === 0 ? '' : item + character;
  }
  return item === '' ? items : [...items, item];
}
