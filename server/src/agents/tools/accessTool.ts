import { listRepositories } from '../../service/registry/listRepositories.ts';
import { printableJson } from '../../syntax/shown/printable.ts';
import { FOLDER, TEXT } from '../arguments.ts';
import type { AgentTool } from '../tool.ts';

export const accessTool: AgentTool = {
  name: 'who_may_pull',
  title: 'Who may pull from and push to ECR',
  description:
    'Lists the repositories of Terraform code with who may pull and push according to their policies, their lifecycle policy, tag mutability and scanning. Null means unknown. Identity policies of the other account apply as well.',
  arguments: [FOLDER, TEXT],
  async answer({ path = '.', text = null }, door) {
    const { context, uris, nameOf } = await door.open(path, text);
    const modules = new Set(uris.flatMap((uri) => context.workspace.moduleOf(uri) ?? []));
    const repositories = [...modules].flatMap((module) =>
      context
        .readWhole(() => listRepositories(module))
        .filter(({ place }) => uris.includes(place.uri))
        .map(({ place, policies: _policies, ...row }) => ({ ...row, file: nameOf(place.uri) })),
    );
    return printableJson({ version: 1, repositories }, 1);
  },
};
