import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';
import { RIGHT, WRONG } from './support.ts';

const ROOT = 'file:///workspace';
const URI = `${ROOT}/infra/main.tf`;

describe('tools for language models in the editor', () => {
  let client: WireClient;

  beforeEach(async () => {
    client = new WireClient();
    await client.initialize('few');
    client.open(URI, WRONG);
  });

  afterEach(() => client.process.kill());

  const ask = async (tool: string, input: object) => {
    const answer = await client.request('workspace/executeCommand', {
      command: 'terraform-ecr.server.agent',
      arguments: [tool, input, ROOT],
    });
    return Object(answer) as { readonly text: string; readonly isError: boolean };
  };

  const json = async (tool: string, input: object) => JSON.parse((await ask(tool, input)).text);

  it('say the same of what is open as the editor, and of a draft in its place', async () => {
    const wrong = { problems: [{ file: 'infra/main.tf', rule: 'rule-count-unit-missing', fixable: true }] };
    expect(await json('check', { path: URI })).toMatchObject(wrong);
    expect(await json('check', { path: ROOT })).toMatchObject(wrong);
    expect(await json('check', { path: URI, text: RIGHT })).toMatchObject({ problems: [] });
    expect(await json('check', { path: URI })).toMatchObject(wrong);
  });

  it('fix, explain, render and simulate', async () => {
    expect(await json('fix', { path: URI })).toEqual({ version: 1, file: 'infra/main.tf', changed: true, text: RIGHT });
    expect((await ask('explain', { path: URI, text: RIGHT })).text).toContain('3 days');
    expect(await json('render', { path: URI, text: RIGHT })).toMatchObject({ rules: [{ rulePriority: 1 }] });
    const { text } = await ask('simulate', { path: URI, text: RIGHT });
    expect(text).toContain('"verdict": "expire"');
    expect(await json('guarantees', { path: URI })).toMatchObject({ version: 1 });
    expect(await json('who_may_pull', { path: ROOT })).toEqual({ version: 1, repositories: [] });
  });

  it('judge a draft of a file that is not there yet, beside its module', async () => {
    const draft = WRONG.replace('"p"', '"q"').replace('"app"', '"web"');
    expect(await json('check', { path: `${ROOT}/infra/new.tf`, text: draft })).toMatchObject({
      problems: [{ file: 'infra/new.tf' }],
    });
  });

  it.each([
    ['check', { path: 'file:///elsewhere/main.tf' }, 'path leads out of the workspace'],
    ['check', { path: `${ROOT}-other/main.tf`, text: '' }, 'path leads out of the workspace'],
    ['check', { path: `${ROOT}/infra/gone.tf` }, 'infra/gone.tf is not known'],
    ['check', { path: ROOT, text: WRONG }, 'text replaces a file, not a folder'],
    ['fix', { path: ROOT }, 'fix takes one file'],
    ['check', { path: URI, text: 'x'.repeat(1_000_001) }, 'text is longer than'],
    ['review', { planPath: 'file:///etc/passwd' }, 'give its text'],
    ['check', { path: 7 }, 'path must be a text'],
    ['nothing', {}, 'there is no tool of that name'],
  ])('refuse %s of %j', async (tool, input, message) => {
    const { text, isError } = await ask(tool, input);
    expect({ isError, text }).toEqual({ isError: true, text: expect.stringContaining(message) });
  });
});
