import { commands } from 'vscode';
import { SERVER_COMMANDS } from '../../../server/src/protocol/commandNames.ts';
import type { PolicyToSimulate } from '../../../server/src/protocol/policyAnswers.ts';
import type { TextPosition } from '../../../server/src/protocol/textPositions.ts';

/** The policy at a position of an open document; null for a document that the server does not know. */
export async function policyAt(uri: string, { line, character }: TextPosition): Promise<PolicyToSimulate | null> {
  return commands.executeCommand<PolicyToSimulate | null>(SERVER_COMMANDS.simulate, uri, { line, character });
}

/** The policy of an address in an open document, as the document is or as it would be with another text. */
export async function policyOf(uri: string, address: string, text: string | null): Promise<PolicyToSimulate | null> {
  return commands.executeCommand<PolicyToSimulate | null>(SERVER_COMMANDS.simulate, uri, address, text);
}
