import { rulesListOf } from '../ecr/policy/lifecyclePolicy.ts';
import { policySourceOf } from '../ecr/policy/policySource.ts';
import { readPolicies } from '../ecr/policy/readPolicy.ts';
import { POLICY_DOCUMENT_TYPE } from '../facts/policyDocument.ts';
import { isBlockOf } from '../module/declarations.ts';
import type { Module } from '../module/module.ts';
import { RecordingScope } from '../module/recordingScope.ts';

/** A line of text above a policy, and where it leads. */
export interface CodeLens {
  /** Offset of the policy's block in its file, UTF-16. */
  readonly offset: number;
  readonly title: string;
}

/** A lens for each block of a file that hands over a lifecycle policy or makes one. */
export function codeLenses(module: Module, uri: string): readonly CodeLens[] {
  const scope = new RecordingScope(module);
  return (module.file(uri)?.syntax.pieces ?? []).flatMap(({ piece, offset }) =>
    module.declarations(piece).blocks.flatMap((block) => {
      const start = offset + block.block.start;
      if (isBlockOf(block, 'data', POLICY_DOCUMENT_TYPE)) return [{ offset: start, title: 'Simulate' }];
      if (policySourceOf(block) === undefined) return [];
      const [policy] = readPolicies(block, scope);
      const list = policy === undefined ? null : rulesListOf(policy);
      const count = list === null || list.open ? null : list.items.length;
      return [
        { offset: start, title: count === null ? 'Simulate' : `Simulate · ${count} ${count === 1 ? 'rule' : 'rules'}` },
      ];
    }),
  );
}
