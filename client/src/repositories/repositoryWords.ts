import { l10n } from 'vscode';
import type { RepositoryAtGlance } from '../../../server/src/protocol/repositoryAnswers.ts';

/** What is said about a repository, one line each. */
export function factsOf({
  lifecycle,
  tagMutability,
  scanning,
  pull,
  push,
  problems,
}: RepositoryAtGlance): readonly string[] {
  return [
    l10n.t('Lifecycle policy: {0}', lifecycle === 'none' ? l10n.t('none') : known(lifecycle)),
    l10n.t('Tags: {0}', known(tagMutability)),
    l10n.t('Scanning: {0}', scanningWords(scanning)),
    l10n.t('May pull: {0}', known(pull)),
    l10n.t('May push: {0}', known(push)),
    l10n.t('Errors: {0}, warnings: {1}', problems.error, problems.warning),
  ];
}

function known(text: string | null): string {
  return text ?? l10n.t('not known');
}

function scanningWords(scanning: RepositoryAtGlance['scanning']): string {
  switch (scanning) {
    case 'on push':
      return l10n.t('on push');
    case 'off':
      return l10n.t('off');
    case 'by the registry':
      return l10n.t('by the registry');
    case null:
      return l10n.t('not known');
  }
}
