import { namedPolicies } from '../../ecr/documents/lifecycle/namedPolicies.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { ownerOf } from '../../ecr/plan/givenJson.ts';
import type { GuaranteeDecision } from '../../guarantees/policyGuarantees.ts';
import { decideGuarantees, guaranteesOf, whyUndecided } from '../../guarantees/policyGuarantees.ts';
import { breachInWords, imagesInWords, keptInWords, ruleInWords } from '../../guarantees/words.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { printableJson } from '../../syntax/shown/printable.ts';
import { FOLDER, TEXT } from '../arguments.ts';
import type { AgentTool } from '../tool.ts';

export const guaranteesTool: AgentTool = {
  name: 'guarantees',
  title: 'What lifecycle policies of ECR are guaranteed to keep',
  description:
    'Decides for each lifecycle policy whether it can ever delete an image that the list keep of .terraform-ecr.json promises to keep, and shows such images where it can. Use it before you change a lifecycle policy.',
  arguments: [FOLDER, TEXT],
  async answer({ path = '.', text = null }, door) {
    const { context, uris, given } = await door.open(path, text);
    const { workspace } = context;
    const policies = [...uris, ...given.map(ownerOf)].flatMap((uri) => {
      const module = workspace.moduleOf(uri);
      if (module === undefined) return [];
      const scope = new RecordingScope(module);
      return context
        .readWhole(() => namedPolicies(workspace, uri))
        .map(({ address, policy }) => ({
          address,
          guarantees:
            decideGuarantees(policy, guaranteesOf(policy, scope), door.now())?.map((one) => describe(policy, one)) ??
            null,
        }));
    });
    return printableJson({ version: 1, policies }, 1);
  },
};

function describe(policy: LifecyclePolicy, { guarantee, decision }: GuaranteeDecision): object {
  const promise = { keeps: keptInWords(guarantee), reason: guarantee.reason };
  switch (decision.kind) {
    case 'kept':
      return { ...promise, holds: true };
    case 'undecided':
      return { ...promise, holds: null, because: whyUndecided(policy) };
    case 'broken':
      return {
        ...promise,
        holds: false,
        breaches: decision.breaches.map(({ rule, witness }) => ({
          because: breachInWords(ruleInWords(rule), witness),
          witness: imagesInWords(witness),
        })),
      };
  }
}
