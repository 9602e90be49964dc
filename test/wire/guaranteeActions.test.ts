import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';

const URI = 'file:///code/main.tf';
const SETTINGS = 'file:///code/.terraform-ecr.json';

const POLICY = `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
        action       = { type = "expire" }
      },
    ]
  })
}
`;

interface Action {
  readonly title: string;
  readonly command?: { readonly command: string; readonly arguments: readonly unknown[] };
}

describe('a policy that breaks a guarantee, in the editor', () => {
  let client: WireClient;

  beforeEach(() => {
    client = new WireClient();
  });

  afterEach(() => client.process.kill());

  const actions = async (): Promise<readonly Action[]> => {
    const at = { line: 4, character: 6 };
    const parameters = { textDocument: { uri: URI }, range: { start: at, end: at }, context: { diagnostics: [] } };
    return (await client.request('textDocument/codeAction', parameters)) as readonly Action[];
  };

  const RELEASES = '{ "tags": ["release-*"], "newest": 3 }';
  const BOTH = `{ "tags": ["v*"], "days": 1 }, ${RELEASES}`;

  const open = (guarantees = BOTH) => {
    client.open(SETTINGS, `{ "keep": [${guarantees}] }`);
    client.open(URI, POLICY);
  };

  it('offers to show the images, where the client has a view for them', async () => {
    await client.initialize('all', [], { showsSimulations: true });
    open();
    const shown = (await actions()).filter(({ command }) => command?.command === 'terraform-ecr.simulate');
    expect(shown.map(({ title, command }) => [title, command?.arguments])).toEqual([
      [
        'Show in the simulator the images that break images tagged v* pushed within the last day',
        [URI, { line: 4, character: 6 }, 0],
      ],
      [
        'Show in the simulator the images that break the 3 newest images tagged release-*',
        [URI, { line: 4, character: 6 }, 1],
      ],
    ]);
  });

  it('offers the edits that keep the guarantee to every client', async () => {
    await client.initialize('all');
    open(RELEASES);
    const titles = (await actions()).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Add a rule for release-* before this one'))).toHaveLength(1);
    expect(titles.some((title) => title.startsWith('Show in the simulator'))).toBe(false);
  });

  it('offers no edit that would break the other guarantee', async () => {
    await client.initialize('all');
    open();
    const titles = (await actions()).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Add a rule for'))).toEqual([]);
  });

  it('tells the view what is guaranteed, with the images that break it', async () => {
    await client.initialize('few');
    open();
    const command = 'terraform-ecr.server.simulate';
    const answer = await client.request('workspace/executeCommand', {
      command,
      arguments: [URI, { line: 4, character: 6 }],
    });
    expect(answer).toMatchObject({
      kind: 'rules',
      repository: 'team/app',
      surroundings: {
        guarantees: [
          { index: 0, holds: false, witness: { images: expect.any(Array) } },
          { index: 1, title: 'the 3 newest images tagged release-*', holds: false },
        ],
        running: [],
      },
    });
  });
});
