import { commands } from 'vscode';
import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';

/** A place of a rule, as the server says it. */
export interface RuleLocation {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** What the server says of a policy. */
export type SimulatedPolicy =
  | {
      readonly kind: 'rules';
      readonly address: string;
      readonly rules: readonly SimulatedRule[];
      readonly locations: readonly (RuleLocation | null)[];
      readonly note: string;
    }
  | { readonly kind: 'none'; readonly address: string | null; readonly reason: string };

/** The policy at a position of an open document; null for a document that the server does not know. */
export async function policyAt(
  uri: string,
  { line, character }: { readonly line: number; readonly character: number },
): Promise<SimulatedPolicy | null> {
  return commands.executeCommand<SimulatedPolicy | null>(SIMULATE, uri, { line, character });
}

/** The policy of an address in an open document, as the document is or as it would be with another text. */
export async function policyOf(uri: string, address: string, text: string | null): Promise<SimulatedPolicy | null> {
  return commands.executeCommand<SimulatedPolicy | null>(SIMULATE, uri, address, text);
}

const SIMULATE = 'terraform-ecr.server.simulate';
