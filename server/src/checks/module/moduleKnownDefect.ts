import { DEFECTS } from '../../ecr/modules/moduleDefects.ts';
import { literalText } from '../../module/declarations/literals.ts';
import { printRelease, releaseOf } from '../../module/versions/release.ts';
import type { ModuleCallCheck } from '../check.ts';
import { chooseRelease, placeOfRelease } from '../support/moduleFixes.ts';

export const moduleKnownDefect: ModuleCallCheck = {
  subject: 'module',
  id: 'module-known-defect',
  title: 'The call runs into a known defect of the module release',
  severity: 'warning',
  *check(call, scope) {
    for (const defect of DEFECTS) {
      if (defect.module !== call.known.id) continue;
      const bad = call.releases.filter(({ version }) => defect.isIn(version));
      const [first, last] = [bad[0], bad.at(-1)];
      if (first === undefined || last === undefined || !defect.isMet(call, scope)) continue;
      const isSure = bad.length === call.releases.length;
      const which = first === last ? first.version : `${first.version} to ${last.version}`;
      const written = (call.chosenBy && literalText(call.chosenBy)) ?? '';
      const without = bad.length === 1 ? `${written}, != ${printRelease(releaseOf(first.version))}` : null;
      yield {
        place: placeOfRelease(call),
        ...(!isSure && { severity: 'hint' }),
        message: `${isSure ? 'Release' : 'This admits release'} ${which} of the module, ${isSure ? 'in which' : 'where'} ${defect.effect}. Take ${defect.good}${defect.isOlder === true ? '' : ' or newer'}.`,
        fixes: isSure
          ? chooseRelease(call, defect.good, `Take release ${defect.good}`)
          : without === null
            ? []
            : chooseRelease(call, without, `Leave ${first.version} out`),
      };
    }
  },
};
