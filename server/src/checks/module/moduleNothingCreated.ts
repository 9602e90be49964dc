import { headerOf } from '../../ecr/header.ts';
import { otherModuleOf, takesReleaseSince } from '../../ecr/modules/otherCall.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { BlockCheck } from '../check.ts';

export const moduleNothingCreated: BlockCheck = {
  subject: 'block',
  id: 'module-nothing-created',
  title: 'Module call that creates nothing',
  severity: 'warning',
  isOfCalls: true,
  *check(declaration, scope) {
    const other = declaration.type === 'module' ? otherModuleOf(declaration) : null;
    if (!other?.gates || declaration.block.damaged || !takesReleaseSince(declaration, other.gates.since)) return;
    const { inputs, since } = other.gates;
    const isOff = inputs.every((name) => {
      const written = attributeOf(declaration.block, name)?.value;
      if (written === undefined) return true;
      const value = new Evaluator(scope).evaluate({ source: declaration.source, expression: written });
      return value.kind === 'null' || (value.kind === 'boolean' && !value.value);
    });
    const [first = '', second = ''] = inputs;
    if (!isOff) return;
    yield {
      place: headerOf(declaration),
      message: `This creates no repository: from ${since} on ${other.registry} needs ${first} or ${second}, and both are off. Set ${first} = true.`,
      fixes: [
        {
          title: `Set ${first} = true`,
          kind: 'choice',
          changes: [{ kind: 'set-argument', declaration, name: first, term: { kind: 'literal', value: true } }],
        },
      ],
    };
  },
};
