import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run } from './support.ts';

/** What is typed before the Tab key, and the words that the command line then gets. */
const LINES = [
  ['che', 'check'],
  ['check --min-s', 'check --min-severity'],
  ['check --format js', 'check --format json'],
  ['check --min-severity h', 'check --min-severity hint'],
  ['rules rule-any-n', 'rules rule-any-not-last'],
  ['completion z', 'completion zsh'],
  ['check ma', 'check main.tf'],
] as const;

let folder = '';

beforeAll(() => {
  folder = folderWith({ 'main.tf': '' }, 'shells-');
  const scripts = ['bash', 'zsh', 'fish'].map((shell) => [shell, run(folder, 'completion', shell).stdout] as const);
  folder = folderWith({ 'main.tf': '', ...Object.fromEntries(scripts), 'typing.zsh': ZSH_TYPING }, 'shells-');
});

afterAll(removeFolders);

/** Starts a zsh on a terminal of its own, types the line and Tab, and prints what the command line was called with. */
const ZSH_TYPING = `zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'autoload -Uz compinit; compinit -u -D; source ./zsh; terraform-ecr() { print -r -- "GOT":"$*": }; print REA""DY'
zpty -r shell text '*READY*'
zpty -w shell "terraform-ecr $1"$'\\t'
zpty -r shell text '*GOT:*:*'
print -r -- "GOT:\${\${text##*GOT:}%%:*}:"
zpty -d shell
`;

function started(program: string, words: readonly string[], input = ''): string {
  const env = { ...process.env, TERM: 'dumb' };
  const { stdout } = spawnSync(program, words, { cwd: folder, encoding: 'utf8', input, env, timeout: 120_000 });
  return stdout;
}

/** Why a shell cannot be tried; null when it can. */
function whyNot(...programs: readonly string[]): string | null {
  const missing = programs.filter((program) => spawnSync(program, ['--version']).error !== undefined);
  return missing.length === 0 ? null : `${missing.join(' and ')} not installed`;
}

const SHELLS = [
  {
    shell: 'bash',
    why: whyNot('bash', 'script'),
    // The terminal is made by script; bash completes only on one.
    complete: (line: string) =>
      started(
        'script',
        ['-qec', 'bash --norc --noprofile -i', join(folder, 'typescript')],
        `source ./bash; terraform-ecr() { echo "GOT":"$*":; }\nterraform-ecr ${line}\t\nexit\n`,
      ),
  },
  {
    shell: 'zsh',
    why: whyNot('zsh'),
    complete: (line: string) => started('zsh', ['-f', 'typing.zsh', line]),
  },
  {
    shell: 'fish',
    why: whyNot('fish'),
    complete: (line: string) => {
      const found = started('fish', ['--no-config', '-c', `source ./fish; complete -C "terraform-ecr ${line}"`]);
      const [words = '', ...more] = found.trimEnd().split('\n');
      const before = line.split(' ').slice(0, -1);
      return more.length > 0 ? found : `GOT:${[...before, words.split('\t')[0]].join(' ')}:`;
    },
  },
];

describe.each(SHELLS)('completion typed in $shell', ({ shell, why, complete }) => {
  if (why !== null) console.warn(`completion is not tried in ${shell}: ${why}`);

  it.skipIf(why !== null).each(LINES)('%s', { timeout: 150_000 }, (line, expected) => {
    expect(/GOT:([^:]*):/.exec(complete(line))?.[1]).toBe(expected);
  });
});
