import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The files that take longest, longest first, as measured on two cores. Others follow; the order need not be exact. */
const longest = [
  "test/delivery/timekeeper.test.ts",
  "test/delivery/start.test.ts",
  "test/samples/playgroundStart.test.ts",
  "test/chat/everyChoice.test.ts",
  "test/chat/everyButton.test.ts",
  "test/playground/page.test.ts",
  "test/chat/placingUnderKills.test.ts",
  "test/records/caseModel.test.ts",
  "test/chat/hostileTypist.test.ts",
  "test/chat/isolation.test.ts",
  "test/simulation/simulation.test.ts",
  "test/delivery/kill.test.ts",
  "test/chat/exports.test.ts",
  "test/chat/dangerHeard.test.ts",
  "test/chat/told.test.ts",
  "test/chat/designs.test.ts",
  "test/scripts/migration.test.ts",
  "test/chat/assistProposals.test.ts",
  "test/records/rights.test.ts",
  "test/chat/guidanceDocuments.test.ts",
  "test/records/embedded.test.ts",
  "test/delivery/sender.test.ts",
  "test/chat/papers.test.ts",
  "test/chat/assist.test.ts",
  "test/chat/approval.test.ts",
  "test/records/isolation.test.ts",
  "test/chat/members.test.ts",
  "test/chat/tasks.test.ts",
  "test/chat/correcting.test.ts",
  "test/chat/cases.test.ts",
];

/**
 * Starts the longest files first, so that no worker is left alone with one at the end. The files of a project stand
 * together: a worker that goes on with the same project keeps what it has imported.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      const at = longest.findIndex((file) => moduleId.endsWith(`/${file}`));
      if (at >= 0) return at;
      return longest.length + (project.name === "app" ? 0 : 1);
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
