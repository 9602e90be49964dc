import type { LogOutputChannel } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { RevealOutputChannelOn } from 'vscode-languageclient';
import { hasCompanion } from './companions.ts';
import { TERRAFORM_DOCUMENTS } from './documents.ts';

/** The name under which settings, output and problems go. */
export const CLIENT_ID = 'terraform-ecr';
export const CLIENT_NAME = 'Terraform ECR';

/** The options of the client, the same whether its server runs in Node or in a browser's worker. */
export function clientOptions(output: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: TERRAFORM_DOCUMENTS,
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: { companion: hasCompanion(), showsSimulations: true },
    diagnosticPullOptions: { onChange: true, onTabs: false, onSave: false },
  };
}
