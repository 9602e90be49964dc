import { SEVERITIES } from '../../checks/check.ts';
import type { CommandSpec, OptionSpec } from './commandSpec.ts';

/** The formats of `check`, for people first. */
export const REPORT_FORMATS = ['text', 'json', 'sarif', 'github', 'junit', 'gitlab', 'checkstyle'] as const;

const OPTIONS: readonly OptionSpec[] = [
  { name: 'fix', takes: null, help: "apply the fixes that have a single solution, as the editor's fix-all does" },
  {
    name: 'diff',
    takes: null,
    help: 'print what --fix would change, without changing it; status 1 if there is something to change',
  },
  {
    name: 'format',
    takes: 'FORMAT',
    values: REPORT_FORMATS,
    fallback: 'text',
    help: 'how problems are printed',
  },
  {
    name: 'min-severity',
    takes: 'SEVERITY',
    values: SEVERITIES,
    fallback: 'warning',
    help: 'the mildest severity that is printed',
  },
  { name: 'max-warnings', takes: 'N', help: 'exit with status 1 when there are more warnings than N' },
  {
    name: 'rule',
    takes: 'ID=SEVERITY',
    offers: 'rule',
    isRepeated: true,
    help: 'another severity for a rule, or off; may be given several times',
  },
  {
    name: 'statistics',
    takes: null,
    help: 'print how often each rule is reported instead of the problems; as text or JSON',
  },
  { name: 'quiet', takes: null, help: 'print problems and what cannot be read, nothing else' },
  {
    name: 'config',
    takes: 'FILE',
    offers: 'file',
    help: 'settings to use instead of every .terraform-ecr.json; their patterns begin at the working directory',
  },
  {
    name: 'files-from',
    takes: 'FILE',
    offers: 'file',
    help: 'check the files that FILE lists, one per line, or - for standard input; other kinds of files are skipped',
  },
  {
    name: 'write-baseline',
    takes: 'FILE',
    offers: 'file',
    help: 'record the problems in FILE as known instead of printing them',
  },
  {
    name: 'baseline',
    takes: 'FILE',
    offers: 'file',
    help: 'hide the known problems of FILE, and say which are gone',
  },
  { name: 'allow-empty', takes: null, help: 'accept a folder in which no file is read' },
  {
    name: 'stdin-file-path',
    takes: 'FILE',
    offers: 'file',
    help: 'check standard input as the text of FILE, with the files around it from disk',
  },
];

export const CHECK: CommandSpec = {
  name: 'check',
  argument: '[PATH…]',
  offers: 'file',
  summary: 'problems of files and folders (default: the working directory)',
  title: 'terraform-ecr check prints the problems of Terraform files and folders.',
  usages: ['check [OPTION…] [PATH…]'],
  about: [
    'A folder means its .tf, .tofu and .tf.json files and those of the folders below it, without .terraform and what git ignores. Without a PATH it is the working directory. A PATH may also be a policy .json file, or a plan as terraform show -json prints it.',
    'The nearest .terraform-ecr.json above a file holds for it, as far up as the working directory or the PATH; options count more.',
  ],
  options: OPTIONS,
  after: [
    'What a pull request changed: git diff --name-only --diff-filter=d main | terraform-ecr check --files-from -',
    'Exit status: 0 without errors, 1 with errors or too many warnings, 2 for wrong use, a file that cannot be read or a folder in which no file is read.',
  ],
};
