import type { RepositoryAtGlance } from '../protocol/repositoryAnswers.ts';
import { listRepositories } from '../service/registry/listRepositories.ts';
import { problemCounts } from '../service/registry/problemCounts.ts';
import type { Session } from './session.ts';

/** The repositories of all modules of the open folders, in the order of their files. */
export function repositoriesAtGlance(session: Session): readonly RepositoryAtGlance[] {
  const { context, problemSettings, workspace } = session;
  return workspace.modules.flatMap((module) =>
    listRepositories(module).flatMap((listed): RepositoryAtGlance[] => {
      const { place, policies: _policies, ...repository } = listed;
      const location = session.locationOf(place);
      if (location === null) return [];
      const { error, warning } = problemCounts(listed, module, context, problemSettings);
      return [{ ...repository, location, problems: { error, warning } }];
    }),
  );
}
