import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { BINARY, folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

const NOW = '2026-01-31T00:00:00Z';

const POLICY = (days: number) => `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "app"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "tagged", tagPrefixList = ["prod"], countType = "imageCountMoreThan", countNumber = 1 }, action = { type = "expire" } },
    { rulePriority = 2, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = ${days} }, action = { type = "expire" } },
  ] })
}
`;

const image = (digest: string, day: string, tags: readonly string[] = []) => ({
  imageDigest: `sha256:${digest}`,
  imageTags: tags,
  imagePushedAt: `2026-01-${day}T00:00:00Z`,
  imageSizeInBytes: 1000,
});

const IMAGES = JSON.stringify({
  imageDetails: [image('c', '29'), image('a', '01', ['prod-1']), image('b', '20', ['prod-2']), image('d', '10')],
});

function folder(): string {
  return folderWith({ 'main.tf': POLICY(14), 'images.json': IMAGES });
}

describe('simulate', () => {
  it('prints JSON by its contract, images in the order of the input', () => {
    const { status, stdout } = run(
      folder(),
      'simulate',
      'main.tf',
      '--images',
      'images.json',
      '--now',
      NOW,
      '--format',
      'json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      now: '2026-01-31T00:00:00Z',
      images: [
        { digest: 'sha256:c', tags: [], verdict: 'keep', rule: null, claimedBy: 2, when: '2026-02-12T00:00:00Z' },
        { digest: 'sha256:a', tags: ['prod-1'], verdict: 'expire', rule: 1, claimedBy: 1, when: null },
        { digest: 'sha256:b', tags: ['prod-2'], verdict: 'keep', rule: null, claimedBy: 1, when: null },
        { digest: 'sha256:d', tags: [], verdict: 'expire', rule: 2, claimedBy: 2 },
      ],
      rules: [
        { priority: 1, selected: 2, acted: 1, dead: false },
        { priority: 2, selected: 2, acted: 1, dead: false },
      ],
      summary: { expire: 2, archive: 0, keep: 2, bytesFreed: 2000 },
    });
  });

  it('reads several pages, packed files and standard input', () => {
    const path = folder();
    const expected = run(path, 'simulate', 'main.tf', '--images', 'images.json', '--now', NOW).stdout;
    writeFileSync(join(path, 'images.json.gz'), gzipSync(IMAGES));
    const packed = run(path, 'simulate', 'main.tf', '--images', 'images.json.gz', '--now', NOW);
    expect(packed).toMatchObject({ status: 0, stdout: expected });
    const details = JSON.parse(IMAGES).imageDetails;
    const pages = [details.slice(0, 2), details.slice(2)].map((imageDetails) => JSON.stringify({ imageDetails }));
    const words = ['simulate', 'main.tf', '--images', '-', '--now', NOW];
    const piped = spawnSync(process.execPath, [BINARY, ...words], {
      cwd: path,
      input: pages.join('\n'),
      encoding: 'utf8',
    });
    expect(piped.stdout).toBe(expected);
  });

  it('makes images up where there are none, and says so', () => {
    const { status, stdout } = run(folder(), 'simulate', 'main.tf', '--now', NOW);
    expect(status).toBe(0);
    expect(stdout).toContain('made up from the policy');
    const json = run(folder(), 'simulate', 'main.tf', '--now', NOW, '--format', 'json');
    expect(json.stderr).toContain('made up from the policy');
  });

  it('prints one page that loads nothing', () => {
    const { stdout } = run(
      folder(),
      'simulate',
      'main.tf',
      '--images',
      'images.json',
      '--now',
      NOW,
      '--format',
      'html',
    );
    expect(stdout).toMatch(/^<!doctype html>/i);
    expect(stdout).toContain('Content-Security-Policy');
    expect(stdout).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(stdout).toContain('prod-2');
  });

  it('compares with another version of the file', () => {
    const words = ['simulate', '--compare', '--images', 'images.json', '--now', NOW, '-', 'main.tf'];
    const { status, stdout } = spawnSync(process.execPath, [BINARY, ...words], {
      cwd: folder(),
      input: POLICY(300),
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('1 image newly expired');
    expect(stdout).toContain('sha256:d');
  });

  it('lists the coming days and where pushing leads', () => {
    const { stdout } = run(
      folder(),
      'simulate',
      'main.tf',
      '--images',
      'images.json',
      '--now',
      NOW,
      '--days',
      '30',
      '--push',
      '2:prod-*',
    );
    expect(stdout).toContain('2026-02-12');
    expect(stdout).toMatch(/The policy settles at \d+ images/);
  });

  it('tells what prevents a simulation, with its place', () => {
    const unknown = folderWith({
      'main.tf': `${POLICY(14).replace('countNumber = 14', 'countNumber = var.days')}variable "days" {}\n`,
    });
    const { status, stdout, stderr } = run(unknown, 'simulate', 'main.tf');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/main\.tf:5:\d+: /);
  });

  it('names the record and field of bad input, and simulates the rest', () => {
    const broken = {
      imageDetails: [{ imageTags: ['prod-9'] }, { ...image('x', '05'), imagePushedAt: 'yesterday' }, image('y', '06')],
    };
    const path = folderWith({ 'main.tf': POLICY(14), 'images.json': JSON.stringify(broken) });
    const { status, stdout, stderr } = run(path, 'simulate', 'main.tf', '--images', 'images.json', '--now', NOW);
    expect(status).toBe(0);
    expect(stderr).toContain('images.json: record 1, imageDigest');
    expect(stderr).toContain('images.json: record 2, imagePushedAt');
    expect(stdout).toContain('sha256:y');
  });

  it.each([
    [[], 'simulate takes a SOURCE'],
    [['main.tf', '--now', 'tomorrow'], '--now takes a time such as'],
    [['main.tf', '--images', 'none.json'], 'none.json cannot be read: there is no such file'],
    [['main.tf', '--images', 'main.tf'], 'main.tf has no image that can be used'],
    [['main.tf', '--push', 'many'], '--push takes N:TAG'],
    [['--compare', 'main.tf'], '--compare takes two sources'],
    [['main.tf', '--manifests', 'm.json'], '--manifests adds to --images: give both'],
  ])('refuses %j', (words, message) => {
    const { status, stderr } = run(folder(), 'simulate', ...words);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
