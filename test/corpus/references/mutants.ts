import { below, pick, seeded } from '../random.ts';
import type { ReferenceCase } from './cases.ts';
import { RIGHT_MODULES } from './cases.ts';

/** Types that the stand-in for the AWS provider does not have. */
const FOREIGN = /"aws_(?:kms_key|lambda_function|iam_role|secretsmanager_secret|caller_identity)"|ephemeral|import \{/;

/** Modules whose variables' defaults leave out the blocks, so that mistakes in them are not planned. */
const LEFT_OUT: readonly string[] = ['one of resource and data', 'for_each over keys of another'];

/** Changes most of which make a module wrong; each takes a text that matches the pattern. */
const CHANGES: readonly (readonly [string, RegExp, string])[] = [
  ['without a key', /\[(?:each\.key|0|count\.index)\]\./g, '.'],
  ['with a key', /(aws_ecr_\w+\.\w+)\.(?=\w)/g, '$1[0].'],
  ['with a key of text', /(aws_ecr_repository\.\w+)\.(?=\w)/g, '$1["gone"].'],
  ['another attribute', /\.(?:repository_url|arn)\b/g, '.repository_uri'],
  ['a misspelt attribute', /\.name\b(?= *\n)/g, '.nmae'],
  ['something inside a string', /\.(repository_url|arn)\b/g, '.$1.text'],
  ['a whole block', /(= aws_ecr_repository\.\w+)\.(?:name|id)\b/g, '$1'],
  ['another label', /\b(aws_ecr_\w+)\.(\w+)(?=[.[])/g, '$1.$2_gone'],
  ['another variable', /\bvar\.(\w+)/g, 'var.$1_gone'],
  ['another local', /\blocal\.(\w+)/g, 'local.$1_gone'],
  ['another output', /\b(module\.\w+(?:\["?\w+"?\])?)\.(\w+)/g, '$1.$2_gone'],
  ['a forgotten data', /\bdata\.(aws_ecr_\w+\.)/g, '$1'],
  ['a list for for_each', /for_each( *)= toset\((\[[^\]]*\])\)/g, 'for_each$1= $2'],
  ['count beside for_each', /( *)for_each( *)= (?!\[)/g, '$1count = 1\n$1for_each$2= '],
  ['no name', /^ *name *= .*\n/gm, ''],
  ['a list for a name', /^( *name *= )(.*)$/gm, '$1[$2]'],
  ['an unknown argument', /^( *)name( *= )/gm, '$1colour = "red"\n$1name$2'],
  ['a misspelt argument', /^( *)repository( *= )/gm, '$1repositry$2'],
  ['a switch by a variable', /prevent_destroy( *)= true/g, 'prevent_destroy$1= var.owner != ""'],
  ['another ignored change', /ignore_changes( *)= \[/g, 'ignore_changes$1= [colour, '],
  ['no error message', /^ *error_message *= .*\n/gm, ''],
  ['spaces', / = /g, '  = '],
  ['a comment', /\n\}/g, '\n  # The end.\n}'],
];

/** One change of one right module at one place, for each of some seeds. */
export function mutants(count: number, seed = 20): readonly ReferenceCase[] {
  const modules = RIGHT_MODULES.filter(
    ({ kind, files }) => !LEFT_OUT.includes(kind) && !FOREIGN.test(Object.values(files).join('\n')),
  );
  const random = seeded(seed);
  const found = new Map<string, ReferenceCase>();
  for (let attempt = 0; found.size < count && attempt < 50 * count; attempt += 1) {
    const mutant = mutated(pick(random, modules), pick(random, CHANGES), random);
    if (mutant) found.set(JSON.stringify(mutant.files), mutant);
  }
  return [...found.values()];
}

function mutated(
  { kind, files }: ReferenceCase,
  [name, pattern, replacement]: (typeof CHANGES)[number],
  random: () => number,
): ReferenceCase | null {
  const places = Object.entries(files)
    .filter(([path]) => path.endsWith('.tf'))
    .flatMap(([path, text]) => [...text.matchAll(pattern)].map((match) => ({ path, text, match })));
  const place = places[below(random, Math.max(1, places.length))];
  if (place === undefined) return null;
  const { path, text, match } = place;
  const [matched] = match;
  const changed = text
    .slice(match.index)
    .replace(new RegExp(pattern.source, pattern.flags.replace('g', '')), replacement);
  if (matched === '') return null;
  return { kind: `${kind}: ${name}`, files: { ...files, [path]: text.slice(0, match.index) + changed } };
}
