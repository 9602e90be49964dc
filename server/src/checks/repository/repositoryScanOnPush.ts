import type { Fix } from '../../ecr/edits/change.ts';
import { headerOf } from '../../ecr/header.ts';
import { isAcceptedByScanner } from '../../ecr/repository/acceptedByScanner.ts';
import { ignoresChangesOf } from '../../ecr/repository/ignoredChanges.ts';
import type { Repository } from '../../ecr/repository/repositoryBlock.ts';
import { mayBeScannedByRegistry, readScanning, SCAN_ARGUMENT } from '../../ecr/repository/scanning.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { SCANNING_BLOCK } from '../../facts/repository/repositoryArguments.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Finding, RepositoryCheck } from '../check.ts';

export const repositoryScanOnPush: RepositoryCheck = {
  subject: 'repository',
  id: 'repository-scan-on-push',
  title: 'Images are not scanned on push',
  severity: 'hint',
  *check(repository, scope) {
    const { declaration, isRepository, damaged } = repository;
    if (!isRepository || damaged || ignoresChangesOf(repository, SCANNING_BLOCK.name)) return;
    if (isAcceptedByScanner(declaration, 'unscanned-images')) return;
    if (scope.ask((module) => module.isOpen || mayBeScannedByRegistry(repository, module))) return;
    const scanning = readScanning(repository, scope);
    if (scanning === 'unset') yield finding(headerOf(declaration), addBlock(repository));
    else if (scanning?.kind === 'boolean' && !scanning.value) yield finding(scanning.place, switchOn(scanning));
  },
};

function finding(place: Place, fix: Fix): Finding {
  return {
    place,
    message:
      'Pushed images are not scanned for known vulnerabilities, unless the registry is set to scan them. Set scan_on_push here, or aws_ecr_registry_scanning_configuration for all repositories.',
    fixes: [fix],
  };
}

function addBlock({ declaration }: Repository): Fix {
  const value = { kind: 'literal', value: true } as const;
  const block = { type: SCANNING_BLOCK.name, labels: [], arguments: [{ name: SCAN_ARGUMENT, value }], blocks: [] };
  return {
    title: 'Scan images on push',
    kind: 'choice',
    changes: [{ kind: 'add-nested-block', declaration, block }],
  };
}

function switchOn({ place, expression }: Value): Fix {
  const source = { uri: place.uri, piece: place.piece };
  const term = { kind: 'literal', value: true } as const;
  return {
    title: 'Scan images on push',
    kind: 'choice',
    changes: [{ kind: 'replace-expression', source, expression, term }],
  };
}
