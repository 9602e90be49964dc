import { fixAll } from '../../service/fixes/fixAll.ts';
import { printableJson } from '../../syntax/shown/printable.ts';
import { PATH, TEXT } from '../arguments.ts';
import type { AgentTool } from '../tool.ts';
import { AgentError } from '../tool.ts';

export const fixTool: AgentTool = {
  name: 'fix',
  title: 'Fix ECR code',
  description:
    'Returns the text of one file after every fix that is the only solution and lets no policy delete more than before. It writes nothing: write the text yourself, then run check again. Problems that need a decision stay.',
  arguments: [PATH, TEXT],
  async answer({ path = '.', text = null }, door) {
    const { context, settings, isFolder, uris, given, nameOf } = await door.open(path, text);
    const [uri, ...others] = [...uris, ...given.filter(({ address }) => address === null).map((policy) => policy.uri)];
    if (uri === undefined || isFolder || others.length > 0)
      throw new AgentError('fix takes one file, not a folder or a plan');
    const before = context.workspace.filesAt(uri)?.syntaxOf(uri)?.text ?? '';
    const after = fixAll(context, uri, settings);
    return printableJson(
      { version: 1, file: nameOf(given[0]?.file ?? uri), changed: after !== before, text: after },
      1,
    );
  },
};
