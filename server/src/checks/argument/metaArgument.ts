import { isOfEcr } from '../../ecr/blocks/isOfEcr.ts';
import { calledModuleIsOfEcr } from '../../ecr/references/calledModule.ts';
import { isAboutEcr } from '../../ecr/references/flawsOf.ts';
import type { BlockCheck } from '../check.ts';
import { dependencyFindings } from '../support/meta/dependencies.ts';
import { assertionFindings, lifecycleFindings } from '../support/meta/lifecycleBlock.ts';
import { providerFindings } from '../support/meta/providerReference.ts';
import { repetitionFindings } from '../support/meta/repetition.ts';

export const metaArgument: BlockCheck = {
  subject: 'block',
  id: 'meta-argument',
  title: 'Invalid meta-argument',
  severity: 'error',
  coversInnerData: true,
  isOfAnyBlock: true,
  *check(declaration, scope) {
    if (declaration.isBroken) return;
    if (declaration.type === 'module' && calledModuleIsOfEcr(declaration.address, scope)) {
      yield* repetitionFindings(declaration, scope);
      yield* dependencyFindings(declaration, scope);
    }
    if (declaration.type === 'check' && isAboutEcr(declaration, scope)) {
      yield* assertionFindings(declaration);
    }
    if (!isOfEcr(declaration)) return;
    yield* repetitionFindings(declaration, scope);
    yield* dependencyFindings(declaration, scope);
    yield* providerFindings(declaration, scope);
    yield* lifecycleFindings(declaration, scope);
  },
};
