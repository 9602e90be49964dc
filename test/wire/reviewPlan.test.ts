import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';

const URI = 'file:///code/main.tf';

const CODE = `# The repositories

resource "aws_ecr_repository" "app" {
  name = "team/api"
}
`;

const PLAN = readFileSync(new URL('../corpus/plans/renamed.json', import.meta.url), 'utf8');

interface Answer {
  readonly kind: string;
  readonly reason?: string;
  readonly page?: string;
  readonly places?: readonly ({
    readonly uri: string;
    readonly range: { readonly start: { readonly line: number } };
  } | null)[];
}

describe('reviewing a plan in the editor', () => {
  let client: WireClient;

  beforeEach(async () => {
    client = new WireClient();
    await client.initialize('few');
    client.open(URI, CODE);
  });

  afterEach(() => client.process.kill());

  const hand = (text: string, isLast: boolean, more: object = {}) =>
    client.request('workspace/executeCommand', {
      command: 'terraform-ecr.server.reviewPlan',
      arguments: [{ id: 1, text, isLast, name: 'plan.json', now: 0, ...more }],
    }) as Promise<Answer>;

  it('answers a page, and where the block of each finding is', async () => {
    const middle = Math.floor(PLAN.length / 2);
    expect(await hand(PLAN.slice(0, middle), false)).toEqual({ kind: 'more' });
    const { kind, page, places } = await hand(PLAN.slice(middle), true);
    expect(kind).toBe('review');
    expect(page).toContain('repository-replaced');
    expect(page).toContain('data-finding="0"');
    expect(places).toMatchObject([{ uri: URI, range: { start: { line: 2 } } }]);
  });

  it('refuses what is no plan, and says what to run', async () => {
    expect(await hand('{"version":4,"serial":1,"lineage":"a","resources":[]}', true)).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/plan\.json is a state.*terraform show -json tfplan > plan\.json/),
    });
  });

  const EDITED = readFileSync(new URL('../corpus/plans/policy-edited.json', import.meta.url), 'utf8');

  it('counts the images that are given', async () => {
    const images = JSON.stringify({
      imageDetails: ['a', 'b'].map((digest) => ({
        repositoryName: 'team/app',
        imageDigest: `sha256:${digest.repeat(64)}`,
        imageTags: [`v${digest}`],
        imagePushedAt: '2026-01-01T00:00:00Z',
      })),
    });
    const now = Date.parse('2026-01-10T00:00:00Z');
    expect((await hand(EDITED, true, { now })).page).toContain('made up from both policies');
    const { page } = await hand(EDITED, true, { now, images: [images] });
    expect(page).not.toContain('made up from both policies');
    expect(page).toMatch(/Of the images given: 2 newly deleted/);
  });

  it('refuses images that are none', async () => {
    for (const images of ['{}', 'no JSON', '[]', '{"imageDetails":[{}]}', '[1]']) {
      expect(await hand(EDITED, true, { images: [images] }), images).toMatchObject({
        kind: images.includes('[]') ? 'review' : 'refused',
      });
    }
  });

  it('goes by the settings of the folder of the plan', async () => {
    const settings = (repositories: string) => JSON.stringify({ keep: [{ repositories, tags: ['*'], newest: 99 }] });
    client.open('file:///code/.terraform-ecr.json', settings('*'));
    client.open('file:///code/envs/prod/.terraform-ecr.json', settings('other/*'));
    const breaks = async (uri?: string) =>
      (await hand(EDITED, true, uri === undefined ? {} : { uri })).page?.includes('guarantee-broken');
    expect(await breaks('file:///code/plan.json')).toBe(true);
    expect(await breaks('file:///code/envs/plan.json')).toBe(true);
    expect(await breaks('file:///code/envs/prod/plan.json')).toBe(false);
    expect(await breaks('file:///code/envs/prod/deep/plan.json')).toBe(false);
    expect(await breaks('file:///elsewhere/plan.json')).toBe(false);
  });
});
