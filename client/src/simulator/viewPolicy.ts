import { l10n } from 'vscode';
import type { PolicyToSimulate } from '../../../server/src/protocol/policyAnswers.ts';
import type { ViewPolicy } from './messages.ts';

/** The server's answer in the view's form, in the editor's language; null means an unknown document. */
export function viewPolicyOf(policy: PolicyToSimulate | null): ViewPolicy {
  if (policy === null) return { kind: 'none', reason: l10n.t('This text is not one that Terraform ECR reads.') };
  // The server's own sentence says more, and is English.
  if (policy.kind === 'none') return { kind: 'none', reason: isTranslated() ? reasonOf(policy) : policy.reason };
  const { locations: _, assumptions, ...shown } = policy;
  return { ...shown, note: assumedInWords(assumptions) };
}

function isTranslated(): boolean {
  return l10n.bundle !== undefined;
}

function reasonOf({ obstacle }: Extract<PolicyToSimulate, { kind: 'none' }>): string {
  switch (obstacle) {
    case 'no-policy':
      return l10n.t('Put the cursor in a lifecycle policy.');
    case 'no-such-policy':
      return l10n.t('There is no lifecycle policy of this name in the text.');
    case 'refused':
      return l10n.t('This policy cannot be simulated: AWS refuses it. The problems in the text say why.');
    case 'unknown':
      return l10n.t('This policy cannot be simulated: a part of it is not known before Terraform runs.');
  }
}

function assumedInWords(assumptions: readonly string[]): string {
  if (assumptions.length === 0) return '';
  const names = assumptions.map((name) => `var.${name}`).join(', ');
  return assumptions.length === 1
    ? l10n.t('With the default of {0}.', names)
    : l10n.t('With the defaults of {0}.', names);
}
