import { PUSH_ACTIONS } from '../../../../facts/access/accessActions.ts';
import type { AccessTarget } from '../../../../facts/access/accessPlaces.ts';

/** Something that people do with repositories, and all actions it requires. */
export interface Capability {
  readonly id: 'pull' | 'push' | 'delete' | 'administer' | 'replicate' | 'cache';
  /** Completes the sentence "They may …". */
  readonly does: string;
  /** With the service prefix: `ecr:PutImage`. */
  readonly actions: readonly string[];
  /** True when it is worth saying that nobody may. */
  readonly isUsual: boolean;
}

/** A push first asks which layers exist; a pull does not. */
const CHECK_LAYERS = 'BatchCheckLayerAvailability';

const capability = (
  id: Capability['id'],
  does: string,
  service: string,
  actions: readonly string[],
  isUsual = false,
): Capability => ({ id, does, actions: actions.map((action) => `${service}:${action}`), isUsual });

const COMMON = (service: string) => [
  capability('push', 'push', service, [CHECK_LAYERS, ...PUSH_ACTIONS], true),
  capability('delete', 'delete images', service, ['BatchDeleteImage']),
  capability('administer', 'change this policy', service, ['SetRepositoryPolicy']),
];

const PULL = capability('pull', 'pull', 'ecr', ['BatchGetImage', 'GetDownloadUrlForLayer'], true);

const CAPABILITIES: Readonly<Record<AccessTarget, readonly Capability[]>> = {
  repository: [PULL, ...COMMON('ecr')],
  // Everyone may pull from ECR Public, whatever a policy says.
  public: COMMON('ecr-public'),
  registry: [
    capability('replicate', 'replicate images into this registry', 'ecr', ['ReplicateImage']),
    capability('cache', 'fill this registry through its caches', 'ecr', ['BatchImportUpstreamImage']),
    { ...PULL, isUsual: false },
    { ...capability('push', 'push', 'ecr', [CHECK_LAYERS, ...PUSH_ACTIONS]) },
    capability('delete', 'delete images', 'ecr', ['BatchDeleteImage']),
    capability('administer', 'change the policy of the registry', 'ecr', ['PutRegistryPolicy']),
  ],
};

/** The questions to ask about a policy, by what it is attached to, in the order of the output. */
export function capabilitiesOf(target: AccessTarget): readonly Capability[] {
  return CAPABILITIES[target];
}
