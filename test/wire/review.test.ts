import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

const plan = (name: string) => readFileSync(new URL(`../corpus/plans/${name}.json`, import.meta.url), 'utf8');

const EDITED = plan('policy-edited');

const image = (repositoryName: string, day: string) => ({
  repositoryName,
  imageDigest: `sha256:${repositoryName}-${day}`,
  imageTags: [`v${day}`],
  imagePushedAt: `2026-01-${day}T00:00:00Z`,
});

const IMAGES = JSON.stringify({
  imageDetails: [image('team/app', '21'), image('team/app', '30'), image('other', '01')],
});

describe('review', () => {
  it.each([
    ['policy-edited', [], 0],
    ['policy-edited', ['--fail-on', 'warning'], 1],
    ['encrypted-otherwise', [], 1],
    ['encrypted-otherwise', ['--fail-on', 'never'], 0],
    ['policy-respelled', ['--fail-on', 'warning'], 0],
  ])('of %s with %j ends with %i', (name, words, expected) => {
    const folder = folderWith({ 'plan.json': plan(name) });
    expect(run(folder, 'review', 'plan.json', ...words).status).toBe(expected);
  });

  it('prints JSON by its contract, with the images of --images by repository', () => {
    const folder = folderWith({ 'plan.json': EDITED, 'images.json': IMAGES });
    const words = ['--now', '2026-01-31T00:00:00Z', '--format', 'json', '--images', 'images.json'];
    const { status, stdout } = run(folder, 'review', 'plan.json', ...words);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      findings: [
        {
          address: 'aws_ecr_lifecycle_policy.app',
          kind: 'policy-changed',
          severity: 'warning',
          message: expect.stringContaining('Images can be deleted that could not before'),
          because: [expect.any(String)],
          images: { expire: 1, archive: 0, keep: 0, examples: ['v21'] },
        },
      ],
      summary: { error: 0, warning: 1, info: 0 },
    });
  });

  it.each([
    ['UTF-16', Buffer.from(`\uFEFF${EDITED}`, 'utf16le')],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${EDITED}`)],
    ['gzip', gzipSync(EDITED)],
  ])('reads a plan in %s', (_, bytes) => {
    const folder = folderWith({ 'plan.json': bytes });
    expect(run(folder, 'review', 'plan.json').stdout).toContain('policy-changed');
  });

  it('takes several files of images, before the plan and after it', () => {
    const folder = folderWith({ 'plan.json': EDITED, 'a.json': IMAGES, 'b.json': IMAGES.replaceAll('other', 'third') });
    for (const words of [
      ['plan.json', '--images', 'a.json', 'b.json'],
      ['--images', 'a.json', 'b.json', 'plan.json'],
      ['plan.json', '--images=a.json', '--images=b.json'],
    ]) {
      expect(run(folder, 'review', ...words).stdout).toContain('Of the images given');
    }
  });

  it('reads the guarantees of the nearest settings', () => {
    const settings = JSON.stringify({ keep: [{ repositories: 'team/*', tags: ['v*'], days: 30 }] });
    const folder = folderWith({ '.terraform-ecr.json': settings });
    writeFileSync(join(folder, 'plan.json'), EDITED);
    const { status, stdout } = run(folder, 'review', 'plan.json');
    expect(stdout).toContain('guarantee-broken');
    // The policy was already broken before the plan.
    expect(status).toBe(0);
  });

  it.each([
    ['no file', [], /review takes a PLAN\.json/],
    ['a file that is missing', ['gone.json'], /gone\.json cannot be read/],
    ['a second file', ['plan.json', 'other.json'], /review takes one plan/],
    ['an unknown format', ['plan.json', '--format', 'xml'], /--format takes text, markdown, json, html/],
    ['a moment that is none', ['plan.json', '--now', 'today'], /--now takes a time/],
    ['a state', ['state.json'], /is a state, not a plan/],
    ['code', ['main.tf'], /main\.tf is not JSON/],
    ['images that are none', ['plan.json', '--images', 'state.json'], /state\.json has no image/],
  ])('refuses %s with status 2', (_, words, message) => {
    const state = '{"version":4,"terraform_version":"1.11.4","serial":1,"lineage":"a","resources":[]}';
    const folder = folderWith({ 'plan.json': EDITED, 'state.json': state, 'main.tf': 'locals {}\n' });
    const { status, stderr, stdout } = run(folder, 'review', ...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
  });
});
