import type { ArgumentFact } from '../provider/resourceSchema.ts';

export const SOURCE_ARGUMENT: ArgumentFact = {
  name: 'source',
  type: 'string',
  required: true,
  documentation: 'Where the module is: a folder (`./modules/ecr`), a registry (`NAMESPACE/NAME/PROVIDER`), an address.',
};

export const VERSION_ARGUMENT: ArgumentFact = {
  name: 'version',
  type: 'string',
  required: false,
  documentation: 'Which versions of a registry module are allowed, such as `~> 3.2`.',
};

/** The arguments of every module call. */
export const CALL_ARGUMENTS: readonly ArgumentFact[] = [
  SOURCE_ARGUMENT,
  VERSION_ARGUMENT,
  {
    name: 'for_each',
    type: 'expression',
    required: false,
    documentation: 'Calls the module once for each element: `each.key`, `each.value`.',
  },
  { name: 'count', type: 'number', required: false, documentation: 'Calls the module that many times.' },
  {
    name: 'providers',
    type: 'expression',
    required: false,
    documentation: 'The provider configurations that the module gets.',
  },
  {
    name: 'depends_on',
    type: 'expression',
    required: false,
    documentation: 'Resources and modules that must exist first.',
  },
];
