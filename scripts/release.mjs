// Makes a release's commit and tag: npm run release -- 0.2.0. Nothing is pushed or published.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cwd } from 'node:process';
import { pathToFileURL } from 'node:url';

const CATEGORIES = ['Added', 'Changed', 'Fixed'];

/**
 * The changelog with the unreleased part as a dated release, and an empty part above it; throws when nothing is new.
 */
export function releasedChangelog(text, version, day) {
  const [start, rest] = text.split('## [Unreleased]\n');
  if (rest === undefined) throw new Error('CHANGELOG.md has no heading ## [Unreleased]');
  const own = rest.split(/^## \[/m)[0] ?? '';
  if (!/^- /m.test(own)) throw new Error('CHANGELOG.md has no entry below Unreleased');
  if (text.includes(`## [${version}]`)) throw new Error(`CHANGELOG.md has a part ${version} already`);
  const empty = CATEGORIES.map((category) => `### ${category}\n`).join('\n');
  return `${start}## [Unreleased]\n\n${empty}\n## [${version}] - ${day}\n${rest}`;
}

/** True when one version is newer than the other. */
export function isLater(version, before) {
  const [one, other] = [version, before].map((text) => text.split('.').map(Number));
  const index = one.findIndex((number, at) => number !== other[at]);
  return index !== -1 && one[index] > other[index];
}

/** Writes, commits and tags in a folder; returns the tag. */
export function release(folder, version, day) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`a version looks like 0.2.0, not like '${version}'`);
  if (!isLater(version, manifest.version)) throw new Error(`${version} does not come after ${manifest.version}`);
  if (git(folder, ['status', '--porcelain']) !== '') throw new Error('there are changes that are not committed');
  const changelog = join(folder, 'CHANGELOG.md');
  const text = releasedChangelog(readFileSync(changelog, 'utf8'), version, day);
  for (const name of ['package.json', 'package-lock.json']) setVersion(join(folder, name), version);
  writeFileSync(changelog, text);
  git(folder, ['commit', '-qam', `Release ${version}`]);
  git(folder, ['tag', `v${version}`]);
  return `v${version}`;
}

function setVersion(path, version) {
  const content = JSON.parse(readFileSync(path, 'utf8'));
  content.version = version;
  if (content.packages !== undefined) content.packages[''].version = version;
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}

function git(folder, words) {
  const { status, stdout, stderr } = spawnSync('git', words, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${words[0]} failed: ${stderr.trim()}`);
  return stdout.trim();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const tag = release(resolve(cwd()), process.argv[2] ?? '', new Date().toISOString().slice(0, 10));
    console.log(`${tag} is committed and tagged. git push --follow-tags starts the workflow that publishes it.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}
