import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

const policy = (name: string, expression: string) => `resource "aws_ecr_lifecycle_policy" "${name}" {
  repository = "team/${name}"
  policy     = ${expression}
}
`;
const WRONG =
  '{"rules":[{"rulePriority":0,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":5},"action":{"type":"expire"}}]}';
const call = (name: string, source: string) => `module "${name}" {\n  source = "${source}"\n}\n`;

function check(folder: string, ...words: string[]) {
  const { stdout, status, stderr } = run(folder, 'check', '--format', 'json', '--min-severity', 'warning', ...words);
  expect(stderr).toBe('');
  const { problems, unread } = JSON.parse(stdout);
  return {
    status,
    problems: problems.map(({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`),
    unread: unread.map(({ file, because }: { file: string; because: string }) => `${file}: ${because}`),
  };
}

const HOME = 'the path starts at the home directory of whoever runs Terraform';
const MACHINE = 'the path depends on the machine that runs Terraform';
const OUTSIDE = 'it lies outside the workspace';

/** Everything that names something by a path, in which `@` is its own name, with the path and the reported reason. */
const NAMED: readonly (readonly [code: string, path: string, because: string])[] = [
  [policy('a', 'file("/no/such/@.json")'), 'no/such/@.json', OUTSIDE],
  [policy('a', 'templatefile("/no/such/@.tftpl", {})'), 'no/such/@.tftpl', OUTSIDE],
  [policy('a', 'file("~/@.json")'), '~/@.json', HOME],
  [policy('a', 'file("~@")'), '~@', HOME],
  [policy('a', 'templatefile("~/@.tftpl", { n = 5 })'), '~/@.tftpl', HOME],
  [policy('a', 'jsonencode(jsondecode(file("~/@.json")))'), '~/@.json', HOME],
  [policy('a', 'fileexists("~/@") ? file("~/@") : file("~/@")'), '~/@', HOME],
  [`locals {\n  home = "~"\n}\n${policy('a', 'file("${local.home}/@.json")')}`, '~/@.json', HOME],
  [policy('a', 'file("C:/@.json")'), 'C:/@.json', MACHINE],
  [policy('a', 'file("c:\\\\@.json")'), 'c:\\@.json', MACHINE],
  [policy('a', `file("${'../'.repeat(60)}@.json")`), '../@.json', MACHINE],
  [call('m', '/no/such/@'), 'no/such/@', OUTSIDE],
  [call('m', '~/@'), '~/@', HOME],
  [call('m', '~@'), '~@', HOME],
  [call('m', 'C:/@'), 'C:/@', MACHINE],
  [call('m', 'C:\\\\@'), 'C:\\@', MACHINE],
  [call('m', '..\\\\@'), '..\\@', MACHINE],
  [call('m', 'file:///no/such/@'), 'file:///no/such/@', MACHINE],
  [call('m', '//server/@'), '//server/@', MACHINE],
];

describe('what code names by a path that leads out, or to nobody knows where', () => {
  it('is listed once, with the reason', () => {
    const codes = NAMED.map(([code], index) => code.replaceAll('@', `n${index}n`).replace('team/a', `team/${index}`));
    const again = (code: string) => code.replace('team/', 'again/');
    const files = codes.flatMap((code, index) => [
      [`c${index}/main.tf`, code],
      [`d${index}/main.tf`, again(code)],
    ]);
    const folder = folderWith(Object.fromEntries(files));
    const { problems, unread } = check(folder);
    expect(problems).toEqual([]);
    for (const [index, [code, path, because]] of NAMED.entries()) {
      const told = `${path.replaceAll('@', `n${index}n`)}: ${because}`;
      const found = unread.filter((one: string) => one.includes(`n${index}n`));
      expect({ code, found }).toEqual({ code, found: [expect.stringContaining(told)] });
    }
    expect(unread).toHaveLength(NAMED.length);
    const { stdout, stderr } = run(folder, 'check');
    expect(stdout).toContain(`; ${NAMED.length} files not read\n`);
    expect(stderr).toContain(`terraform-ecr: ~/n2n.json is not read: ${HOME}\n`);
  });

  it('is nothing of an address', () => {
    const sources = [
      'team/module/aws',
      'registry.example.com/team/module/aws',
      'git::ssh://git@example.com/module.git',
      'github.com/team/module',
      'git@github.com:team/module.git',
      's3::https://s3-eu-west-1.amazonaws.com/bucket/module.zip',
      'https://example.com/module.zip',
      'bitbucket.org/team/module',
    ];
    const code = sources.map((source, index) => call(`m${index}`, source)).join('');
    expect(check(folderWith({ 'main.tf': code })).unread).toEqual([]);
  });
});

describe('what code names by an absolute path inside', () => {
  it('is read', () => {
    const folder = folderWith({ 'p.json': WRONG, 't.tftpl': WRONG.replace('5', '${n}'), 'm/main.tf': '' }, 'plain-');
    const code = [
      policy('a', `file("${join(folder, 'p.json')}")`),
      policy('b', `templatefile("${join(folder, 't.tftpl')}", { n = 5 })`),
      call('m', join(folder, 'm')),
    ].join('');
    const other = folderWith({ 'main.tf': code }, 'plain-');
    // From elsewhere the same paths lead out.
    expect(check(other).unread).toHaveLength(3);
    expect(check(other, '.', folder)).toMatchObject({
      problems: [
        expect.stringContaining('p.json policy-number-range'),
        expect.stringContaining('t.tftpl policy-number-range'),
      ],
      unread: [],
    });
  });

  it('and is not there, is listed with the reason', () => {
    const folder = folderWith({}, 'plain-');
    const missing = join(folder, 'none.json');
    const code = policy('a', `file("${missing}")`) + call('m', join(folder, 'none'));
    const other = folderWith({ 'main.tf': code }, 'plain-');
    expect(check(other, '.', folder, '--allow-empty')).toMatchObject({
      problems: [],
      unread: [
        expect.stringMatching(/none: there is no such file or folder$/),
        `${missing}: there is no such file on this machine`,
      ],
    });
  });
});
