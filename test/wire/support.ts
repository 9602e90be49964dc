import { spawnSync } from 'node:child_process';
import { copyFileSync, linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A report with all rules' pages, such as SARIF, is larger than Node accepts by default. */
const MOST_OUTPUT = 1 << 26;

/** The command line as it ships. */
export const BINARY = resolve('dist/terraform-ecr.cjs');

const folders: string[] = [];

/** Names like this are ordinary: build servers, worktrees and Windows create them. Verdicts do not depend on them. */
const UNKIND_NAME = "job@2 (x)+y's, a=b;c&d!~$ #1%20 [ü]{b}-";

/** A new folder with these files, whose own name has every character that URIs and paths spell differently. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>, name = UNKIND_NAME): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Removes the folders that `folderWith` made. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

/** Puts the command line at another path: the same file, whose compiled code is known, where the disk allows that. */
export function linkCommandLine(path: string): void {
  try {
    linkSync(BINARY, path);
  } catch {
    copyFileSync(BINARY, path);
  }
}

/** Runs the command line in a folder. */
export function run(folder: string, ...words: string[]) {
  return runWith(folder, { input: '' }, ...words);
}

/** The same, with a standard input and more environment. */
export function runWith(
  folder: string,
  { input = '', env = {} }: { input?: string | Buffer; env?: Readonly<Record<string, string>> },
  ...words: string[]
) {
  const options = {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { ...process.env, GITHUB_WORKSPACE: '', ...env },
  } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BINARY, ...words], {
    maxBuffer: MOST_OUTPUT,
    ...options,
  });
  return { status, stdout, stderr };
}

/** A policy with one error that has one fix. */
export const WRONG = `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "sinceImagePushed", countNumber = 3 }, action = { type = "expire" } }] })
}
`;

/** The same after its fix. */
export const RIGHT = WRONG.replace('countNumber', 'countUnit = "days", countNumber');
