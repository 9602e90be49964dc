import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';

const URI = 'file:///code/main.tf';
const LOCALS = 'file:///code/locals.tf';

const MAIN = `resource "aws_ecr_repository" "app" {
  name = local.name
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
}
`;

const at = (line: number, character: number) => ({ textDocument: { uri: URI }, position: { line, character } });
const range = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});

describe('navigation', () => {
  let client: WireClient;

  beforeEach(() => {
    client = new WireClient();
  });

  afterEach(() => client.process.kill());

  const open = async (abilities: 'few' | 'all', options = {}) => {
    const { capabilities } = await client.initialize(abilities, [], options);
    client.open(URI, MAIN);
    client.open(LOCALS, 'locals {\n  name = "app"\n}\n');
    return capabilities;
  };

  it('leads a plain client to a location', async () => {
    expect((await open('few'))['renameProvider']).toBe(true);
    expect(await client.request('textDocument/definition', at(5, 40))).toEqual([{ uri: URI, range: range(0, 31, 34) }]);
    expect(await client.request('textDocument/definition', at(3, 0))).toEqual([]);
  });

  it('leads a client that shows links to the block, with the words that lead there', async () => {
    expect((await open('all'))['renameProvider']).toEqual({ prepareProvider: true });
    expect(await client.request('textDocument/definition', at(5, 40))).toEqual([
      {
        originSelectionRange: range(5, 15, 42),
        targetUri: URI,
        targetRange: { start: { line: 0, character: 0 }, end: { line: 2, character: 1 } },
        targetSelectionRange: range(0, 31, 34),
      },
    ]);
  });

  it('finds references with and without the declaration, and highlights', async () => {
    await open('few');
    const references = (includeDeclaration: boolean) =>
      client.request('textDocument/references', { ...at(5, 40), context: { includeDeclaration } });
    expect(await references(true)).toEqual([
      { uri: URI, range: range(0, 31, 34) },
      { uri: URI, range: range(5, 34, 37) },
    ]);
    expect(await references(false)).toEqual([{ uri: URI, range: range(5, 34, 37) }]);
    expect(await client.request('textDocument/documentHighlight', at(5, 40))).toEqual([
      { range: range(0, 31, 34), kind: 3 },
      { range: range(5, 34, 37), kind: 2 },
    ]);
  });

  it('renames a local in all files, and says why it renames nothing else', async () => {
    await open('all');
    expect(await client.request('textDocument/prepareRename', at(1, 16))).toEqual(range(1, 15, 19));
    expect(await client.request('textDocument/rename', { ...at(1, 16), newName: 'repository_name' })).toEqual({
      changes: {
        [LOCALS]: [{ range: range(1, 2, 6), newText: 'repository_name' }],
        [URI]: [{ range: range(1, 15, 19), newText: 'repository_name' }],
      },
    });
    await expect(client.request('textDocument/rename', { ...at(1, 16), newName: '1' })).rejects.toThrow(
      '"1" is not a valid name',
    );
  });

  it('renames a repository, and writes the moved block', async () => {
    await open('all');
    expect(await client.request('textDocument/prepareRename', at(5, 35))).toEqual(range(5, 34, 37));
    const { changes } = (await client.request('textDocument/rename', { ...at(5, 35), newName: 'shop' })) as {
      changes: Record<string, { range: object; newText: string }[]>;
    };
    expect(Object.keys(changes)).toEqual([URI]);
    const edits = changes[URI] ?? [];
    expect(edits).toContainEqual({ range: range(0, 31, 34), newText: 'shop' });
    expect(edits).toContainEqual({ range: range(5, 34, 37), newText: 'shop' });
    expect(edits.map(({ newText }) => newText).join('')).toContain(
      'moved {\n  from = aws_ecr_repository.app\n  to   = aws_ecr_repository.shop\n}',
    );
  });

  it('leaves definitions and references to a companion, which gives them too', async () => {
    await open('all', { companion: true });
    expect(await client.request('textDocument/definition', at(5, 40))).toEqual([]);
    const context = { includeDeclaration: true };
    expect(await client.request('textDocument/references', { ...at(5, 40), context })).toEqual([]);
    expect(await client.request('textDocument/documentHighlight', at(5, 40))).toHaveLength(2);
  });
});
