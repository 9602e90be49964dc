import { argumentOf, formsOf } from '../../ecr/modules/moduleCall.ts';
import type { ModuleCallCheck } from '../check.ts';
import { nameOfCall, placeOfRelease, setArgument } from '../support/moduleFixes.ts';

/** Inputs of cloudposse/ecr/aws whose default changes what AWS does. */
const INPUTS = ['image_tag_mutability', 'scan_images_on_push'];

export const moduleDefaultChanged: ModuleCallCheck = {
  subject: 'module',
  id: 'module-default-changed',
  title: 'The default of an input differs between the releases that a call admits',
  severity: 'hint',
  *check(call) {
    if (call.known.id !== 'cloudposse') return;
    for (const input of INPUTS) {
      const defaults = [...new Set(formsOf(call, input).map(({ fallback }) => fallback))];
      const [older, newer] = defaults;
      if (argumentOf(call, input) !== undefined || older === undefined || newer === undefined) continue;
      const value = newer === 'true' || newer === 'false' ? newer === 'true' : (newer ?? '').replaceAll('"', '');
      yield {
        place: placeOfRelease(call),
        message: `${input} is ${older} by default in some of ${nameOfCall(call)} and ${newer} in others. Write the value, so that an upgrade does not change it.`,
        fixes: [setArgument(call, input, value)],
      };
    }
  },
};
