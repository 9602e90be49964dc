import { knownCallOf } from '../../module/calls/knownCall.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { releaseOf } from '../../module/versions/release.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { ModuleCallCheck } from '../check.ts';
import { setArgument } from '../support/moduleFixes.ts';

export const moduleUnpinned: ModuleCallCheck = {
  subject: 'module',
  id: 'module-unpinned',
  title: 'Module call without a version',
  severity: 'hint',
  isWidespread: true,
  *check(call) {
    const { block, source } = call.declaration;
    const written = attributeOf(block, 'source')?.value;
    const isRegistry = knownCallOf(call.declaration)?.source.kind === 'registry';
    if (!isRegistry || attributeOf(block, 'version') !== undefined || written === undefined) return;
    const [major, minor] = releaseOf(call.known.releases.at(-1)?.version ?? '0.0.0');
    const version = `~> ${major}.${minor}`;
    yield {
      place: placeOf(source, written),
      message: `Without a version, the next init installs whatever is newest, including the next major release. Add version = "${version}".`,
      fixes: [setArgument(call, 'version', version)],
    };
  },
};
