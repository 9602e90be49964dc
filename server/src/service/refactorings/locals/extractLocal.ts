import { placeOf } from '../../../syntax/tree/place.ts';
import type { Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import { isReference, usesInstance } from '../spelling/policyExpressions.ts';
import { silenceAround } from '../topLevel.ts';
import { declareLocal, freeLocal } from './locals.ts';

const TITLE = 'Extract the policy to a local';

/** Moves a policy, as written, into a local. */
export const extractLocal: Refactoring = {
  id: 'extract-local',
  kind: 'refactor.extract',
  offers(target) {
    const { policy, source } = target;
    if (policy === null || target.local !== null || isReference(policy.expression)) return [];
    const { expression } = policy;
    if (usesInstance(expression)) return [refused(TITLE, 'It uses each, count or self, which locals do not have.')];
    const silence = silenceAround(source, expression);
    if (silence !== null) return [refused(TITLE, silence)];
    return [
      offered(TITLE, () => {
        const words = policy.name.includes('policy') ? policy.name : `${policy.name}_lifecycle_policy`;
        const name = freeLocal(target, words);
        return [declareLocal(target, policy, name), { place: placeOf(source, expression), text: `local.${name}` }];
      }),
    ];
  },
};
