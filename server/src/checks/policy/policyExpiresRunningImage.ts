import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { obstaclesOfPolicy } from '../../ecr/documents/lifecycle/refusals/obstacles.ts';
import { days } from '../../ecr/documents/lifecycle/words/phrases.ts';
import type { WrittenRule } from '../../guarantees/policyGuarantees.ts';
import { writtenRulesOf } from '../../guarantees/policyGuarantees.ts';
import type { Expiry } from '../../guarantees/running/expiry.ts';
import { expiryOf } from '../../guarantees/running/expiry.ts';
import { imagesOfPolicy } from '../../guarantees/running/imagesOfPolicy.ts';
import type { RunningImage } from '../../guarantees/running/runningImages.ts';
import { ruleInWords } from '../../guarantees/words.ts';
import type { Finding, PolicyCheck } from '../check.ts';

export const policyExpiresRunningImage: PolicyCheck = {
  subject: 'policy',
  id: 'policy-expires-running-image',
  title: 'A rule deletes an image that a resource of the workspace runs',
  severity: 'warning',
  *check(policy, scope) {
    if (policy.damaged) return;
    const images = imagesOfPolicy(policy, scope);
    if (images.length === 0 || isRefused(policy)) return;
    const rules = writtenRulesOf(policy);
    for (const image of images) {
      const expiry = expiryOf(rules, image.tag);
      if (expiry !== null) yield finding(image, expiry);
    }
  },
};

/** A policy that AWS rejects deletes nothing. */
function isRefused(policy: LifecyclePolicy): boolean {
  return obstaclesOfPolicy(policy).some(({ kind }) => kind === 'refused');
}

function finding({ address, tag, place }: RunningImage, { rule, witness }: Expiry<WrittenRule>): Finding {
  const others = witness.images.length - 1;
  const related = [{ place, message: `${address} runs ${tag} here` }];
  const keep = `Let an earlier rule keep ${tag}, or run an image by a tag that no rule deletes.`;
  const subject = `${ruleInWords(rule)} deletes the image tagged ${tag} that ${address} runs`;
  if (others === 0) {
    return {
      place: rule.written.object.opening,
      message: `${subject} ${days(witness.age)} after its push, however recently it was deployed. ${keep}`,
      related,
    };
  }
  return {
    place: rule.written.object.opening,
    severity: 'hint',
    message: `${subject} once ${others === 1 ? 'a newer matching image exists' : `${others} newer matching images exist`}, possibly on the day it was pushed. ${keep}`,
    related,
  };
}
