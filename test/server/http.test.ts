import { serverAudits } from "graphql-http";
import { beforeAll, describe, expect, it } from "vitest";
import { servedSeed } from "../support/server.js";

const served = servedSeed();
let origin: string;

beforeAll(async () => {
  origin = await served.service.app.listen({ port: 0 });
});

describe("the GraphQL over HTTP specification", () => {
  it.each(serverAudits({ url: () => `${origin}/graphql` }).map((audit) => [audit.name, audit] as const))(
    "%s",
    async (_name, audit) => {
      expect(await audit.fn()).toMatchObject({ status: "ok" });
    },
  );
});
