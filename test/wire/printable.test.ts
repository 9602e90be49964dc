import { afterAll, describe, expect, it } from 'vitest';
import { hclString } from '../unit/support/hostileTexts.ts';
import { folderWith, removeFolders, run, runWith } from './support.ts';

afterAll(removeFolders);

/** What controls a terminal, or what a CI runner executes. */
const STEERING: readonly string[] = [
  'x\n::set-output name=a::b',
  'x\r\n::error file=a.tf::b',
  '::add-mask::b',
  '  ::stop-commands::b',
  'x ##[error]b',
  '##vso[task.setvariable variable=a]b',
  '##teamcity[message]',
  'x\u001b[31mb\u001b]0;b\u0007',
  'x\u009b31mb\u0085::error::b',
  'x\u202eb\u2066c\u200f',
  'x\u2028::error::b\u2029',
  'x\b\b\u007f\t\u000bb',
];

/** A text as a comment, which may not contain its end mark. */
const comment = (value: string) =>
  `# ${value.replaceAll(/\p{Zl}|\p{Zp}|\s|\p{Cc}/gu, (letter) => (/[\s\p{Zl}\p{Zp}]|\x85/u.test(letter) ? '' : letter))}`;

const ruleWith = (value: string, priority: number, count: string) =>
  `{ rulePriority = ${priority}, description = ${hclString(value)}, selection = { tagStatus = "tagged", tagPatternList = [${hclString(value)}], countType = "imageCountMoreThan", countNumber = ${count} }, action = { type = "expire" } }, ${comment(value)}`;

const policyOf = (values: readonly string[], count = '3') => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({ rules = [
    ${values.map((value, index) => ruleWith(value, index + 1, count)).join('\n    ')}
  ] })
}
`;

/** A module that repeats a text in keys, values, descriptions, names, ids and comments. */
const moduleWith = (value: string) => {
  const text = hclString(value);
  return `${policyOf([value])}resource "aws_ecr_repository" "r" {
  name                 = ${text} ${comment(value)}
  image_tag_mutability = ${text}
}
resource "aws_ecr_lifecycle_policy" "wrong" {
  repository = ${text}
  policy = jsonencode({ rules = [
    { rulePriority = 1, ${text} = 1, selection = { tagStatus = ${text}, countType = ${text}, countNumber = ${text} }, action = { type = ${text} } }, ${comment(value)}
  ] })
}
import {
  to = aws_ecr_repository.r
  id = ${text}
}
`;
};

/** Each text in a module of its own, and in the name of a file. */
const everywhere = () =>
  folderWith(
    Object.fromEntries(
      STEERING.flatMap((value, index) => [
        [`${index}/main.tf`, moduleWith(value)],
        [`named/${value.replaceAll('/', '')}.tf`, moduleWith('x').replaceAll('" "', `" "n${index}`)],
      ]),
    ),
  );

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/** A line that the report of GitHub's format prints itself. */
const OWN_COMMAND =
  /^::(?:error|warning|notice) file=[^:,]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,title=[a-z-]+::/;

/** The lines of an output with control sequences. */
function steeringIn({ stdout, stderr }: Printed, isAnnotated = false): string[] {
  return `${stdout}\n${stderr}`.split('\n').filter((line) => {
    const isCommand = /^\s*::/.test(line) && !(isAnnotated && OWN_COMMAND.test(line));
    const isSteering = /(?!\t)[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(line);
    return isCommand || isSteering || /##\w*\[/.test(line);
  });
}

describe('the command line prints nothing that steers', () => {
  it.each(['text', 'github', 'json', 'sarif', 'junit'])('with check --format %s', (format) => {
    const printed = run(everywhere(), 'check', '--format', format, '--min-severity', 'hint', '.');
    expect(printed.status).toBe(1);
    expect(steeringIn(printed, format === 'github')).toEqual([]);
    expect(printed.stdout.match(/policy-unknown-key/g)?.length).toBeGreaterThanOrEqual(STEERING.length);
  });

  it('with explain, simulate and render', () => {
    const folder = folderWith({ 'main.tf': policyOf(STEERING), 'unknown.tf': policyOf(STEERING, 'var.n') });
    const [known, unknown] = ['main.tf#aws_ecr_lifecycle_policy.p', 'unknown.tf'];
    const records = STEERING.map((value) => ({ imageDigest: value, imageTags: [value] }));
    const broken = STEERING.map((value) => ({ imageDigest: value, imageStatus: value, repositoryName: value }));
    const input = JSON.stringify({ imageDetails: [...records, ...broken] });
    const outputs = [
      run(folder, 'explain', known),
      run(folder, 'explain', unknown),
      run(folder, 'simulate', known),
      run(folder, 'simulate', '--format', 'json', known),
      runWith(folder, { input }, 'simulate', '--images', '-', known),
      runWith(folder, { input }, 'simulate', '--images', '-', '--format', 'json', known),
      run(folder, 'simulate', unknown),
      run(folder, 'render', unknown),
    ];
    expect(outputs.map((printed) => steeringIn(printed))).toEqual(outputs.map(() => []));
    const lines = outputs[0]?.stdout.split('\n').filter((line) => !/^(Priority \d+: | {2}\S|$|Images )/.test(line));
    expect(lines).toEqual([expect.stringContaining('12 rules')]);
  });

  it.each(STEERING)('about a file or a command that is called %j', (value) => {
    for (const words of [['explain', `${value}.tf`], [value]]) {
      const printed = run(folderWith({}), ...words);
      expect(printed.status).toBe(2);
      expect(steeringIn(printed)).toEqual([]);
      expect(printed.stderr.split('\n')).toHaveLength(2);
    }
  });

  it('and JSON still says what there is', () => {
    const printed: unknown = JSON.parse(run(everywhere(), 'check', '--format', 'json', '.').stdout);
    for (const value of STEERING) {
      const file = `named/${value.replaceAll('/', '')}.tf`;
      expect(printed).toHaveProperty('problems', expect.arrayContaining([expect.objectContaining({ file })]));
    }
  });
});
