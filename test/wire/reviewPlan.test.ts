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

  const hand = (text: string, isLast: boolean) =>
    client.request('workspace/executeCommand', {
      command: 'terraform-ecr.server.reviewPlan',
      arguments: [{ id: 1, text, isLast, name: 'plan.json', now: 0 }],
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
});
