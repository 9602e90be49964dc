import { renderDocument } from '../../ecr/documents/renderDocument.ts';
import { indentedJson } from '../../embedded/indentedJson.ts';
import { textOf } from '../../syntax/tree/place.ts';
import { ADDRESS, PATH, TEXT } from '../arguments.ts';
import { assumptionsOf, only, policiesOf } from '../policies.ts';
import type { AgentTool } from '../tool.ts';
import { AgentError } from '../tool.ts';

export const renderTool: AgentTool = {
  name: 'render',
  title: 'Render a policy of ECR as JSON',
  description:
    'Prints the JSON of one policy as Terraform will send it to AWS, from jsonencode, heredocs, locals, templates or data sources; or each part that is not known before Terraform runs.',
  arguments: [PATH, TEXT, ADDRESS],
  async answer({ path = '.', text = null, address = null }, door) {
    const policy = only(policiesOf(await door.open(path, text), address));
    const rendered = renderDocument('access' in policy ? policy.access : policy.policy);
    if (rendered.kind === 'unknown') {
      const parts = rendered.parts.map(({ place, because }) => `${textOf(place).split('\n')[0] ?? ''}: ${because}`);
      throw new AgentError(`${policy.address} is not fully known before Terraform runs:\n${parts.join('\n')}`);
    }
    const printed = indentedJson(rendered.text);
    return [printed, assumptionsOf(policy)].filter((part) => part !== '').join('\n');
  },
};
